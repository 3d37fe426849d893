import { expect, test } from "vitest";
import { addFile, removeFile } from "~/domain/minutes/commands.files.server";
import { getFile, listFiles } from "~/domain/minutes/queries.files.server";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";

const file = { title: "Prezentacja", fileName: "p.pdf", bytes: Buffer.from("%PDF-1.7 x") };

test("nobody sees, adds to or takes from the attachments of another unit", async () => {
  const { scope: ours, debateId } = await aHeldDebate();
  const { scope } = await aUnit();
  await addFile(ours, debateId, file, "Ktoś");
  const [own] = await listFiles(ours, debateId);
  const id = own?.id ?? "";
  expect(await listFiles(scope, debateId)).toEqual([]);
  await expect(getFile(scope, debateId, id)).rejects.toMatchObject({ status: 404 });
  await expect(addFile(scope, debateId, file, "Ktoś")).rejects.toMatchObject({ status: 404 });
  await expect(removeFile(scope, debateId, id)).rejects.toMatchObject({ status: 404 });
  expect(await getFile(ours, debateId, id)).toMatchObject({ fileName: "Prezentacja.pdf", bytes: file.bytes });
});

test("the same bytes come once, and nothing comes or goes after approval", async () => {
  const { scope, debateId } = await aHeldDebate();
  expect(await addFile(scope, debateId, file, "Ktoś")).toMatchObject({ ok: true });
  expect(await addFile(scope, debateId, { ...file, title: "Inny" }, "Ktoś")).toEqual({
    ok: false,
    reason: "duplicate",
  });
  const [own] = await listFiles(scope, debateId);
  await minutesOf(scope, debateId);
  const other = { ...file, bytes: Buffer.from("%PDF-1.7 y") };
  expect(await addFile(scope, debateId, other, "Ktoś")).toEqual({ ok: false, reason: "frozen" });
  expect(await removeFile(scope, debateId, own?.id ?? "")).toEqual({ ok: false, reason: "frozen" });
  expect(await listFiles(scope, debateId)).toHaveLength(1);
});
