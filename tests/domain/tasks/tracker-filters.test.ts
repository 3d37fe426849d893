import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { decideMotion } from "~/domain/motions/commands.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { ownersOf } from "~/domain/tasks/messages.tracker.pl";
import { listTracker } from "~/domain/tasks/queries.tracker.server";
import {
  countFound,
  countTracker,
  listTrackerChoices,
  MOST_COUNTED,
} from "~/domain/tasks/queries.tracker-counts.server";
import { MOST_LOOKED_AT, type TrackerFilter } from "~/domain/tasks/queries.tracker-walk.server";
import { TRACKER_STATES, trackerStateOf } from "~/domain/tasks/rules.tracker";
import { typedPlace } from "~/domain/tasks/rules.tracker-key";
import { inTransaction, read, write } from "~/platform/db.server";
import { placeKeyOf } from "~/platform/places";
import type { Scope } from "~/platform/scope";
import { addDays, calendarDate } from "~/platform/time";
import { motions } from "~db/schema";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const SUMMER = new Date("2026-06-02T08:00:00Z");
const PLACES = ["ul. Leśna 12", "przy ulicy Leśnej", "Leśniczówka", "rynek", "park", ""];

let scope: Scope;
let debates: string[];
let bodies: { id: string; name: string }[];

beforeAll(async () => {
  scope = (await aUnit()).scope;
  debates = [await anOpenDebate(scope), await anOpenDebate(scope, { topic: "Druga" })];
  const owners = [await aBody(scope, "Urząd Miejski w Testowie"), await aBody(scope, "Zarząd Dróg Powiatowych")];
  bodies = owners;
  for (let i = 0; i < 24; i++) {
    const debateId = debates[i % 2]!;
    const over = { place: PLACES[i % PLACES.length], category: MOTION_CATEGORIES[i % 3], text: `Sprawa ${i} z lampą.` };
    const motion = await anAdmittedMotion(scope, debateId, over);
    if (i % 4 === 0) continue;
    if (i % 4 === 1) {
      await decideMotion(scope, motion.id, { outcome: "referred", referredToBodyId: bodies[i % 2]!.id }, EVENING);
      continue;
    }
    const dueOn = addDays(calendarDate("2026-05-25"), (i * 3) % 20);
    const { task } = await aTask(
      { motionIds: [motion.id], dueOn, priority: i % 3 === 0 },
      { scope, debateId, body: owners[i % 2] },
    );
    const to = (["accepted", "needs_funds", "reported_done", "confirmed"] as const)[i % 5];
    if (to) await moveTask(scope, task.id, undefined, { to, text: "Tak.", budgetYear: 2027 }, EVENING);
  }
}, 60_000);

const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number);

/** The same by looking at everything. */
async function naive({ state, category, debateId, bodyId, place, q }: TrackerFilter) {
  const { rows } = await listTracker(scope, { limit: 1000 }, SUMMER);
  const name = bodies.find(({ id }) => id === bodyId)?.name ?? "";
  const found = rows.filter(
    (row) =>
      (!state || trackerStateOf(row, row.tasks, SUMMER) === state) &&
      (!category || row.category === category) &&
      (!debateId || row.debateId === debateId) &&
      (!bodyId || ownersOf(row).includes(name)) &&
      (!place || placeKeyOf(row.place).startsWith(typedPlace(place))) &&
      (!q || row.text.includes(q)),
  );
  if (state === "late" && !debateId && !bodyId && !place)
    found.sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : Number(a.dueOn !== b.dueOn)));
  return numbers(found);
}

async function pages(filter: TrackerFilter) {
  const found: string[] = [];
  let [after, before] = [undefined as string | undefined, undefined as string | undefined];
  do {
    const page = await listTracker(scope, { ...filter, limit: 2, after }, SUMMER);
    found.push(...numbers(page.rows));
    after = page.older ?? undefined;
    before = page.newer ?? undefined;
  } while (after);
  const back: string[] = [];
  while (before) {
    const page = await listTracker(scope, { ...filter, limit: 2, before }, SUMMER);
    back.unshift(...numbers(page.rows));
    before = page.newer ?? undefined;
  }
  return { found, back };
}

