import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderDocument } from "~/platform/documents.server";
import { fitted, type List, listAsCsv } from "~/platform/lists";
import { office, run, withFile } from "./programs";

const FORMULAS = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1;1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  ' =HYPERLINK("http://x.test")',
  "＋1+1",
];
const LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ „cudzysłów” – półpauza";
const list = (texts: readonly string[], rows = texts.length): List => ({
  sheet: "Goście: [próba]/?*",
  cut: "(Tekst skrócony.)",
  columns: [
    { label: "Treść", width: 40 },
    { label: "Dzień", width: 14, kind: "date" },
    { label: "Liczba", width: 10, kind: "number" },
  ],
  rows: Array.from({ length: rows }, (_, i) => [texts[i % texts.length] ?? "", "2026-03-18", i + 1]),
});
const NASTY = [
  ...FORMULAS,
  LETTERS,
  'średnik; "cudzysłów"\ni nowy wiersz',
  "👮‍♀️ \u0000\u0001\ud800 koniec",
  "<b>&amp;",
];

/** The sheet as LibreOffice shows it, one line a row; `in` says how a CSV is read in a Polish Excel. */
const seen = (name: string, bytes: Uint8Array, reader: string[] = []) =>
  withFile(name, bytes, async (path, folder) => {
    const out = join(folder, "out");
    await office(
      folder,
      "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false",
      path,
      "--outdir",
      out,
      ...reader,
    );
    const [first = ""] = await readdir(out);
    return readFile(join(out, first), "utf8");
  });
const SEMICOLONS = ["--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1045,false,true,false,false,false,0,true"];
const csvOf = (some: List) => new TextEncoder().encode(listAsCsv(fitted(some)));
const xlsxOf = (some: List) => renderDocument("list", fitted(some), { format: "xlsx" });

describe.each([
  ["XLSX", "lista.xlsx", xlsxOf, []],
  ["CSV", "lista.csv", async (some: List) => csvOf(some), SEMICOLONS],
] as const)("%s in LibreOffice", (_, name, write, reader) => {
  test("nothing is run as a formula, and every letter is there", async () => {
    const text = await seen(name, await write(list(NASTY)), [...reader]);
    for (const formula of FORMULAS) expect(text.replaceAll('""', '"')).toContain(formula.trim());
    expect(text).toContain(LETTERS);
    expect(text).toContain("średnik; ");
    expect(text).toContain("<b>&amp;");
    expect(text).toContain("koniec");
    expect(text).not.toMatch(/^-?\d+\t|Err:|#NAME/m);
  });

  test("two thousand rows, and a text too long for a cell says that it was cut", async () => {
    const text = await seen(name, await write(list(["ą".repeat(100_000), "krótki"], 2000)), [...reader]);
    expect(text.match(/18\.03\.2026|03\/18\/2026/g)).toHaveLength(2000);
    expect(text.match(/\(Tekst skrócony\.\)/g)).toHaveLength(1000);
  });
});

test("a CSV is for a double click in Poland: a mark, semicolons, CRLF", () => {
  const text = listAsCsv(list(["Zażółć"]));
  expect(text).toBe("\ufeffTreść;Dzień;Liczba\r\nZażółć;18.03.2026;1\r\n");
});

test("in an XLSX dates are dates, texts are texts, and the head stays in view", async () => {
  await withFile("lista.xlsx", await xlsxOf(list(["=1+1"])), async (path) => {
    const sheet = await run("unzip", "-p", path, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toMatch(/<f>|<f /);
    expect(sheet).toContain("<v>46099</v>");
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(await run("unzip", "-p", path, "xl/workbook.xml")).toContain('name="Goście- -próba----"');
  });
});
