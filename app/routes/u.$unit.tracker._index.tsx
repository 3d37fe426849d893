import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readVoices } from "~/domain/followers/queries.voices.server";
import { openUnit } from "~/domain/organizations/gate.server";
import { tracker } from "~/domain/tasks/messages.tracker.pl";
import { getTrackerPage } from "~/domain/tasks/queries.tracker-page.server";
import { TrackerPage } from "~/domain/tasks/ui/tracker-page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: TrackerPage };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const [path, title] = [`/u/${data?.unit.slug}`, `${tracker.title} – ${data?.unit.name}`];
  const other = (href: string, type: string, name: string) => ({
    tagName: "link",
    rel: "alternate",
    type,
    title: `${tracker.title}: ${name}`,
    href,
  });
  return [
    { title },
    { name: "description", content: tracker.lead },
    other(`${path}/feed.atom`, "application/atom+xml", tracker.data.atom),
    other(`${path}/tracker.csv${location.search}`, "text/csv", tracker.data.csv),
    other(`${path}/tracker.json${location.search}`, "application/json", tracker.data.json),
  ];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  return {
    unit,
    ...(await getTrackerPage(scope, new URL(request.url).searchParams, (rows) => readVoices(scope, rows))),
  };
}

export default function Tracker() {
  return <TrackerPage {...useLoaderData<typeof loader>()} />;
}
