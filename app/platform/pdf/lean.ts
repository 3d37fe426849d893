// Keeps of a laid-out node what the drawing needs; the rest would fill the memory of a long document.
import type { LaidNode, Line, Position, Run } from "./node";
import { NO_HYPHEN } from "./shaping";

/** Equal positions become one object: a page has thousands of glyphs and a few dozen widths. */
const shared = new Map<number, Position>();
function positionOf(position: Position): Position {
  const { xAdvance, yAdvance, xOffset, yOffset } = position;
  if (xOffset || yOffset) return { xAdvance, yAdvance, xOffset, yOffset };
  const known = shared.get(xAdvance);
  if (known) return known;
  if (shared.size > 10_000) shared.clear();
  shared.set(xAdvance, position);
  return position;
}

/** What is drawn from; textkit gives each run thirty more. `scale` is for plain.ts. */
function attributesOf({ font, fontSize, color, opacity, backgroundColor, link, scale }: Run["attributes"]) {
  return { font, fontSize, color, opacity, backgroundColor, link, scale };
}

function leanRun(run: Run): Run {
  const { attributes, xAdvance, height, descent } = run;
  // textkit appends its hyphen, so that it is always the last sign of a line.
  const visible =
    run.glyphs?.at(-1) === NO_HYPHEN
      ? { glyphs: run.glyphs.slice(0, -1), positions: run.positions?.slice(0, -1) }
      : run;
  return {
    attributes: attributesOf(attributes),
    glyphs: visible.glyphs,
    positions: visible.positions?.map(positionOf),
    xAdvance,
    height,
    descent,
  };
}

const leanLine = ({ box, ascent, overflowRight, decorationLines, runs }: Line): Line => ({
  box,
  ascent,
  overflowRight,
  decorationLines,
  runs: runs.map(leanRun),
});

export function lean(node: LaidNode): LaidNode {
  const style = node.style ?? {};
  if (node.type === "TEXT") return { ...node, style, children: node.children ?? [], lines: node.lines?.map(leanLine) };
  return { ...node, style, children: (node.children ?? []).map(lean) };
}
