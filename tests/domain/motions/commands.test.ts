import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { cancelDebate, closeDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { admitMotion, keepForPolice, mergeMotion, returnMotion } from "~/domain/motions/commands.moderation.server";
import {
  captureMotion,
  decideMotion,
  linkTask,
  reportMotion,
  settleMotion,
  submitMotion,
} from "~/domain/motions/commands.server";
import { openMotionCode } from "~/domain/motions/gate.server";
import { getOwnMotion, listPublicMotions } from "~/domain/motions/queries.public.server";
import { countWaitingMotions, listMotions } from "~/domain/motions/queries.queue.server";
import { getMotion, listDebateMotions } from "~/domain/motions/queries.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { events, motions } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aMotion, anAdmittedMotion, anOpenDebate, aSubmission, BEFORE, EVENING } from "../../setup/factories.motions";

const MODERATED = {
  textPublic: "W parku jest ciemno.",
  place: "park",
  category: "LIGHT",
  kmzb: null,
  sensitivity: "public",
  looked: false,
} as const;

async function aDebate() {
  const { scope } = await aUnit();
  return { scope, debateId: await anOpenDebate(scope) };
}

describe("submitting", () => {
  test("numbers run by debate, the code opens the motion, and only its hash is stored", async () => {
    const { scope, debateId } = await aDebate();
    const first = await aMotion(scope, debateId);
    const second = await aMotion(scope, debateId);
    expect([first.number, second.number]).toEqual(["1/2026/01", "1/2026/02"]);

    const code = tokenOf("motion", first.id);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    for (const typed of [code, code.toLowerCase(), code.replaceAll("-", " "), code.replaceAll("0", "O")])
      expect((await openMotionCode(typed)).motionId).toBe(first.id);

    const [row] = await read.select().from(motions).where(eq(motions.id, first.id));
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain(code.replaceAll("-", ""));
  });

  test.each(["", "ABCD", "0000-0000-0000", "x".repeat(100_000), "'; drop table motions", "ąęśćż"])(
    "a wrong code is not found: %.20s",
    async (typed) => {
      await expect(openMotionCode(typed)).rejects.toMatchObject({ status: 404 });
    },
  );

  test("is refused once the day is over, and when the debate is called off", async () => {
    const { scope, debateId } = await aDebate();
    const late = new Date("2026-03-26T00:00:00Z");
    expect(await submitMotion(scope, debateId, aSubmission(), late)).toMatchObject({ reason: "too_late" });
    await cancelDebate(scope, debateId, "Awaria sali", BEFORE);
    expect(await submitMotion(scope, debateId, aSubmission(), BEFORE)).toMatchObject({ reason: "called_off" });
  });

  test("an author's name and words never reach the history", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await aMotion(scope, debateId, {
      text: "Tajne słowa",
      authorName: "Zenon Tajny",
      authorEmail: "zenon@poczta.test",
    });
    await returnMotion(scope, id, { reason: "Zenon Tajny niech poda miejsce" }, BEFORE);
    const told = await read.select().from(events).where(eq(events.organizationId, scope.organizationId));
    expect(JSON.stringify(told)).not.toMatch(/Tajn|zenon/i);
  });
});

describe("the safety gate", () => {
  test("holds what may name a person, and lets it out only after somebody looked", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await aMotion(scope, debateId, { text: "Pan Nowak spod 12 hałasuje." });
    expect((await getMotion(scope, id)).flags).toEqual(["person", "flat"]);
    expect((await listMotions(scope, { held: true })).rows.map((row) => row.id)).toEqual([id]);

    const asIs = { ...MODERATED, textPublic: "Pan Nowak spod 12 hałasuje." };
    expect(await admitMotion(scope, id, asIs, BEFORE)).toMatchObject({ reason: "personal_data" });
    expect(await listPublicMotions(scope, debateId)).toEqual([]);

    expect((await admitMotion(scope, id, { ...MODERATED, textPublic: "Sąsiad hałasuje." }, BEFORE)).ok).toBe(true);
    const motion = await getMotion(scope, id);
    expect(motion).toMatchObject({ flags: [], textRaw: "Pan Nowak spod 12 hałasuje.", textPublic: "Sąsiad hałasuje." });
    expect((await listMotions(scope, { held: true })).rows).toEqual([]);
  });

  test("what a clerk captures is admitted at once, but stays inside while it may name a person", async () => {
    const { scope, debateId } = await aDebate();
    await openDebate(scope, debateId, EVENING);
    const plain = { text: "Ciemno w parku.", category: "LIGHT" } as const;
    const named = { text: "Pan Nowak zastawia wyjazd.", category: "PARK" } as const;
    expect(await captureMotion(scope, debateId, plain, EVENING)).toMatchObject({ ok: true, value: { flags: [] } });
    const held = await captureMotion(scope, debateId, named, EVENING);
    expect(held).toMatchObject({ ok: true, value: { flags: ["person"] } });
    expect((await listPublicMotions(scope, debateId)).map(({ text }) => text)).toEqual(["Ciemno w parku."]);

    const id = held.ok ? held.value.id : "";
    const revised = { ...MODERATED, textPublic: "Auto zastawia wyjazd." };
    expect((await admitMotion(scope, id, revised, EVENING)).ok).toBe(true);
    expect(await listPublicMotions(scope, debateId)).toHaveLength(2);
  });
});

