// Lays the body out as one endless page. Containers that only keep a distance are stacked here, plain texts and rows are
// copies of a model (plain.ts), and what is left goes to react-pdf a piece at a time: less memory is alive at once.
import { Font } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { withBrokenWords } from "./broken-words";
import { lean } from "./lean";
import { isRow, type LaidNode, type SourceNode, styleOf } from "./node";
import { copier } from "./plain";
import { layOut, nodesOf } from "./react-pdf";

const TEXTS_AT_ONCE = 300;

const weigh = (node: SourceNode): number =>
  node.type === "TEXT" ? 1 : (node.children ?? []).reduce((sum, child) => sum + weigh(child), 0);

/** Its children may be laid out without it: it gives them no style, and only a distance to its neighbours. */
const isStack = (node: SourceNode) =>
  node.type === "VIEW" &&
  node.props.wrap !== false &&
  Boolean(node.children?.length) &&
  !isRow(styleOf(node)) &&
  Object.keys(styleOf(node)).every((key) => key === "marginTop" || key === "marginBottom");

const leavesOf = (nodes: SourceNode[]): SourceNode[] =>
  nodes.flatMap((node) => (isStack(node) ? leavesOf(node.children ?? []) : [node]));

function piecesOf(nodes: SourceNode[]): SourceNode[][] {
  const pieces: SourceNode[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const own = weigh(node);
    if (weight + own > TEXTS_AT_ONCE) {
      pieces.push([]);
      weight = 0;
    }
    pieces.at(-1)?.push(node);
    weight += own;
  }
  return pieces;
}

type Column = { left: number; width: number };

/** `column`: where the text of a page stands. */
export async function layOutFlow(page: ReactElement, pageWidth: number, column: Column): Promise<LaidNode[]> {
  const root = nodesOf(page);
  const [sheet] = root.children ?? [];
  if (!sheet) throw new Error("A document needs a page");
  const endless = { ...sheet, props: { ...sheet.props, size: { width: pageWidth } } };
  const placed = async (children: SourceNode[]): Promise<LaidNode[]> => {
    if (!children.length) return [];
    const source: SourceNode = { ...endless, children };
    const [laid] = (await layOut({ ...root, children: [source] }, Font)).children;
    if (!laid) throw new Error("The layout lost its page");
    const broken = withBrokenWords(source, laid);
    const final = (broken && (await layOut({ ...root, children: [broken] }, Font)).children[0]) || laid;
    return final.children.map(lean);
  };

  const nodes = sheet.children ?? [];
  const leaves = leavesOf(nodes);
  const copyOf = await copier(leaves, placed);
  const laid = new Map<SourceNode, LaidNode>();
  const others: SourceNode[] = [];
  for (const leaf of leaves) {
    const copy = copyOf(leaf);
    if (copy) laid.set(leaf, copy);
    else others.push(leaf);
  }
  for (const piece of piecesOf(others)) {
    const results = await placed(piece);
    piece.forEach((source, i) => {
      const result = results[i];
      if (result) laid.set(source, result);
    });
    await new Promise(setImmediate);
  }
  return stacked(nodes, laid, column).children;
}

/** Below each other; margins add up, as in react-pdf. `dx`: from the edge of the page to where the container stands. */
function stacked(nodes: SourceNode[], laid: Map<SourceNode, LaidNode>, column: Column, dx = 0) {
  const children: LaidNode[] = [];
  let y = 0;
  for (const source of nodes) {
    const leaf = laid.get(source);
    const node = leaf ?? containerOf(source, laid, column);
    const { marginTop = 0, marginBottom = 0, height } = node.box;
    const left = leaf ? leaf.box.left - dx : column.left - dx;
    children.push({ ...node, box: { ...node.box, left, top: y + marginTop } });
    y += marginTop + height + marginBottom;
  }
  return { children, height: y };
}

function containerOf(
  { type, props, ...source }: SourceNode,
  laid: Map<SourceNode, LaidNode>,
  column: Column,
): LaidNode {
  const { children, height } = stacked(source.children ?? [], laid, column, column.left);
  const { marginTop, marginBottom } = styleOf({ type, props, ...source });
  const margins = { marginTop: Number(marginTop ?? 0), marginBottom: Number(marginBottom ?? 0) };
  return { type, props, style: {}, box: { left: 0, top: 0, width: column.width, height, ...margins }, children };
}
