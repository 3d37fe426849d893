import { expect, test } from "vitest";
import {
  abandonCorrection,
  approveCorrection,
  saveCorrection,
  startCorrection,
} from "~/domain/minutes/commands.correction.server";
import {
  findDraft,
  findEdition,
  findOpenPaper,
  findPublishedEdition,
  findValidText,
  getCorrectionPage,
  getPreview,
  listEditions,
  listHiddenSince,
  listPublishedEditions,
} from "~/domain/minutes/queries.editions.server";
import { findPlace } from "~/domain/minutes/queries.place.server";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";

const NOT_FOUND = { status: 404 };

test("another unit finds no edition and no draft, and corrects nothing", async () => {
  const { scope, debateId } = await aHeldDebate();
  await minutesOf(scope, debateId, new Date(), true);
  await startCorrection(scope, debateId, "Powód.", "Ktoś");
  const { scope: foreign } = await aUnit();
  const draft = { reason: "Obcy.", texts: { "item-1": "Obce." } };
  for (const door of [
    startCorrection(foreign, debateId, "Obcy.", "Obcy"),
    saveCorrection(foreign, debateId, 1, draft),
    approveCorrection(foreign, debateId, 1, { ...draft, approvedBy: "Obcy" }),
    abandonCorrection(foreign, debateId),
  ])
    await expect(door).rejects.toMatchObject(NOT_FOUND);
  expect(await listEditions(foreign, debateId)).toEqual([]);
  expect(await listPublishedEditions(foreign, debateId)).toEqual([]);
  expect(await findEdition(foreign, debateId, 1, "public")).toBeUndefined();
  expect(await findPublishedEdition(foreign, debateId, 1)).toBeUndefined();
  expect(await findOpenPaper(foreign, debateId, 1)).toBeUndefined();
  expect(await findPlace(foreign, debateId, "1/2026/01")).toBeNull();
  expect(await findValidText(foreign, debateId)).toBeUndefined();
  expect(await listHiddenSince(foreign, debateId)).toEqual([]);
  expect(await getPreview(foreign, debateId)).toEqual([]);
  expect(await findDraft(foreign, debateId)).toBeUndefined();
  expect(await getCorrectionPage(foreign, debateId)).toMatchObject({ draft: null, texts: [] });
  expect(await findDraft(scope, debateId)).toMatchObject({ reason: "Powód.", version: 1 });
});
