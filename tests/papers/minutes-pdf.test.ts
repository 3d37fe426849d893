import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paper as words } from "~/domain/minutes/messages.document.pl";
import { isOpen, type MinutesDocument } from "~/domain/minutes/rules";
import { type Block, sectionsOf } from "~/domain/minutes/rules.sections";
import { database } from "~/platform/db.server";
import { checkTagged, rolesOf } from "../setup/pdf";
import { layoutOf } from "../setup/pdf-layout";
import { readingOrderFaults, typesettingFaults } from "../setup/pdf-order";
import { lettersOf, run, withFile } from "./programs";
import { approvedPaper, loadScenarios, SCENARIOS, VERSIONS } from "./scenarios";

beforeAll(loadScenarios, 300_000);
afterAll(() => database.close());

/** What other people's programs say of a file. */
const told = (bytes: Uint8Array) =>
  withFile("minutes.pdf", bytes, async (path) => ({
    info: await run("pdfinfo", path),
    structure: await run("pdfinfo", "-struct-text", path),
    checked: await run("qpdf", "--check", path),
    text: await run("pdftotext", path, "-"),
    raw: await run("pdftotext", "-raw", path, "-"),
  }));

/** `pdfinfo -struct-text` prints an element a line, its text in quotes below. */
const spoken = (structure: string) => [...structure.matchAll(/^\s*"(.*)"\s*$/gm)].map(([, text = ""]) => text);
function headingsIn(structure: string) {
  const lines = structure.split("\n");
  return lines.flatMap((line, i) => {
    const level = /^\s*H([1-6])\b/.exec(line)?.[1];
    if (!level) return [];
    const texts: string[] = [];
    for (const next of lines.slice(i + 1)) {
      const text = /^\s*"(.*)"\s*$/.exec(next)?.[1];
      if (text === undefined) break;
      texts.push(text);
    }
    return [`H${level} ${lettersOf(texts.join(""))}`];
  });
}

function headingsOf(document: MinutesDocument) {
  const blocks = (list: Block[]) =>
    list.flatMap((block) => (block.kind === "heading" ? [`H3 ${lettersOf(block.text)}`] : []));
  return [
    `H1 ${lettersOf(words.headingCaps(document.number))}`,
    ...sectionsOf(document).flatMap(({ title, blocks: list }) => [`H2 ${lettersOf(title)}`, ...blocks(list)]),
    ...(document.distribution.length ? [`H2 ${lettersOf(words.distribution)}`] : []),
    `H2 ${lettersOf(words.document)}`,
  ];
}

/** Every text of the document in the order in which it is to be read. */
const textsOf = (document: MinutesDocument): string[] =>
  sectionsOf(document).flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsIn)]);
function textsIn(block: Block): string[] {
  if (block.kind === "facts") return block.rows.flatMap(({ label, value }) => [label, value]);
  if (block.kind === "list") return block.items;
  if (block.kind === "table") return [...block.columns.map(({ header }) => header), ...block.rows.flat()];
  return [block.text];
}

/** The first that is not read after the ones before it. */
function missingInOrder(read: string, texts: string[]) {
  let at = 0;
  for (const text of texts.map(lettersOf)) {
    const found = read.indexOf(text, at);
    if (found === -1) return text;
    at = found + text.length;
  }
  return undefined;
}

/** How many rows each table has; a header is a row, and facts are a table of names and values. */
const tablesOf = (document: MinutesDocument) =>
  sectionsOf(document).flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "facts") return [block.rows.length];
      return block.kind === "table" ? [block.rows.length + 1] : [];
    }),
  );

describe.each(SCENARIOS)("%s, debate %s", (slug, name) => {
  test.each(VERSIONS)("%s: tagged, read in order, and whole for other people's programs", async (version) => {
    const { document, bytes, facts } = await approvedPaper(slug, name, version);
    expect(document.number).toBeTruthy();
    const { info, structure, checked, text, raw } = await told(bytes);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info.replaceAll("\u00a0", " ")).toMatch(new RegExp(`Title: +${words.heading(document.number)} z`));
    expect(checked).toContain("No syntax or stream encoding errors found");

    expect(headingsIn(structure)).toEqual(headingsOf(document));
    const read = lettersOf(spoken(structure).join(""));
    expect(missingInOrder(read, textsOf(document))).toBeUndefined();
    const tables = tablesOf(document);
    expect(structure.match(/^\s*Table\b/gm)?.length ?? 0).toBe(tables.length);
    const { TR = 0 } = await rolesOf(bytes);
    expect(TR).toBe(tables.reduce((sum, rows) => sum + rows, 0));

    const motions = facts.motions.filter((motion) => version === "internal" || isOpen(motion));
    for (const { number, textInternal, textPublic } of motions) {
      const said = version === "internal" ? textInternal : textPublic;
      expect(lettersOf(raw)).toContain(lettersOf(said));
      expect(text).toContain(number);
      for (const word of said.match(/[\p{L}]{3,}/gu) ?? []) expect(lettersOf(text)).toContain(word);
    }
    if (version === "public")
      for (const { number } of facts.motions.filter((motion) => !isOpen(motion)))
        expect(`${raw}${structure}`).not.toMatch(new RegExp(`(?<![\\d/])${number}(?!\\d)`));

    expect(await checkTagged(bytes)).toEqual([]);
    expect(await readingOrderFaults(bytes)).toEqual([]);
    expect(typesettingFaults(await layoutOf(bytes), words.signatures.minuteTaker)).toEqual([]);
  });
});
