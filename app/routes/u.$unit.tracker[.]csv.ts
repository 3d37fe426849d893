import type { LoaderFunctionArgs } from "@remix-run/node";
import { openUnit } from "~/domain/organizations/gate.server";
import { csvHead, csvRow } from "~/domain/tasks/messages.tracker.pl";
import { listTracker, readTrackerQuery } from "~/domain/tasks/queries.tracker.server";
import { toCsv } from "~/platform/csv";

/** A table for Excel that holds what the page holds; beyond this nobody reads it as a table. */
const MOST_ROWS = 5000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const now = new Date();
  const { filter } = readTrackerQuery(new URL(request.url).searchParams);
  const { rows } = await listTracker(scope, { ...filter, before: undefined, after: undefined, limit: MOST_ROWS }, now);
  return new Response(toCsv([csvHead, ...rows.map((row) => csvRow(row, now))]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${unit.slug}-tracker.csv"`,
    },
  });
}
