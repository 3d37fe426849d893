import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { list } from "~/domain/tasks/messages.page.pl";
import { countTasks, listTaskFilters, listTasks } from "~/domain/tasks/queries.server";
import { TASK_VIEWS } from "~/domain/tasks/rules";
import { TasksPage, taskQuery } from "~/domain/tasks/ui/tasks-page";
import { wordIn } from "~/platform/params.server";
import { calendarDate, isCalendarDate } from "~/platform/time";
import { TASK_STATES } from "~db/vocabulary";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: `${list.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const { after, ...filter } = readQuery(new URL(request.url).searchParams);
  const asked = { state: filter.state, bodyId: filter.body, debateId: filter.debate, q: filter.q };
  const found = await listTasks(
    scope,
    { ...asked, show: filter.show === "all" ? undefined : filter.show, after, limit: PAGE + 1 },
    now,
  );
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  const path = `/o/${unit.slug}/tasks`;
  return {
    home: `/o/${unit.slug}`,
    now,
    filter,
    rows: found.slice(0, PAGE),
    counts: await countTasks(scope, asked, now),
    options: await listTaskFilters(scope),
    older: last ? path + taskQuery({ ...filter, after: `${last.dueOn},${last.id}` }) : null,
    newest: after ? path + taskQuery(filter) : null,
  };
}

function readQuery(query: URLSearchParams) {
  const text = (name: string) => query.get(name)?.slice(0, 200) || undefined;
  const [day = "", id = ""] = (text("after") ?? "").split(",");
  const state = wordIn(query.get("state"), TASK_STATES);
  return {
    show: state ? "all" : (wordIn(query.get("show"), [...TASK_VIEWS, "all"]) ?? "open"),
    state,
    body: text("body"),
    debate: text("debate"),
    q: text("q"),
    after: isCalendarDate(day) && id ? { dueOn: calendarDate(day), id } : undefined,
  };
}

export default function Tasks() {
  return <TasksPage {...useLoaderData<typeof loader>()} />;
}
