import { expect, test } from "vitest";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { approveMinutes, getOrStart, publishMinutes, savePart } from "~/domain/minutes/commands.server";
import { getEditor, getPartHistory, getTextFingerprint } from "~/domain/minutes/queries.editor.server";
import { gatherFacts } from "~/domain/minutes/queries.facts.server";
import { listPartsByKey } from "~/domain/minutes/queries.parts.server";
import {
  findFrozen,
  findMinutes,
  findPartText,
  findPublished,
  getPaper,
  isPublished,
  listMinutesParts,
  listPartTexts,
} from "~/domain/minutes/queries.server";
import { inTransaction } from "~/platform/db.server";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";

const NOT_FOUND = { status: 404 };

test("another unit finds nothing, and writes nothing", async () => {
  const { scope, debateId, item } = await aHeldDebate();
  const { scope: foreign } = await aUnit();
  await savePart(scope, debateId, 0, { key: item, text: "Nasze" }, "Protokolant");
  const [part] = await listMinutesParts(scope, debateId);
  if (!part) throw new Error("No part");

  await expect(gatherFacts(foreign, debateId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getTextFingerprint(foreign, debateId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getEditor(foreign, debateId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getPartHistory(foreign, debateId, item)).rejects.toMatchObject(NOT_FOUND);
  await expect(getPaper(foreign, debateId, "internal")).rejects.toMatchObject(NOT_FOUND);
  await expect(inTransaction(() => getOrStart(foreign, debateId, new Date()))).rejects.toMatchObject(NOT_FOUND);
  await expect(savePart(foreign, debateId, 1, { key: item, text: "Obce" }, "Obcy")).rejects.toMatchObject(NOT_FOUND);
  const parts = [{ key: item, text: "Obce", version: 1, internal: false }];
  await expect(saveParts(foreign, debateId, { parts }, "Obcy")).rejects.toMatchObject(NOT_FOUND);
  await expect(approveMinutes(foreign, debateId, { approvedBy: "Obcy" })).rejects.toMatchObject(NOT_FOUND);
  await expect(publishMinutes(foreign, debateId)).rejects.toMatchObject(NOT_FOUND);

  await minutesOf(scope, debateId, new Date(), true);
  expect(await findMinutes(foreign, debateId)).toBeUndefined();
  expect(await findFrozen(foreign, debateId, "public")).toBeUndefined();
  expect(await findPublished(foreign, debateId)).toBeUndefined();
  expect(await isPublished(foreign, debateId)).toBe(false);
  expect(await findPartText(foreign, part.id, 1)).toBeUndefined();
  expect(await listMinutesParts(foreign, debateId)).toEqual([]);
  expect(await listPartsByKey(foreign, debateId, [item])).toEqual([]);
  expect(await listPartTexts(foreign, debateId, item)).toEqual([]);
  await expect(publishMinutes(foreign, debateId)).rejects.toMatchObject(NOT_FOUND);

  expect(await findPartText(scope, part.id, 1)).toBe("Nasze");
  expect(await listPartTexts(scope, debateId, item)).toHaveLength(1);
});
