import { expect, test } from "vitest";
import {
  addEvidence,
  checkEvidence,
  keepEvidence,
  readEvidence,
  showEvidence,
} from "~/domain/tasks/commands.evidence.server";
import {
  getEvidence,
  getPublicEvidence,
  listEvidence,
  listPublicEvidence,
} from "~/domain/tasks/queries.evidence.server";
import { inTransaction } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { aUnit } from "../../setup/factories";
import { aBody, aTask } from "../../setup/factories.tasks";

const GONE = { status: 404 };
const KEY = { debate: 1, year: 2026, sequence: 1 };

test("nobody sees, adds to or shows the proof of another unit, and no body that of another", async () => {
  const { scope, body, task } = await aTask();
  const foreign = (await aUnit()).scope;
  const neighbour = (await aBody(scope)).desk;
  const read = await readEvidence([{ name: "odbior.pdf", bytes: Buffer.from("%PDF-1.7 %%EOF") }]);
  if (!read.ok) throw new Error(read.reason);
  const files = read.value;
  await addEvidence(body.desk, task.id, { files });
  const [file] = await listEvidence(scope, [task.id]);
  const id = file?.id ?? "";

  const desk = mintScope(foreign.organizationId, `body:${body.id}`);
  for (const stranger of [foreign, desk, neighbour]) {
    await expect(addEvidence(stranger, task.id, { files })).rejects.toMatchObject(GONE);
    await expect(showEvidence(stranger, task.id, id, { public: true, title: "" })).rejects.toMatchObject(GONE);
  }
  // Not even its own: only the organizer shows.
  await expect(showEvidence(body.desk, task.id, id, { public: true, title: "" })).rejects.toMatchObject(GONE);
  await expect(getEvidence(foreign, id, { taskId: task.id })).rejects.toMatchObject(GONE);
  await expect(getEvidence(scope, id, { bodyId: "x" })).rejects.toMatchObject(GONE);
  await expect(getPublicEvidence(scope, KEY, id)).rejects.toMatchObject(GONE);
  expect(await listEvidence(foreign, [task.id])).toEqual([]);
  expect(await checkEvidence(foreign, task, files)).toMatchObject({ ok: true }); // it knows of no other file
  const said = { entryId: "x", author: "" };
  await expect(inTransaction(() => keepEvidence(foreign, task, files, said, new Date()))).rejects.toThrow();

  await showEvidence(scope, task.id, id, { public: true, title: "Odbiór" });
  expect(await getPublicEvidence(scope, KEY, id)).toMatchObject({ fileName: "odbior.pdf" });
  await expect(getPublicEvidence(foreign, KEY, id)).rejects.toMatchObject(GONE);
  expect(await listPublicEvidence(foreign, [task.id])).toEqual([]);
  expect(await listPublicEvidence(scope, [task.id])).toMatchObject([{ id, title: "Odbiór", ownerName: body.name }]);
});
