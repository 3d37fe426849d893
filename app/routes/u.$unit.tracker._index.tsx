import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { tracker } from "~/domain/tasks/messages.tracker.pl";
import { countTracker, listTrackedDebates, listTracker, readTrackerQuery } from "~/domain/tasks/queries.tracker.server";
import { TrackerPage } from "~/domain/tasks/ui/tracker-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${tracker.title} – ${data?.unit.name}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const now = new Date();
  const { query, filter } = readTrackerQuery(new URL(request.url).searchParams);
  const total = await countTracker(scope, {}, now);
  const isFiltered = Object.values(query).some(Boolean);
  return {
    unit,
    now,
    query,
    ...(await listTracker(scope, filter, now)),
    total,
    found: isFiltered ? (await countTracker(scope, filter, now)).all : total.all,
    debates: await listTrackedDebates(scope),
  };
}

export default function Tracker() {
  return <TrackerPage {...useLoaderData<typeof loader>()} />;
}
