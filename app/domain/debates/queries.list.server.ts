import type { Scope } from "~/platform/scope";
import { formatShortWithTime } from "~/platform/time";
import { list } from "./messages.form.pl";
import { numberOf } from "./messages.pl";
import { countDebates, type Debate, findFirstYear, listDebates, listNumbers } from "./queries.server";
import { countViews, type DebateView, readCursor, VIEW_STATUSES, writeCursor } from "./rules.views";

const PAGE = 20;

/** One page of the office's list, with the numbers on its tabs. */
export async function loadDebateList(
  scope: Scope,
  { view, q, after }: { view: DebateView; q: string; after: string | null },
) {
  const [counts, since, found] = await Promise.all([
    countDebates(scope),
    findFirstYear(scope),
    listDebates(scope, { status: VIEW_STATUSES[view], q, before: readCursor(after), limit: PAGE + 1 }),
  ]);
  const debates = found.slice(0, PAGE);
  const evaluated = debates.flatMap(({ evaluatesDebateId }) => evaluatesDebateId ?? []);
  const numbers = new Map((await listNumbers(scope, evaluated)).map((row) => [row.id, numberOf(row)]));
  const last = debates.at(-1);
  return {
    counts: countViews(counts),
    since,
    rows: debates.map((debate) => rowOf(debate, numbers)),
    next: found.length > PAGE && last ? writeCursor(last) : null,
  };
}

const rowOf = (debate: Debate, numbers: Map<string, string>) => ({
  id: debate.id,
  topic: debate.topic,
  number: debate.number,
  year: debate.year,
  kind: debate.kind,
  status: debate.status,
  statusReason: debate.statusReason,
  term: debate.datePending ? list.noDate : formatShortWithTime(debate.startsAt),
  evaluates: numbers.get(debate.evaluatesDebateId ?? ""),
});
