// The structure tree of a tagged PDF, walked once.
import { type PDFDict, type PDFDocument, PDFName, type PDFRef } from "pdf-lib";
import { get, itemsOf, nameOf, numberOf, raw, stringOf } from "./pdf-objects";

export type Check = (rule: string, ok: boolean, detail?: string) => void;
export type Owner = { role: string; ref: PDFRef };
export type Structure = {
  /** Page object number → marked content id → the element that owns it. */
  owners: Map<number, Map<number, Owner>>;
  /** Annotation object number → its element, and the page that it names. */
  annotations: Map<number, Owner & { page: number | undefined }>;
  roles: Map<string, number>;
};

const STANDARD = new Set(
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form".split(
    " ",
  ),
);
const PARENTS: Record<string, string[]> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
  Lbl: ["LI", "Note"],
  LBody: ["LI"],
};
const CHILDREN: Record<string, string[]> = {
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  TR: ["TH", "TD"],
  L: ["LI", "L", "Caption"],
  LI: ["Lbl", "LBody"],
};

export function walkStructure(pdf: PDFDocument, check: Check): Structure {
  const { context, catalog } = pdf;
  const root = get(catalog, "StructTreeRoot");
  const rootRef = catalog.get(PDFName.of("StructTreeRoot"));
  const structure: Structure = { owners: new Map(), annotations: new Map(), roles: new Map() };
  const levels: number[] = [];

  const attribute = (element: PDFDict, key: string) =>
    itemsOf(get(element, "A"))
      .map((one) => get(context.lookup(one), key))
      .find(Boolean);

  function walk(ref: PDFRef, parentRole: string, parentRef: unknown) {
    const element = context.lookup(ref) as PDFDict;
    const role = nameOf(get(element, "S")) ?? "none";
    structure.roles.set(role, (structure.roles.get(role) ?? 0) + 1);
    check("standard roles only", STANDARD.has(role), role);
    check("P points to the parent", raw(element, "P") === parentRef, role);
    if (PARENTS[role])
      check("right parents in lists and tables", PARENTS[role].includes(parentRole), `${role} in ${parentRole}`);

    const page = raw(element, "Pg") as PDFRef | undefined;
    const kids = itemsOf(get(element, "K"));
    const roles: string[] = [];
    for (const kid of kids) {
      const object = context.lookup(kid);
      const type = nameOf(get(object, "Type"));
      if (numberOf(object) !== undefined || type === "MCR") {
        const at = (raw(object, "Pg") as PDFRef | undefined) ?? page;
        const id = numberOf(object) ?? numberOf(get(object, "MCID")) ?? -1;
        const owners = structure.owners.get(at?.objectNumber ?? -1) ?? new Map<number, Owner>();
        check("each marked content has one owner", !owners.has(id), `${role} ${id}`);
        structure.owners.set(at?.objectNumber ?? -1, owners.set(id, { role, ref }));
      } else if (type === "OBJR") {
        const annotation = raw(object, "Obj") as PDFRef;
        const at = (raw(object, "Pg") as PDFRef | undefined) ?? page;
        structure.annotations.set(annotation.objectNumber, { role, ref, page: at?.objectNumber });
      } else {
        roles.push(nameOf(get(object, "S")) ?? "none");
        walk(kid as PDFRef, role, ref);
      }
    }
    check("no element without content", kids.length > 0, role);
    const allowed = CHILDREN[role];
    if (allowed)
      check(
        "right children in lists and tables",
        roles.length > 0 && roles.every((one) => allowed.includes(one)),
        `${role}: ${roles}`,
      );
    if (role === "TH")
      check("TH has a scope", ["Column", "Row", "Both"].includes(nameOf(attribute(element, "Scope")) ?? ""));
    if (role === "Figure")
      check("Figure has Alt and BBox", Boolean(stringOf(get(element, "Alt")) && attribute(element, "BBox")));
    if (role === "L") check("L has its numbering", Boolean(attribute(element, "ListNumbering")));
    if (role === "Table") {
      const widths = new Set(kids.map((kid) => itemsOf(get(context.lookup(kid), "K")).length));
      check("each row has the same number of cells", widths.size === 1, [...widths].join());
    }
    if (/^H[1-6]$/.test(role)) levels.push(Number(role[1]));
  }

  const tops = itemsOf(get(root, "K"));
  check("one Document at the root", tops.length === 1 && nameOf(get(context.lookup(tops[0]), "S")) === "Document");
  for (const top of tops) walk(top as PDFRef, "StructTreeRoot", rootRef);
  // Several letters in one print are articles, each with a heading of its own.
  const articles = structure.roles.get("Art") ?? 1;
  check(
    "the first heading is H1, and the only one",
    levels[0] === 1 && levels.filter((level) => level === 1).length === articles,
    levels.join(),
  );
  for (const [i, level] of levels.entries())
    check("no heading level is skipped", i === 0 || level <= levels[i - 1]! + 1, `H${level} after H${levels[i - 1]}`);
  return structure;
}
