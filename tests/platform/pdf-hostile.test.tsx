import { expect, test } from "vitest";
import { a4 } from "~/platform/pdf/a4";
import { Title } from "~/platform/pdf/official";
import { renderSheet } from "~/platform/pdf/render";
import { Table } from "~/platform/pdf/table";
import { H2, P } from "~/platform/pdf/text";
import { checkTagged, pagesOf, rolesOf, textOf } from "../setup/pdf";
import { sampleSheet } from "../setup/sample-sheet";

const one = (text: string) =>
  renderSheet(
    a4(
      { title: text, footer: text },
      <>
        <Title>Próba</Title>
        <P>{text}</P>
      </>,
    ),
  );

const WORD = "abcdefghij".repeat(20);

const hostile: [name: string, text: string][] = [
  ["control characters", Array.from({ length: 160 }, (_, code) => `${String.fromCharCode(code)}x`).join("")],
  ["emoji", "👍🏽 dobrze 👨‍👩‍👧‍👦 ❤️ 1️⃣ 🇵🇱 ©"],
  ["right to left", "שלום עולם مرحبا بالعالم"],
  ["bidirectional controls", "a\u202eb\u2066c\u2069d\u200f"],
  ["combining marks", `Z\u0301o\u0302ł\u0323 ${"e".padEnd(200, "\u0301\u0323")}`],
  ["halves of surrogate pairs", "a\ud83d b\udc4d c"],
  ["other scripts", "你好 ありがとう 한국어 ไทย हिन्दी Ελληνικά кириллица"],
  ["private use and unassigned", "\ue000 \u{f0000} \u{10ffff} \uffff \ufffe \u0378"],
  ["invisible", "\u00ad\u200b\ufeff\u2060\u{e0041}\u034f"],
  ["a word of 200 letters", WORD],
  ["markup", `<b>&amp;</b> ]]> </rdf:li> ) (\\ %PDF \${x}`],
  ["nothing", ""],
  ["spaces", "   \u00a0\u2003\u3000  "],
  ["line ends", "a\r\nb\rc\u2028d\u2029e\u0085f"],
  ["mathematics", "≤ ≥ → ✓ ∑ ∞ 𝕏 ﷽"],
];

test.each(hostile)("%s: drawn everywhere, tagged without a fault", async (_, text) => {
  const bytes = await renderSheet(sampleSheet({ people: 3, motions: 3, points: 2, hostile: text }));
  expect(await checkTagged(bytes)).toEqual([]);
  expect(await textOf(bytes)).toContain("strona 1 z");
});

test.each([
  ["Dobrze 👍🏽👍 i ❤️.", "Dobrze [emoji] i [emoji]."],
  ["Pan שלום pisze", "Pan [?] pisze"],
  ["a ≤ b → c", "a <= b -> c"],
  ["Zaz\u0307o\u0301łc\u0301", "Zażółć"],
  ["a\u0000b\u0007c\tD", "abc D"],
  ["mail\u202emoc.", "mailmoc."],
])("%s reads %s", async (text, read) => {
  expect(await textOf(await one(text))).toContain(read);
});

test("a word that is wider than its column is broken, without a hyphen, and stays in its column", async () => {
  const columns = [
    { header: "Adres", width: 60, cell: (row: string) => row },
    { header: "Obok", width: 400, cell: () => "obok" },
  ];
  const address = "jan.bardzo-dlugie-nazwisko@komenda.example.com";
  const pages = await pagesOf(
    await renderSheet(
      a4(
        { title: "Próba" },
        <>
          <Title>Próba</Title>
          <Table rows={[WORD, address]} columns={columns} />
        </>,
      ),
    ),
  );
  const lines = pages[0]!.split("\n");
  expect(pages[0]!.replace(/\s/g, "")).toContain(WORD);
  expect(pages[0]!.replace(/\s/g, "")).toContain(address);
  expect(Math.max(...lines.filter((line) => /^[a-j]+$/.test(line)).map((line) => line.length))).toBeLessThan(30);
});

test("100 000 letters, with and without spaces, come out whole", async () => {
  const words = Array.from({ length: 14_000 }, (_, i) => `słowo${i % 10}`).join(" ");
  const text = await textOf(await one(words));
  expect(text.match(/słowo\d/g)!.length).toBeGreaterThanOrEqual(14_000);
  const solid = await textOf(await one("x".repeat(100_000)));
  expect(solid.match(/x/g)!.length).toBeGreaterThanOrEqual(100_000);
});

test("100 000 letters in a cell and in a heading", async () => {
  const words = "Zażółć gęślą jaźń. ".repeat(5_300);
  const bytes = await renderSheet(
    a4(
      { title: words, footer: words },
      <>
        <Title>Próba</Title>
        <H2>{words}</H2>
        <Table
          rows={[words]}
          columns={[
            { header: "Nr", width: 1, rowHeader: true, cell: () => "1" },
            { header: "Treść", width: 6, cell: (row) => row },
          ]}
        />
      </>,
    ),
  );
  expect(await checkTagged(bytes)).toEqual([]);
  expect((await textOf(bytes)).match(/gęślą/g)!.length).toBeGreaterThanOrEqual(10_600);
});

test("a table of 2 000 rows", async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => ({ number: i + 1, name: "N".repeat(i === 7 ? 300 : 20) }));
  const bytes = await renderSheet(
    a4(
      { title: "Lista obecności" },
      <>
        <Title>Lista obecności</Title>
        <Table
          rows={rows}
          columns={[
            { header: "Lp.", width: 30, cell: ({ number }) => `${number}.` },
            { header: "Imię i nazwisko", width: 200, rowHeader: true, cell: ({ name }) => name },
            { header: "Podpis", width: 200, cell: () => "" },
          ]}
        />
      </>,
    ),
  );
  expect(await checkTagged(bytes)).toEqual([]);
  expect(await rolesOf(bytes)).toMatchObject({ TR: 2_001 });
});

test("ten thousand short lines", async () => {
  const pages = await pagesOf(await one(Array.from({ length: 10_000 }, (_, i) => `${i}.`).join("\n")));
  expect(pages.join("\n")).toContain("9999.");
});
