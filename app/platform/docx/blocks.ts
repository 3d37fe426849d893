// A sheet as Word understands it: the same tagged nodes that become a PDF, as paragraphs, lists and tables.
import { isRow, type NodeProps, type SourceNode, type Style, styleOf } from "../pdf/node";

export type Run = { text: string; bold?: boolean; italic?: boolean; color?: string; size?: number };
export type Paragraph = {
  kind: "paragraph";
  /** The structure element: H1 … H6 become real headings. */
  role: string;
  runs: Run[];
  align?: "left" | "center" | "right";
  before: number;
  after: number;
  /** Points from the margins. */
  indent?: number;
  keepNext: boolean;
  onNewPage?: boolean;
  lineAbove?: boolean;
  /** Items of one list share a number. */
  list?: { numbered: boolean; no: number };
};
export type Figure = { kind: "figure"; bytes: Uint8Array; alt: string; width: number; height: number };
/** `names`: the cell is the head of its row. */
export type Row = { cells: Block[][]; names: boolean[]; isHeader: boolean; isWhole: boolean; keepNext: boolean };
export type Table = {
  kind: "table";
  /** Things that stand side by side, e.g. signatures: no lines, and nothing to be read as a table. */
  isLayout: boolean;
  widths: number[];
  rows: Row[];
  before: number;
  after: number;
};
export type Block = Paragraph | Figure | Table;

type Context = { inherited: Style; width: number; keep: boolean; nextList: () => number };

const INHERITED = ["fontSize", "fontWeight", "fontStyle", "color", "textAlign"];
const LONGEST_WHOLE_ROW = 1_500;

/** The blocks of a list of nodes; `width` is the room they have, in points. */
export function blocksOf(nodes: readonly SourceNode[], width: number): Block[] {
  let lists = 0;
  return flow(nodes, { inherited: {}, width, keep: false, nextList: () => ++lists });
}

function flow(nodes: readonly SourceNode[], context: Context): Block[] {
  const blocks: Block[] = [];
  let lineAbove = false;
  for (const node of nodes) {
    if (node.props.tag?.role === "Artifact") {
      lineAbove ||= isRule(node);
      continue;
    }
    if (node.props.keepWithPrevious) keepWithNext(blocks.at(-1));
    const made = blocksOfNode(node, context);
    const [first] = made;
    if (lineAbove && first?.kind === "paragraph") first.lineAbove = true;
    if (node.props.break && first?.kind === "paragraph") first.onNewPage = true;
    lineAbove = false;
    blocks.push(...made);
  }
  return blocks;
}

const isRule = ({ style }: SourceNode) =>
  Object.keys(Object.assign({}, ...[style].flat())).some((key) => /^border.*Width$/.test(key));

function keepWithNext(block: Block | undefined) {
  if (block?.kind === "paragraph") block.keepNext = true;
  const last = block?.kind === "table" ? block.rows.at(-1) : undefined;
  if (last) last.keepNext = true;
}

function blocksOfNode(node: SourceNode, context: Context): Block[] {
  const { tag, wrap } = node.props;
  const style = styleOf(node);
  if (node.type === "TEXT" || node.type === "LINK") return [paragraph(node, context)];
  if (node.type === "IMAGE") return figure(node, style);
  if (node.type !== "VIEW") return [];
  const inner = { ...context, inherited: inheritedBy(style, context), keep: context.keep || wrap === false };
  const children = node.children ?? [];
  if (tag?.role === "L") return listItems(node, inner);
  if (tag?.role === "Table") return [table(rowsIn(children), style, inner)];
  if (isRow(style) && children.length > 1) return [{ ...table([node], style, inner), isLayout: true }];
  const blocks = flow(children, inner);
  // What may not be cut stays on one page: each block with the next, but the last with what follows it no more.
  if (wrap === false && !context.keep) for (const block of blocks.slice(0, -1)) keepWithNext(block);
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  if (first && first.kind !== "figure") first.before += Number(style.marginTop ?? 0);
  if (last && last.kind !== "figure") last.after = Math.max(last.after, Number(style.marginBottom ?? 0));
  return blocks;
}

function figure({ props }: SourceNode, style: Style): Block[] {
  if (!(props.src instanceof Uint8Array)) return [];
  const [width, height] = [Number(style.width ?? 80), Number(style.height ?? 80)];
  return [{ kind: "figure", bytes: props.src, alt: props.tag?.alt ?? "", width, height }];
}

