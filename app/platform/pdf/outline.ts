type Point = readonly [x: number, y: number];
type Grid = { size: number; data: ArrayLike<number | boolean> };

/**
 * The edge of the dark squares of a grid as one path. Squares or bars drawn side by side show hairlines between them on
 * many screens and printers; an outline has no seams. Dark lies to the right of each edge, so that holes wind the other way.
 */
export function outlineOf({ size, data }: Grid): string {
  const dark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && Boolean(data[y * size + x]);
  const from = new Map<string, Point[]>();
  const edge = (x: number, y: number, to: Point) => from.set(`${x} ${y}`, [...(from.get(`${x} ${y}`) ?? []), to]);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!dark(x, y)) continue;
      if (!dark(x, y - 1)) edge(x, y, [x + 1, y]);
      if (!dark(x + 1, y)) edge(x + 1, y, [x + 1, y + 1]);
      if (!dark(x, y + 1)) edge(x + 1, y + 1, [x, y + 1]);
      if (!dark(x - 1, y)) edge(x, y + 1, [x, y]);
    }
  return [...from.keys()].map((start) => loopFrom(start, from)).join("");
}

/** Follows the edges, and takes them away, until they meet their beginning. Corners only: straight on says nothing. */
function loopFrom(start: string, from: Map<string, Point[]>): string {
  let path = "";
  for (let at = start, way = ""; ; ) {
    const to = from.get(at)?.pop();
    if (!to) return path && `${path}z`;
    const [x, y] = at.split(" ").map(Number) as [number, number];
    const next = to[0] === x ? "v" : "h";
    if (!path) path = `M${x} ${y}`;
    else if (next !== way) path += way === "h" ? `H${x}` : `V${y}`;
    way = next;
    at = `${to[0]} ${to[1]}`;
  }
}
