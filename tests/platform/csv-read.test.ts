import { describe, expect, test } from "vitest";
import { readTable } from "~/platform/csv-read";

const columns = {
  number: { label: "Numer", required: true },
  text: { label: "Treść", required: true },
  day: { label: "Dzień" },
};
const read = (bytes: Uint8Array, over = {}) => readTable(bytes, { columns, mostBytes: 10_000, mostRows: 3, ...over });
const utf8 = (text: string) => new TextEncoder().encode(text);
const TABLE = 'Numer;Treść;Dzień\r\n1;"Zażółć; ""gęślą""\njaźń";18.03.2026\r\n';
const ROWS = [{ row: 2, cells: { number: "1", text: 'Zażółć; "gęślą"\njaźń', day: "18.03.2026" } }];

/** Letters of a code page by their bytes, as programs on Windows save them. */
const POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
const PAGES: Record<string, number[]> = {
  "windows-1250": [
    0xb9, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0x9c, 0x9f, 0xbf, 0xa5, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0x8c, 0x8f, 0xaf,
  ],
  "iso-8859-2": [
    0xb1, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0xb6, 0xbc, 0xbf, 0xa1, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0xa6, 0xac, 0xaf,
  ],
  cp852: [0xa5, 0x86, 0xa9, 0x88, 0xe4, 0xa2, 0x98, 0xab, 0xbe, 0xa4, 0x8f, 0xa8, 0x9d, 0xe3, 0xe0, 0x97, 0x8d, 0xbd],
};
const inPage = (page: string, text: string) =>
  Uint8Array.from([...text], (letter) => {
    const at = POLISH.indexOf(letter);
    return at < 0 ? letter.charCodeAt(0) : (PAGES[page]?.[at] ?? 0);
  });
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

describe("what a spreadsheet saved is read", () => {
  test.each([
    ["with a mark", utf8(`\ufeff${TABLE}`)],
    ["without a mark", utf8(TABLE)],
    ["in Windows-1250", inPage("windows-1250", TABLE)],
    ["in UTF-16 with tabs", utf16(TABLE.replace(/;(?! )/g, "\t"))],
    ["with commas", utf8(TABLE.replace(/;(?! )/g, ","))],
    ["with LF alone", utf8(TABLE.replaceAll("\r\n", "\n"))],
    ["with empty rows at its end", utf8(`${TABLE};;\r\n\r\n;;`)],
    ["with capitals and without strokes", utf8(TABLE.replace("Numer;Treść", "NUMER;tresc "))],
    ["with a column of somebody's own", utf8(TABLE.replace(/(?=\r\n)/g, ";x"))],
    ["everything quoted", utf8('"Numer";"Treść";"Dzień"\r\n"1";"Zażółć; ""gęślą""\njaźń";"18.03.2026"\r\n')],
  ])("%s", (_, bytes) => expect(read(bytes)).toMatchObject({ ok: true, value: { rows: ROWS } }));

  test("rows count as the spreadsheet counts them, and short rows have empty cells", () => {
    const read3 = read(utf8('sep=;\r\nNumer;Treść;Dzień\r\n\r\n1;"a\nb"\r\n2;c;d;e\r\n'));
    expect(read3).toMatchObject({
      value: {
        rows: [
          { row: 3, cells: { text: "a\nb", day: "" } },
          { row: 4, cells: { number: "2", day: "d" } },
        ],
      },
    });
  });
});

describe("what is no such table is refused with its reason", () => {
  test.each([
    ["", "empty"],
    ["\ufeff\r\n", "empty"],
    ["Numer;Treść\r\n", "empty"],
    ["Numer;Treść\r\n;\r\n", "empty"],
    ["Numer;Dzień\r\n1;2\r\n", "missing_column"],
    ["Ala;Ola\r\n1;2\r\n", "missing_column"],
    ["Numer;Treść;NUMER\r\n1;2;3\r\n", "double_column"],
    ['Numer;Treść\r\n1;"bez końca\r\n2;x\r\n', "broken"],
    ["Numer;TreĹ›Ä‡\r\n1;2\r\n", "wrong_encoding"],
    ["Numer;Tre??\r\n1;2\r\n", "wrong_encoding"],
    ["Numer;Tre\ufffd\ufffd\r\n1;2\r\n", "wrong_encoding"],
    ["Numer;Treść\r\n1;a\r\n2;b\r\n3;c\r\n4;d\r\n", "too_many_rows"],
    ["%PDF-1.7 Numer;Treść", "binary"],
    ["Numer;Treść\r\n1;\0\r\n", "binary"],
    ["PK\u0003\u0004 Numer;Treść\r\n1;2", "spreadsheet"],
    [`Numer;Treść\r\n1;${"x".repeat(10_000)}`, "too_large"],
  ])("%j: %s", (text, reason) => expect(read(utf8(text))).toMatchObject({ ok: false, reason }));

  test.each(["iso-8859-2", "cp852"])("Polish letters of %s are not guessed", (page) =>
    expect(read(inPage(page, TABLE))).toEqual({ ok: false, reason: "wrong_encoding" }),
  );

  test("says which column is missing", () =>
    expect(read(utf8("Dzień\r\n1\r\n"))).toMatchObject({ detail: "Numer, Treść" }));
});

test("a file of nothing but separators or headings is refused before anybody compares them all", () => {
  const most = { mostBytes: 2_000_000 };
  // Each of these took minutes of the whole process.
  for (const text of [";".repeat(1_900_000), "ab,".repeat(600_000), `Numer;${"x".repeat(1_900_000)}`])
    expect(read(utf8(text), most)).toMatchObject({ ok: false, reason: "missing_column" });
  expect(read(utf8(`Numer;Treść${";".repeat(500)}\n1;a\n`))).toMatchObject({ ok: true });
});
