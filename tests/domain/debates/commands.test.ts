import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  announceDebate,
  cancelDebate,
  closeDebate,
  holdDebate,
  openDebate,
  postponeDebate,
  rescheduleDebate,
} from "~/domain/debates/commands.moves.server";
import { createDebate, reviseDebate } from "~/domain/debates/commands.server";
import { openPublicDebate, openShortCode } from "~/domain/debates/gate.server";
import { findDebateBySlug, getDebate, listDebates } from "~/domain/debates/queries.server";
import { read } from "~/platform/db.server";
import { events } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aDebate, aPlan, wallClock } from "../../setup/factories.debates";

const NOW = wallClock("2027-02-20", "09:00");
const eventsOf = (debateId: string, action: string) =>
  read
    .select()
    .from(events)
    .where(and(eq(events.debateId, debateId), eq(events.action, action)));

describe("createDebate", () => {
  test("gives a number in the year, an address and a code, and suggests deadlines", async () => {
    const { debate } = await aDebate(
      { startsAt: wallClock("2027-03-18", "17:00"), endsAt: wallClock("2027-03-18", "19:05") },
      { now: NOW },
    );
    expect(debate).toMatchObject({
      status: "draft",
      number: 1,
      year: 2027,
      slug: "bezpieczny-ruch-drogowy-i-porzadek-w-miescie-1-2027",
      answersCloseAt: new Date("2027-03-11T22:59:59.999Z"),
      motionsCloseAt: new Date("2027-03-25T22:59:59.999Z"),
      minutesDueOn: "2027-03-25",
      evaluationOn: null,
      version: 1,
    });
    expect(debate.code).toMatch(/^[CDFGHJKMNPRTVWXYZ34679]{5}$/);
  });

  test("a given number is kept if it is free, and the next one follows the highest", async () => {
    const { scope } = await aUnit();
    const { debate } = await aDebate({ number: 11 }, { scope, now: NOW });
    expect(debate.number).toBe(11);
    expect(await createDebate(scope, aPlan({ number: 11 }, NOW), NOW)).toEqual({ ok: false, reason: "number_taken" });
    expect((await aDebate({}, { scope, now: NOW })).debate.number).toBe(12);
    expect((await aDebate({ number: 3 }, { scope, now: NOW })).debate.number).toBe(3);
    expect((await aDebate({}, { scope, now: NOW })).debate.number).toBe(13);
  });

  test("evaluates an earlier debate only", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW });
    const earlier = aPlan({ evaluatesDebateId: debate.id, startsAt: wallClock("2027-02-25", "17:00") }, NOW);
    const plan = { ...earlier, endsAt: wallClock("2027-02-25", "18:00") };
    expect(await createDebate(scope, plan, NOW)).toEqual({ ok: false, reason: "evaluated_is_later" });
  });
});

describe("moves", () => {
  test("from the idea to the closed file, each step with its time and its event", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW });
    const { id } = debate;
    expect(await announceDebate(scope, id, NOW)).toMatchObject({ ok: true });
    const evening = debate.startsAt;
    expect(await openDebate(scope, id, evening)).toMatchObject({ ok: true });
    expect(await holdDebate(scope, id, debate.endsAt)).toMatchObject({ ok: true });
    expect(await closeDebate(scope, id, debate.endsAt)).toMatchObject({ ok: true });
    expect(await closeDebate(scope, id, debate.endsAt)).toEqual({ ok: false, reason: "not_now" });
    expect(await getDebate(scope, id)).toMatchObject({
      status: "closed",
      announcedAt: NOW,
      openedAt: evening,
      heldAt: debate.endsAt,
      closedAt: debate.endsAt,
    });
    expect(await eventsOf(id, "debate_announced")).toMatchObject([{ deliveredAt: null, occurredAt: NOW }]);
    expect(await eventsOf(id, "debate_opened")).toMatchObject([{ deliveredAt: evening }]);
  });

  test("postponed without a date, then announced for a new one: calendars count on", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW, announced: true });
    const { id } = debate;
    await postponeDebate(scope, id, { reason: "awaria sali" }, NOW);
    expect(await getDebate(scope, id)).toMatchObject({
      status: "postponed",
      datePending: true,
      statusReason: "awaria sali",
      calendarSequence: 1,
      calledOffAt: NOW,
    });
    expect(await announceDebate(scope, id, NOW)).toEqual({ ok: false, reason: "date_missing" });

    const timing = { startsAt: wallClock("2027-04-07", "17:00"), endsAt: wallClock("2027-04-07", "19:00") };
    await rescheduleDebate(scope, id, timing, NOW);
    expect(await getDebate(scope, id)).toMatchObject({
      ...timing,
      status: "announced",
      datePending: false,
      statusReason: "",
      calledOffAt: null,
      calendarSequence: 2,
      version: 4,
    });
    expect(await eventsOf(id, "debate_postponed")).toMatchObject([
      { deliveredAt: null, data: { reason: "awaria sali", datePending: true, calendarSequence: 1 } },
    ]);
    expect(await eventsOf(id, "debate_rescheduled")).toMatchObject([
      { deliveredAt: null, data: { startsAt: "2027-04-07T15:00:00.000Z", calendarSequence: 2 } },
    ]);
  });

  test("cancelled with a reason, and for good", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW, announced: true });
    await cancelDebate(scope, debate.id, "powódź", NOW);
    expect(await getDebate(scope, debate.id)).toMatchObject({ status: "cancelled", statusReason: "powódź" });
    expect(await announceDebate(scope, debate.id, NOW)).toEqual({ ok: false, reason: "not_now" });
    const plan = aPlan({}, NOW);
    expect(await reviseDebate(scope, debate.id, 3, plan, NOW)).toEqual({ ok: false, reason: "not_revisable" });
  });
});

