import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendTask } from "~/domain/tasks/commands.amend.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { applySheet, keepSheet } from "~/domain/tasks/commands.sheet.server";
import { sheetCsv } from "~/domain/tasks/messages.cells.pl";
import { columns, MOST_BYTES, MOST_ROWS } from "~/domain/tasks/messages.sheet.pl";
import { previewOf } from "~/domain/tasks/queries.preview.server";
import { getTask, listTasks } from "~/domain/tasks/queries.server";
import { listSheetTasks, planKeptSheet, planSheet } from "~/domain/tasks/queries.sheet.server";
import { readTable } from "~/platform/csv-read";
import { inTransaction, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { cleanLine, cleanParagraph } from "~/platform/text";
import { calendarDate } from "~/platform/time";
import { counters, tasks } from "~db/schema";
import { anAdmittedMotion } from "../../setup/factories.motions";
import { aTask } from "../../setup/factories.tasks";
import { bytesOf, edited, exported, type SheetCells } from "../../setup/task-sheet";

const NOW = new Date("2026-04-01T08:00:00Z");
const id = () => crypto.randomUUID();

/** Two tasks of one debate, and a third row in hand. */
async function twoTasks() {
  const first = await aTask({ title: "Latarnie", details: "Przy\nalejce" });
  const { scope, debateId, body } = first;
  const second = await aTask({ title: "Ławki", dueOn: calendarDate("2026-04-21") }, { scope, debateId, body });
  return { ...first, second: second.task };
}

async function upload(scope: Scope, csv: string | Uint8Array) {
  const key = id();
  const kept = await keepSheet(scope, key, typeof csv === "string" ? bytesOf(csv) : csv);
  if (!kept.ok) throw new Error(kept.reason);
  return key;
}
const kindsOf = async (scope: Scope, key: string) =>
  (await planKeptSheet(scope, key, NOW))?.plan.map((one) =>
    one.kind === "error" ? one.errors.map(({ column }) => column).join() : one.kind,
  );

/** Changes the cells of some rows by their titles. */
const by =
  (changes: Record<string, SheetCells>, ...more: SheetCells[]) =>
  (rows: SheetCells[]) => [...rows.map((row) => ({ ...row, ...changes[row.title ?? ""] })), ...more];

describe("there and back", () => {
  test("what nobody touched is unchanged, and confirming it writes nothing", async () => {
    const { scope } = await twoTasks();
    const key = await upload(scope, await exported(scope));
    expect(await kindsOf(scope, key)).toEqual(["same", "same"]);
    expect(await applySheet(scope, key, NOW)).toEqual({ ok: false, reason: "nothing" });
  });

  test("whatever stands in the texts", async () => {
    const { scope, task } = await twoTasks();
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            "=",
            "+",
            "-",
            "@",
            "'",
            '"',
            ";",
            ",",
            "\t",
            "\r\n",
            "\n",
            "1",
            ".",
            "2026",
            " ",
            "ą",
            "👮‍♀️",
            "＝",
          ),
        )
        .map((parts) => parts.join("")),
      fc.constantFrom("=1+1", "'=1", "''=1", "0012", "12.03", "3 maja", "PRAWDA", "sep=;", '"', "’", "1e5", "'12"),
    );
    const [sheetTask] = (await listSheetTasks(scope, {}, 10)).filter((one) => one.id === task.id);
    if (!sheetTask) throw new Error("No task");
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (title, details, result) => {
        const texts = {
          title: cleanLine(title) || "x",
          details: cleanParagraph(details),
          result: cleanParagraph(result),
        };
        await inTransaction(async () => void (await write.update(tasks).set(texts)));
        const csv = sheetCsv(await listSheetTasks(scope, {}, 10));
        const table = readTable(bytesOf(csv), { columns, mostBytes: MOST_BYTES, mostRows: MOST_ROWS });
        if (!table.ok) throw new Error(table.reason);
        for (const one of await planSheet(scope, table.value.rows, NOW)) expect(one).toMatchObject({ kind: "same" });
      }),
      { numRuns: 60 },
    );
  });

  test("columns that are not there stay as they are", async () => {
    const { scope, task } = await twoTasks();
    const few = ["number", "title", "owner", "state", "dueOn"] as const;
    const key = await upload(scope, edited(await exported(scope), by({ Latarnie: { title: "Lampy" } }), few));
    expect(await kindsOf(scope, key)).toEqual(["change", "same"]);
    expect(await applySheet(scope, key, NOW)).toMatchObject({ ok: true });
    expect(await getTask(scope, task.id)).toMatchObject({ title: "Lampy", details: "Przy\nalejce" });
  });
});

