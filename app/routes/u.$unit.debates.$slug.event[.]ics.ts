import type { LoaderFunctionArgs } from "@remix-run/node";
import { debateFile } from "~/domain/attendance/queries.calendar.server";
import { openPublicDebate } from "~/domain/debates/gate.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const { unit, debate } = await openPublicDebate(params.unit, params.slug);
  return new Response(debateFile(unit, debate), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="debata-${debate.number}-${debate.year}.ics"`,
    },
  });
}
