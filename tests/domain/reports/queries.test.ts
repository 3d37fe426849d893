import { describe, expect, test } from "vitest";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { addBody } from "~/domain/directory/commands.server";
import { loadAttention } from "~/domain/reports/queries.attention.server";
import { countWork, loadToday } from "~/domain/reports/queries.server";
import { giveTask } from "~/domain/tasks/commands.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { anInvitation, aSubstitute } from "../../setup/factories.invitations";
import { aMotion, anAdmittedMotion, anOpenDebate, BEFORE, EVENING, PLANNED } from "../../setup/factories.motions";

const EMPTY = {
  tasks: [],
  motions: [],
  substitutes: [],
  upcoming: [],
  minutes: [],
  ...{ remarks: [], windows: [], corrections: [] },
  failedLetters: 0,
  referrals: [],
  repeats: [],
};
const dayOf = (date: string) => new Date(`${date}T09:00:00Z`);

/** A unit nine days before its debate, with one of everything that asks for somebody. */
async function aBusyUnit() {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  await anInvitation({ scope, debateId, now: PLANNED });
  await aSubstitute({ scope, debateId, now: BEFORE });
  await aMotion(scope, debateId);
  await aMotion(scope, debateId, { text: "W mieszkaniu nr 7 Jan Kowalski, tel. 600 100 200, hałasuje." });
  await addAgendaItem(
    scope,
    debateId,
    { kind: "discussion", title: "Dyskusja", minutes: 130, presenter: "", note: "", internal: false },
    PLANNED,
  );
  return { scope, debateId };
}

async function aTask(scope: Awaited<ReturnType<typeof aBusyUnit>>["scope"], debateId: string, dueOn: string) {
  const motion = await anAdmittedMotion(scope, debateId);
  const owner = await addBody(scope, { kind: "road_manager", name: `Zarząd Dróg ${motion.number}` });
  if (!owner.ok) throw new Error(owner.reason);
  const value = { motionIds: [motion.id], title: "Doświetlenie", ownerBodyId: owner.value.id };
  const given = await giveTask(
    scope,
    debateId,
    { ...value, dueOn: calendarDate(dueOn), dueBasis: "commitment" },
    BEFORE,
  );
  if (!given.ok) throw new Error(given.reason);
}

describe("what needs attention", () => {
  test("nothing in an empty unit", async () => {
    const { scope } = await aUnit();
    expect(await loadAttention(scope, BEFORE)).toEqual(EMPTY);
    expect(await loadToday(scope, BEFORE)).toEqual({
      matters: [],
      next: undefined,
      figures: { open: 0, overdue: 0, done: 0, onTimePercent: null },
    });
    expect(await countWork(scope, BEFORE)).toEqual({ today: 0, motions: 0, tasks: 0 });
  });

  test("of each room, before the debate", async () => {
    const { scope, debateId } = await aBusyUnit();
    await aTask(scope, debateId, "2026-03-11");
    const facts = await loadAttention(scope, dayOf("2026-03-09"));
    expect(facts).toMatchObject({
      tasks: [{ title: "Doświetlenie", state: "new", dueOn: "2026-03-11", debateId }],
      substitutes: [{ name: "Józef Gżegżółka", debateId }],
      upcoming: [{ debateId, asked: 2, unanswered: 1, agendaMinutes: 130 }],
      minutes: [],
    });
    expect(facts.motions.map(({ held }) => held)).toEqual([false, true]);

    const { matters, next, figures } = await loadToday(scope, dayOf("2026-03-09"));
    expect(matters.map(({ kind }) => kind).sort()).toEqual([
      "agenda_too_long",
      "answers_missing",
      "motion_held",
      "motions_waiting",
      "repeats", // the factory says the same of the same park
      "substitute_waiting",
      "task_due",
    ]);
    expect(next).toMatchObject({ debateId, motions: 3, seats: 0 });
    expect(figures).toMatchObject({ open: 1, overdue: 0 });
    expect(await countWork(scope, dayOf("2026-03-09"))).toEqual({ today: 7, motions: 2, tasks: 1 });
  });

  test("after it: the task that is late, the minutes that are due, and no invitations any more", async () => {
    const { scope, debateId } = await aBusyUnit();
    await aTask(scope, debateId, "2026-03-31");
    expect((await openDebate(scope, debateId, EVENING)).ok).toBe(true);
    expect((await holdDebate(scope, debateId, new Date("2026-03-18T18:10:00Z"))).ok).toBe(true);
    const { matters } = await loadToday(scope, dayOf("2026-04-12"));
    expect(matters.map(({ kind, days }) => `${kind} ${days}`)).toEqual([
      "minutes_late 18",
      "task_overdue 12",
      "motion_held 35",
      "motions_waiting 35",
      "repeats 35",
    ]);
  });

  test("numbers beside the menu are counted again when something has happened", async () => {
    const { scope, debateId } = await aBusyUnit();
    const now = dayOf("2026-03-09");
    expect((await countWork(scope, now)).motions).toBe(2);
    await aMotion(scope, debateId);
    expect((await countWork(scope, now)).motions).toBe(3);
    expect((await countWork(scope, dayOf("2026-03-08"))).today).toBeGreaterThan(0);
  });
});
