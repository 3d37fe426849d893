import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { roles } from "~/domain/organizations/messages.pl";
import { maySee } from "~/domain/organizations/policy";
import { countWork } from "~/domain/reports/queries.server";
import { OFFICE_SECTIONS, OfficeShell, sectionOf } from "~/ui/office-shell";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { scripts: true, bodyClass: "office" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  return {
    unit: { name: unit.shortName, slug: unit.slug },
    me: { name: [me.rank, me.name].filter(Boolean).join(" "), role: roles[me.role] },
    counts: await countWork(scope),
    sections: OFFICE_SECTIONS.filter((section) => maySee(me.role, section)),
  };
}

export default function Office() {
  const { unit, me, counts, sections } = useLoaderData<typeof loader>();
  const isFull = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.full);
  return (
    <OfficeShell
      unit={unit}
      me={me}
      counts={counts}
      sections={sections}
      current={sectionOf(useLocation().pathname)}
      full={isFull}
    >
      <Outlet />
    </OfficeShell>
  );
}
