import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same tests on each database. A server named in TEST_DATABASE_URL takes the place of the embedded PostgreSQL. */
const server = process.env.TEST_DATABASE_URL;
const embedded = { find: /^pg$/, replacement: at("setup/pglite-as-pg.ts") };

const alias = [
  { find: /^~db\//, replacement: at("../db/") },
  { find: /^~\//, replacement: at("../app/") },
];

const project = (name: string, DATABASE_URL: string, pg: (typeof embedded)[] = []) => ({
  resolve: { alias: [...alias, ...pg] },
  esbuild: { jsx: "automatic" as const },
  test: {
    name,
    root: at(".."),
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "tests/scripts/**"],
    setupFiles: [at("setup/address.ts"), at("setup/silence.ts"), at("setup/network.ts")],
    env: {
      DATABASE_URL,
      PUBLIC_URL: "http://app.test",
      APP_SECRET: "a secret that only tests know, 32 letters long",
      DEMO: "off",
      LOG_LEVEL: "silent",
    },
    hookTimeout: 60_000,
    testTimeout: 60_000,
  },
});

/** The checkers themselves need no database, so they are tried once. */
const scripts = {
  test: { name: "scripts", root: at(".."), include: ["tests/scripts/**/*.test.ts"], testTimeout: 60_000 },
};

export default defineConfig({
  test: {
    projects: [
      project("sqlite", "sqlite:"),
      server ? project("postgres", server) : project("pglite", "postgres://embedded", [embedded]),
      scripts,
    ],
  },
});
