// Keeps of a laid-out node what the drawing needs; the rest would fill the memory of a long document.
import type { LaidNode, Line, Position, Run } from "./node";

const SPACE = 32;

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

/** The glue of words that had to be broken was shaped as a space without width: it is not to be read aloud. */
const isGlue = (run: Run, i: number) =>
  run.positions?.[i]?.xAdvance === 0 && run.glyphs?.[i]?.codePoints?.[0] === SPACE;

function leanRun(run: Run): Run {
  const { attributes, xAdvance, height, descent } = run;
  const visible = run.positions?.some((_, i) => isGlue(run, i))
    ? {
        glyphs: run.glyphs?.filter((_, i) => !isGlue(run, i)),
        positions: run.positions.filter((_, i) => !isGlue(run, i)),
      }
    : run;
  return {
    attributes,
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
