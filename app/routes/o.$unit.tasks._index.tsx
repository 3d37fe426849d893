import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readDoubts } from "~/domain/followers/queries.voices.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { list } from "~/domain/tasks/messages.page.pl";
import { filterOf, readTaskQuery } from "~/domain/tasks/queries.list.server";
import { countTasks, listTaskFilters, listTasks } from "~/domain/tasks/queries.server";
import { TasksPage, taskQuery } from "~/domain/tasks/ui/tasks-page";
import { calendarDate, isCalendarDate } from "~/platform/time";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: `${list.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const filter = readTaskQuery(query);
  const after = keyIn(query.get("after"));
  const asked = filterOf(filter);
  const found = await listTasks(scope, { ...asked, after, limit: PAGE + 1 }, now);
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  const rows = found.slice(0, PAGE);
  const doubts = await readDoubts(scope, rows);
  const path = `/o/${unit.slug}/tasks`;
  return {
    home: `/o/${unit.slug}`,
    now,
    filter,
    happened: asked.happened ?? null,
    rows: rows.map((row) => ({ ...row, doubt: doubts.get(row.id) })),
    counts: await countTasks(scope, { ...asked, show: undefined }, now),
    options: await listTaskFilters(scope),
    older: last ? path + taskQuery({ ...filter, after: `${last.dueOn},${last.id}` }) : null,
    newest: after ? path + taskQuery(filter) : null,
  };
}

function keyIn(text: string | null) {
  const [day = "", id = ""] = (text?.slice(0, 200) ?? "").split(",");
  return isCalendarDate(day) && id ? { dueOn: calendarDate(day), id } : undefined;
}

export default function Tasks() {
  return <TasksPage {...useLoaderData<typeof loader>()} />;
}
