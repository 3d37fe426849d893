import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareDemo } from "~/demo.server";
import { getPaper } from "~/domain/minutes/queries.server";
import { type MinutesVersion, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { config } from "~/platform/config.server";
import { database, inTransaction } from "~/platform/db.server";
import { renderDocument } from "~/platform/documents.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { minutedFacts } from "../setup/factories.minutes";
import { lettersOf, office, officeText, run, withFile } from "./programs";

beforeAll(async () => {
  await database.migrate();
  config.demo = "auto";
  config.dataDir = mkdtempSync(join(tmpdir(), "debata-papers-"));
  await prepareDemo(inTransaction, new Date("2026-11-22T10:00:00Z"));
}, 300_000);
afterAll(() => database.close());

const SCENARIOS = [
  ["kpp-wierzbinow", "3/2026"],
  ["kpp-wysokocin", "4/2026"],
  ["kmp-trybow", "2/2026"],
  ["kpp-opocznica", "1/2026"],
  ["kmp-bytomierz", "11/2026"],
] as const;
const origin = "http://app.test";
const part = (path: string, name: string) => run("unzip", "-p", path, name);

describe.each(SCENARIOS)("the minutes of %s, debate %s, for Word", (slug, name) => {
  test.each<MinutesVersion>(["internal", "public"])(
    "%s: the same words as the PDF, in the same order",
    async (version) => {
      const { scope } = await demoUnit(slug);
      const { debate } = await demoDebate(scope, name);
      const props = { ...(await getPaper(scope, debate.id, version)), origin };
      const pdf = await renderDocument("minutes", props);
      const inPdf = await withFile("minutes.pdf", pdf, (path) => run("pdfinfo", "-struct-text", path));
      const docx = await renderDocument("minutes", props, { format: "docx" });
      const inWord = await withFile("minutes.docx", docx, (path, folder) => officeText(path, folder));
      expect(lettersOf(inWord)).toEqual(lettersOf(structText(inPdf)));
    },
  );
});

/** `pdfinfo -struct-text` prints an element a line, its text in quotes below. */
const structText = (printed: string) => [...printed.matchAll(/^\s*"(.*)"\s*$/gm)].map(([, text]) => text).join("\n");

test("headings, lists, header rows, language and title are Word's own, and nothing is fetched from elsewhere", async () => {
  const document = composeMinutes(minutedFacts(), "internal", UNSTAMPED);
  const docx = await renderDocument("minutes", { document, sha256: null, origin }, { format: "docx" });
  await withFile("minutes.docx", docx, async (path, folder) => {
    const [body, styles, core] = await Promise.all(
      ["word/document.xml", "word/styles.xml", "docProps/core.xml"].map((name) => part(path, name)),
    );
    const count = (pattern: RegExp) => body?.match(pattern)?.length ?? 0;
    expect(count(/<w:pStyle w:val="Heading1"\/>/g)).toBe(1);
    expect(count(/<w:pStyle w:val="Heading2"\/>/g)).toBe(13);
    expect(count(/<w:pStyle w:val="Heading3"\/>/g)).toBe(8);
    expect(count(/<w:tblHeader\/>/g)).toBe(3);
    expect(count(/<w:numPr>/g)).toBeGreaterThan(10);
    expect(styles).toContain('w:lang w:val="pl-PL"');
    expect(core).toContain("<dc:title>Protokół z debaty społecznej pn.");
    expect(core).toContain("Komenda Powiatowa Policji w Wierzbinowie");
    const names = (await run("unzip", "-Z1", path)).split("\n").filter((each) => each.endsWith(".rels"));
    for (const name of names)
      expect([name, await part(path, name)]).not.toEqual([name, expect.stringContaining("External")]);
    expect(await part(path, "word/footer1.xml")).toMatch(/PAGE[\s\S]*NUMPAGES/);
    await office(folder, "pdf", path);
    const pages = await run("pdftotext", "-layout", join(folder, "minutes.pdf"), "-");
    expect(pages).toMatch(/strona 2 z \d/);
    expect(pages.match(/PROJEKT/g)?.length).toBeGreaterThan(2);
  });
});

test.each([
  ["a hundred thousand letters", "ą".repeat(100_000)],
  ["a word of two hundred letters", `Słowo ${"x".repeat(200)} i dalej.`],
  [
    "emoji, other directions and controls",
    "👮‍♀️ kot \u202eodwrócone\u202c עברית e\u0301\u0301\u0301\u0301\u0301 \u0000\u0001\u001b koniec",
  ],
  ["markup", `<script>alert("x")</script> & =HYPERLINK("http://x.test") javascript:alert(1)`],
])("%s: LibreOffice reads it", async (_, text) => {
  const facts = minutedFacts({ parts: [{ key: "findings", text, internal: false }] });
  facts.motions[0]!.textInternal = text;
  const document = composeMinutes(facts, "internal", UNSTAMPED);
  const docx = await renderDocument("minutes", { document, sha256: null, origin }, { format: "docx" });
  const words = await withFile("minutes.docx", docx, (path, folder) => officeText(path, folder));
  expect(words).toContain("Rozdzielnik");
  expect(words).toContain("koniec" === text.slice(-6) ? "koniec" : "3/2026/12");
});
