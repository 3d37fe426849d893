// Cuts what is higher than the room left on a page: text between lines, rows through all their cells.
import { isRow, type LaidNode, paints } from "./node";

/** The height of what is really there: a cell is stretched to the height of its row. */
const inkHeight = ({ box, lines }: LaidNode) =>
  lines ? lines.reduce((sum, line) => sum + line.box.height, box.paddingTop ?? 0) : box.height;

export type Parts = [head: LaidNode, rest: LaidNode];

/** The first part is at most `room` high. `force` gives up the rules of typesetting, because nothing else would fit. */
export function split(node: LaidNode, room: number, force: boolean): Parts | null {
  if (node.type === "TEXT") return splitText(node, room, force, 2);
  if (node.type !== "VIEW" || (node.props.wrap === false && !force)) return null;
  return isRow(node.style) ? splitRow(node, room, force) : splitColumn(node, room, force);
}

/** No widow, no orphan: at least `fewest` lines on either side. */
export function splitText(node: LaidNode, room: number, force: boolean, fewest: number): Parts | null {
  const { box, lines = [] } = node;
  const paddingTop = box.paddingTop ?? 0;
  let head = paddingTop;
  let count = 0;
  for (const line of lines) {
    if (head + line.box.height > room) break;
    head += line.box.height;
    count++;
  }
  if (!force) count = Math.min(count, lines.length - fewest);
  if (count < (force ? 1 : 2) || count >= lines.length) return null;
  head = lines.slice(0, count).reduce((sum, line) => sum + line.box.height, paddingTop);
  return [
    { ...node, lines: lines.slice(0, count), box: { ...box, height: head, paddingBottom: 0 } },
    { ...node, lines: lines.slice(count), box: { ...box, top: 0, height: box.height - head, paddingTop: 0 } },
  ];
}

function splitRow(node: LaidNode, room: number, force: boolean): Parts | null {
  const heads: LaidNode[] = [];
  const rests: LaidNode[] = [];
  for (const cell of node.children) {
    if (cell.box.top + inkHeight(cell) <= room) {
      heads.push(cell);
      continue;
    }
    const parts = split(cell, room - cell.box.top, force);
    if (!parts) return null;
    heads.push(parts[0]);
    rests.push(parts[1]);
  }
  if (!rests.length) return null;
  const height = Math.max(...rests.map((cell) => cell.box.height));
  return [
    { ...node, children: heads, box: { ...node.box, height: room } },
    { ...node, children: rests, box: { ...node.box, height } },
  ];
}

function splitColumn(node: LaidNode, room: number, force: boolean): Parts | null {
  if (paints(node)) return null;
  const at = node.children.findIndex(({ box }) => box.top + box.height > room);
  const child = node.children[at];
  if (!child) return null;
  const parts = split(child, room - child.box.top, force);
  if (!parts && at === 0) return null;
  const cut = parts ? child.box.top + parts[0].box.height : child.box.top;
  const moved = (rest: LaidNode, top: number): LaidNode => ({ ...rest, box: { ...rest.box, top } });
  const later = node.children.slice(at + 1).map((next) => moved(next, next.box.top - cut));
  const first = parts ? moved(parts[1], 0) : moved(child, 0);
  return [
    {
      ...node,
      children: [...node.children.slice(0, at), ...(parts ? [parts[0]] : [])],
      box: { ...node.box, height: cut },
    },
    {
      ...node,
      children: [first, ...later],
      box: { ...node.box, top: 0, height: node.box.height - cut, paddingTop: 0 },
    },
  ];
}
