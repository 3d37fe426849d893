import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { roles } from "~/domain/organizations/messages.pl";
import { countWork } from "~/domain/reports/queries.server";
import { OfficeShell, sectionOf } from "~/ui/office-shell";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { scripts: true, bodyClass: "office" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  return {
    unit: { name: unit.shortName, slug: unit.slug },
    me: { name: [me.rank, me.name].filter(Boolean).join(" "), role: roles[me.role] },
    counts: await countWork(scope),
  };
}

export default function Office() {
  const { unit, me, counts } = useLoaderData<typeof loader>();
  const isFull = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.full);
  return (
    <OfficeShell unit={unit} me={me} counts={counts} current={sectionOf(useLocation().pathname)} full={isFull}>
      <Outlet />
    </OfficeShell>
  );
}
