import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { privacy } from "~/domain/privacy/messages.legal.pl";
import { periodsOf } from "~/domain/privacy/messages.periods.pl";
import { getLegal } from "~/domain/privacy/queries.legal.server";
import { getRetention } from "~/domain/privacy/queries.retention.server";
import { PrivacyPage } from "~/domain/privacy/ui/legal-pages";
import { sessionCookieName } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: PrivacyPage };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${privacy.title} – ${data?.unit.name}` },
  { name: "description", content: privacy.lead },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const periods = periodsOf(await getRetention(scope));
  return { unit, cookieName: sessionCookieName, legal: await getLegal(scope), periods };
}

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}
