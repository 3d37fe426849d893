import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { hasUnitsBelow } from "~/domain/organizations/queries.server";
import { listPeriodChoices } from "~/domain/reports/queries.figures.server";
import { getYearSheet } from "~/domain/reports/queries.year.server";
import { yearsSince } from "~/domain/reports/rules.period";
import { readWhose, readYear, yearFileName } from "~/domain/reports/schema";
import { YearPage } from "~/domain/reports/ui/year-page";
import { notFound } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.sheet.title ?? ""} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const year = readYear(params.year, now) ?? notFound();
  const whose = readWhose(new URL(request.url).searchParams);
  const { first } = await listPeriodChoices(scope);
  const home = `/o/${unit.slug}`;
  const file = (format: "pdf" | "xlsx") => `${home}/reports/year/${year}/${yearFileName(whose, year, format)}`;
  return {
    home,
    sheet: await getYearSheet(scope, whose, year, now),
    years: [...new Set([...yearsSince(first, now), year])].sort((a, b) => b - a),
    whose,
    hasUnits: await hasUnitsBelow(scope),
    files: { pdf: file("pdf"), xlsx: file("xlsx") },
  };
}

export default function Year() {
  return <YearPage {...useLoaderData<typeof loader>()} />;
}
