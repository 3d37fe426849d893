import { readFileSync } from "node:fs";

/**
 * @typedef {{ bug: string, file: string, find: string, replace: string, test: string, named: string }} Planted
 * A bug that somebody could make: `find` in `file` becomes `replace`, and the test `named` in `test` has to fail.
 */

/** @returns {Planted[]} */
export const plantedBugs = () => JSON.parse(readFileSync("tests/planted/bugs.json", "utf8"));

/** @param {Planted} planted @param {string} source @returns {string} `source` with the bug in it */
export function plant({ bug, file, find, replace }, source) {
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Error(`${bug}: what has to be replaced stands in ${file} ${times} times, not once`);
  return source.replace(find, () => replace);
}
