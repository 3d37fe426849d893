import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { getPaper } from "~/domain/papers/queries.server";
import { kindOf, paperNames } from "~/domain/papers/rules";
import { config } from "~/platform/config.server";
import type { Scope } from "~/platform/scope";
import { loader as fileLoader } from "~/routes/o.$unit.debates.$id.documents_.$file";
import { aUnit } from "../setup/factories";
import { anInvitation } from "../setup/factories.invitations";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { textOf } from "../setup/pdf";

config.dataDir = mkdtempSync(join(tmpdir(), "debata-kept-")); // before the first document opens the shelf
const shelf = join(config.dataDir, "documents");
const kept = () => (existsSync(shelf) ? readdirSync(shelf) : []);
const keptPdfs = () => kept().filter((name) => readFileSync(join(shelf, name)).subarray(0, 5).toString() === "%PDF-");

async function anOrganizer() {
  const unit = await aUnit();
  const { cookie } = await aMember("organizer", { unit });
  const open = async (debateId: string, file: string) => {
    const answer = await fileLoader(doorArgs(`/${file}`, { cookie, params: { unit: unit.slug, id: debateId, file } }));
    return new Uint8Array(await answer.arrayBuffer());
  };
  return { ...unit, open };
}

async function aDebateWithGuest(scope: Scope) {
  const { debateId } = await anInvitation({ scope });
  await openDebate(scope, debateId, new Date());
  await holdDebate(scope, debateId, new Date());
  return debateId;
}

test("letters with personal links are kept nowhere, a poster is", async () => {
  const { scope, open } = await anOrganizer();
  const { debateId } = await anInvitation({ scope });
  expect((await open(debateId, "zaproszenia.pdf")).length).toBeGreaterThan(1_000);
  expect(kept()).toEqual([]);
  await open(debateId, "plakat.pdf");
  expect(keptPdfs()).toHaveLength(1);
});

test("the letters in the files of the debate have no personal link", async () => {
  const { scope } = await anOrganizer();
  const debateId = await aDebateWithGuest(scope);
  const archive = await getArchive({ ...scope, role: "organizer" }, debateId, new Date());
  if (!archive.ok) throw new Error(archive.reason);
  const dossier = await archive.value.entries.find(({ name }) => name === "akta-debaty.pdf")?.make([]);
  const text = await textOf(new Uint8Array(dossier ?? Buffer.alloc(0)));
  expect(text).toContain("Kod QR i osobisty adres są tylko na wysłanym egzemplarzu.");
  expect(text).not.toMatch(/\/i\/[\w-]{16}/);
});

test("a paper says so when it prints a personal link", async () => {
  const { scope } = await anOrganizer();
  const debateId = await aDebateWithGuest(scope);
  for (const name of paperNames.filter((each) => each !== "archive")) {
    const paper = await getPaper(scope, debateId, { name, format: "pdf", options: {} }, new Date());
    if (!paper.ok) continue;
    const printsLinks = /\/(i|b|r|m)\/[\w-]{16,}/.test(JSON.stringify(paper.value.props));
    expect({ name, printsLinks }).toEqual({ name, printsLinks: kindOf(name).printsLinks ?? false });
  }
});
