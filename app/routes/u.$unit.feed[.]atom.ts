import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRevision } from "~/domain/history/queries.revision.server";
import { openUnit } from "~/domain/organizations/gate.server";
import { atomFeed } from "~/domain/tasks/messages.feed.pl";
import { listMovements } from "~/domain/tasks/queries.tracker-data.server";
import { absolute } from "~/platform/links.server";
import { answerUnlessKnown } from "~/platform/open-data.server";

/** What has moved lately, for feed readers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const now = new Date();
  return answerUnlessKnown(request, await findRevision(unit.slug), async () => {
    const { name, slug } = unit;
    const where = { name, address: absolute(`/u/${slug}/tracker`), feed: absolute(`/u/${slug}/feed.atom`) };
    const feed = atomFeed(where, await listMovements(scope), now);
    return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
  });
}
