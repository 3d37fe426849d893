import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRevision } from "~/domain/history/queries.revision.server";
import { openUnit } from "~/domain/organizations/gate.server";
import { jsonItem } from "~/domain/tasks/messages.tracker-data.pl";
import { listTracker, readTrackerQuery } from "~/domain/tasks/queries.tracker.server";
import { textOfQuery } from "~/domain/tasks/rules.tracker-key";
import { absolute } from "~/platform/links.server";
import { answerUnlessKnown } from "~/platform/open-data.server";

const PAGE_SIZE = 100;

/** The list for programs, a page at a time: what it holds is described in the README of the room of tasks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const now = new Date();
  const { query, filter } = readTrackerQuery(new URL(request.url).searchParams);
  const address = absolute(`/u/${unit.slug}/tracker`);
  const pageAt = (more: Record<string, string>) => `${address}.json${textOfQuery({ ...query, ...more })}`;
  return answerUnlessKnown(request, await findRevision(unit.slug), async () => {
    const { rows, newer, older } = await listTracker(scope, { ...filter, limit: PAGE_SIZE }, now);
    const body = {
      unit: { name: unit.name, url: absolute(`/u/${unit.slug}`) },
      page: address + textOfQuery(query),
      previous: newer && pageAt({ przed: newer }),
      next: older && pageAt({ po: older }),
      items: rows.map((row) => jsonItem(row, address, now)),
    };
    const headers = { "Content-Type": "application/json; charset=utf-8", "Access-Control-Allow-Origin": "*" };
    return new Response(JSON.stringify(body, null, 1), { headers });
  });
}
