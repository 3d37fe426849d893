import { describe, expect, test } from "vitest";
import {
  abandonCorrection,
  approveCorrection,
  saveCorrection,
  startCorrection,
} from "~/domain/minutes/commands.correction.server";
import { publishMinutes, savePart } from "~/domain/minutes/commands.server";
import { openPaper } from "~/domain/minutes/gate.server";
import {
  findDraft,
  findEdition,
  findOpenPaper,
  findPublishedEdition,
  findValidText,
  getCorrectionPage,
  listEditions,
  listPublishedEditions,
} from "~/domain/minutes/queries.editions.server";
import { findMinutes, findPublished, getPaper } from "~/domain/minutes/queries.server";
import { decideMotion } from "~/domain/motions/commands.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";

const LATER = new Date("2026-04-02T10:00:00Z");
const WHO = { approvedBy: "insp. Imię Tajne", reason: "Błąd w dacie." };
const texts = { "item-1": "Termin: wrzesień." };

async function approved(published = true) {
  const held = await aHeldDebate();
  await savePart(held.scope, held.debateId, 0, { key: held.item, text: "Termin: sierpień." }, "Protokolant");
  const first = await minutesOf(held.scope, held.debateId, new Date("2026-03-25T10:00:00Z"), published);
  return { ...held, first };
}
const begin = (scope: Scope, debateId: string) => startCorrection(scope, debateId, WHO.reason, "Ktoś", LATER);
const finish = (scope: Scope, debateId: string, version = 1, more: Record<string, string> = texts) =>
  approveCorrection(scope, debateId, version, { ...WHO, texts: more }, LATER);

describe("a correction", () => {
  test("becomes a new edition with its own fingerprint; the one before stays as it was", async () => {
    const { scope, debateId, first } = await approved();
    const before = await findEdition(scope, debateId, 1, "public");
    expect(await begin(scope, debateId)).toMatchObject({ ok: true, value: { no: 1 } });
    expect(await begin(scope, debateId)).toEqual({ ok: false, reason: "already_open" });
    expect(await finish(scope, debateId)).toMatchObject({ ok: true, value: { no: 1 } });
    const found = await findMinutes(scope, debateId);
    expect(found).toMatchObject({ status: "published", number: first.number, edition: 2 });
    expect(found?.sha256).not.toBe(first.sha256);
    const now = await findPublished(scope, debateId);
    expect(now?.document.items[0]?.text).toBe("Termin: wrzesień.");
    expect(now?.document.corrections).toMatchObject([{ no: 1, reason: WHO.reason, approvedBy: "" }]);
    const old = await findPublishedEdition(scope, debateId, 1);
    expect(old?.document).toEqual(before?.document);
    expect(old).toMatchObject({ sha256: first.sha256, supersededBy: { no: 1 } });
    expect(await listPublishedEditions(scope, debateId)).toMatchObject([
      { no: 1, isValid: false },
      { no: 2, isValid: true },
    ]);
    expect(await begin(scope, debateId)).toMatchObject({ ok: true, value: { no: 2 } });
  });

  test("starts from the frozen text: what happened later is not in it", async () => {
    const { scope, debateId, motionId } = await approved();
    await decideMotion(scope, motionId, { outcome: "out_of_scope", answer: "Po fakcie." }, LATER);
    await begin(scope, debateId);
    await finish(scope, debateId);
    expect(JSON.stringify(await getPaper(scope, debateId, "internal"))).not.toContain("Po fakcie");
  });

  test("may be about the tables and the head of the paper; both versions are seen before it is approved", async () => {
    const { scope, debateId } = await approved();
    await begin(scope, debateId);
    expect((await getCorrectionPage(scope, debateId)).preview).toEqual([]);
    const more = { "motion-1-place": "ul. Polna", "debate-chair": "Jan Nowak" };
    await saveCorrection(scope, debateId, 1, { reason: "A", texts: more }, LATER);
    const { preview } = await getCorrectionPage(scope, debateId);
    expect(JSON.stringify(preview.map(({ open }) => open))).toContain("ul.\u00a0Polna");
    expect(await saveCorrection(scope, debateId, 2, { reason: "A", texts: { "debate-topic": "" } }, LATER)).toEqual({
      ok: false,
      reason: "missing",
    });
    expect(await finish(scope, debateId, 2, more)).toMatchObject({ ok: true });
    const now = await findPublished(scope, debateId);
    expect(now?.document).toMatchObject({ debate: { chair: "Jan Nowak" }, motions: [{ place: "ul. Polna" }] });
  });

  test("two at one draft: the second is told, and approves nothing that was not seen", async () => {
    const { scope, debateId } = await approved();
    await begin(scope, debateId);
    expect(await saveCorrection(scope, debateId, 1, { reason: "A", texts }, LATER)).toMatchObject({ ok: true });
    expect(await saveCorrection(scope, debateId, 1, { reason: "B", texts }, LATER)).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await finish(scope, debateId, 1)).toEqual({ ok: false, reason: "stale" });
    expect(await findDraft(scope, debateId)).toMatchObject({ reason: "A", draft: texts, version: 2 });
    const both = await Promise.all([finish(scope, debateId, 2), finish(scope, debateId, 2)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listEditions(scope, debateId)).toHaveLength(2);
  });

  test("may be given up, without a trace in the papers", async () => {
    const { scope, debateId, first } = await approved();
    await begin(scope, debateId);
    expect(await abandonCorrection(scope, debateId, LATER)).toMatchObject({ ok: true });
    expect(await abandonCorrection(scope, debateId, LATER)).toEqual({ ok: false, reason: "none" });
    expect(await finish(scope, debateId)).toEqual({ ok: false, reason: "none" });
    expect(await findMinutes(scope, debateId)).toMatchObject({ edition: 1, sha256: first.sha256 });
  });

  test("a refusal leaves the draft as it was", async () => {
    const { scope, debateId } = await approved();
    expect(await begin((await aUnit()).scope, debateId).catch(({ status }) => status)).toBe(404);
    await begin(scope, debateId);
    expect(await finish(scope, debateId, 1, { "item-1": "Termin: sierpień." })).toEqual({
      ok: false,
      reason: "nothing_changed",
    });
    const held = await aHeldDebate();
    expect(await begin(held.scope, held.debateId)).toEqual({ ok: false, reason: "not_possible" });
  });

  test("before publication nobody outside reads either; afterwards only the valid text", async () => {
    const { scope, debateId } = await approved(false);
    await begin(scope, debateId);
    await finish(scope, debateId);
    expect(await findOpenPaper(scope, debateId, null)).toBeUndefined();
    expect(await findOpenPaper(scope, debateId, 2)).toBeUndefined();
    await publishMinutes(scope, debateId, LATER);
    expect((await findOpenPaper(scope, debateId, null))?.document.items[0]?.text).toBe("Termin: wrzesień.");
    expect(await findOpenPaper(scope, debateId, 1)).toBeUndefined();
    expect(await findOpenPaper(scope, debateId, 3)).toBeUndefined();
  });
});

