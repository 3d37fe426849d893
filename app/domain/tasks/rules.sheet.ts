import { allow, type Outcome, refuse } from "~/platform/outcome";
import { cleanLine, cleanParagraph } from "~/platform/text";
import { today } from "~/platform/time";
import type { CalendarDate, DueBasis, TaskState } from "~db/vocabulary";
import type { SheetRefusal } from "./messages.sheet.pl";
import { decideExtension, decideMove, decidePriority, type ExtensionRefusal, type MoveRefusal } from "./rules";
import type { SheetRow } from "./schema.sheet";

/** A task as the sheet shows it. */
export type SheetTask = {
  id: string;
  number: string;
  title: string;
  details: string;
  ownerName: string;
  state: TaskState;
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  priority: boolean;
  internal: boolean;
  progress: number;
  budgetYear: number | null;
  result: string;
  /** "3/2026" */
  debate: string;
  motions: { number: string; isSecret: boolean }[];
  version: number;
};

export type Amendment = Partial<Pick<SheetTask, "title" | "details" | "internal">>;
/** What a row asks for; nothing of it is written without the commands' own rules. */
export type Wish = {
  amend?: Amendment;
  priority?: boolean;
  extend?: { dueOn: CalendarDate; text: string };
  move?: { to: TaskState; text: string; budgetYear: number | null };
};
export type ChangedColumn = "title" | "details" | "priority" | "internal" | "dueOn" | "state" | "result" | "budgetYear";
export type RowRefusal = { column: keyof SheetRow; reason: SheetRefusal };
export type RowDecision = { wish: Wish; changed: ChangedColumn[]; refusals: RowRefusal[] };

const sameLine = (a: string, b: string) => cleanLine(a) === cleanLine(b);
const sameText = (a: string, b: string) => cleanParagraph(a) === cleanParagraph(b);

/** What a row changes of its task, and what of it may not be; a row is taken whole or not at all. */
export function decideRow(task: SheetTask, row: SheetRow, now: Date): RowDecision {
  const wish: Wish = {};
  const changed: ChangedColumn[] = [];
  const refusals: RowRefusal[] = [];
  const no = (column: keyof SheetRow, reason: SheetRefusal) => refusals.push({ column, reason });

  if (!sameLine(row.owner, task.ownerName)) no("owner", "owner_changed");
  if (row.dueBasis && row.dueBasis !== task.dueBasis) no("dueBasis", "basis_changed");
  if (row.progress !== undefined && (row.progress ?? 0) !== task.progress) no("progress", "progress_changed");
  if (row.debate && row.debate !== task.debate) no("debate", "origin_changed");
  if (
    row.motions &&
    row.motions.length > 0 &&
    !sameSet(
      row.motions,
      task.motions.map(({ number }) => number),
    )
  )
    no("motions", "origin_changed");

  const amend = amendmentOf(task, row);
  const names = Object.keys(amend) as (keyof Amendment)[];
  if (names.length > 0) {
    const decision = decideAmendment(task, amend);
    if (!decision.ok) no(decision.reason === "secret_motion" ? "internal" : "title", decision.reason);
    wish.amend = amend;
    changed.push(...names);
  }
  if (row.priority !== undefined && row.priority !== task.priority) {
    if (task.state === "transferred") no("priority", "closed");
    wish.priority = row.priority;
    changed.push("priority");
  }
  if (row.dueOn !== task.dueOn) {
    const extend = { dueOn: row.dueOn, text: row.reason ?? "" };
    const decision = decideExtension(task, extend, now);
    if (!decision.ok) no(EXTENSION_COLUMN[decision.reason] ?? "dueOn", decision.reason);
    wish.extend = extend;
    changed.push("dueOn");
  }
  decideState(task, row, now, { wish, changed, no });
  for (const column of changed) if (String(row[column] ?? "").includes("\ufffd")) no(column, "garbled");
  // Over an old sheet each difference may be somebody else's newer word: one sentence says it all.
  const isOld = row.version !== undefined && row.version !== null && row.version !== task.version;
  if (isOld && changed.length + refusals.length > 0)
    return { wish, changed, refusals: [{ column: "version", reason: "stale_sheet" }] };
  return { wish, changed, refusals };
}

