import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { preview as text } from "~/domain/reminders/messages.preview.pl";
import { previewWeek } from "~/domain/reminders/queries.preview.server";
import { rowsOf } from "~/domain/reminders/rules.preview";
import { PreviewPage } from "~/domain/reminders/ui/preview-page";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const home = `/o/${unit.slug}`;
  return {
    home,
    settings: may(me.role, "administer") ? `${home}/settings` : null,
    ...rowsOf(await previewWeek(scope)),
  };
}

export default function Reminders() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />;
}
