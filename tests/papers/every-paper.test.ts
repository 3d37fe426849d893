import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getPaper } from "~/domain/papers/queries.server";
import { kindOf, optionOf, paperNames } from "~/domain/papers/rules";
import { database } from "~/platform/db.server";
import { renderDocument } from "~/platform/documents.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { checkTagged } from "../setup/pdf";
import { layoutOf } from "../setup/pdf-layout";
import { hangingWords, readingOrderFaults } from "../setup/pdf-order";
import { run, withFile } from "./programs";
import { loadScenarios } from "./scenarios";

beforeAll(loadScenarios, 300_000);
afterAll(() => database.close());

const printed = paperNames.filter((name) => kindOf(name).formats.includes("pdf"));
const EVENINGS = [
  ["kpp-wierzbinow", "3/2026"],
  ["kmp-bytomierz", "11/2026"],
] as const;

/** With every word that a closed option may have. */
const waysOf = (name: (typeof printed)[number]) =>
  (kindOf(name).options ?? []).reduce<Record<string, string>[]>(
    (ways, asked) => {
      const option = optionOf(asked);
      return option.kind === "word"
        ? ways.flatMap((way) => option.words.map((word) => ({ ...way, [asked]: word })))
        : ways;
    },
    [{}],
  );

describe.each(EVENINGS)("every paper of %s, debate %s", (slug, name) => {
  test.each(printed)("%s: tagged, in order, and no short word at a line end", async (paperName) => {
    const { scope } = await demoUnit(slug);
    const { debate } = await demoDebate(scope, name);
    for (const options of waysOf(paperName)) {
      const paper = await getPaper(
        scope,
        debate.id,
        { name: paperName, format: "pdf", options },
        new Date("2026-11-22T10:00:00Z"),
      );
      if (!paper.ok) continue;
      const bytes = await renderDocument(paper.value.document, paper.value.props);
      const checked = await withFile("paper.pdf", bytes, (path) => run("qpdf", "--check", path));
      expect(checked).toContain("No syntax or stream encoding errors found");
      expect({ options, faults: await checkTagged(bytes) }).toEqual({ options, faults: [] });
      expect({ options, faults: await readingOrderFaults(bytes) }).toEqual({ options, faults: [] });
      expect({ options, hanging: hangingWords(await layoutOf(bytes)) }).toEqual({ options, hanging: [] });
    }
  });
});

test("each paper could be had on one of the evenings, or is not drawn", async () => {
  const had = new Set<string>();
  for (const [slug, name] of EVENINGS) {
    const { scope } = await demoUnit(slug);
    const { debate } = await demoDebate(scope, name);
    for (const paperName of printed) {
      const asked = { name: paperName, format: "pdf", options: {} } as const;
      if ((await getPaper(scope, debate.id, asked, new Date("2026-11-22T10:00:00Z"))).ok) had.add(paperName);
    }
  }
  expect(printed.filter((each) => !had.has(each))).toEqual([]);
});
