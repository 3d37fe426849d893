import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { recordReading } from "~/domain/history/commands.audit.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { sheetCsv } from "~/domain/tasks/messages.cells.pl";
import { MOST_ROWS, sheet } from "~/domain/tasks/messages.sheet.pl";
import { filterOf, readTaskQuery } from "~/domain/tasks/queries.list.server";
import { listSheetTasks } from "~/domain/tasks/queries.sheet.server";
import { disposition } from "~/platform/pdf-response.server";
import { warsawDate } from "~/platform/time";

/** The list with its filters, for a spreadsheet; what is more than can come back leads to the page that says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const query = readTaskQuery(new URL(request.url).searchParams);
  const rows = await listSheetTasks(scope, filterOf(query), MOST_ROWS, now);
  if (rows.length > MOST_ROWS) return redirect(`/o/${unit.slug}/tasks/import?za-duzo=1`, 303);
  await recordReading(scope, { action: "list_taken_out", data: { kind: "zadania", format: "csv" } }, now);
  return new Response(sheetCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": disposition(sheet.fileName(warsawDate(now)), "attachment"),
      "Cache-Control": "no-store",
    },
  });
}
