import { and, eq, inArray, isNull } from "drizzle-orm";
import { findSubmission } from "~/domain/history/queries.server";
import { decideMove as decideMotionMove, stateOf } from "~/domain/motions/rules";
import type { TableRow } from "~/platform/csv-read";
import { read } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import type { Scope } from "~/platform/scope";
import { bodies, debates, motions, tasks } from "~db/schema";
import { composeChanges, type SheetChange } from "./messages.cells.pl";
import type { SheetRefusal } from "./messages.sheet.pl";
import { refusals, type SheetColumn } from "./messages.sheet.pl";
import { listMotionsOfTasks, listTasks, type TaskFilter } from "./queries.server";
import { beyondPriorities, decideNewRow, decideRow, type SheetTask, type Wish } from "./rules.sheet";
import { type CellError, readRow, type SheetRow } from "./schema.sheet";

/** Beyond any debate that there ever was; a bound all the same. */
const MOST_OF_DEBATE = 20_000;
const AT_ONCE = 1000;

/** Tasks as a sheet shows them, by the filters of the list; one more than `limit` says that there are more. */
export async function listSheetTasks(scope: Scope, filter: TaskFilter, limit: number, now = new Date()) {
  const found = await listTasks(scope, { ...filter, limit: limit + 1 }, now);
  const ids = found.map(({ id }) => id);
  const more = new Map<string, { details: string; progress: number }>();
  const of = new Map<string, SheetTask["motions"]>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const rows = await read
      .select({ id: tasks.id, details: tasks.details, progress: tasks.progress })
      .from(tasks)
      .where(and(eq(tasks.organizationId, scope.organizationId), inArray(tasks.id, some)));
    for (const { id, ...rest } of rows) more.set(id, rest);
    for (const { taskId, number, sensitivity } of await listMotionsOfTasks(scope, some))
      of.set(taskId, [...(of.get(taskId) ?? []), { number, isSecret: sensitivity !== "public" }]);
  }
  return found.map(
    (task): SheetTask => ({
      ...task,
      ...(more.get(task.id) ?? { details: "", progress: 0 }),
      debate: `${task.debateNumber}/${task.debateYear}`,
      motions: of.get(task.id) ?? [],
    }),
  );
}

/** A file as it was read, and the versions of the tasks that it names at that moment. */
export type KeptSheet = {
  kind: "sheet";
  rows: TableRow<SheetColumn>[];
  ignored: string[];
  versions: Record<string, number>;
};
export type Applied = { changed: number; created: number; skipped: number };

/** Under which keys a preview and what came of it are kept. */
export const sheetKey = (id: string) => `sheet-${id}`;
export const appliedKey = (id: string) => `sheet-applied-${id}`;

export type NewRow = { debateId: string; motionIds: string[]; ownerBodyId: string; row: SheetRow };
export type PlannedRow = { row: number; number: string; title: string } & (
  | { kind: "same" }
  | { kind: "error"; errors: CellError[] }
  | { kind: "change"; taskId: string; version: number; wish: Wish; changes: SheetChange[] }
  | { kind: "new"; value: NewRow }
);

/** A preview that was kept, decided anew over what is stored now; undefined when it is gone. */
export async function planKeptSheet(scope: Scope, id: string, now = new Date()) {
  const kept = (await findSubmission(scope, sheetKey(id))) as { value?: KeptSheet } | undefined;
  if (kept?.value?.kind !== "sheet") return undefined;
  const { rows, ignored, versions } = kept.value;
  const applied = (await findSubmission(scope, appliedKey(id))) as { value?: Applied } | undefined;
  const plan = await planSheet(scope, rows, now);
  // Somebody changed after the upload what a row would change: then nothing of the file is written.
  const stale = plan.filter((one) => one.kind !== "same" && isOther(versions[one.number], one));
  return { plan, ignored, stale, applied: applied?.value ?? null };
}

const isOther = (version: number | undefined, one: PlannedRow & { current?: number }) =>
  version !== undefined && one.current !== undefined && version !== one.current;

/** The versions that a file is measured against when it is confirmed. */
export async function versionsOf(scope: Scope, rows: readonly TableRow<SheetColumn>[]) {
  const { byNumber } = await contextOf(
    scope,
    readAll(rows).flatMap(({ row }) => row ?? []),
  );
  return Object.fromEntries([...byNumber].map(([number, { version }]) => [number, version]));
}

type Read = { at: number; row?: SheetRow; errors?: CellError[]; number: string; title: string };
const readAll = (rows: readonly TableRow<SheetColumn>[]): Read[] =>
  rows.map((raw) => {
    const read = readRow(raw);
    const shown = { at: raw.row, number: raw.cells.number ?? "", title: raw.cells.title ?? "" };
    return "row" in read
      ? { ...shown, row: read.row, number: read.row.number ?? "" }
      : { ...shown, errors: read.errors };
  });

