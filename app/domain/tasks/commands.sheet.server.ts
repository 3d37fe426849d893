import { once, recordEvent } from "~/domain/history/commands.server";
import { readTable } from "~/platform/csv-read";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { amendTask } from "./commands.amend.server";
import { prioritizeTask } from "./commands.decisions.server";
import { extendTask, giveTask, moveTask } from "./commands.server";
import type { SheetRefusal } from "./messages.sheet.pl";
import { columns, MOST_BYTES, MOST_ROWS } from "./messages.sheet.pl";
import {
  type Applied,
  appliedKey,
  type KeptSheet,
  type NewRow,
  type PlannedRow,
  planKeptSheet,
  sheetKey,
  versionsOf,
} from "./queries.sheet.server";
import type { Wish } from "./rules.sheet";

/** Keeps a file for its preview, with the versions of the tasks that it names; nothing of it is written yet. */
export async function keepSheet(scope: Scope, id: string, bytes: Uint8Array) {
  const table = readTable(bytes, { columns, mostBytes: MOST_BYTES, mostRows: MOST_ROWS });
  if (!table.ok) return table;
  const { rows, ignored } = table.value;
  return once(scope, sheetKey(id), async () =>
    allow<KeptSheet>({ kind: "sheet", rows, ignored, versions: await versionsOf(scope, rows) }),
  );
}

/** A row that its own command refuses although the preview allowed it: then nothing at all is written. */
class RowRefused extends Error {
  constructor(
    readonly row: number,
    readonly reason: SheetRefusal,
  ) {
    super(`Row ${row}: ${reason}`);
  }
}

/**
 * Writes all rows of a preview that are right, in one transaction; or none, when somebody has changed one of these
 * tasks since the file was read. A preview has one effect, however often it is confirmed.
 */
export async function applySheet(scope: Scope, id: string, now = new Date()) {
  try {
    return await once(scope, appliedKey(id), () => inTransaction(() => writeRows(scope, id, now)));
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    return { ...refuse("row_refused"), row: error.row, because: error.reason };
  }
}

async function writeRows(scope: Scope, id: string, now: Date) {
  const kept = await planKeptSheet(scope, id, now);
  if (!kept) return refuse("expired");
  if (kept.stale.length > 0) return refuse("changed_meanwhile");
  const done: Applied = { changed: 0, created: 0, skipped: 0 };
  for (const one of [...kept.plan].sort((a, b) => gives(a) - gives(b))) {
    if (one.kind === "error") done.skipped++;
    if (one.kind === "change") done.changed++;
    if (one.kind === "new") done.created++;
    await writeRow(scope, one, now);
  }
  if (done.changed + done.created === 0) return refuse("nothing");
  await recordEvent(scope, { action: "tasks_imported", subjectId: id, data: done }, now);
  return allow(done);
}

/** A debate has three priorities: what gives one up comes before what takes one. */
function gives(one: PlannedRow): number {
  if (one.kind === "new") return one.value.row.priority ? 1 : 0;
  return one.kind !== "change" || one.wish.priority === undefined ? 0 : one.wish.priority ? 1 : -1;
}

async function writeRow(scope: Scope, one: PlannedRow, now: Date) {
  const results =
    one.kind === "new"
      ? [await create(scope, one.value, now)]
      : one.kind === "change"
        ? await change(scope, one.taskId, one.version, one.wish, now)
        : [];
  for (const result of results) if (!result.ok) throw new RowRefused(one.row, result.reason);
}

const create = (scope: Scope, { debateId, motionIds, ownerBodyId, row }: NewRow, now: Date) =>
  giveTask(
    scope,
    debateId,
    {
      ...{ motionIds, ownerBodyId, title: row.title, details: row.details ?? "", dueOn: row.dueOn },
      ...{ dueBasis: row.dueBasis ?? "commitment", priority: row.priority ?? false, internal: row.internal ?? false },
    },
    now,
  );

/** Each part by its own command; the first is measured against the version that was previewed. */
async function change(scope: Scope, id: string, version: number, { amend, priority, extend, move }: Wish, now: Date) {
  let at = version;
  const results: ({ ok: true } | { ok: false; reason: SheetRefusal })[] = [];
  if (amend) results.push(await amendTask(scope, id, at++, amend, now));
  if (priority !== undefined) results.push(await prioritizeTask(scope, id, at++, priority, now));
  if (extend) results.push(await extendTask(scope, id, at++, extend, now));
  if (move) results.push(await moveTask(scope, id, at++, move, now));
  return results;
}
