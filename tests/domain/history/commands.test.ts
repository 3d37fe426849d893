import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { forgetOldSubmissions, nextNumber, once, recordEvent } from "~/domain/history/commands.server";
import { deliverDueEvents, type Job } from "~/domain/history/jobs.server";
import { findRevision } from "~/domain/history/queries.revision.server";
import { listDebateEvents, listSubjectEvents, withNames } from "~/domain/history/queries.server";
import { keptKey } from "~/domain/history/rules";
import { inTransaction, read } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { events, submissions } from "~db/schema";
import { aUnit, scopeOf } from "../../setup/factories";
import { aMember } from "../../setup/factories.organizations";

const aKey = () => randomUUID();
type Scope = Awaited<ReturnType<typeof aUnit>>["scope"];
const note = (scope: Scope, action: string, more: object = {}, now?: Date) =>
  inTransaction(() => recordEvent(scope, { action, subjectId: "s", ...more }, now));

describe("once", () => {
  test("a double click has one effect and one answer", async () => {
    const { scope } = await aUnit();
    const key = aKey();
    const work = () => once(scope, key, async () => allow({ number: await nextNumber(scope, "motion") }));
    const [first, second] = await Promise.all([work(), work()]);
    expect(first).toEqual({ ok: true, value: { number: 1 } });
    expect(second).toEqual(first);
    expect(await work()).toEqual(first);
    expect(await inTransaction(() => nextNumber(scope, "motion"))).toBe(2);
  });

  test("a refusal is not kept, so the corrected form may come with the same key", async () => {
    const { scope } = await aUnit();
    const key = aKey();
    expect(await once(scope, key, async () => refuse("late"))).toEqual({ ok: false, reason: "late" });
    expect(await once(scope, key, async () => allow({ id: "x" }))).toEqual({ ok: true, value: { id: "x" } });
  });

  test("what failed left nothing behind, not even its key", async () => {
    const { scope } = await aUnit();
    const key = aKey();
    const failing = once(scope, key, async () => {
      await nextNumber(scope, "motion");
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(await once(scope, key, async () => allow({ number: await nextNumber(scope, "motion") }))).toEqual({
      ok: true,
      value: { number: 1 },
    });
  });

  test("keys of two units do not meet, and old ones are let go", async () => {
    const [ours, theirs] = [(await aUnit()).scope, (await aUnit()).scope];
    const key = aKey();
    await once(ours, key, async () => allow({ whose: "ours" }));
    expect(await once(theirs, key, async () => allow({ whose: "theirs" }))).toMatchObject({
      value: { whose: "theirs" },
    });

    await forgetOldSubmissions(new Date(Date.now() + 8 * 86_400_000));
    const kept = [keptKey(ours.actor, key), keptKey(theirs.actor, key)];
    expect(await read.select().from(submissions).where(inArray(submissions.key, kept))).toEqual([]);
  });

  test("a key in somebody else's hands has no power: neither their answer nor an end to one's own form", async () => {
    const { id, scope: first } = await aUnit();
    const second = scopeOf(id);
    const key = aKey();
    await once(first, key, async () => allow({ whose: "first" }));
    expect(await once(second, key, async () => allow({ whose: "second" }))).toMatchObject({
      value: { whose: "second" },
    });
    expect(await once(first, key, async () => allow({ whose: "again" }))).toMatchObject({ value: { whose: "first" } });
  });
});

describe("numbers", () => {
  test("fifty at once are one to fifty", async () => {
    const { scope } = await aUnit();
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => inTransaction(() => nextNumber(scope, "minutes"))),
    );
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test("a number that was not used comes again; each series and each unit has its own", async () => {
    const { scope } = await aUnit();
    const abandoned = inTransaction(async () => {
      await nextNumber(scope, "minutes");
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow();
    const other = (await aUnit()).scope;
    const numbers = await inTransaction(async () => [
      await nextNumber(scope, "minutes"),
      await nextNumber(scope, "debate", 7),
      await nextNumber(scope, "debate"),
      await nextNumber(other, "minutes"),
    ]);
    expect(numbers).toEqual([1, 7, 8, 1]);
  });
});

describe("events", () => {
  test("tell what happened, newest first, with the name of the member who acted", async () => {
    const member = await aMember("organizer", { name: "Anna Lis" });
    const at = (day: number) => new Date(Date.UTC(2026, 2, day));
    await note(member.scope, "motion_admitted", { debateId: "d", data: { number: "3/2026/01" } }, at(1));
    await note(member.unit.scope, "motion_submitted", { debateId: "d" }, at(2));
    expect(await listSubjectEvents(member.scope, "s")).toMatchObject([
      { action: "motion_submitted", actorName: null, occurredAt: at(2) },
      { action: "motion_admitted", actorName: "Anna Lis", data: { number: "3/2026/01" } },
    ]);
    expect(await listDebateEvents(member.scope, "d", 1)).toMatchObject([{ action: "motion_submitted" }]);
    expect(await withNames([{ actor: "public" }])).toEqual([{ actor: "public", actorName: null }]);
  });

  test("make every finished page of the unit old", async () => {
    const unit = await aUnit();
    const before = await findRevision(unit.slug);
    await note(unit.scope, "motion_submitted");
    await note(unit.scope, "motion_admitted");
    expect(await findRevision(unit.slug)).toBe((before ?? 0) + 2);
    expect(await findRevision("nie-ma")).toBeUndefined();
  });
});

describe("jobs", () => {
  /** Jobs are named after events, so an event of one's own per test keeps tests apart. */
  const anAction = () => `test_${randomUUID().slice(0, 8)}`;
  const rowOf = async (action: string) => {
    const [row] = await read.select().from(events).where(eq(events.action, action));
    if (!row) throw new Error(action);
    return row;
  };

  test("run once for each event that asks for one, in the event's unit", async () => {
    const unit = await aUnit();
    const action = anAction();
    const seen: string[] = [];
    const job: Job = async (scope, event) =>
      void seen.push(`${scope.organizationId} ${scope.actor} ${event.subjectId}`);
    await note(unit.scope, action, { job: true });
    await note(unit.scope, anAction());
    await Promise.all([deliverDueEvents({ [action]: job }), deliverDueEvents({ [action]: job })]);
    await deliverDueEvents({ [action]: job });
    expect(seen).toEqual([`${unit.id} system s`]);
    expect((await rowOf(action)).deliveredAt).toBeInstanceOf(Date);
  });

  test("an event of the past is not waiting for its own time to come again", async () => {
    const unit = await aUnit();
    const action = anAction();
    let runs = 0;
    await note(unit.scope, action, { job: true }, new Date("2025-01-01"));
    await deliverDueEvents({ [action]: async () => void runs++ });
    expect(runs).toBe(1);
  });

  test("one of a clock that was ahead does not wait until that time has come; one that is for later does", async () => {
    const unit = await aUnit();
    const [now, waiting] = [anAction(), anAction()];
    const ahead = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    await note(unit.scope, now, { job: true }, ahead(6));
    await note(unit.scope, waiting, { job: true, dueAt: ahead(2) });
    await note(unit.scope, waiting, { job: true, dueAt: ahead(8) }, ahead(6));
    const ran: string[] = [];
    const jobs: Record<string, Job> = {
      [now]: async () => void ran.push(now),
      [waiting]: async () => void ran.push(waiting),
    };
    await deliverDueEvents(jobs);
    await deliverDueEvents(jobs);
    expect(ran).toEqual([now]);
  });

  test("one that fails undoes its work, waits, is tried again, and holds nobody up", async () => {
    const unit = await aUnit();
    const [bad, good] = [anAction(), anAction()];
    await note(unit.scope, bad, { job: true }, new Date(Date.now() - 1000));
    await note(unit.scope, good, { job: true });
    let broken = true;
    const jobs: Record<string, Job> = {
      [bad]: async (scope) => {
        await nextNumber(scope, "letters");
        if (broken) throw Object.assign(new Error("Failed query: insert into x\nparams: jan@policja.test"));
      },
      [good]: async () => {},
    };
    await deliverDueEvents(jobs);
    expect((await rowOf(good)).deliveredAt).toBeInstanceOf(Date);
    const failed = await rowOf(bad);
    expect(failed).toMatchObject({ deliveredAt: null, attempts: 1, failure: "Error: Failed query: insert into x" });
    expect(failed.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now());

    broken = false;
    await deliverDueEvents(jobs);
    expect((await rowOf(bad)).deliveredAt, "not before its time").toBeNull();
    await deliverDueEvents(jobs, new Date(Date.now() + 60_000));
    expect(await rowOf(bad)).toMatchObject({ failure: null });
    expect(await inTransaction(() => nextNumber(unit.scope, "letters"))).toBe(2);
  });

  test("one that never works is left for a person after the last attempt", async () => {
    const unit = await aUnit();
    const action = anAction();
    await note(unit.scope, action, { job: true });
    let runs = 0;
    const jobs: Record<string, Job> = {
      [action]: async () => {
        runs++;
        throw new Error("never");
      },
    };
    for (let i = 0; i < 12; i++) await deliverDueEvents(jobs, new Date(Date.now() + i * 86_400_000));
    expect(runs).toBe(9);
    expect(await rowOf(action)).toMatchObject({ attempts: 9, nextAttemptAt: null, deliveredAt: null });
  });
});