describe("moderation", () => {
  test("a form filled in over an older version is refused and writes nothing", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await anAdmittedMotion(scope, debateId);
    const { version } = await getMotion(scope, id);
    expect((await admitMotion(scope, id, { ...MODERATED, version }, BEFORE)).ok).toBe(true);
    const stale = { ...MODERATED, textPublic: "Inny tekst", version };
    expect(await admitMotion(scope, id, stale, BEFORE)).toMatchObject({ reason: "stale" });
    expect((await getMotion(scope, id)).textPublic).toBe(MODERATED.textPublic);
  });

  test("a returned motion shows its reason to its author and can still be admitted", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await aMotion(scope, debateId);
    await returnMotion(scope, id, { reason: "Proszę podać ulicę." }, BEFORE);
    expect(await getOwnMotion(scope, id)).toMatchObject({ status: "returned", returnReason: "Proszę podać ulicę." });
    expect((await admitMotion(scope, id, MODERATED, BEFORE)).ok).toBe(true);
    expect(await getOwnMotion(scope, id)).toMatchObject({ status: "admitted", returnReason: "" });
  });

  test("merging keeps words, number and code, and counts who asked", async () => {
    const { scope, debateId } = await aDebate();
    const leading = await anAdmittedMotion(scope, debateId);
    const second = await anAdmittedMotion(scope, debateId, { text: "Ciemno przy boisku." });
    const third = await aMotion(scope, debateId, { text: "Nie widać alejek." });
    expect((await mergeMotion(scope, third.id, { into: second.number }, BEFORE)).ok).toBe(true);
    expect((await mergeMotion(scope, second.id, { into: "1" }, BEFORE)).ok).toBe(true);

    expect(await listPublicMotions(scope, debateId)).toMatchObject([{ number: leading.number, askedBy: 3 }]);
    expect((await getMotion(scope, third.id)).mergedIntoId).toBe(leading.id);
    const own = await getOwnMotion(scope, third.id);
    expect(own).toMatchObject({ ownText: "Nie widać alejek.", number: third.number });
    expect(own.mergedInto).toMatchObject({ number: leading.number });
    expect((await openMotionCode(tokenOf("motion", third.id))).motionId).toBe(third.id);
    expect(await mergeMotion(scope, leading.id, { into: "77" }, BEFORE)).toMatchObject({ reason: "unknown_number" });
  });

  test("what is kept for the police is in no public list", async () => {
    const { scope, debateId } = await aDebate();
    await anAdmittedMotion(scope, debateId);
    const secret = await anAdmittedMotion(scope, debateId, { text: "Sprzedaż narkotyków" });
    expect(await listPublicMotions(scope, debateId)).toHaveLength(2);
    expect((await keepForPolice(scope, secret.id, {}, BEFORE)).ok).toBe(true);
    expect(await listPublicMotions(scope, debateId)).toHaveLength(1);

    // Correcting a word does not publish it.
    expect((await admitMotion(scope, secret.id, MODERATED, BEFORE)).ok).toBe(true);
    expect(await listPublicMotions(scope, debateId)).toHaveLength(1);
  });
});

