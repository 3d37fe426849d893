import { expect, test } from "vitest";
import { addFile } from "~/domain/minutes/commands.files.server";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { listDossierFiles, listDossierParts } from "~/domain/papers/queries.dossier.server";
import { getPaperFacts } from "~/domain/papers/queries.facts.server";
import { getPaper } from "~/domain/papers/queries.server";
import { kindOf, paperNames } from "~/domain/papers/rules";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";

test("the files of a debate hold nothing of another unit", async () => {
  const { scope: ours, debateId } = await aHeldDebate();
  const file = { title: "Prezentacja", fileName: "p.pdf", bytes: Buffer.from("%PDF-1.7 x") };
  await addFile(ours, debateId, file, "Ktoś");
  const { scope } = await aUnit();
  expect(await listDossierFiles(ours, debateId)).toHaveLength(1);
  expect(await listDossierFiles(scope, debateId)).toEqual([]);
  const parts = await listDossierParts(scope, debateId, [], new Date());
  expect(parts).toEqual([expect.objectContaining({ kind: "table", rows: [] })]);
});

test("nobody prints anything of another unit", async () => {
  const { debateId } = await aHeldDebate();
  const { scope } = await aUnit();
  await expect(getPaperFacts(scope, debateId)).rejects.toMatchObject({ status: 404 });
  await expect(getArchive(scope, debateId, new Date())).rejects.toMatchObject({ status: 404 });
  for (const name of paperNames)
    for (const format of kindOf(name).formats)
      await expect(
        getPaper(scope, debateId, { name, format, options: {} }, new Date()),
        `${name}.${format}`,
      ).rejects.toMatchObject({ status: 404 });
});
