// One-pass pagination: react-pdf lays the flow out once, as if the page were endless, and this
// file cuts the finished boxes into pages. Nothing is measured twice.
import { isRow, type LaidNode, paints } from "./node";
import type { Tag } from "./sheet";
import { split, splitText } from "./split";

/** A piece that is placed as a whole. `chain` are the structure elements around it, outermost first. */
type Atom = {
  node: LaidNode;
  left: number;
  top: number;
  height: number;
  chain: Tag[];
  header?: Atom;
  keepWithNext: boolean;
  breakBefore: boolean;
};
export type Placed = { node: LaidNode; left: number; top: number; chain: Tag[]; repeated: boolean };
export type Area = { top: number; height: number };

const LINES_WITH_SIGNATURES = 3;

/** Plain column Views dissolve; text, images, rows, painted boxes and wrap={false} stay whole. */
function atomsOf(flow: LaidNode[]): Atom[] {
  const atoms: Atom[] = [];
  const headers = new Map<Tag | undefined, Atom>();
  const flatten = (node: LaidNode, dx: number, dy: number, chain: Tag[], header?: Atom): Atom | undefined => {
    const { props, box } = node;
    const left = dx + box.left;
    const top = dy + box.top;
    const start = atoms.length;
    if (node.type !== "VIEW" || props.wrap === false || isRow(node.style) || paints(node) || !node.children.length) {
      const keepWithNext = (props.minPresenceAhead ?? 0) > 0;
      atoms.push({ node, left, top, height: box.height, chain, header, keepWithNext, breakBefore: false });
    } else {
      const inner = props.tag ? [...chain, props.tag] : chain;
      // A long table comes in several pieces with one tag.
      let repeat = (props.tag && headers.get(props.tag)) ?? header;
      for (const child of node.children) {
        const atom = flatten(child, left, top, inner, repeat);
        if (!child.props.fixed || !atom) continue;
        repeat = atom;
        headers.set(props.tag, atom);
      }
    }
    const first = atoms[start];
    if (first && props.break) first.breakBefore = true;
    const before = atoms[start - 1];
    if (before && props.keepWithPrevious) {
      const cut = withoutLastLines(before);
      if (cut) atoms.splice(start - 1, 1, ...cut);
      else before.keepWithNext = true;
    }
    return first;
  };
  for (const node of flow) flatten(node, 0, 0, []);
  return atoms;
}

/** Signatures take the end of the text before them along; a few lines of a long paragraph are enough. */
function withoutLastLines(atom: Atom): [Atom, Atom] | undefined {
  const parts = splitText(atom.node, atom.height, false, LINES_WITH_SIGNATURES);
  if (!parts) return undefined;
  const [head, rest] = parts;
  return [
    { ...atom, node: head, height: head.box.height },
    {
      ...atom,
      node: rest,
      top: atom.top + head.box.height,
      height: rest.box.height,
      keepWithNext: true,
      breakBefore: false,
    },
  ];
}

export function paginate(flow: LaidNode[], area: Area): Placed[][] {
  const atoms = atomsOf(flow);
  const pages: Placed[][] = [];
  let next = 0;
  while (next < atoms.length && !(next && atoms[next]?.node.props.filler)) {
    const page: Placed[] = [];
    next = fillPage(atoms, next, area, page);
    pages.push(page);
  }
  return pages.length ? pages : [[]];
}

/** Places atoms from `start` on; answers with the index of the first that waits for the next page. */
function fillPage(atoms: Atom[], start: number, area: Area, page: Placed[]): number {
  const place = ({ node, left, chain }: Atom, y: number, repeated = false) =>
    page.push({ node, left, top: area.top + y, chain, repeated });
  let y = 0;
  const header = atoms[start]?.header;
  // A header as high as the page would leave no room for the rows, on any page.
  if (header && header.height < area.height / 2) {
    place(header, 0, true);
    y = header.height;
  }
  for (let i = start; ; i++) {
    const atom = atoms[i];
    const before = atoms[i - 1];
    if (!atom || (atom.breakBefore && i > start)) return i;
    const at = i === start || !before ? y : y + atom.top - (before.top + before.height);
    if (at + atom.height <= area.height + 0.01) {
      place(atom, at);
      y = at + atom.height;
      continue;
    }
    const parts = split(atom.node, area.height - at, i === start || atom.height > area.height);
    if (parts) {
      const [node, rest] = parts;
      place({ ...atom, node }, at);
      const { height } = rest.box;
      atoms[i] = { ...atom, node: rest, height, top: atom.top + atom.height - height, breakBefore: false };
      return i;
    }
    if (i === start) {
      place(atom, at); // higher than a page and not to be cut: it sticks out, but the document goes on
      return i + 1;
    }
    let keep = i;
    while (keep > start && atoms[keep - 1]?.keepWithNext) keep--;
    if (keep === start) return i; // the whole page belongs together: nothing is gained by moving it
    page.length -= i - keep;
    return keep;
  }
}