describe("each filter, alone and together with others", () => {
  test("finds what a look at everything finds, on one page and on many, forwards and back, and counts it", async () => {
    const total = await countTracker(scope, SUMMER);
    expect(total.all).toBe(24);
    const states = [undefined, ...TRACKER_STATES.filter((state) => total.byState[state] > 0)];
    const others: TrackerFilter[] = [
      {},
      { category: "LIGHT" },
      { category: MOTION_CATEGORIES[0] },
      { debateId: debates[0] },
      { bodyId: bodies[1]!.id },
      { bodyId: bodies[0]!.id, debateId: debates[0] },
      { place: "leśn" },
      { place: "ul. Leśna" },
      { place: "park", bodyId: bodies[0]!.id },
      { q: "lampą", category: MOTION_CATEGORIES[1] },
      { debateId: debates[1], category: MOTION_CATEGORIES[1], place: "rynek" },
    ];
    expect(states.length).toBeGreaterThan(6);
    let some = 0;
    for (const state of states)
      for (const other of others) {
        const filter = { ...other, ...(state && { state }) };
        const wanted = await naive(filter);
        const label = JSON.stringify(filter);
        expect([label, numbers((await listTracker(scope, { ...filter, limit: 100 }, SUMMER)).rows)]).toEqual([
          label,
          wanted,
        ]);
        const { found, back } = await pages(filter);
        expect([label, found]).toEqual([label, wanted]);
        expect([label, back]).toEqual([label, wanted.slice(0, back.length)]);
        expect([label, await countFound(scope, filter, total, SUMMER)]).toEqual([
          label,
          { many: wanted.length, isMore: false },
        ]);
        if (wanted.length > 2) some++;
      }
    expect(some).toBeGreaterThan(10);
  }, 120_000);

  test("offers only what leads to something", async () => {
    await aBody(scope, "Nikt");
    await anOpenDebate(scope, { topic: "Jeszcze bez zgłoszeń" });
    const choices = await listTrackerChoices(scope);
    expect(choices.bodies.map(({ name }) => name)).toEqual(["Urząd Miejski w Testowie", "Zarząd Dróg Powiatowych"]);
    expect(choices.debates.map(({ id }) => id)).toEqual([debates[1], debates[0]]);
  });

  test.each(["x", "' or 1=1", "%", "2026-04-20.1-2026-01"])(
    "an unknown name finds nothing, an odd key the first page: %s",
    async (odd) => {
      for (const filter of [{ debateId: odd }, { bodyId: odd }, { place: `${odd}qq` }])
        expect((await listTracker(scope, filter, SUMMER)).rows).toEqual([]);
      expect((await listTracker(scope, { state: "late", after: "1-2026-01" }, SUMMER)).rows.length).toBeGreaterThan(0);
    },
  );
});

test("a page looks at so many rows and offers to look further; nothing is lost on the way", async () => {
  const unit = await aUnit();
  const debateId = await anOpenDebate(unit.scope);
  await anAdmittedMotion(unit.scope, debateId, { category: "OTHER" });
  const [row] = await read.select().from(motions).where(eq(motions.organizationId, unit.scope.organizationId));
  const copies = Array.from({ length: MOST_LOOKED_AT + 10 }, (_, i) => {
    const sequence = i + 2;
    const number = `1/2026/${String(sequence).padStart(2, "0")}`;
    const last = i === MOST_LOOKED_AT + 9;
    const [category, trackState] = last ? (["LIGHT", "done"] as const) : (["OTHER", "done"] as const);
    return { ...row!, id: crypto.randomUUID(), codeHash: crypto.randomUUID(), sequence, number, category, trackState };
  });
  for (let i = 0; i < copies.length; i += 500)
    await inTransaction(() => write.insert(motions).values(copies.slice(i, i + 500)));

  const filter = { state: "done", category: "LIGHT" } as const;
  const first = await listTracker(unit.scope, filter, SUMMER);
  expect([first.rows, first.older]).toEqual([[], `1-2026-${MOST_LOOKED_AT + 1}`]);
  const second = await listTracker(unit.scope, { ...filter, after: first.older ?? "" }, SUMMER);
  expect(numbers(second.rows)).toEqual([copies.at(-1)?.number]);
  expect(second.older).toBeNull();
  const total = await countTracker(unit.scope, SUMMER);
  expect(await countFound(unit.scope, filter, total, SUMMER)).toEqual({ many: 0, isMore: true });
  expect(await countFound(unit.scope, { category: "OTHER" }, total, SUMMER)).toEqual({
    many: MOST_COUNTED,
    isMore: true,
  });
}, 60_000);