describe("what becomes of it", () => {
  test("answered, then a task, then done, then reported", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await anAdmittedMotion(scope, debateId);
    const said = { outcome: "answered_on_spot", answer: "Lampy są zamówione.", answeredBy: "Burmistrz" } as const;
    expect((await decideMotion(scope, id, said, EVENING)).ok).toBe(true);
    expect((await linkTask(scope, id, EVENING)).ok).toBe(true);
    expect(await decideMotion(scope, id, { outcome: "out_of_scope" }, EVENING)).toMatchObject({ reason: "has_task" });
    expect((await settleMotion(scope, id, { settlement: "done", note: "Lampy świecą." }, EVENING)).ok).toBe(true);
    const report = {
      reportedAtDebateId: debateId,
      reportText: "Zamontowano 14 latarni.",
      hallVerdict: "done",
    } as const;
    expect((await reportMotion(scope, id, report, EVENING)).ok).toBe(true);
    expect(await getMotion(scope, id)).toMatchObject({ outcome: "task", settlement: "done", hallVerdict: "done" });

    await settleMotion(scope, id, { settlement: null }, EVENING);
    expect(await getMotion(scope, id)).toMatchObject({ settlement: null, settlementNote: "", settledAt: null });
  });

  test("a motion nobody has admitted cannot be decided", async () => {
    const { scope, debateId } = await aDebate();
    const { id } = await aMotion(scope, debateId);
    expect(await decideMotion(scope, id, { outcome: "out_of_scope" }, EVENING)).toMatchObject({
      reason: "not_admitted",
    });
  });

  test("a closed debate takes nothing more", async () => {
    const { scope, debateId } = await aDebate();
    await openDebate(scope, debateId, EVENING);
    await holdDebate(scope, debateId, EVENING);
    await closeDebate(scope, debateId, EVENING);
    const value = { text: "Za późno", category: "OTHER" } as const;
    expect(await captureMotion(scope, debateId, value, EVENING)).toMatchObject({ reason: "debate_closed" });
  });
});

describe("lists", () => {
  test("pages by key run forth and back without gap or double, over all debates and in one", async () => {
    const { scope, debateId } = await aDebate();
    for (let i = 0; i < 7; i++) await aMotion(scope, debateId, {}, new Date(BEFORE.getTime() + (i >> 1)));
    for (const filter of [{}, { debateId }]) {
      const seen: string[] = [];
      let page = await listMotions(scope, { ...filter, limit: 3 });
      expect(page.newer).toBeNull();
      for (;;) {
        seen.push(...page.rows.map(({ number }) => number));
        if (!page.older) break;
        page = await listMotions(scope, { ...filter, limit: 3, before: page.older });
      }
      expect(new Set(seen).size).toBe(7);
      const back = await listMotions(scope, { ...filter, limit: 3, after: page.newer ?? "" });
      expect(back.rows.map(({ number }) => number)).toEqual(seen.slice(3, 6));
      const first = await listMotions(scope, { ...filter, limit: 3, after: back.newer ?? "" });
      expect(first.rows.map(({ number }) => number)).toEqual(seen.slice(0, 3));
      expect(first.newer).toBeNull();
    }
    expect(await countWaitingMotions(scope)).toBe(7);
    expect(await countWaitingMotions(scope, { most: 5 })).toBe(5);
    expect((await listDebateMotions(scope, debateId)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("search folds Polish letters and takes no wildcards; a broken key starts at the front", async () => {
    const { scope, debateId } = await aDebate();
    await aMotion(scope, debateId, { text: "Źle świeci latarnia", place: "Łąkowa 5" });
    await aMotion(scope, debateId, { text: "100% hałasu" });
    const find = async (q: string) => (await listMotions(scope, { q })).rows.length;
    expect([await find("zle LAKOWA"), await find("halasu"), await find("%"), await find("1/2026/02")]).toEqual([
      1, 1, 2, 1,
    ]);
    for (const before of ["", "x", "1.2.3", "9".repeat(40), "'"])
      expect((await listMotions(scope, { before })).rows).toHaveLength(2);
    expect((await listMotions(scope, { state: "open" })).rows).toEqual([]);
    expect((await listMotions(scope, { state: "submitted", category: "LIGHT" })).rows).toHaveLength(2);
    expect((await listMotions(scope, { category: "WATER" })).rows).toEqual([]);
  });
});

test("only events that have somebody to write to wait for a job", async () => {
  const { scope, debateId } = await aDebate();
  await aMotion(scope, debateId);
  const { id } = await aMotion(scope, debateId, { authorEmail: "ktos@poczta.test" });
  const mine = and(eq(events.organizationId, scope.organizationId), eq(events.action, "motion_submitted"));
  const waiting = (await read.select().from(events).where(mine)).filter(({ deliveredAt }) => deliveredAt === null);
  expect(waiting.map(({ subjectId }) => subjectId)).toEqual([id]);
});
