import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { hasUnitsBelow } from "~/domain/organizations/queries.server";
import { figures } from "~/domain/reports/messages.figures.pl";
import { listPeriodChoices, loadFigures } from "~/domain/reports/queries.figures.server";
import { periodOf, yearsSince } from "~/domain/reports/rules.period";
import { readPeriod } from "~/domain/reports/schema";
import { FiguresPage } from "~/domain/reports/ui/figures-page";

export const meta: MetaFunction = () => [{ title: `${figures.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const asked = readPeriod(new URL(request.url).searchParams);
  const { debates, first } = await listPeriodChoices(scope, asked.debate);
  const period = periodOf(asked, now);
  return {
    home: `/o/${unit.slug}`,
    now,
    period,
    years: yearsSince(first, now),
    choices: debates,
    hasUnits: await hasUnitsBelow(scope),
    ...(await loadFigures(scope, period, now)),
  };
}

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