describe("confirmed", () => {
  test("all that is right is written at once, each by its own rules; what is wrong is left out", async () => {
    const { scope, task, second, debateId, body } = await twoTasks();
    const motion = await anAdmittedMotion(scope, debateId);
    const fresh = {
      ...{ number: "", title: "Kosze", owner: body.name, state: "", dueOn: "30.04.2026", dueBasis: "ustalenie debaty" },
      ...{ debate: `${task.debateNumber}/${task.debateYear}`, motions: motion.number, priority: "tak" },
    };
    const csv = edited(
      await exported(scope),
      by(
        {
          Latarnie: {
            title: "Lampy",
            state: "W realizacji",
            result: "Jest projekt.",
            dueOn: "11.05.2026",
            reason: "Przetarg.",
          },
          Ławki: { owner: "Ktoś inny" },
        },
        fresh,
        { ...fresh, title: "Bez wniosku", motions: "9/2026/99" },
        { ...fresh, number: "9/2026/Z1", state: "Nowe" },
      ),
    );
    const key = await upload(scope, csv);
    expect(await kindsOf(scope, key)).toEqual(["change", "owner", "new", "motions", "number"]);
    expect((await previewOf(scope, key, NOW))?.changeRows[0]?.changes).toEqual([
      { column: "title", from: "Latarnie", to: "Lampy" },
      { column: "dueOn", from: "20.04.2026", to: "11.05.2026" },
      { column: "state", from: "Nowe", to: "W realizacji" },
      { column: "result", from: "", to: "Jest projekt." },
    ]);
    expect(await listTasks(scope)).toHaveLength(2);

    const done = { ok: true, value: { changed: 1, created: 1, skipped: 3 } };
    expect(await Promise.all([applySheet(scope, key, NOW), applySheet(scope, key, NOW)])).toEqual([done, done]);
    expect(await listTasks(scope)).toHaveLength(3);
    const now = await getTask(scope, task.id);
    expect(now).toMatchObject({ title: "Lampy", state: "in_progress", dueOn: "2026-05-11", result: "Jest projekt." });
    expect(now.entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["extension", "state"]));
    expect(await listTasks(scope, { q: "lampy" })).toHaveLength(1);
    expect(await getTask(scope, second.id)).toMatchObject({ ownerName: body.name, version: second.version });
    const [made] = await listTasks(scope, { q: "kosze" });
    expect(made).toMatchObject({ state: "new", priority: true, dueOn: "2026-04-30", dueBasis: "commitment" });
    expect((await previewOf(scope, key, NOW))?.applied).toEqual(done.value);
  });

  test("over what somebody has changed meanwhile: nothing is written, and the row is named", async () => {
    const { scope, task, second } = await twoTasks();
    const csv = edited(await exported(scope), by({ Latarnie: { title: "Lampy" }, Ławki: { title: "Kosze" } }));
    const key = await upload(scope, csv);
    await moveTask(scope, second.id, undefined, { to: "accepted", text: "" }, NOW);
    expect((await previewOf(scope, key, NOW))?.stale).toMatchObject([{ row: 3, number: second.number }]);
    expect(await applySheet(scope, key, NOW)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await getTask(scope, task.id)).title).toBe("Latarnie");

    // The same file once more: now its own version says that the sheet is old, and only this row is left out.
    const again = await upload(scope, csv);
    expect(await kindsOf(scope, again)).toEqual(["change", "version"]);
    expect(await applySheet(scope, again, NOW)).toMatchObject({ value: { changed: 1, skipped: 1 } });
  });

  test("when the last row cannot be written, none is", async () => {
    const { scope, task, debateId, body } = await twoTasks();
    const motion = await anAdmittedMotion(scope, debateId);
    const fresh = {
      ...{ number: "", title: "Kosze", owner: body.name, dueOn: "30.04.2026", dueBasis: "ustalenie debaty" },
      ...{ debate: `${task.debateNumber}/${task.debateYear}`, motions: motion.number },
    };
    const key = await upload(scope, edited(await exported(scope), by({ Latarnie: { title: "Lampy" } }, fresh)));
    expect(await kindsOf(scope, key)).toEqual(["change", "same", "new"]);
    // The number that the new task would get is taken.
    const mine = and(eq(counters.organizationId, scope.organizationId), eq(counters.name, `tasks:${debateId}`));
    await inTransaction(async () => void (await write.update(counters).set({ value: 0 }).where(mine)));
    await expect(applySheet(scope, key, NOW)).rejects.toThrow();
    expect(await getTask(scope, task.id)).toMatchObject({ title: "Latarnie", version: task.version });
    expect((await previewOf(scope, key, NOW))?.applied).toBeNull();
  });

  test("a preview that never was, or of something else, is not there", async () => {
    const { scope } = await twoTasks();
    expect(await previewOf(scope, "x")).toBeUndefined();
    expect(await applySheet(scope, "x", NOW)).toEqual({ ok: false, reason: "expired" });
  });
});

test("priorities are handed over within three, the row that gives one up first", async () => {
  const { scope, debateId, body, task } = await twoTasks();
  for (const title of ["A", "B", "C"])
    await aTask({ title, priority: true, dueOn: calendarDate("2026-05-01") }, { scope, debateId, body });
  const csv = await exported(scope);
  const over = await upload(scope, edited(csv, by({ Latarnie: { priority: "tak" } })));
  expect(await kindsOf(scope, over)).toEqual(["priority", "same", "same", "same", "same"]);
  const key = await upload(scope, edited(csv, by({ Latarnie: { priority: "tak" }, B: { priority: "nie" } })));
  expect(await applySheet(scope, key, NOW)).toMatchObject({ value: { changed: 2, skipped: 0 } });
  expect((await getTask(scope, task.id)).priority).toBe(true);
});

test("a number that stands twice is refused in both rows", async () => {
  const { scope } = await twoTasks();
  const key = await upload(
    scope,
    edited(await exported(scope), (rows) => [...rows, { ...rows[0], title: "Drugi raz" }]),
  );
  expect(await kindsOf(scope, key)).toEqual(["number", "same", "number"]);
});

test("words are put right over the version that was read, and found by their new ones", async () => {
  const { scope, task } = await twoTasks();
  expect(await amendTask(scope, task.id, task.version, { title: "Lampy", internal: true }, NOW)).toMatchObject({
    ok: true,
  });
  expect(await amendTask(scope, task.id, task.version, { title: "Inne" }, NOW)).toEqual({ ok: false, reason: "stale" });
  expect(await listTasks(scope, { q: "latarnie" })).toEqual([]);
  expect(await listTasks(scope, { q: "lampy" })).toMatchObject([{ internal: true, dueOn: calendarDate("2026-04-20") }]);
});
