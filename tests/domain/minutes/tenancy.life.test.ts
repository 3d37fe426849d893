import { expect, test } from "vitest";
import { acceptRemark, proposeChange, rejectRemark } from "~/domain/minutes/commands.remarks.server";
import { getHeld } from "~/domain/minutes/commands.server";
import { closeWindow, extendWindow, openWindow } from "~/domain/minutes/commands.window.server";
import { getReader, getReaderPage, listOwnRemarks, listReaders } from "~/domain/minutes/queries.reader.server";
import {
  countRemarks,
  findRemark,
  getRemarksPage,
  getWindowPage,
  listRemarks,
} from "~/domain/minutes/queries.remarks.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { anOpenWindow } from "../../setup/factories.readers";

const NOT_FOUND = { status: 404 };
const DURING = new Date("2026-03-21T09:00:00Z");

test("another unit finds no readers and no remarks, and decides nothing", async () => {
  const { scope, debateId, link, readerId, item } = await anOpenWindow();
  const { scope: foreign } = await aUnit();
  const change = { partKey: item, original: "", proposed: "Dopisać.", reason: "" };
  const made = await proposeChange(link, readerId, change, DURING);
  if (!made.ok) throw new Error(made.reason);
  const { id } = made.value;

  for (const door of [
    getHeld(foreign, debateId),
    getReader(foreign, readerId),
    getReaderPage(foreign, readerId, DURING),
    proposeChange(foreign, readerId, change, DURING),
    getRemarksPage(foreign, debateId),
    getWindowPage(foreign, debateId),
    openWindow(foreign, debateId, 5, DURING),
    extendWindow(foreign, debateId, calendarDate("2026-04-01"), DURING),
    closeWindow(foreign, debateId, DURING),
    acceptRemark(foreign, debateId, id, { note: "" }, "Obcy", DURING),
    rejectRemark(foreign, debateId, id, "Obce.", "Obcy", DURING),
  ])
    await expect(door).rejects.toMatchObject(NOT_FOUND);

  expect(await listReaders(foreign, debateId)).toEqual([]);
  expect(await listOwnRemarks(foreign, readerId)).toEqual([]);
  expect(await listRemarks(foreign, debateId)).toEqual([]);
  expect(await findRemark(foreign, debateId, id)).toBeUndefined();
  expect(await countRemarks(foreign, debateId)).toEqual({ all: 0, open: 0 });

  // A remark of one debate is not decided from another of the same unit.
  const other = await anOpenWindow(scope);
  await expect(rejectRemark(scope, other.debateId, id, "x", "Ktoś", DURING)).rejects.toMatchObject(NOT_FOUND);
  expect(await countRemarks(scope, debateId)).toEqual({ all: 1, open: 1 });
});
