import { wordIn } from "~/platform/params.server";
import { calendarDate, isCalendarDate } from "~/platform/time";
import { MOTION_CATEGORIES, TASK_STATES } from "~db/vocabulary";
import type { TaskFilter } from "./queries.server";
import { TASK_VIEWS } from "./rules";

/** What an address of the list asks for; what it cannot mean is as if nobody had asked. */
export function readTaskQuery(query: URLSearchParams) {
  const text = (name: string) => query.get(name)?.slice(0, 200) || undefined;
  const state = wordIn(query.get("state"), TASK_STATES);
  return {
    show: state ? ("all" as const) : (wordIn(query.get("show"), [...TASK_VIEWS, "all"]) ?? "open"),
    state,
    category: wordIn(query.get("category"), MOTION_CATEGORIES),
    what: wordIn(query.get("what"), ["answered", "done"]),
    from: dayIn(query.get("from")),
    to: dayIn(query.get("to")),
    body: text("body"),
    debate: text("debate"),
    q: text("q"),
  };
}
type TaskQuery = ReturnType<typeof readTaskQuery>;

const dayIn = (text: string | null) => (text && isCalendarDate(text) ? calendarDate(text) : undefined);

/** The same as the queries take it; of what happened, all three are said, or none counts. */
export const filterOf = ({ show, state, body, debate, q, category, what, from, to }: TaskQuery): TaskFilter => ({
  ...{ state, bodyId: body, debateId: debate, q, category, show: show === "all" ? undefined : show },
  happened: what && from && to ? { what, from, to } : undefined,
});
