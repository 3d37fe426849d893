import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
  StandardFonts,
} from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { a4 } from "~/platform/pdf/a4";
import { Title } from "~/platform/pdf/official";
import { renderSheet } from "~/platform/pdf/render";
import { Table } from "~/platform/pdf/table";
import { A, Figure, H2, H3, List, P } from "~/platform/pdf/text";
import { checkTagged } from "../setup/pdf";
import { bytesOf } from "../setup/pdf-objects";
import { readingOrderFaults } from "../setup/pdf-order";

// Every rule of our own checker, broken once in a file that was right: a checker that finds nothing proves nothing.

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
let whole: Buffer;
beforeAll(async () => {
  whole = await renderSheet(
    a4(
      { title: "Próba", footer: "Pr-1/2026" },
      <>
        <Title>Próba</Title>
        <H2>1. Uczestnicy</H2>
        <P>Pierwszy akapit.</P>
        <P>
          Drugi akapit, <A href="https://debata.example/x">adres</A>.
        </P>
        <H3>Lista</H3>
        <List items={["jeden", "dwa"]} />
        <Table
          rows={["a", "b"]}
          columns={[
            { header: "Nr", width: 1, rowHeader: true, cell: (row) => row },
            { header: "Treść", width: 3, cell: (row) => `${row} treść` },
          ]}
        />
        <Figure src={PNG} alt="Kod QR" width={40} height={40} />
      </>,
    ),
  );
});

const name = (text: string) => PDFName.of(text);
const roleOf = (object: PDFObject | undefined) => (object instanceof PDFDict ? object.get(name("S")) : undefined);
/** Every structure element of a role, in the order of the file. */
const elements = ({ context }: PDFDocument, role: string) =>
  context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFDict && roleOf(object) === name(role) && object.has(name("P"))
        ? [{ ref, dict: object }]
        : [],
    );
const first = (pdf: PDFDocument, role: string) => {
  const [found] = elements(pdf, role);
  if (!found) throw new Error(`No ${role}`);
  return found.dict;
};
const kids = (pdf: PDFDocument, dict: PDFDict) => {
  const found = pdf.context.lookup(dict.get(name("K")));
  if (!(found instanceof PDFArray)) throw new Error("No kids");
  return found;
};
const swap = (list: PDFArray, a: number, b: number) => {
  const [one, other] = [list.get(a), list.get(b)];
  list.set(a, other);
  list.set(b, one);
};
/** Changes the drawing of the first page, which is one stream. */
function redraw(pdf: PDFDocument, change: (drawing: string) => string) {
  const page = pdf.getPage(0);
  const refs = page.node.get(name("Contents"));
  const stream = pdf.context.lookup(refs instanceof PDFArray ? refs.get(0) : refs);
  const drawing = bytesOf(stream).toString("latin1");
  const changed = change(drawing);
  if (changed === drawing) throw new Error("Nothing was changed");
  page.node.set(name("Contents"), pdf.context.register(pdf.context.flateStream(Buffer.from(changed, "latin1"))));
}
const firstLink = (pdf: PDFDocument) => pdf.context.lookup(pdf.getPage(0).node.Annots()?.get(0)) as PDFDict;

