import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { unitPage } from "~/domain/motions/messages.page.pl";
import { getUnitPage } from "~/domain/motions/queries.page.server";
import { UnitPage } from "~/domain/motions/ui/unit-page";
import { openUnit } from "~/domain/organizations/gate.server";
import { countMatters } from "~/domain/tasks/queries.progress.server";
import { numberIn } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: UnitPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const page = numberIn(new URL(request.url).searchParams.get("strona"), 1000) ?? 1;
  const shown = await getUnitPage(scope, unit, { page: Math.max(0, page - 1) });
  return { ...shown, ...(await countMatters(scope)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${unitPage.title} – ${data?.unit.name ?? ""} – Debata` },
  { name: "description", content: unitPage.lead },
];

export default function UnitRoute() {
  return <UnitPage {...useLoaderData<typeof loader>()} />;
}
