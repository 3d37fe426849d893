import { afterAll, beforeAll, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { approveCorrection, startCorrection } from "~/domain/minutes/commands.correction.server";
import { savePart } from "~/domain/minutes/commands.server";
import { database } from "~/platform/db.server";
import { loader as docx } from "~/routes/u.$unit.debates.$slug.minutes[.]docx";
import { aUnit } from "../setup/factories";
import { aHeldDebate, minutesOf } from "../setup/factories.minutes-held";
import { officeText, run, withFile } from "./programs";

const NOW = new Date("2026-04-02T10:00:00Z");
beforeAll(() => database.migrate());
afterAll(() => database.close());

test("an earlier edition comes for Word as it was, with the mark that another one is valid", async () => {
  const unit = await aUnit();
  const { scope, debateId, item } = await aHeldDebate(unit.scope);
  await savePart(scope, debateId, 0, { key: item, text: "Termin: sierpień." }, "Protokolant");
  await minutesOf(scope, debateId, NOW, true);
  await startCorrection(scope, debateId, "Błąd w dacie.", "Ktoś", NOW);
  const texts = { "item-1": "Termin: wrzesień." };
  await approveCorrection(scope, debateId, 1, { approvedBy: "X", reason: "Błąd w dacie.", texts }, NOW);
  const { slug } = await getDebate(scope, debateId);
  const read = async (query: string) => {
    const request = new Request(`http://app.test/x${query}`);
    const answer = await docx({ request, params: { unit: unit.slug, slug }, context: {} });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return withFile("minutes.docx", bytes, async (path, folder) => ({
      text: await officeText(path, folder),
      heads: await run("sh", "-c", `unzip -p "$1" 'word/header*.xml'`, "sh", path),
    }));
  };
  const [valid, old] = [await read(""), await read("?wydanie=1")];
  expect(valid.text).toContain("Termin: wrzesień.");
  expect(valid.text).not.toContain("Ten tekst został zastąpiony");
  expect(valid.heads).not.toContain("ZASTĄPIONY");
  expect(old.text).toContain("Termin: sierpień.");
  expect(old.text).toMatch(/Ten tekst został zastąpiony/);
  expect(old.heads).toContain("ZASTĄPIONY");
  const missing = new Request("http://app.test/x?wydanie=7");
  await expect(docx({ request: missing, params: { unit: unit.slug, slug }, context: {} })).rejects.toMatchObject({
    status: 404,
  });
});
