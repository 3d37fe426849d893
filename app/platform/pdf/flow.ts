// Lays the body out as one endless page, a piece at a time: less memory is alive at once, and the event loop breathes.
import { Font } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { syllablesOf, widthOf } from "./fonts";
import { lean } from "./lean";
import { isRow, type LaidNode, type SourceNode, styleOf } from "./node";
import { layOut, nodesOf } from "./react-pdf";

const TEXTS_AT_ONCE = 300;

const weigh = (node: SourceNode): number =>
  node.type === "TEXT" ? 1 : (node.children ?? []).reduce((sum, child) => sum + weigh(child), 0);

const divisible = (node: SourceNode) => {
  const style = styleOf(node);
  const isBox = Object.keys(style).some((key) =>
    /^(border|background|padding|height|width|position|gap|rowGap)/.test(key),
  );
  return (
    node.type === "VIEW" && node.props.wrap !== false && (node.children?.length ?? 0) > 1 && !isRow(style) && !isBox
  );
};

/** Groups nodes into pieces; a long table or section becomes several, with the same tag. */
function piecesOf(nodes: SourceNode[]): SourceNode[][] {
  const pieces: SourceNode[][] = [];
  let piece: SourceNode[] | undefined;
  let weight = 0;
  const put = (node: SourceNode, own: number) => {
    if (!piece || weight + own > TEXTS_AT_ONCE) {
      piece = [];
      pieces.push(piece);
      weight = 0;
    }
    piece.push(node);
    weight += own;
  };
  for (const node of nodes) {
    const own = weigh(node);
    if (own <= TEXTS_AT_ONCE || !divisible(node)) {
      put(node, own);
      continue;
    }
    const parts = piecesOf(node.children ?? []);
    parts.forEach((children, i) => {
      const edges = { ...(i > 0 ? { marginTop: 0 } : {}), ...(i < parts.length - 1 ? { marginBottom: 0 } : {}) };
      const props = i > 0 ? { ...node.props, break: false } : node.props;
      piece = undefined; // each part on its own
      put({ ...node, props, style: { ...styleOf(node), ...edges }, children }, own / parts.length);
    });
  }
  return pieces;
}

/** To textkit, nothing is a blank without width: a line may end there, and no hyphen is put. */
const GLUE = "";

/** A letter with its marks; letters that are drawn as one sign have no place to end a line inside. */
const LETTER = /(?:ff[il]?|f[il]|.)\p{M}*/gsu;

/** Cuts where a reader expects it (an address, words kept together), and between letters when that is not enough. */
const partsOf = (word: string, tooWide: (part: string) => boolean) =>
  word
    .split(/(?<=[-/@._\u00a0])/)
    .flatMap((part) => (tooWide(part) ? (part.match(LETTER) ?? []) : [part]))
    .flatMap((part, i) => (i ? [GLUE, part] : [part]));

const overflows = ({ lines = [], box }: LaidNode) => {
  const room = box.width - (box.paddingLeft ?? 0) - (box.paddingRight ?? 0) + 0.5;
  return lines.some(
    ({ runs, overflowRight = 0 }) => runs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) - overflowRight > room,
  );
};

/** Gives the texts that stick out of their column leave to break inside words; undefined when there is none. */
function withBrokenWords(source: SourceNode, laid: LaidNode): SourceNode | undefined {
  if (source.type === "TEXT") {
    if (!overflows(laid)) return undefined;
    const room = laid.box.width - (laid.box.paddingLeft ?? 0) - (laid.box.paddingRight ?? 0);
    const tooWide = (word: string) => widthOf(word, Number(laid.style.fontSize)) > room;
    return {
      ...source,
      props: {
        ...source.props,
        hyphenationCallback: (word) => (tooWide(word) ? partsOf(word, tooWide) : syllablesOf(word)),
      },
    };
  }
  let changed = false;
  const children = source.children?.map((child, i) => {
    const place = laid.children?.[i];
    const broken = place && withBrokenWords(child, place);
    changed ||= Boolean(broken);
    return broken ?? child;
  });
  return changed ? { ...source, children } : undefined;
}

export async function layOutFlow(page: ReactElement, width: number): Promise<LaidNode[]> {
  const root = nodesOf(page);
  const [sheet] = root.children ?? [];
  if (!sheet) throw new Error("A document needs a page");
  const endless = { ...sheet, props: { ...sheet.props, size: { width } } };
  const placed = async (children: SourceNode[]) => {
    const source: SourceNode = { ...endless, children };
    const [laid] = (await layOut({ ...root, children: [source] }, Font)).children;
    if (!laid) throw new Error("The layout lost its page");
    const broken = withBrokenWords(source, laid);
    return (broken && (await layOut({ ...root, children: [broken] }, Font)).children[0]) || laid;
  };
  const flow: LaidNode[] = [];
  let top = 0;
  for (const children of piecesOf(sheet.children ?? [])) {
    const laid = await placed(children);
    for (const node of laid.children) flow.push(lean({ ...node, box: { ...node.box, top: node.box.top + top } }));
    top += laid.box.height;
    await new Promise(setImmediate);
  }
  return flow;
}