type Breaking = [rule: string, change: (pdf: PDFDocument) => unknown];
const FAULTS: Breaking[] = [
  [
    "all content is tagged or an artifact",
    async (pdf) => pdf.getPage(0).drawText("x", { font: await pdf.embedFont(StandardFonts.Helvetica) }),
  ],
  [
    "all content is tagged or an artifact",
    (pdf) => redraw(pdf, (drawing) => drawing.replace(/\/P <<\s*\/MCID \d+\s*>> BDC/, "/P BMC")),
  ],
  ["marks are balanced", (pdf) => redraw(pdf, (drawing) => `${drawing}\nEMC`)],
  ["no marked content inside another", (pdf) => redraw(pdf, (drawing) => drawing.replace(/\bEMC\b/, ""))],
  ["marks and graphics states end on their page", (pdf) => redraw(pdf, (drawing) => `${drawing}\nq`)],
  ["mark and owner have the same role", (pdf) => redraw(pdf, (drawing) => drawing.replace(/\/H2 <</, "/P <<"))],
  [
    "no element points to missing content",
    (pdf) => redraw(pdf, (drawing) => drawing.replace(/\/H2 <<\s*\/MCID \d+\s*>> BDC/, "/Artifact BMC")),
  ],
  ["TH has a scope", (pdf) => first(pdf, "TH").delete(name("A"))],
  ["Figure has Alt and BBox", (pdf) => first(pdf, "Figure").delete(name("Alt"))],
  ["Figure has Alt and BBox", (pdf) => first(pdf, "Figure").delete(name("A"))],
  ["L has its numbering", (pdf) => first(pdf, "L").delete(name("A"))],
  ["standard roles only", (pdf) => first(pdf, "P").set(name("S"), name("Akapit"))],
  ["right children in lists and tables", (pdf) => first(pdf, "TD").set(name("S"), name("P"))],
  ["right parents in lists and tables", (pdf) => first(pdf, "P").set(name("S"), name("TD"))],
  ["each row has the same number of cells", (pdf) => kids(pdf, first(pdf, "TR")).remove(1)],
  ["the first heading is H1, and the only one", (pdf) => first(pdf, "H2").set(name("S"), name("H1"))],
  ["no heading level is skipped", (pdf) => first(pdf, "H2").set(name("S"), name("H4"))],
  ["P points to the parent", (pdf) => first(pdf, "TD").set(name("P"), elements(pdf, "P")[0]?.ref as PDFRef)],
  ["no element without content", (pdf) => first(pdf, "TD").set(name("K"), pdf.context.obj([]))],
  ["links are in a Link element", (pdf) => first(pdf, "Link").set(name("S"), name("Span"))],
  ["links are in a Link element", (pdf) => kids(pdf, first(pdf, "Link")).remove(1)],
  ["links have Contents", (pdf) => firstLink(pdf).delete(name("Contents"))],
  ["the parent tree knows the link", (pdf) => firstLink(pdf).set(name("StructParent"), pdf.context.obj(99))],
  ["the parent tree agrees", (pdf) => pdf.getPage(0).node.set(name("StructParents"), pdf.context.obj(99))],
  ["tab order follows the structure", (pdf) => pdf.getPage(0).node.delete(name("Tabs"))],
  ["language is Polish", (pdf) => pdf.catalog.set(name("Lang"), PDFString.of("en"))],
  ["marked as tagged", (pdf) => pdf.catalog.delete(name("MarkInfo"))],
  ["the title is shown", (pdf) => pdf.catalog.delete(name("ViewerPreferences"))],
  ["bookmarks", (pdf) => pdf.catalog.delete(name("Outlines"))],
  ["XMP metadata", (pdf) => pdf.catalog.delete(name("Metadata"))],
  ["one Document at the root", (pdf) => first(pdf, "Document").set(name("S"), name("Sect"))],
  ["fonts are embedded", (pdf) => fontFiles(pdf).map((dict) => dict.delete(name("FontFile2")))],
  ["fonts have ToUnicode", (pdf) => fonts(pdf).map((dict) => dict.delete(name("ToUnicode")))],
];

const dicts = ({ context }: PDFDocument) =>
  context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
const fontFiles = (pdf: PDFDocument) => dicts(pdf).filter((dict) => dict.has(name("FontFile2")));
const fonts = (pdf: PDFDocument) => dicts(pdf).filter((dict) => dict.has(name("ToUnicode")));

async function broken(change: Breaking[1]) {
  const pdf = await PDFDocument.load(whole, { updateMetadata: false });
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

describe("our own checker", () => {
  test("finds nothing in what we draw", async () => {
    expect(await checkTagged(whole)).toEqual([]);
    expect(await readingOrderFaults(whole)).toEqual([]);
    expect(await checkTagged(await broken(() => {}))).toEqual([]);
  });

  test.each(FAULTS)("finds: %s (%#)", async (rule, change) => {
    const rules = (await checkTagged(await broken(change))).map((fault) => fault.split(":")[0]);
    expect(rules).toContain(rule);
  });
});

describe("the order in which a screen reader goes", () => {
  test.each<[string, (pdf: PDFDocument) => unknown]>([
    ["two paragraphs", (pdf) => swap(kids(pdf, first(pdf, "Document")), 2, 3)],
    ["a heading after its text", (pdf) => swap(kids(pdf, first(pdf, "Document")), 1, 2)],
    ["the cells of a row", (pdf) => swap(kids(pdf, first(pdf, "TR")), 0, 1)],
    ["the rows of a table", (pdf) => swap(kids(pdf, first(pdf, "Table")), 1, 2)],
    ["the lines of a list", (pdf) => swap(kids(pdf, first(pdf, "L")), 0, 1)],
  ])("%s", async (_, change) => expect(await readingOrderFaults(await broken(change))).not.toEqual([]));
});
