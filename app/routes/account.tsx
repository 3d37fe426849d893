import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireAccount } from "~/domain/organizations/gate.account.server";
import { roles } from "~/domain/organizations/messages.pl";
import { maySee } from "~/domain/organizations/policy";
import { OFFICE_SECTIONS, OfficeShell } from "~/ui/office-shell";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { scripts: true, bodyClass: "office" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request);
  const { home, rank, name, totpConfirmedAt, needsSecondFactor } = account;
  // Nothing opens before a second factor that is asked for.
  const open = account.units.filter((unit) => !(needsSecondFactor && !totpConfirmedAt && unit.needsSecondFactor));
  const me = { name: [rank, name].filter(Boolean).join(" "), role: roles[home.role] };
  const unit = { name: home.shortName, slug: home.slug };
  // Which of several units somebody came from nobody knows here; so each is there to go back to.
  if (account.units.length > 1)
    return { unit: { ...unit, name: "" }, me: { ...me, role: "" }, sections: [], units: open.map(unitLink) };
  return {
    unit,
    me,
    sections: open.length === 0 ? [] : OFFICE_SECTIONS.filter((section) => maySee(home.role, section)),
    units: [],
  };
}

const unitLink = ({ slug, shortName }: { slug: string; shortName: string }) => ({ slug, name: shortName });

export default function Account() {
  return (
    <OfficeShell {...useLoaderData<typeof loader>()} isAccount>
      <Outlet />
    </OfficeShell>
  );
}
