import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same tests on each database. A server named in TEST_DATABASE_URL takes the place of the embedded PostgreSQL. */
const server = process.env.TEST_DATABASE_URL;
const embedded = { find: /^pg$/, replacement: at("setup/pglite-as-pg.ts") };

const project = (name: string, DATABASE_URL: string, pg: (typeof embedded)[] = []) => ({
  resolve: {
    alias: [{ find: /^~db\//, replacement: at("../db/") }, { find: /^~\//, replacement: at("../app/") }, ...pg],
  },
  esbuild: { jsx: "automatic" as const },
  test: {
    name,
    root: at(".."),
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: [at("setup/address.ts"), at("setup/silence.ts"), at("setup/network.ts")],
    env: { DATABASE_URL, PUBLIC_URL: "http://app.test" },
    hookTimeout: 60_000,
    testTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      project("sqlite", "sqlite:"),
      server ? project("postgres", server) : project("pglite", "postgres://embedded", [embedded]),
    ],
  },
});
