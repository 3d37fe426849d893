import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { matter } from "~/domain/tasks/messages.tracker.pl";
import { getTrackedMotion, listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import { numberFromPath } from "~/domain/tasks/rules.tracker";
import { TrackedPage } from "~/domain/tasks/ui/tracked-page";
import { nameIn, notFound } from "~/platform/params.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${matter.title(data?.motion.number ?? "")} – ${data?.unit.name}` },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const { id, ...motion } = await getTrackedMotion(scope, numberFromPath(nameIn(params.number)) ?? notFound());
  const tasks = motion.mergedInto ? [] : await listPublicTasks(scope, [id]);
  const entries = await listPublicEntries(
    scope,
    tasks.map((task) => task.id),
  );
  return { unit, now: new Date(), motion, tasks, entries };
}

export default function Tracked() {
  return <TrackedPage {...useLoaderData<typeof loader>()} />;
}
