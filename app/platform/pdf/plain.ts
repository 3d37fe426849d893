// Most of a long document are plain texts and rows of plain texts that look like one another. One of each kind is laid out
// by react-pdf, with a single letter in it; the others are copies of it with lines of their own.
import { isRow, type LaidNode, type SourceNode, type Style, styleOf } from "./node";
import { plainLines, type TextModel } from "./plain-lines";

const MODEL_TEXT = "x";

/** Styles that say nothing about how high a node is, or what its letters are, beyond what a model shows. */
const TEXT_STYLE =
  /^(width|flex|(margin|padding)(Top|Right|Bottom|Left|Vertical|Horizontal)?|textAlign|font(Size|Weight|Style|Family)|lineHeight|color)$/;
const ROW_STYLE =
  /^(flexDirection|(margin|padding)(Top|Right|Bottom|Left|Vertical|Horizontal)?|border\w*(Width|Color)|backgroundColor)$/;
const ALIGNED = [undefined, "left", "right", "center"];

const only = (allowed: RegExp, style: Style) => Object.keys(style).every((key) => allowed.test(key));

function isPlainText(node: SourceNode) {
  const { type, children = [], props } = node;
  const style = styleOf(node);
  const isOneText = type === "TEXT" && children.length <= 1 && children.every(({ value }) => value !== undefined);
  return (
    isOneText && !props.hyphenationCallback && only(TEXT_STYLE, style) && ALIGNED.includes(style.textAlign as string)
  );
}

/** Texts beside each other, each as wide as the row gives it, not as its words are. */
function isPlainRow(node: SourceNode) {
  const { type, children = [] } = node;
  const style = styleOf(node);
  const isCell = (child: SourceNode) => {
    const { width, flex } = styleOf(child);
    return isPlainText(child) && (width !== undefined || flex !== undefined);
  };
  return type === "VIEW" && isRow(style) && only(ROW_STYLE, style) && children.length > 0 && children.every(isCell);
}

const wordsOf = ({ children = [] }: SourceNode) => children[0]?.value ?? "";

const asModel = (text: SourceNode): SourceNode => ({
  ...text,
  props: { hyphenationPenalty: text.props.hyphenationPenalty },
  children: [{ type: "TEXT_INSTANCE", props: {}, value: MODEL_TEXT }],
});

/** What decides how a node is laid out, but for its texts. */
function kindOf(node: SourceNode): string | undefined {
  if (isPlainText(node)) return JSON.stringify([styleOf(node)]);
  if (isPlainRow(node)) return JSON.stringify([styleOf(node), ...(node.children ?? []).map(styleOf)]);
  return undefined;
}

/** Lays out what is alike by one model each. `layOut` puts nodes below each other, as wide as the text of a page. */
export async function copier(nodes: SourceNode[], layOut: (nodes: SourceNode[]) => Promise<LaidNode[]>) {
  const kinds = new Map<string, SourceNode>();
  for (const node of nodes) {
    const kind = kindOf(node);
    if (kind === undefined || kinds.has(kind)) continue;
    kinds.set(
      kind,
      node.type === "TEXT" ? asModel(node) : { ...node, props: {}, children: node.children?.map(asModel) },
    );
  }
  const laid = await layOut([...kinds.values()]);
  const makers = new Map(
    [...kinds.keys()].flatMap((kind, i) => {
      const model = laid[i];
      const make = model && maker(model);
      return make ? [[kind, make] as const] : [];
    }),
  );
  return (node: SourceNode): LaidNode | undefined => {
    const kind = kindOf(node);
    return kind === undefined ? undefined : makers.get(kind)?.(node);
  };
}

type Maker = (node: SourceNode) => LaidNode | undefined;

function maker(model: LaidNode): Maker | undefined {
  return model.type === "TEXT" ? textMaker(model) : rowMaker(model);
}

function textMaker(model: LaidNode): Maker | undefined {
  const { box } = model;
  const look = lookOf(model);
  if (!look) return undefined;
  const linesOf = plainLines(look);
  const edges =
    (box.paddingTop ?? 0) + (box.paddingBottom ?? 0) + (box.borderTopWidth ?? 0) + (box.borderBottomWidth ?? 0);
  return (node) => {
    const lines = linesOf(wordsOf(node));
    if (!lines) return undefined;
    const height = lines.reduce((sum, line) => sum + line.box.height, edges);
    return {
      ...model,
      props: node.props,
      box: { ...box, height },
      lines,
      children: (node.children ?? []) as LaidNode[],
    };
  };
}

function lookOf({ box, lines, style }: LaidNode): TextModel | undefined {
  const [line] = lines ?? [];
  const [run] = line?.runs ?? [];
  const { font, scale } = (run?.attributes ?? {}) as { font?: TextModel["font"][]; scale?: number };
  if (!line || !run || !font?.[0] || !scale) return undefined;
  const width = box.width - (box.paddingLeft ?? 0) - (box.paddingRight ?? 0);
  return { width, line, run, font: font[0], scale, align: String(style.textAlign ?? "left") };
}

function rowMaker(model: LaidNode): Maker | undefined {
  const makers = model.children.map(textMaker);
  const borders = (model.box.borderTopWidth ?? 0) + (model.box.borderBottomWidth ?? 0);
  const paddings = (model.box.paddingTop ?? 0) + (model.box.paddingBottom ?? 0);
  return (node) => {
    const cells: LaidNode[] = [];
    for (const [i, source] of (node.children ?? []).entries()) {
      const cell = makers[i]?.(source);
      if (!cell) return undefined;
      cells.push(cell);
    }
    const height = Math.max(...cells.map(({ box }) => box.height));
    const children = cells.map((cell) => ({ ...cell, box: { ...cell.box, height } }));
    return { ...model, props: node.props, box: { ...model.box, height: height + borders + paddings }, children };
  };
}