/** Row by row: nothing, what changes, what is new, or why it cannot be. */
export async function planSheet(scope: Scope, rows: readonly TableRow<SheetColumn>[], now: Date) {
  const all = readAll(rows);
  const context = await contextOf(
    scope,
    all.flatMap(({ row }) => row ?? []),
  );
  const numbers = all.flatMap(({ row }) => row?.number ?? []);
  const doubles = new Set(numbers.filter((number, i) => numbers.indexOf(number) !== i));
  const plan = all.map(({ at, row, errors, ...shown }): PlannedRow & { current?: number } => {
    const refused = (...found: [keyof SheetRow, SheetRefusal][]) => ({
      ...{ row: at, ...shown, kind: "error" as const },
      errors: found.map(([column, reason]) => ({ column: column as SheetColumn, sentence: refusals[reason] })),
    });
    if (!row) return { row: at, ...shown, kind: "error", errors: errors ?? [] };
    if (row.number === null) {
      const made = newRow(row, context, now);
      return "value" in made ? { row: at, ...shown, kind: "new", value: made.value } : refused(...made.refusals);
    }
    const task = context.byNumber.get(row.number);
    if (!task) return refused(["number", "unknown_number"]);
    if (doubles.has(row.number)) return refused(["number", "double_number"]);
    const { wish, changed, refusals: found } = decideRow(task, row, now);
    const current = task.version;
    if (found.length > 0)
      return {
        ...refused(...found.map(({ column, reason }): [keyof SheetRow, SheetRefusal] => [column, reason])),
        current,
      };
    if (changed.length === 0) return { row: at, ...shown, kind: "same", current };
    const changes = composeChanges(task, row, changed);
    return { row: at, ...shown, kind: "change", taskId: task.id, version: task.version, wish, changes, current };
  });
  const beyond = beyondPriorities(context.priorities, plan.flatMap(priorityOf));
  return plan.map((one) =>
    beyond.has(one.row)
      ? {
          ...one,
          kind: "error" as const,
          errors: [{ column: "priority" as const, sentence: refusals.too_many_priorities }],
        }
      : one,
  );
}

function priorityOf(one: PlannedRow) {
  if (one.kind === "new" && one.value.row.priority)
    return [{ row: one.row, debate: one.value.row.debate ?? "", priority: true }];
  if (one.kind !== "change" || one.wish.priority === undefined) return [];
  return [{ row: one.row, debate: one.number.replace(/\/Z\d+$/, ""), priority: one.wish.priority }];
}

function newRow(
  row: SheetRow,
  context: Context,
  now: Date,
): { value: NewRow } | { refusals: [keyof SheetRow, SheetRefusal][] } {
  const found = decideNewRow(row, now).map(({ column, reason }): [keyof SheetRow, SheetRefusal] => [column, reason]);
  const debateId = context.debateIds.get(row.debate ?? "");
  if (row.debate && !debateId) found.push(["debate", "unknown_debate"]);
  const named = context.bodyIds.get(foldForSearch(row.owner)) ?? [];
  if (named.length !== 1) found.push(["owner", named.length > 1 ? "double_body" : "unknown_body"]);
  const chosen = (row.motions ?? []).map((number) => context.motions.get(number));
  if (debateId && chosen.some((motion) => motion?.debateId !== debateId)) found.push(["motions", "unknown_motion"]);
  else if (chosen.some((motion) => motion && !motion.mayBecomeTask)) found.push(["motions", "motion_decided"]);
  const [ownerBodyId] = named;
  if (found.length > 0 || !debateId || !ownerBodyId) return { refusals: found };
  return { value: { debateId, ownerBodyId, motionIds: chosen.flatMap((motion) => motion?.id ?? []), row } };
}

type Context = Awaited<ReturnType<typeof contextOf>>;

/** Everything that the rows name, in few questions. */
async function contextOf(scope: Scope, rows: readonly SheetRow[]) {
  const mine = <T extends typeof debates | typeof bodies | typeof motions>(table: T) =>
    eq(table.organizationId, scope.organizationId);
  const named = new Set(rows.flatMap(({ number, debate }) => number?.replace(/\/Z\d+$/, "") ?? debate ?? []));
  const held = await read
    .select({ id: debates.id, number: debates.number, year: debates.year })
    .from(debates)
    .where(mine(debates));
  const debateIds = new Map<string, string>(
    held.map(({ id, number, year }) => [`${number}/${year}`, id] as const).filter(([number]) => named.has(number)),
  );
  const byNumber = new Map<string, SheetTask>();
  for (const debateId of debateIds.values())
    for (const task of await listSheetTasks(scope, { debateId }, MOST_OF_DEBATE)) byNumber.set(task.number, task);

  const bodyIds = new Map<string, string[]>();
  const fresh = rows.filter(({ number }) => number === null);
  if (fresh.length > 0)
    for (const { id, name } of await read
      .select({ id: bodies.id, name: bodies.name })
      .from(bodies)
      .where(and(mine(bodies), isNull(bodies.archivedAt))))
      bodyIds.set(foldForSearch(name), [...(bodyIds.get(foldForSearch(name)) ?? []), id]);
  const numbers = [...new Set(fresh.flatMap((row) => row.motions ?? []))];
  const raised = new Map<string, { id: string; debateId: string; mayBecomeTask: boolean }>();
  for (let at = 0; at < numbers.length; at += AT_ONCE)
    for (const { number, id, debateId, status, outcome } of await read
      .select({
        number: motions.number,
        id: motions.id,
        debateId: motions.debateId,
        status: motions.status,
        outcome: motions.outcome,
      })
      .from(motions)
      .where(and(mine(motions), inArray(motions.number, numbers.slice(at, at + AT_ONCE)))))
      raised.set(number, {
        id,
        debateId,
        mayBecomeTask: decideMotionMove(stateOf({ status, outcome }), "link_task").ok,
      });
  const priorities = new Map<string, number>();
  for (const { debate, priority, state } of byNumber.values())
    if (priority && state !== "transferred") priorities.set(debate, (priorities.get(debate) ?? 0) + 1);
  return { byNumber, debateIds, bodyIds, motions: raised, priorities };
}
