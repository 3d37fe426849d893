import { describe, expect, test } from "vitest";
import { admitMotion, keepForPolice, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { captureMotion, decideMotion } from "~/domain/motions/commands.server";
import { moveTask, remindOwner, reportOnTask, transferTask } from "~/domain/tasks/commands.server";
import { describeMatter } from "~/domain/tasks/messages.tracker.pl";
import { countMatters } from "~/domain/tasks/queries.progress.server";
import { getTrackedMotion, listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import { listTracker, readTrackerQuery } from "~/domain/tasks/queries.tracker.server";
import { countByDebate, countFound, countTracker, sumOf } from "~/domain/tasks/queries.tracker-counts.server";
import { numberFromPath, numberInPath, sumFigures, TRACKER_STATES, trackerStateOf } from "~/domain/tasks/rules.tracker";
import { calendarDate } from "~/platform/time";
import type { MotionOutcome, Settlement, TaskState } from "~db/vocabulary";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const LATER = new Date("2026-04-02T08:00:00Z");
const SUMMER = new Date("2026-06-02T08:00:00Z");

describe("trackerStateOf", () => {
  const on = new Date("2026-04-21T10:00:00Z");
  const task = (state: TaskState, dueOn = "2026-12-31") => ({ state, dueOn: calendarDate(dueOn) });
  test.each([
    ["admitted", null, null, []],
    ["answered", "answered_on_spot", null, []],
    ["out_of_scope", "out_of_scope", null, []],
    ["referred", "referred", null, []],
    ["running", "task", null, []],
    ["running", "task", null, [task("new")]],
    ["running", "referred", null, [task("accepted")]],
    ["late", "task", null, [task("accepted", "2026-04-20"), task("needs_funds")]],
    ["running", "task", null, [task("accepted", "2026-04-21")]],
    ["funds", "task", null, [task("needs_funds", "2026-04-20"), task("accepted")]],
    ["reported", "task", null, [task("reported_done", "2026-04-20"), task("confirmed")]],
    ["running", "task", null, [task("reported_done"), task("in_progress")]],
    ["running", "task", null, [task("transferred", "2026-04-20"), task("new")]],
    ["done", "task", "done", [task("confirmed")]],
    ["partly", "task", "partly", [task("partly_done")]],
    ["refused", "referred", "refused", [task("refused", "2026-04-20")]],
  ] as [
    string,
    MotionOutcome | null,
    Settlement | null,
    { state: TaskState; dueOn: ReturnType<typeof calendarDate> }[],
  ][])("%s: %s, %s, %j", (state, outcome, settlement, tasks) => {
    expect(trackerStateOf({ outcome, settlement }, tasks, on)).toBe(state);
  });
});

test("numbers go into addresses and come back", () => {
  expect(numberInPath("3/2026/07")).toBe("3-2026-07");
  expect(numberFromPath("3-2026-07")).toEqual({ debate: 3, year: 2026, sequence: 7 });
  for (const wrong of ["", "3/2026/07", "3-26-07", "x-2026-07", "3-2026-", "3-2026-07-1", "99999-2026-1"])
    expect(numberFromPath(wrong)).toBeUndefined();
});

/** A unit in which there is a matter in every state. */
async function aBusyUnit() {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const body = await aBody(scope, "Urząd Miejski w Testowie");
  const here = { scope, debateId, body };
  const bring = async (state: TaskState, dueOn = "2026-12-31") => {
    const { task } = await aTask({ dueOn: calendarDate(dueOn) }, here);
    if (state !== "new") await moveTask(scope, task.id, 1, { to: state, text: "Tak.", budgetYear: 2027 }, LATER);
  };
  for (const state of [
    "new",
    "accepted",
    "reported_done",
    "confirmed",
    "partly_done",
    "refused",
    "needs_funds",
  ] as const)
    await bring(state);
  await bring("accepted", "2026-04-20");
  await bring("needs_funds", "2026-04-20");
  const decide = async (outcome: "answered_on_spot" | "out_of_scope" | "referred") => {
    const { id } = await anAdmittedMotion(scope, debateId);
    const answer = "Odpowiedź z sali.";
    if (outcome === "referred") await decideMotion(scope, id, { outcome, referredToBodyId: body.id }, EVENING);
    else await decideMotion(scope, id, { outcome, answer }, EVENING);
  };
  for (const outcome of ["answered_on_spot", "out_of_scope", "referred"] as const) await decide(outcome);
  await anAdmittedMotion(scope, debateId);
  await aTask({ internal: true, dueOn: calendarDate("2026-04-20") }, here);
  return { scope, debateId, body };
}

describe("the list", () => {
  test("the filter of the database and the rule agree on every state", async () => {
    const { scope } = await aBusyUnit();
    const { rows } = await listTracker(scope, { limit: 100 }, SUMMER);
    const { all, byState } = await countTracker(scope, SUMMER);
    const nobody = await countTracker((await aUnit()).scope, SUMMER);
    expect(rows).toHaveLength(14);
    expect(all).toBe(14);
    const seen = new Set<string>();
    for (const state of TRACKER_STATES) {
      const wanted = rows.filter((row) => trackerStateOf(row, row.tasks, SUMMER) === state).map(({ number }) => number);
      const found = await listTracker(scope, { state, limit: 100 }, SUMMER);
      expect([state, found.rows.map(({ number }) => number)]).toEqual([state, wanted]);
      expect(await countFound(scope, { state, category: "LIGHT" }, nobody, SUMMER)).toEqual({
        many: wanted.length,
        isMore: false,
      });
      expect(byState[state]).toBe(wanted.length);
      if (wanted.length > 0) seen.add(state);
    }
    expect([...seen].sort()).toEqual([...TRACKER_STATES].sort());
  });

  test("every page that counts has the same numbers, and they add up", async () => {
    const { scope, debateId } = await aBusyUnit();
    const second = await anOpenDebate(scope);
    await anAdmittedMotion(scope, second);
    const { counts, countsOf } = await countMatters(scope, undefined, SUMMER);
    const { all, byState } = await countTracker(scope, SUMMER);
    const { all: every, ...parts } = sumFigures(all, byState);
    expect([every, Object.values(parts).reduce((sum, many) => sum + many, 0)]).toEqual([15, 15]);
    expect(counts.all).toBe(15);
    const first = (await countMatters(scope, debateId, SUMMER)).counts;
    expect(Object.values(countsOf)).toContainEqual(first);
    expect(Object.values(countsOf).map((one) => one.all)).toEqual([14, 1]);
    expect(sumOf([...(await countByDebate(scope, {}, SUMMER)).values()])).toEqual({ all, byState });
    expect(first.figures).toMatchInlineSnapshot(`
      [
        {
          "label": "zgłoszonych spraw",
          "value": 14,
        },
        {
          "label": "zrealizowana",
          "value": 1,
        },
        {
          "label": "zrealizowana częściowo",
          "value": 1,
        },
        {
          "label": "w toku",
          "value": 6,
        },
        {
          "label": "wymagające środków",
          "value": 2,
        },
        {
          "label": "odmowa z powodem",
          "value": 1,
        },
        {
          "label": "wyjaśnione",
          "value": 2,
        },
        {
          "label": "do omówienia",
          "value": 1,
        },
      ]
    `);
  });

  test("what is not public does not exist: not in the list, not in a number, not by its address", async () => {
    const { scope, debateId, motion: open } = await aTask();
    const police = await anAdmittedMotion(scope, debateId);
    await keepForPolice(scope, police.id, {}, EVENING);
    const flagged = await captureMotion(
      scope,
      debateId,
      { text: "Sąsiad Jan Kowalski hałasuje.", category: "ORDER", channel: "hall" },
      EVENING,
    );
    const twin = await anAdmittedMotion(scope, debateId);
    await mergeMotion(scope, twin.id, { into: open.id }, EVENING);
    const { debate: draft } = await aDebate({}, { scope, now: EVENING });
    expect(draft.status).toBe("draft");

    const { rows } = await listTracker(scope, {}, LATER);
    expect(rows.map(({ number, askedBy }) => [number, askedBy])).toEqual([[open.number, 2]]);
    expect((await countTracker(scope, LATER)).all).toBe(1);
    const sequences = [police.number, flagged.ok ? flagged.value.number : ""].map((no) => Number(no.split("/")[2]));
    for (const sequence of sequences)
      await expect(getTrackedMotion(scope, { debate: 1, year: 2026, sequence })).rejects.toMatchObject({ status: 404 });
    expect((await getTrackedMotion(scope, { debate: 1, year: 2026, sequence: 4 })).mergedInto).toBe(open.number);
  });

  test("a search cannot find what was taken out of a text", async () => {
    const { scope } = await aUnit();
    const debateId = await anOpenDebate(scope);
    const motion = await anAdmittedMotion(scope, debateId, { text: "Pan Wrzeszczykiewicz parkuje na chodniku." });
    const revised = {
      textPublic: "Kierowca parkuje na chodniku.",
      place: "ul. Łęczycka",
      category: "PARK",
      kmzb: null,
      sensitivity: "public",
      looked: true,
    } as const;
    await admitMotion(scope, motion.id, revised, EVENING);
    const found = async (q: string) => (await listTracker(scope, { q }, LATER)).rows.length;
    expect(await found("leczycka chodnik")).toBe(1);
    expect(await found("1/2026/01")).toBe(1);
    expect(await found("Wrzeszczykiewicz")).toBe(0);
    const total = await countTracker(scope, LATER);
    expect(await countFound(scope, { q: "wrzeszczykiewicz" }, total, LATER)).toEqual({ many: 0, isMore: false });
    expect(await countFound(scope, { q: "chodnik" }, total, LATER)).toEqual({ many: 1, isMore: false });
  });

  test("pages neither lose nor repeat a matter, forwards and back; the latest debate comes first", async () => {
    const { scope } = await aUnit();
    const [older, newer] = [await anOpenDebate(scope), await anOpenDebate(scope, { topic: "Druga" })];
    for (const debateId of [older, newer]) for (let i = 0; i < 3; i++) await anAdmittedMotion(scope, debateId);
    const numbers = ({ rows }: Awaited<ReturnType<typeof listTracker>>) => rows.map(({ number }) => number);
    const whole = numbers(await listTracker(scope));
    expect(whole).toEqual(["2/2026/01", "2/2026/02", "2/2026/03", "1/2026/01", "1/2026/02", "1/2026/03"]);
    const first = await listTracker(scope, { limit: 2 });
    const second = await listTracker(scope, { limit: 2, after: first.older ?? "" });
    const third = await listTracker(scope, { limit: 2, after: second.older ?? "" });
    expect([first, second, third].flatMap(numbers)).toEqual(whole);
    expect([first.newer, third.older]).toEqual([null, null]);
    const back = await listTracker(scope, { limit: 2, before: third.newer ?? "" });
    expect(numbers(back)).toEqual(numbers(second));
    expect(numbers(await listTracker(scope, { limit: 2, before: back.newer ?? "" }))).toEqual(numbers(first));
  });

  test("of the address only what can be a filter is believed", () => {
    const { filter } = readTrackerQuery(
      new URLSearchParams("q=+lampa+&stan=done&kat=LIGHT&deb=x&podmiot=y&miejsce=Le%C5%9Bna&po=1-2026-01"),
    );
    expect(filter).toEqual({
      q: "lampa",
      state: "done",
      category: "LIGHT",
      debateId: "x",
      bodyId: "y",
      place: "Leśna",
      after: "1-2026-01",
      before: undefined,
    });
    expect(readTrackerQuery(new URLSearchParams("stan=police_only&kat=%27--&miejsce=+")).filter).toEqual({});
  });
});

describe("one matter", () => {
  test("a refusal stands there with its reason and the body it was passed to", async () => {
    const { scope, body, task } = await aTask();
    const next = await aBody(scope, "Zarząd Dróg Powiatowych");
    await reportOnTask(
      body.desk,
      task.id,
      1,
      { to: "refused", text: "To droga powiatowa.", author: "Jan Kowal" },
      LATER,
    );
    const refused = (await listTracker(scope, {}, LATER)).rows[0]!;
    expect(describeMatter(refused, LATER)).toMatchObject({ state: "refused", lines: ["To droga powiatowa."] });

    await transferTask(scope, task.id, 2, { toBodyId: next.id, text: "Zarządca drogi." }, LATER);
    const row = (await listTracker(scope, {}, LATER)).rows[0]!;
    expect(describeMatter(row, LATER)).toMatchObject({
      state: "running",
      owners: ["Zarząd Dróg Powiatowych"],
      lines: expect.arrayContaining([
        `${body.name} przekazuje sprawę dalej: Zarząd Dróg Powiatowych.`,
        "Zarządca drogi.",
      ]),
    });
    const entries = await listPublicEntries(
      scope,
      (await listPublicTasks(scope, [row.id])).map(({ id }) => id),
    );
    expect(JSON.stringify(entries)).not.toContain("Jan Kowal");
    expect(entries.map(({ kind }) => kind).sort()).toEqual(["report", "state", "state", "transfer"]);
  });

  test("late, silent and reminded are said in words", async () => {
    const { scope, task } = await aTask();
    await remindOwner(scope, task.id, LATER);
    const row = (await listTracker(scope, {}, SUMMER)).rows[0]!;
    expect(describeMatter(row, SUMMER)).toMatchObject({
      state: "late",
      label: "Długo po terminie: 43\u00a0dni",
      lines: ["Termin minął: poniedziałek, 20\u00a0kwietnia 2026\u00a0r.", "Wysłano przypomnienie."],
      silent: "Brak informacji od 76\u00a0dni",
    });
  });
});
