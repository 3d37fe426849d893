import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NOT_OURS = new Set([".git", "node_modules", "build", "data", "screenshots"]);
const TEXT = /(\.(tsx?|mjs|cjs|jsx?|jsonc?|css|md|html|sql|svg|txt|ya?ml|sh)|\/run|\.gitignore|LICENSE)$/;
const CODE = /\.(tsx?|mjs|cjs|js)$/;

/** Every text file of the repository: its path with slashes, its text, and its code without comments. */
export function readTree(root) {
  return list(root, "")
    .filter((path) => TEXT.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, code: CODE.test(path) ? withoutComments(text) : undefined };
    });
}

function list(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? list(root, path) : [path];
    });
}

/** Good enough for our own formatted code; lines stay where they are, so that complaints can name them. */
const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/(^|\s)\/\/ .*$/gm, "$1");

export const lineOf = (text, index) => text.slice(0, index).split("\n").length;
