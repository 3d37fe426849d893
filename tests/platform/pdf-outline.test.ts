import fc from "fast-check";
import { expect, test } from "vitest";
import { outlineOf } from "~/platform/pdf/outline";

const pointsOf = (path: string) =>
  path
    .split("z")
    .filter(Boolean)
    .map((loop) => {
      const points: [number, number][] = [];
      for (const [, way, first, second] of loop.matchAll(/([MHV])(\d+)(?: (\d+))?/g)) {
        const [x, y] = points.at(-1) ?? [0, 0];
        if (way === "M") points.push([Number(first), Number(second)]);
        else points.push(way === "H" ? [Number(first), y] : [x, Number(first)]);
      }
      return points;
    });

/** How often the path goes around the middle of a square: what a PDF viewer fills. */
function winding(loops: [number, number][][], x: number, y: number) {
  let turns = 0;
  for (const loop of loops)
    for (const [i, [x1, y1]] of loop.entries()) {
      const [x2, y2] = loop[(i + 1) % loop.length] ?? [0, 0];
      if (x1 !== x2 || x1 < x) continue;
      if (y1 < y && y < y2) turns++;
      if (y2 < y && y < y1) turns--;
    }
  return turns;
}

const grid = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    data: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: size * size, maxLength: size * size }),
  }),
);

test("the outline encloses exactly the dark squares, whatever the pattern", () => {
  fc.assert(
    fc.property(grid, ({ size, data }) => {
      const loops = pointsOf(outlineOf({ size, data }));
      const filled = data.map((_, i) => (winding(loops, (i % size) + 0.5, Math.floor(i / size) + 0.5) ? 1 : 0));
      expect(filled).toEqual(data);
    }),
  );
});

test("neighbours share no edge, so that no hairline shows between them", () => {
  expect(outlineOf({ size: 2, data: [1, 1, 1, 1] })).toBe("M0 0H2V2H0z");
});
