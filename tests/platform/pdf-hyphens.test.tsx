// Nothing is drawn that is not in the text: textkit puts hyphens where it takes a border for the end of a syllable.
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { renderSheet } from "~/platform/pdf/render";
import { Table } from "~/platform/pdf/table";
import { A, B, I, P } from "~/platform/pdf/text";
import { textOf } from "../setup/pdf";

const MARGIN = 50;
const WIDTHS = [24, 31, 40, 52, 67, 85, 110, 150, 210, 300];

const sheet = (body: ReactNode, width: number) =>
  renderSheet({
    meta: { title: "Próba", lang: "pl-PL" },
    size: [width + 2 * MARGIN, 20_000],
    margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
    style: { fontFamily: "Noto Sans", fontSize: 9, lineHeight: 1.35, color: "#000000" },
    bodies: [body],
    chrome: () => null,
  });

type Glyph = { unicode: string };

/** Every glyph that the page paints, and where its furthest line ends. */
async function drawn(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphs = argsArray
    .filter((_, i) => fnArray[i] === OPS.showText)
    .flatMap(([shown]: [(Glyph | number)[]]) => shown)
    .flatMap((glyph) => (typeof glyph === "object" ? glyph.unicode : []));
  const { items } = await page.getTextContent();
  const ends = items.map((item) => ("str" in item && item.str.trim() ? item.transform[4] + item.width : 0));
  await pdf.destroy();
  return { glyphs: glyphs.join(""), right: Math.max(...ends) };
}
const solid = (text: string) => text.replace(/\s/g, "");

const WORD = "abcdefghij".repeat(20);
const ADDRESS = "https://debata.example.com/kpp-wierzbinow/debaty/2026/verify/0123456789abcdef0123456789abcdef";
const texts: [name: string, text: string][] = [
  ["a date, then words in brackets", "30.06.2026 (ustalenie debaty)"],
  ["a number, then a quotation", "12/2026 „Bezpieczna droga do szkoły” – 3. punkt"],
  ["another script", "Goście (Привет «Киев») oraz (Αθήνα)"],
  ["an address in a sentence", `Sprawdź pod adresem ${ADDRESS} albo na miejscu.`],
  ["an address alone", ADDRESS],
  ["a word of 200 letters", `12 (${WORD}) i dalej`],
  ["two and three blanks", "dwa  odstępy   i  trzy    (i więcej)  tu"],
  ["hyphens of its own", "Bielsko-Biała 43-300, polsko-czeski e-mail: a-b@c-d.pl (x-y)"],
  ["signs that are drawn as one", "12 (ffifflffiffiffifflffiffiffifflfiflffifflfi) ffi"],
  ["lines", "30.06.2026,\n(ustalenie debaty)\n\n– koniec"],
];

test.each(texts)("%s: all of the text, in its column, and not one sign more", async (_, text) => {
  for (const width of WIDTHS) {
    const bytes = await sheet(<P>{text}</P>, width);
    const { glyphs, right } = await drawn(bytes);
    expect(solid(glyphs), `drawn, ${width} wide`).toBe(solid(text));
    expect(solid(await textOf(bytes)), `read, ${width} wide`).toBe(solid(text));
    expect(right, `${width} wide`).toBeLessThan(MARGIN + width + 1);
  }
});

test("bold, slanted and linked words end no syllable", async () => {
  for (const width of WIDTHS) {
    const bytes = await sheet(
      <P>
        Zob. <B>uchwała</B>, (<I>projekt</I>) i <A href={ADDRESS}>{ADDRESS}</A>.
      </P>,
      width,
    );
    expect(solid((await drawn(bytes)).glyphs), `${width} wide`).toBe(solid(`Zob. uchwała, (projekt) i ${ADDRESS}.`));
  }
});

test("a bracket goes with its word, in every column of a table", async () => {
  const text = "30.06.2026 (ustalenie debaty)";
  for (let width = 55; width <= 130; width += 5) {
    const columns = [
      { header: "Termin", width, cell: (row: string) => row },
      { header: "Obok", width: 40, cell: () => "x" },
    ];
    const bytes = await sheet(<Table rows={[text]} columns={columns} />, width + 40);
    expect(await textOf(bytes), `${width} wide`).toContain(text);
  }
});
