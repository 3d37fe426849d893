import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { units } from "~/domain/reports/messages.units.pl";
import { loadUnits } from "~/domain/reports/queries.units.server";
import { daysPeriodOf, yearsSince } from "~/domain/reports/rules.period";
import { sortUnits } from "~/domain/reports/rules.units";
import { readPeriod, readSort } from "~/domain/reports/schema";
import { UnitsPage } from "~/domain/reports/ui/units-page";
import { comparePolish } from "~/platform/language";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
export const meta: MetaFunction = () => [{ title: `${units.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const [period, sort] = [daysPeriodOf(readPeriod(query), now), readSort(query)];
  const { lines, totals, first } = await loadUnits(scope, period, now);
  return {
    home: `/o/${unit.slug}`,
    now,
    period,
    years: yearsSince(first, now),
    sort,
    lines: sortUnits(lines, sort.by, sort.isTurned, comparePolish),
    totals,
  };
}

export default function Units() {
  return <UnitsPage {...useLoaderData<typeof loader>()} />;
}
