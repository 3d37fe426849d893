import { expect, test } from "vitest";
import { chainThrough, wholeChains } from "~/domain/tasks/rules.chain";

const link = (id: string, transferredToId: string | null = null) => ({ id, transferredToId });
const ids = (links: ReturnType<typeof link>[], id: string) =>
  chainThrough(links, id)
    .map((one) => one.id)
    .join(" ");

test("from whichever link one asks, the chain is whole and in order", () => {
  const links = [link("c", "d"), link("a", "b"), link("other"), link("d"), link("b", "c")];
  for (const id of ["a", "b", "c", "d"]) expect(ids(links, id)).toBe("a b c d");
  expect(ids(links, "other")).toBe("other");
  expect(ids(links, "unknown")).toBe("");
});

test("a chain is shown once, a task that was never passed on not at all", () => {
  const links = [link("a", "b"), link("b"), link("alone")];
  const chains = new Map(links.map(({ id }) => [id, chainThrough(links, id)]));
  expect(wholeChains(chains).map((one) => one.map(({ id }) => id))).toEqual([["a", "b"]]);
});

test("a ring ends, and a link that may not be shown breaks the chain", () => {
  expect(ids([link("a", "b"), link("b", "a")], "a")).toBe("b a");
  expect(ids([link("a", "hidden"), link("c")], "a")).toBe("a");
});
