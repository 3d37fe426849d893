// Content streams: each painted thing is in one marked content that an element owns, or in an artifact, never in both.
import { type PDFDocument, PDFName, type PDFObject, type PDFPage, type PDFRef } from "pdf-lib";
import { bytesOf, get, itemsOf, nameOf, numberOf, stringOf, toUnicode } from "./pdf-objects";
import type { Check, Structure } from "./pdf-structure";

const PAINT = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"', "EI"]);
const TOKEN = /\((?:\\.|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|\[|\]|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+/g;
const OPERAND = /^[\d+\-.(<[/\]>]/;

export function walkPages(pdf: PDFDocument, structure: Structure, check: Check) {
  const fonts = new Map<PDFObject | undefined, Map<number, string>>();
  const parents = parentTreeOf(pdf);
  pdf.getPages().forEach((page, i) => {
    walkContent(pdf, page, `page ${i + 1}`, structure, check, (font) => {
      let map = fonts.get(font);
      if (!map) {
        map = toUnicode(font);
        fonts.set(font, map);
        checkFont(pdf, font, map, check);
      }
      return map;
    });
    checkParents(pdf, page, `page ${i + 1}`, structure, parents, check);
  });
}

type Mark = { artifact: boolean; id: number | undefined };

function walkContent(
  pdf: PDFDocument,
  { node, ref }: PDFPage,
  where: string,
  structure: Structure,
  check: Check,
  fontMap: (font: PDFObject | undefined) => Map<number, string>,
) {
  const streams = itemsOf(node.lookup(PDFName.of("Contents"))).map((one) =>
    bytesOf(pdf.context.lookup(one)).toString("latin1"),
  );
  const owners = structure.owners.get(ref.objectNumber) ?? new Map();
  const seen = new Set<number>();
  const marks: Mark[] = [];
  let operands: string[] = [];
  let depth = 0;
  let inText = false;
  let font: Map<number, string> | undefined;

  const open = () => {
    const id = /\/MCID (\d+)/.exec(operands.join(" "))?.[1];
    check("no marked content inside another", marks.length === 0, where);
    check("marks do not straddle text objects", !inText, where);
    if (id) {
      seen.add(Number(id));
      check(
        "mark and owner have the same role",
        owners.get(Number(id))?.role === operands[0]?.slice(1),
        `${where} ${id}`,
      );
    }
    marks.push({ artifact: operands[0] === "/Artifact", id: id ? Number(id) : undefined });
  };
  const paint = (operator: string) => {
    const mark = marks.at(-1);
    check(
      "all content is tagged or an artifact",
      Boolean(mark && (mark.artifact || mark.id !== undefined)),
      `${where}: ${operator}`,
    );
    if (operator !== "TJ") return;
    for (const code of operands
      .filter((one) => one.startsWith("<"))
      .flatMap((hex) => hex.match(/[\da-f]{4}/gi) ?? [])) {
      check("no .notdef glyph", code !== "0000", where);
      check("each glyph has a meaning", Boolean(font?.get(Number.parseInt(code, 16))), `${where} ${code}`);
    }
  };

  for (const [token] of streams.join("\n").matchAll(TOKEN)) {
    if (OPERAND.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === "BMC" || token === "BDC") open();
    else if (token === "EMC") check("marks are balanced", marks.pop() !== undefined, where);
    else if (token === "q") depth++;
    else if (token === "Q") depth--;
    else if (token === "BT" || token === "ET") inText = token === "BT";
    else if (token === "Tf") font = fontMap(get(get(get(node, "Resources"), "Font"), operands[0]!.slice(1)));
    else if (PAINT.has(token)) paint(token);
    operands = [];
  }
  check("marks and graphics states end on their page", marks.length === 0 && depth === 0 && !inText, where);
  for (const id of owners.keys()) check("no element points to missing content", seen.has(id), `${where} ${id}`);
}

function checkFont({ context }: PDFDocument, font: PDFObject | undefined, map: Map<number, string>, check: Check) {
  const below =
    nameOf(get(font, "Subtype")) === "Type0" ? context.lookup(itemsOf(get(font, "DescendantFonts"))[0]) : font;
  const descriptor = get(below, "FontDescriptor");
  check(
    "fonts are embedded",
    ["FontFile", "FontFile2", "FontFile3"].some((key) => get(descriptor, key)),
    String(get(font, "BaseFont")),
  );
  check(
    "TrueType has CIDToGIDMap",
    nameOf(get(below, "Subtype")) !== "CIDFontType2" || get(below, "CIDToGIDMap") !== undefined,
  );
  check("fonts have ToUnicode", map.size > 0);
}

function parentTreeOf({ context, catalog }: PDFDocument) {
  const parents = new Map<number | undefined, PDFObject | undefined>();
  const collect = (node: PDFObject | undefined) => {
    const numbers = itemsOf(get(node, "Nums"));
    for (let i = 0; i < numbers.length; i += 2) parents.set(numberOf(context.lookup(numbers[i])), numbers[i + 1]);
    for (const kid of itemsOf(get(node, "Kids"))) collect(context.lookup(kid));
  };
  collect(get(get(catalog, "StructTreeRoot"), "ParentTree"));
  return parents;
}

function checkParents(
  { context }: PDFDocument,
  { node, ref }: PDFPage,
  where: string,
  { owners, annotations }: Structure,
  parents: ReturnType<typeof parentTreeOf>,
  check: Check,
) {
  check("tab order follows the structure", nameOf(get(node, "Tabs")) === "S", where);
  const row = itemsOf(context.lookup(parents.get(numberOf(get(node, "StructParents")))));
  for (const [id, owner] of owners.get(ref.objectNumber) ?? [])
    check("the parent tree agrees", row[id] === owner.ref, `${where} ${id}`);
  for (const one of itemsOf(get(node, "Annots"))) {
    const annotation = context.lookup(one);
    const owner = annotations.get((one as PDFRef).objectNumber);
    check(
      "links are in a Link element",
      nameOf(get(annotation, "Subtype")) !== "Link" || owner?.role === "Link",
      where,
    );
    check("links have Contents", Boolean(stringOf(get(annotation, "Contents"))), where);
    check("links name their page", owner?.page === ref.objectNumber, where);
    check(
      "the parent tree knows the link",
      parents.get(numberOf(get(annotation, "StructParent"))) === owner?.ref,
      where,
    );
  }
}
