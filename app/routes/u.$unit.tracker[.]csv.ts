import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRevision } from "~/domain/history/queries.revision.server";
import { openUnit } from "~/domain/organizations/gate.server";
import { readTrackerQuery } from "~/domain/tasks/queries.tracker.server";
import { writeTrackerCsv } from "~/domain/tasks/queries.tracker-data.server";
import { absolute } from "~/platform/links.server";
import { answerUnlessKnown, streamOf } from "~/platform/open-data.server";
import { disposition } from "~/platform/pdf-response.server";

/** A table for Excel that holds all that the page lists, however much that is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const { filter } = readTrackerQuery(new URL(request.url).searchParams);
  return answerUnlessKnown(request, await findRevision(unit.slug), () => {
    const parts = writeTrackerCsv(scope, filter, absolute(`/u/${unit.slug}/tracker`));
    return new Response(streamOf(parts), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": disposition(`${unit.slug}-tracker.csv`, "attachment"),
      },
    });
  });
}