describe("the address on the paper", () => {
  test("says current, superseded by which, or unknown", async () => {
    const { scope, debateId, first } = await approved();
    expect(await openPaper(first.sha256)).toMatchObject({ edition: 1, valid: null });
    await begin(scope, debateId);
    await finish(scope, debateId);
    const { sha256 = "" } = (await findMinutes(scope, debateId)) ?? {};
    for (const hash of [first.sha256, first.sha256.slice(0, 16)])
      expect(await openPaper(hash)).toMatchObject({
        edition: 1,
        valid: { correction: 1, reason: WHO.reason, hash: sha256?.slice(0, 16) },
      });
    expect(await openPaper(sha256?.slice(0, 16))).toMatchObject({ edition: 2, valid: null, sha256 });
    for (let place = 0; place < 16; place++) {
      const sign = first.sha256[place] === "0" ? "1" : "0";
      const changed = first.sha256.slice(0, place) + sign + first.sha256.slice(place + 1);
      expect(await openPaper(changed)).toBeUndefined();
    }
  });

  test("a reason that is not public yet is not told", async () => {
    const { scope, debateId, first } = await approved(false);
    await begin(scope, debateId);
    await finish(scope, debateId);
    expect(await openPaper(first.sha256)).toMatchObject({ valid: { correction: 1, reason: "" } });
  });
});

test("another unit finds no edition", async () => {
  const { scope, debateId } = await approved();
  const { scope: foreign } = await aUnit();
  expect(await findValidText(foreign, debateId)).toBeUndefined();
  expect((await getCorrectionPage(foreign, debateId)).texts).toEqual([]);
  expect((await getCorrectionPage(scope, debateId)).texts).not.toEqual([]);
});