describe("reviseDebate", () => {
  test("a stale version writes nothing", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW });
    const first = await reviseDebate(scope, debate.id, 1, aPlan({ topic: "Pierwszy" }, NOW), NOW);
    expect(first).toEqual({ ok: true, value: { id: debate.id, version: 2 } });
    const second = await reviseDebate(scope, debate.id, 1, aPlan({ topic: "Drugi" }, NOW), NOW);
    expect(second).toEqual({ ok: false, reason: "stale" });
    expect((await getDebate(scope, debate.id)).topic).toBe("Pierwszy");
  });

  test("another place is a job for those who were invited; another moderator is not", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW, announced: true });
    const { id, slug } = debate;
    await reviseDebate(scope, id, 2, aPlan({ moderator: "Kto inny", topic: "Inny temat" }, NOW), NOW);
    expect(await getDebate(scope, id)).toMatchObject({ calendarSequence: 0, slug, version: 3 });
    await reviseDebate(scope, id, 3, aPlan({ venueName: "Remiza" }, NOW), NOW);
    expect((await getDebate(scope, id)).calendarSequence).toBe(1);
    expect(await eventsOf(id, "debate_revised")).toMatchObject([{ deliveredAt: NOW }]);
    expect(await eventsOf(id, "debate_moved")).toMatchObject([
      { deliveredAt: null, data: { venueName: "Remiza", calendarSequence: 1 } },
    ]);
  });

  test("a draft's address follows its topic, and its number may change to a free one", async () => {
    const { scope, debate } = await aDebate({}, { now: NOW });
    await aDebate({ number: 7 }, { scope, now: NOW });
    const taken = await reviseDebate(scope, debate.id, 1, aPlan({ number: 7 }, NOW), NOW);
    expect(taken).toEqual({ ok: false, reason: "number_taken" });
    await reviseDebate(scope, debate.id, 1, aPlan({ number: 8, topic: "Żółw" }, NOW), NOW);
    expect(await findDebateBySlug(scope, "zolw-8-2027")).toMatchObject({ id: debate.id });
  });
});

test("search folds Polish letters, asks for every word, and takes % for a letter", async () => {
  const { scope, debate } = await aDebate({ topic: "Źródła światła na Łące" }, { now: NOW });
  const found = async (q: string) => (await listDebates(scope, { q })).map(({ id }) => id);
  expect(await found("zrodla LACE")).toEqual([debate.id]);
  expect(await found("1/2027 łące")).toEqual([debate.id]);
  expect(await found("łące 9/2027")).toEqual([]);
  expect(await found("%")).toEqual([debate.id]);
  expect(await found("100%")).toEqual([]);
});

test("pages of a list neither lose nor repeat a debate of the same hour", async () => {
  const { scope } = await aUnit();
  for (let i = 0; i < 5; i++) await aDebate({}, { scope, now: NOW });
  const first = await listDebates(scope, { limit: 2 });
  const second = await listDebates(scope, { limit: 9, before: first[1] });
  expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(5);
  expect(second).toHaveLength(3);
});

test("the public sees what was announced, by address and by code, and no draft", async () => {
  const unit = await aUnit();
  const { debate: draft } = await aDebate({}, { scope: unit.scope, now: NOW });
  await expect(openPublicDebate(unit.slug, draft.slug)).rejects.toMatchObject({ status: 404 });
  await expect(openShortCode(draft.code)).rejects.toMatchObject({ status: 404 });
  await announceDebate(unit.scope, draft.id, NOW);
  expect(await openPublicDebate(unit.slug, draft.slug)).toMatchObject({
    scope: { organizationId: unit.id, actor: "public" },
    debate: { id: draft.id },
    unit: { slug: unit.slug },
  });
  const typed = ` ${draft.code.toLowerCase().slice(0, 2)} ${draft.code.slice(2)}`;
  expect((await openShortCode(typed)).path).toBe(`/u/${unit.slug}/debates/${draft.slug}`);
  await cancelDebate(unit.scope, draft.id, "powódź", NOW);
  expect((await openPublicDebate(unit.slug, draft.slug)).debate.status).toBe("cancelled");
});
