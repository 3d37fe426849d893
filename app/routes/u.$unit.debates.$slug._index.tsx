import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { isPublished } from "~/domain/minutes/queries.server";
import { getDebatePage } from "~/domain/motions/queries.page.server";
import { isOver } from "~/domain/motions/ui/debate-hero";
import { DebatePage } from "~/domain/motions/ui/debate-page";
import { countMatters, listProgress } from "~/domain/tasks/queries.progress.server";
import { absolute } from "~/platform/links.server";
import { formatLongWithTime } from "~/platform/time";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: DebatePage };

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit, debate } = await openPublicDebate(params.unit, params.slug);
  const hasMinutes = await isPublished(scope, debate.id);
  const progress = isOver(debate) ? await listProgress(scope, unit, debate.id) : {};
  const { counts } = await countMatters(scope, debate.id);
  return {
    ...(await getDebatePage(scope, unit, debate)),
    counts,
    hasMinutes,
    progress,
    origin: new URL(absolute("/")).origin,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { topic, startsAt, venueName } = data.debate;
  return [
    { title: `${topic} – Debata` },
    { name: "description", content: `${formatLongWithTime(startsAt)}, ${venueName}. ${data.unit.name}` },
  ];
};

export default function DebateRoute() {
  return <DebatePage {...useLoaderData<typeof loader>()} />;
}
