import { describe, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { approveCorrection, startCorrection } from "~/domain/minutes/commands.correction.server";
import { publishMinutes } from "~/domain/minutes/commands.server";
import { findValidText, getCorrectionPage } from "~/domain/minutes/queries.editions.server";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import * as publicPage from "~/routes/u.$unit.debates.$slug.minutes";
import * as publicPdf from "~/routes/u.$unit.debates.$slug.minutes[.]pdf";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";
import { aMember, doorArgs } from "../../setup/factories.organizations";
import { textOf } from "../../setup/pdf";

const WORDS = "Zażółć gęślą jaźń";
const NOW = new Date("2026-03-25T10:00:00Z");

/** Approved minutes with a motion that only the Police may know of since. */
async function hiddenLater(published: boolean) {
  const { scope, unit } = await aMember("organizer");
  const held = await aHeldDebate(scope);
  await minutesOf(scope, held.debateId, NOW, published);
  await keepForPolice(scope, held.motionId, { reason: "" }, NOW);
  const { slug } = await getDebate(scope, held.debateId);
  return { ...held, scope, args: doorArgs("/u", { params: { unit: unit.slug, slug } }) };
}

const correct = async ({ scope, debateId }: Awaited<ReturnType<typeof hiddenLater>>) => {
  await startCorrection(scope, debateId, "Uzupełniono oznaczenia.", "Ktoś", NOW);
  const draft = { reason: "Uzupełniono oznaczenia.", texts: {}, approvedBy: "Komendant" };
  return approveCorrection(scope, debateId, 1, draft, NOW);
};

describe("a motion that was hidden after the minutes were approved", () => {
  test("stands in the way of publishing, until a correction has taken it out of the public version", async () => {
    const told = await hiddenLater(false);
    const { scope, debateId, args } = told;
    expect(await publishMinutes(scope, debateId, NOW)).toEqual({ ok: false, reason: "hidden_since" });
    expect((await getEditor(scope, debateId)).hidden).toHaveLength(1);
    await expect(publicPage.loader(args)).rejects.toMatchObject({ status: 404 });

    expect(await correct(told)).toMatchObject({ ok: true });
    expect((await publishMinutes(scope, debateId, NOW)).ok).toBe(true);
    expect(JSON.stringify(await publicPage.loader(args))).not.toContain(WORDS);
    const pdf = await publicPdf.loader(args);
    expect(await textOf(new Uint8Array(await pdf.arrayBuffer()))).not.toContain(WORDS);
    expect(JSON.stringify((await findValidText(scope, debateId))?.internal)).toContain(WORDS);
  });

  test("is told where they are published already, and the valid text loses it with the next correction", async () => {
    const told = await hiddenLater(true);
    const { scope, debateId, args } = told;
    expect(JSON.stringify(await publicPage.loader(args))).toContain(WORDS);
    expect((await getEditor(scope, debateId)).hidden).toHaveLength(1);
    await startCorrection(scope, debateId, "Uzupełniono oznaczenia.", "Ktoś", NOW);
    expect(JSON.stringify((await getCorrectionPage(scope, debateId)).preview)).toContain(WORDS); // the internal side
    const draft = { reason: "Uzupełniono oznaczenia.", texts: {}, approvedBy: "Komendant" };
    expect(await approveCorrection(scope, debateId, 1, draft, NOW)).toMatchObject({ ok: true });
    expect(JSON.stringify(await publicPage.loader(args))).not.toContain(WORDS);
    expect((await getEditor(scope, debateId)).hidden).toEqual([]);
  });

  test("is named by no reason", async () => {
    const { scope, debateId } = await hiddenLater(false);
    const { hidden } = await getEditor(scope, debateId);
    const reason = `Usunięto wniosek ${hidden[0]}.`;
    await startCorrection(scope, debateId, reason, "Ktoś", NOW);
    const refused = await approveCorrection(scope, debateId, 1, { reason, texts: {}, approvedBy: "Komendant" }, NOW);
    expect(refused).toEqual({ ok: false, reason: "tells" });
  });
});
