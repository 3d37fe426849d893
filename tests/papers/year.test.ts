import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, placeUnit } from "~/domain/organizations/commands.server";
import { cellText, type YearSheet, yearBook } from "~/domain/reports/messages.year.pl";
import { getYearSheet } from "~/domain/reports/queries.year.server";
import { database } from "~/platform/db.server";
import { renderDocument } from "~/platform/documents.server";
import { fitted } from "~/platform/lists";
import { startSession } from "~/platform/session.server";
import { aUnit } from "../setup/factories";
import { demoUnit } from "../setup/factories.demo";
import { checkTagged } from "../setup/pdf";
import { layoutOf } from "../setup/pdf-layout";
import { hangingWords, readingOrderFaults } from "../setup/pdf-order";
import { visit } from "../setup/site";
import { lettersOf, office, run, withFile } from "./programs";
import { loadScenarios } from "./scenarios";

type Sheets = { whose: "unit" | "units"; slug: string; sheet: YearSheet; cookie: string };
const sheets: Sheets[] = [];

/** The year of a unit, and that of a command above two units; as a member sees and takes them along. */
beforeAll(async () => {
  await loadScenarios();
  const { scope, slug } = await demoUnit("kpp-wierzbinow");
  const above = await aUnit({ name: "Komenda Wojewódzka =1+1 z siedzibą w Nadwiślu", department: "" });
  for (const slug of ["kpp-wierzbinow", "kmp-bytomierz"]) await placeUnit((await demoUnit(slug)).scope, above.id);
  const cookieOf = async (at: typeof scope) => {
    const member = {
      email: `${crypto.randomUUID()}@policja.test`,
      name: "Ewa",
      role: "viewer",
      passwordHash: "-",
    } as const;
    return (await startSession((await addMember(at, member)).value.id)).split(";")[0] ?? "";
  };
  const year = 2026;
  sheets.push(
    { whose: "unit", slug, sheet: await getYearSheet(scope, "unit", year), cookie: await cookieOf(scope) },
    {
      ...{ whose: "units", slug: above.slug, sheet: await getYearSheet(above.scope, "units", year) },
      cookie: await cookieOf(above.scope),
    },
  );
}, 300_000);
afterAll(() => database.close());

/** Every cell of a sheet as people read it, in the order of reading. */
const cells = ({ tables }: YearSheet) =>
  tables.flatMap(({ columns, rows, total }) =>
    [...rows, ...(total && rows.length > 0 ? [total] : [])].flatMap((row) =>
      columns.map((column, i) => lettersOf(cellText(row[i], column))),
    ),
  );

/** Each stands after the one before it. */
function inOrder(text: string, wanted: string[]) {
  let at = 0;
  for (const word of wanted) {
    const found = text.indexOf(word, at);
    if (found < 0) return `${word} is missing after ${text.slice(Math.max(0, at - 60), at)}`;
    at = found + word.length;
  }
  return "";
}

/** LibreOffice writes a number in quotes here, and shares as „82%”. */
function numberOf(value: string) {
  const bare = value.replaceAll('"', "");
  return bare.endsWith("%") ? Number(bare.slice(0, -1)) / 100 : Number(bare);
}

describe.each([0, 1])("year sheet %d", (index) => {
  const of = () => sheets[index] as Sheets;

  test("the page shows every number of the sheet", async () => {
    const { slug, whose, sheet, cookie } = of();
    const page = await visit(`/o/${slug}/reports/year/${sheet.year}?whose=${whose}`, { cookie });
    const body = (await page.text()).replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "");
    const plain = body
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&")
      .replaceAll("&#x27;", "'");
    expect(inOrder(lettersOf(plain), cells(sheet))).toBe("");
  });

  test("the PDF is tagged, reads in order, and has every number", async () => {
    const bytes = await renderDocument("year", of().sheet);
    expect(await checkTagged(bytes)).toEqual([]);
    expect(await readingOrderFaults(bytes)).toEqual([]);
    expect(hangingWords(await layoutOf(bytes))).toEqual([]);
    await withFile("rok.pdf", bytes, async (path) => {
      expect(await run("pdfinfo", path)).toMatch(/Tagged:\s+yes[\s\S]*Page size:\s+841\.89 x 595\.28/);
      await run("qpdf", "--check", path);
      const spoken = await run("pdfinfo", "-struct-text", path);
      const texts = [...spoken.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text).join("");
      expect(inOrder(lettersOf(texts.replaceAll('\\"', '"')), cells(of().sheet))).toBe("");
      const pages = (await run("pdftotext", "-layout", path, "-")).split("\f").filter(Boolean);
      for (const [i, page] of pages.entries()) expect(page).toContain(`strona ${i + 1} z ${pages.length}`);
    });
  });

  test("the XLSX has a tab for each table; numbers are numbers, days are days, nothing is run", async () => {
    const { sheet } = of();
    const bytes = await renderDocument("book", { sheets: yearBook(sheet).sheets.map(fitted) }, { format: "xlsx" });
    await withFile("rok.xlsx", bytes, async (path, folder) => {
      const out = join(folder, "out");
      const filter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1";
      await office(folder, filter, path, "--outdir", out);
      const files = await readdir(out);
      for (const [i, { title, columns, rows, total }] of sheet.tables.entries()) {
        const name = files.find((file) => file.endsWith(`-${title}.csv`));
        const lines = (await readFile(join(out, name ?? ""), "utf8")).trim().split("\n");
        const all = [...rows, ...(total && rows.length > 0 ? [total] : [])];
        expect([title, lines.length]).toEqual([title, all.length + 1]);
        for (const [r, row] of all.entries())
          for (const [c, value] of (lines[r + 1] ?? "").split("\t").entries()) {
            const [cell, kind] = [row[c], columns[c]?.kind];
            if (typeof cell !== "number") continue;
            const hundredth = kind === "money" || kind === "percent" ? cell / 100 : cell;
            expect([title, r, c, numberOf(value)]).toEqual([title, r, c, hundredth]);
          }
        const xml = await run("unzip", "-p", path, `xl/worksheets/sheet${i + 1}.xml`);
        expect(xml).not.toMatch(/<f>|<f /);
        const typed = all.flat().filter((cell) => typeof cell === "number" || /^\d{4}-\d\d-\d\d$/.test(cell ?? ""));
        expect(xml.match(/<c (?![^>]*t="(?:s|inlineStr)")[^>]*><v>/g) ?? []).toHaveLength(typed.length);
      }
    });
  });
});