const inheritedBy = (style: Style, { inherited }: Context): Style => ({
  ...inherited,
  ...Object.fromEntries(Object.entries(style).filter(([key]) => INHERITED.includes(key))),
});

function paragraph(node: SourceNode, context: Context, over: Partial<Paragraph> = {}): Paragraph {
  const style = { ...context.inherited, ...styleOf(node) };
  const { tag, minPresenceAhead = 0 }: NodeProps = node.props;
  const padding = Number(style.paddingHorizontal ?? 0);
  return {
    kind: "paragraph",
    role: tag?.role ?? "P",
    runs: runsOf(node, context.inherited),
    align: style.textAlign as Paragraph["align"],
    before: Number(style.marginTop ?? 0),
    after: Number(style.marginBottom ?? 0),
    ...(padding && { indent: padding }),
    keepNext: minPresenceAhead > 0 || context.keep,
    ...over,
  };
}

function runsOf(node: SourceNode, inherited: Style): Run[] {
  const style = { ...inherited, ...styleOf(node) };
  if (node.value !== undefined) {
    const { fontSize: size, color, fontWeight, fontStyle } = style;
    const look = { bold: Number(fontWeight ?? 400) > 500, italic: fontStyle === "italic" };
    return node.value ? [{ text: node.value, ...look, color: color as string, size: Number(size) || undefined }] : [];
  }
  return (node.children ?? []).flatMap((child) => runsOf(child, inheritedBy(style, { inherited } as Context)));
}

function listItems(node: SourceNode, context: Context): Block[] {
  const list = { numbered: node.props.tag?.numbering === "Decimal", no: context.nextList() };
  const items = (node.children ?? []).map((item) => item.children?.find(({ props }) => props.tag?.role === "LBody"));
  return items.flatMap((body, i) => {
    if (!body) return [];
    const after = i === items.length - 1 ? 6 : 2.5;
    return [paragraph(body, context, { role: "LBody", list, after })];
  });
}

/** Rows stand in groups when a table comes in several parts. */
const rowsIn = (nodes: readonly SourceNode[]): SourceNode[] =>
  nodes.flatMap((node) => (node.props.tag?.role === "TR" ? [node] : rowsIn(node.children ?? [])));

function table(rows: SourceNode[], style: Style, context: Context): Table {
  const visible = rows.map((row) => ({ row, cells: (row.children ?? []).filter(({ type }) => type !== "NOTE") }));
  const widest = visible.reduce((most, { cells }) => (cells.length > most.length ? cells : most), [] as SourceNode[]);
  const widths = widthsOf(widest, styleOf(rows[0] ?? { type: "VIEW", props: {} }), context.width);
  return {
    kind: "table",
    isLayout: false,
    before: Number(style.marginTop ?? 0),
    after: Number(style.marginBottom ?? 0),
    widths,
    rows: visible.map(({ row, cells }) => ({
      cells: cells.map((cell, i) => cellBlocks(cell, { ...context, width: widths[i] ?? context.width })),
      names: cells.map(({ props }) => props.tag?.scope === "Row"),
      isHeader: row.props.fixed === true,
      isWhole: row.props.wrap === false && lengthOf(row) < LONGEST_WHOLE_ROW,
      keepNext: context.keep || row.props.fixed === true,
    })),
  };
}

function cellBlocks(cell: SourceNode, context: Context): Block[] {
  if (cell.type !== "TEXT") return flow([cell], context);
  return [paragraph(cell, context, { before: 0, after: 0, indent: undefined })];
}

const lengthOf = ({ value, children = [] }: SourceNode): number =>
  (value?.length ?? 0) + children.reduce((sum, child) => sum + lengthOf(child), 0);

/** Points and shares as they are asked for; what grows takes the rest. */
function widthsOf(cells: readonly SourceNode[], row: Style, room: number): number[] {
  if (row.justifyContent === "space-between") return cells.map(() => room / cells.length);
  const asked = cells.map((cell) => {
    const { width } = styleOf(cell);
    if (typeof width === "number") return width;
    return typeof width === "string" && width.endsWith("%") ? (Number.parseFloat(width) / 100) * room : undefined;
  });
  const taken = asked.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const growing = asked.filter((width) => width === undefined).length;
  const widths = asked.map((width) => width ?? Math.max(20, (room - taken) / growing));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (width / total) * room);
}
