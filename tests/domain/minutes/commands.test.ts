import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { listDebateEvents } from "~/domain/history/queries.server";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { approveMinutes, publishMinutes, savePart } from "~/domain/minutes/commands.server";
import { openPaper } from "~/domain/minutes/gate.server";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import {
  findMinutes,
  findPublished,
  getPaper,
  isPublished,
  listMinutesParts,
  listPartTexts,
} from "~/domain/minutes/queries.server";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { captureMotion, decideMotion } from "~/domain/motions/commands.server";
import { read } from "~/platform/db.server";
import { fingerprint } from "~/platform/fingerprint.server";
import type { Scope } from "~/platform/scope";
import { minutes } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";
import { anOpenDebate, EVENING } from "../../setup/factories.motions";

const CLERK = "Protokolant";
const APPROVED = new Date("2026-03-25T10:00:00Z");
const approve = (scope: Scope, debateId: string, now = APPROVED) =>
  approveMinutes(scope, debateId, { approvedBy: "Komendant" }, now);
const typed = (key: string, text: string, version = 0, internal = false) => ({ key, text, version, internal });

describe("saving a part", () => {
  test("keeps every text with its author, and refuses a version that is old", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    expect(await savePart(scope, debateId, 0, { key: item, text: "Pierwszy" }, CLERK)).toEqual({
      ok: true,
      value: { version: 1 },
    });
    await savePart(scope, debateId, 1, { key: item, text: "Drugi" }, "Ktoś inny");
    expect(await savePart(scope, debateId, 1, { key: item, text: "Stary" }, CLERK)).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await savePart(scope, debateId, 0, { key: item, text: "Starszy" }, CLERK)).toMatchObject({ ok: false });
    expect((await listPartTexts(scope, debateId, item)).map(({ text, editedBy }) => [text, editedBy])).toEqual([
      ["Drugi", "Ktoś inny"],
      ["Pierwszy", CLERK],
    ]);
    expect(await listMinutesParts(scope, debateId)).toMatchObject([{ text: "Drugi", version: 2 }]);
  });

  test("two at once: one is written, the other is told", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    const both = await Promise.all(["A", "B"].map((text) => savePart(scope, debateId, 0, { key: item, text }, CLERK)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await listPartTexts(scope, debateId, item)).toHaveLength(1);
  });

  test("a part that the minutes do not have is refused", async () => {
    const { scope, debateId } = await aHeldDebate();
    const other = "item:00000000-0000-4000-8000-000000000000";
    for (const key of [other, "nonsense", ""])
      expect(await savePart(scope, debateId, 0, { key, text: "x" }, CLERK)).toEqual({
        ok: false,
        reason: "unknown_part",
      });
  });
});

describe("saving the editor", () => {
  test("writes what was changed, and no suggestion that nobody has looked at", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    const { parts } = await getEditor(scope, debateId);
    const form = parts.map(({ key, text }) => typed(key, key === item ? "Napisane" : text));
    expect(await saveParts(scope, debateId, { parts: form }, CLERK)).toEqual({
      ok: true,
      saved: [{ key: item, version: 1 }],
    });
    expect(await saveParts(scope, debateId, { parts: form, wanted: "distribution" }, CLERK)).toMatchObject({
      saved: [
        { key: item, version: 1 },
        { key: "distribution", version: 1 },
      ],
    });
    expect(await listMinutesParts(scope, debateId)).toHaveLength(2);
  });

  test("what only somebody else has changed is left alone, what both have changed is a conflict, the rest is saved", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    const { parts } = await getEditor(scope, debateId);
    await savePart(scope, debateId, 0, { key: item, text: "Cudzy" }, "Ktoś inny");
    await savePart(scope, debateId, 0, { key: "survey", text: "Cudza ankieta" }, "Ktoś inny");
    const mine: Record<string, string> = { survey: "Moja ankieta", findings: "Moje ustalenia" };
    const form = parts.map(({ key, text }) => typed(key, mine[key] ?? text));
    expect(await saveParts(scope, debateId, { parts: form }, CLERK)).toEqual({
      ok: false,
      reason: "stale",
      saved: [{ key: "findings", version: 1 }],
      stale: ["survey"],
    });
    const saved = Object.fromEntries((await listMinutesParts(scope, debateId)).map(({ key, text }) => [key, text]));
    expect(saved).toEqual({ [item]: "Cudzy", survey: "Cudza ankieta", findings: "Moje ustalenia" });
  });

  test("a tick for the internal version alone is a change", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    await savePart(scope, debateId, 0, { key: item, text: "Tekst" }, CLERK);
    await saveParts(scope, debateId, { parts: [typed(item, "Tekst", 1, true)] }, CLERK);
    expect(await listMinutesParts(scope, debateId)).toMatchObject([{ internal: true, version: 2 }]);
  });

  test("after approval nothing is written any more", async () => {
    const { scope, debateId, item } = await aHeldDebate();
    await approve(scope, debateId);
    expect(await savePart(scope, debateId, 0, { key: item, text: "x" }, CLERK)).toMatchObject({ reason: "frozen" });
    expect(await saveParts(scope, debateId, { parts: [typed(item, "x")] }, CLERK)).toMatchObject({ reason: "frozen" });
  });
});