const EXTENSION_COLUMN: Partial<Record<ExtensionRefusal, keyof SheetRow>> = { reason_required: "reason" };
const MOVE_COLUMN: Partial<Record<MoveRefusal, keyof SheetRow>> = {
  news_required: "result",
  reason_required: "result",
  result_required: "result",
  year_required: "budgetYear",
  year_past: "budgetYear",
};

type Into = Pick<RowDecision, "wish" | "changed"> & { no: (column: keyof SheetRow, reason: SheetRefusal) => unknown };

function decideState(task: SheetTask, row: SheetRow, now: Date, { wish, changed, no }: Into) {
  const to = row.state ?? task.state;
  const isNews = row.result !== undefined && !sameText(row.result, task.result);
  const hasYear = row.budgetYear !== undefined && row.budgetYear !== task.budgetYear;
  if (to === task.state && !isNews) {
    if (hasYear) no("budgetYear", "year_alone");
    return;
  }
  if (to === task.state && to !== "in_progress") return no("result", "result_alone");
  const move = { to, text: isNews ? (row.result ?? "") : "", budgetYear: row.budgetYear ?? null };
  const decision = decideMove(task, move, "staff", now);
  if (!decision.ok) no(MOVE_COLUMN[decision.reason] ?? "state", decision.reason);
  wish.move = move;
  if (to !== task.state) changed.push("state");
  if (isNews) changed.push("result");
  if (hasYear && to === "needs_funds") changed.push("budgetYear");
}

function amendmentOf(task: SheetTask, row: SheetRow): Amendment {
  const amend: Amendment = {};
  if (!sameLine(row.title, task.title)) amend.title = row.title;
  if (row.details !== undefined && !sameText(row.details, task.details)) amend.details = row.details;
  if (row.internal !== undefined && row.internal !== task.internal) amend.internal = row.internal;
  return amend;
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();

export type AmendmentRefusal = "closed" | "secret_motion";

/** The words and the marks of a task may be put right as long as it is followed here; what is secret stays so. */
export function decideAmendment(
  task: { state: TaskState; motions: readonly { isSecret: boolean }[] },
  amend: Amendment,
): Outcome<true, AmendmentRefusal> {
  if (task.state === "transferred") return refuse("closed");
  const isOpened = amend.internal === false && task.motions.some(({ isSecret }) => isSecret);
  return isOpened ? refuse("secret_motion") : allow(true);
}

/** A new task comes from motions of one debate, with a day that has not passed, and nothing said about it yet. */
export function decideNewRow(row: SheetRow, now: Date): RowRefusal[] {
  const refusals: RowRefusal[] = [];
  if (!row.debate) refusals.push({ column: "debate", reason: "required" });
  if (!row.motions?.length) refusals.push({ column: "motions", reason: "no_motions" });
  if (!row.dueBasis) refusals.push({ column: "dueBasis", reason: "required" });
  if (row.dueOn < today(now)) refusals.push({ column: "dueOn", reason: "date_past" });
  if ((row.state ?? "new") !== "new" || row.progress || row.result || row.budgetYear)
    refusals.push({ column: "state", reason: "new_state" });
  return refusals;
}

/** How the rows of a sheet leave the priorities of their debate: what is taken back makes room first. */
export function beyondPriorities(
  before: ReadonlyMap<string, number>,
  rows: readonly { row: number; debate: string; priority: boolean }[],
): Set<number> {
  const many = new Map(before);
  const add = (debate: string, by: number) => many.set(debate, (many.get(debate) ?? 0) + by);
  for (const { debate, priority } of rows) if (!priority) add(debate, -1);
  const refused = new Set<number>();
  for (const { row, debate, priority } of rows)
    if (priority && decidePriority(many.get(debate) ?? 0).ok) add(debate, 1);
    else if (priority) refused.add(row);
  return refused;
}
