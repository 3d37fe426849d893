import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The built server as it ships, a real browser, real mail. One file after another: each has the machine to itself. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^~db\//, replacement: at("../../db/") },
      { find: /^~\//, replacement: at("../../app/") },
    ],
  },
  esbuild: { jsx: "automatic" },
  test: {
    name: "browser",
    root: at("../.."),
    include: ["tests/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // The steps of a story build on each other: after the first that fails, the others say nothing new.
    bail: process.env.BAIL ? 1 : 0,
  },
});