describe("approval", () => {
  test("gives the number, freezes both versions and keeps their fingerprint", async () => {
    const { scope, debateId } = await aHeldDebate();
    expect(await approve(scope, debateId)).toMatchObject({ ok: true, value: { number: "1/2026" } });
    const found = await findMinutes(scope, debateId);
    expect(found).toMatchObject({ status: "approved", number: "1/2026", drawnUpOn: "2026-03-25" });
    const [row] = await read.select({ frozen: minutes.frozen }).from(minutes).where(eq(minutes.debateId, debateId));
    expect(fingerprint(row?.frozen)).toBe(found?.sha256);
    expect((await listDebateEvents(scope, debateId))[0]).toMatchObject({ action: "minutes_approved" });
  });

  test("waits for the end of the debate, and for an outcome of every motion", async () => {
    const { scope } = await aUnit();
    const debateId = await anOpenDebate(scope);
    expect(await approve(scope, debateId)).toEqual({ ok: false, reason: "not_held" });
    await openDebate(scope, debateId, EVENING);
    await captureMotion(scope, debateId, { text: "Ciemno w parku.", category: "LIGHT" }, EVENING);
    await holdDebate(scope, debateId, EVENING);
    expect(await approve(scope, debateId)).toEqual({ ok: false, reason: "faults" });
  });

  test("two at once: one number, and the next debate gets the next", async () => {
    const { scope, debateId } = await aHeldDebate();
    const both = await Promise.all([approve(scope, debateId), approve(scope, debateId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const other = await aHeldDebate(scope);
    expect(await approve(scope, other.debateId)).toMatchObject({ value: { number: "2/2026" } });
  });

  test("many debates at once: no gap and no double", async () => {
    const { scope, debateId } = await aHeldDebate();
    const others = await Promise.all([1, 2, 3].map(() => aHeldDebate(scope)));
    const ids = [debateId, ...others.map((other) => other.debateId)];
    const numbers = await Promise.all(ids.map((id) => approve(scope, id)));
    expect(numbers.map((each) => (each.ok ? each.value.number : "")).sort()).toEqual(
      [1, 2, 3, 4].map((n) => `${n}/2026`),
    );
  });

  test("numbers without a year run on over the years", async () => {
    const { scope } = await aUnit({ minutesPattern: "Pr-{numer}" });
    const [first, second] = [await aHeldDebate(scope), await aHeldDebate(scope, new Date("2027-03-18T16:00:00Z"))];
    expect(await approve(scope, first.debateId)).toMatchObject({ value: { number: "Pr-1" } });
    expect(await approve(scope, second.debateId)).toMatchObject({ value: { number: "Pr-2" } });
  });

  test("what changes afterwards does not reach the approved text", async () => {
    const { scope, debateId, motionId } = await aHeldDebate();
    await approve(scope, debateId);
    const before = await getPaper(scope, debateId, "internal");
    const changed = {
      textPublic: "Zmienione po fakcie.",
      place: "gdzie indziej",
      category: "OTHER",
      kmzb: null,
    } as const;
    await admitMotion(scope, motionId, { ...changed, sensitivity: "public", looked: true }, APPROVED);
    await decideMotion(scope, motionId, { outcome: "out_of_scope", answer: "Nie tu." }, APPROVED);
    expect(await getPaper(scope, debateId, "internal")).toEqual(before);
    expect(JSON.stringify(await getPaper(scope, debateId, "public"))).not.toContain("po fakcie");
  });

  test("the same text has the same fingerprint in whatever order a database gives it back", () => {
    const text = { b: [{ d: 1, c: "ą" }], a: null };
    expect(fingerprint({ a: null, b: [{ c: "ą", d: 1 }] })).toBe(fingerprint(text));
    expect(fingerprint({ ...text, a: 0 })).not.toBe(fingerprint(text));
    expect(fingerprint({ b: [{ d: 1, c: "a" }], a: null })).not.toBe(fingerprint(text));
    expect(fingerprint(text)).toBe("0".repeat(0) + fingerprint(structuredClone(text)));
  });
});

describe("publication", () => {
  test("only once, only what is approved, and only then everybody finds it", async () => {
    const { scope, debateId } = await aHeldDebate();
    await savePart(scope, debateId, 0, { key: "findings", text: "x" }, CLERK);
    expect(await publishMinutes(scope, debateId)).toEqual({ ok: false, reason: "not_possible" });
    await approve(scope, debateId);
    expect([await findPublished(scope, debateId), await isPublished(scope, debateId)]).toEqual([undefined, false]);
    expect(await publishMinutes(scope, debateId)).toMatchObject({ ok: true });
    expect(await publishMinutes(scope, debateId)).toEqual({ ok: false, reason: "not_possible" });
    expect((await findPublished(scope, debateId))?.document.version).toBe("public");
    expect(await isPublished(scope, debateId)).toBe(true);
  });
});

describe("the address on the paper", () => {
  test("finds it by sixteen signs or more, and by nothing else", async () => {
    const { scope, debateId } = await aHeldDebate();
    const { sha256, number } = await minutesOf(scope, debateId, APPROVED);
    for (const typed of [
      sha256,
      sha256.slice(0, 16),
      sha256.slice(0, 40).toUpperCase(),
      sha256.replace(/(.{4})/g, "$1 "),
    ])
      expect(await openPaper(typed)).toMatchObject({ number, sha256, status: "approved" });
    const wrong = sha256.replace(/^./, (sign) => (sign === "0" ? "1" : "0"));
    for (const typed of [wrong, sha256.slice(0, 15), `${sha256.slice(0, 16)}zz`, "", undefined, "%".repeat(16)])
      expect(await openPaper(typed)).toBeUndefined();
  });
});
