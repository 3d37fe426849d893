// What a page looks like and what its structure says, side by side: each marked piece with its lines and their places.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PageLine = { text: string; left: number; right: number; top: number };
/** `roles`: the elements around the piece, outermost first; nothing for an artifact. */
export type Piece = { id: string; roles: string[]; lines: PageLine[] };
export type PageLayout = { pieces: Piece[]; artifacts: PageLine[]; tables: TableOnPage[] };
/** `header`: the texts of the first row, when all of its cells are headers; a table that goes on has none. */
type TableOnPage = { header: string[] | null; cells: number; first: Piece | undefined };

type Node = { role?: string; type?: string; id?: string; children?: Node[] };
type Item = { type?: string; id?: string; str?: string; transform?: number[]; width?: number };

export async function layoutOf(bytes: Uint8Array): Promise<PageLayout[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PageLayout[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = (await page.getStructTree()) as Node | null;
    pages.push(pageOf(items as Item[], tree));
  }
  await pdf.destroy();
  return pages;
}

function pageOf(items: Item[], tree: Node | null): PageLayout {
  const drawn = new Map<string, Item[]>();
  const loose: Item[] = [];
  const marks: (string | null)[] = [];
  for (const item of items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") marks.push(item.id ?? null);
    else if (item.type === "endMarkedContent") marks.pop();
    else if (item.str?.trim()) {
      const id = marks.at(-1);
      if (!id) loose.push(item);
      else drawn.set(id, [...(drawn.get(id) ?? []), item]);
    }
  }
  const pieces: Piece[] = [];
  const tables: TableOnPage[] = [];
  const walk = (node: Node, roles: string[]) => {
    if (node.type === "content" && node.id) {
      pieces.push({ id: node.id, roles, lines: linesOf(drawn.get(node.id) ?? []) });
      return;
    }
    const before = pieces.length;
    for (const child of node.children ?? []) walk(child, node.role ? [...roles, node.role] : roles);
    if (node.role === "Table") tables.push(tableOf(node, pieces.slice(before)));
  };
  if (tree) walk(tree, []);
  return { pieces: pieces.filter(({ lines }) => lines.length), artifacts: linesOf(loose), tables };
}

function tableOf(table: Node, pieces: Piece[]): TableOnPage {
  // Rows of other pages are in the tree of this one, too, without what they hold.
  const row = rowsOf(table).find(isHere);
  const isHeader = row?.children?.length && row.children.every(({ role }) => role === "TH");
  const cells = isHeader ? pieces.slice(0, row.children?.length) : [];
  return {
    header: isHeader ? cells.map(textOf) : null,
    cells: row?.children?.length ?? 0,
    first: pieces.find(({ lines }) => lines.length),
  };
}

const isHere = ({ type, children = [] }: Node): boolean => type === "content" || children.some(isHere);

const rowsOf = (node: Node): Node[] =>
  (node.children ?? []).flatMap((child) => (child.role === "TR" ? [child] : rowsOf(child)));

export const textOf = ({ lines }: Piece) => lines.map(({ text }) => text).join(" ");

/** Texts at one height are one line, in the order in which they were drawn. */
function linesOf(items: Item[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const { str = "", transform = [], width = 0 } of items) {
    const [left = 0, top = 0] = [transform[4], transform[5]];
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 2) {
      last.text += str;
      last.right = Math.max(last.right, left + width);
    } else lines.push({ text: str, left, right: left + width, top });
  }
  return lines;
}
