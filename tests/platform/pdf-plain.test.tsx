import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { a4 } from "~/platform/pdf/a4";
import { Title } from "~/platform/pdf/official";
import { renderSheet } from "~/platform/pdf/render";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { B, H2, H3, List, Note, P } from "~/platform/pdf/text";
import { checkTagged, rolesOf, textOf } from "../setup/pdf";

/** A text with something inside is not plain: react-pdf's own engine makes its lines. */
const throughTextkit = (text: string): ReactNode => (
  <>
    {text}
    <B>{""}</B>
  </>
);

type Texts = { texts: string[]; cells: string[] };

/** Without page numbers, which may fall elsewhere: our lines end earlier than textkit's, which stick out a little. */
const sheetOf = ({ texts, cells }: Texts, print: (text: string) => ReactNode): Sheet => ({
  ...a4(
    { title: "Próba", created: new Date("2026-03-23T17:00:00Z") },
    <>
      <Title lines={texts.slice(0, 1).map(print)}>Próba</Title>
      <Facts rows={texts.map((text) => ({ label: "Termin", value: print(text) }))} />
      {texts.map((text, i) => (
        <P key={i}>{print(text)}</P>
      ))}
      <H2>{print("Uczestnicy")}</H2>
      <Table
        rows={cells}
        columns={[
          { header: "Lp.", width: 30, align: "right", cell: (_, i) => print(`${i + 1}.`) },
          { header: "Środek", width: 100, align: "center", cell: print },
          { header: "Nazwa", width: 170, rowHeader: true, cell: print },
          { header: "Podpis", width: 60, cell: () => "" },
        ]}
      />
      <H3>{print("Wnioski")}</H3>
      <List numbered items={texts.map(print)} />
      <Note>{print("Koniec.")}</Note>
    </>,
  ),
  chrome: () => null,
});

/** Each drawn stretch with its place, in hundredths of a point. */
async function placesOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const places: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items)
      if ("str" in item && item.str.trim())
        places.push(`${number} ${item.transform.slice(4).map((at: number) => at.toFixed(1))} ${item.str.trim()}`);
  }
  await pdf.destroy();
  return places;
}

const WORDS = [
  "w",
  "i",
  "Zażółć",
  "gęślą",
  "jaźń,",
  "chrząszcz",
  "„Dom”",
  "ul.\u00a0Łąkowa",
  "–",
  "14\u00a0dni",
  "17.00–19.05",
];
const words = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((list) => list.join(" "));

/** Where lines end elsewhere, pages do too, and each page repeats the head of its table. */
const withoutHeads = (text: string) => text.replaceAll("Lp. Środek Nazwa Podpis ", "");

describe("plain texts, whose lines are ours", () => {
  test("stand where react-pdf would put them, to a tenth of a point, when they need one line", async () => {
    const texts = { texts: ["Nowa Łąka", "godz. 17.00"], cells: Array.from({ length: 60 }, (_, i) => `Dom nr ${i}`) };
    const [ours, theirs] = await Promise.all([
      renderSheet(sheetOf(texts, String)),
      renderSheet(sheetOf(texts, throughTextkit)),
    ]);
    expect(await placesOf(ours)).toEqual(await placesOf(theirs));
  });

  test("read the same, with the same structure, however their lines end", async () => {
    const some = fc.record({
      texts: fc.array(words(60), { minLength: 1, maxLength: 4 }),
      cells: fc.array(words(20), { minLength: 1, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(some, async (texts) => {
        const ours = await renderSheet(sheetOf(texts, String));
        const theirs = await renderSheet(sheetOf(texts, throughTextkit));
        expect(withoutHeads(await textOf(ours))).toBe(withoutHeads(await textOf(theirs)));
        expect(await rolesOf(ours)).toEqual(await rolesOf(theirs));
        expect(await checkTagged(ours)).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test("several lines of one text keep its line ends and blanks", async () => {
    const cells = ["jeden\ndwa\n\ntrzy  cztery ", "  z wcięciem", "\n", " "];
    const [ours, theirs] = await Promise.all([
      renderSheet(sheetOf({ texts: cells, cells }, String)),
      renderSheet(sheetOf({ texts: cells, cells }, throughTextkit)),
    ]);
    expect(await textOf(ours)).toBe(await textOf(theirs));
  });

  test("no line sticks out of its column", async () => {
    const cells = Array.from({ length: 40 }, (_, i) =>
      WORDS.join(" ")
        .slice(i % 9)
        .repeat(1 + (i % 4)),
    );
    const bytes = await renderSheet(sheetOf({ texts: cells.slice(0, 3), cells }, String));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      for (const item of items) {
        if (!("str" in item) || !item.str.trim()) continue;
        const right = item.transform[4] + item.width * (item.str.trimEnd().length / item.str.length);
        expect(right, item.str).toBeLessThan(595.28 - 64 + 3);
      }
    }
    await pdf.destroy();
  });
});
