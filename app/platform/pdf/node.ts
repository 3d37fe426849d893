// The shapes of react-pdf's own tree, as far as we read them.
import type { Tag } from "./sheet";

export type Style = Record<string, unknown>;

export type NodeProps = {
  tag?: Tag;
  wrap?: boolean;
  fixed?: boolean;
  break?: boolean;
  minPresenceAhead?: number;
  /** The node shall not stand at the top of a page without what comes before it. */
  keepWithPrevious?: boolean;
  /** An empty row that fills the last page, and is left out where it would begin another one. */
  filler?: boolean;
  id?: string | (() => void);
  /** What will be drawn here when the document is finished (enclosures.tsx). */
  form?: object;
  src?: unknown;
  href?: unknown;
  size?: { width: number; height?: number };
  hyphenationCallback?: (word: string) => string[];
  hyphenationPenalty?: number;
  bookmark?: object;
};

/** A node as React made it. */
export type SourceNode = {
  type: string;
  props: NodeProps;
  style?: Style | (Style | undefined)[];
  value?: string;
  children?: SourceNode[];
};

export type Glyph = { codePoints?: number[] };
export type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
export type Run = {
  attributes: {
    link?: string;
    font?: unknown[];
    fontSize?: number;
    color?: string;
    opacity?: number;
    backgroundColor?: string;
    scale?: number;
  };
  glyphs?: Glyph[];
  positions?: Position[];
  xAdvance?: number;
  height?: number;
  descent?: number;
};
export type Line = {
  box: { x: number; y: number; width: number; height: number };
  ascent?: number;
  overflowRight?: number;
  decorationLines?: unknown[];
  runs: Run[];
};
export type Box = {
  left: number;
  top: number;
  width: number;
  height: number;
  marginTop?: number;
  marginBottom?: number;
  paddingTop?: number;
  paddingRight?: number;
  paddingBottom?: number;
  paddingLeft?: number;
  borderTopWidth?: number;
  borderRightWidth?: number;
  borderBottomWidth?: number;
  borderLeftWidth?: number;
};

/** A node with its place on the (endless) page. */
export type LaidNode = {
  type: string;
  props: NodeProps;
  style: Style;
  box: Box;
  value?: string;
  lines?: Line[];
  children: LaidNode[];
};

export const styleOf = ({ style }: SourceNode): Style => Object.assign({}, ...[style].flat());

export const isRow = (style: Style) => /^row/.test(String(style.flexDirection ?? ""));

export const paints = ({ style, box }: LaidNode) =>
  Boolean(style.backgroundColor) ||
  [box.borderTopWidth, box.borderRightWidth, box.borderBottomWidth, box.borderLeftWidth].some((width) => width);

export const textOf = (node: SourceNode | LaidNode): string => node.value ?? (node.children ?? []).map(textOf).join("");
