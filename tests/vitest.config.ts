import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testsThatReachDatabase } from "./setup/reaches-database";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same tests on each database. A server named in TEST_DATABASE_URL takes the place of the embedded PostgreSQL. */
const server = process.env.TEST_DATABASE_URL;
const embedded = { find: /^pg$/, replacement: at("setup/pglite-as-pg.ts") };

const alias = [
  { find: /^~db\//, replacement: at("../db/") },
  { find: /^~\//, replacement: at("../app/") },
];

type Project = {
  name: string;
  DATABASE_URL: string;
  include: string[];
  pg?: (typeof embedded)[];
  globalSetup?: string[];
};

const project = ({ name, DATABASE_URL, include, pg = [], globalSetup = [] }: Project) => ({
  resolve: { alias: [...alias, ...pg] },
  esbuild: { jsx: "automatic" as const },
  test: {
    name,
    root: at(".."),
    include,
    globalSetup,
    exclude: ["tests/browser/**", "tests/papers/**", "tests/scripts/**"],
    setupFiles: [at("setup/clock.mjs"), at("setup/address.ts"), at("setup/silence.ts"), at("setup/network.ts")],
    env: {
      DATABASE_URL,
      PUBLIC_URL: "http://app.test",
      APP_SECRET: "a secret that only tests know, 32 letters long",
      DEMO: "off",
      LOG_LEVEL: "silent",
    },
    hookTimeout: 180_000,
    testTimeout: 180_000,
  },
});

/** The checkers themselves need no database, so they are tried once. */
const scripts = {
  test: {
    name: "scripts",
    root: at(".."),
    include: ["tests/scripts/**/*.test.ts"],
    hookTimeout: 180_000, // some start a PostgreSQL of their own
    testTimeout: 180_000,
  },
};

const onBoth = testsThatReachDatabase(at(".."));

export default defineConfig({
  test: {
    // By itself one core fewer than there are: on a small machine that is half of it idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project({ name: "sqlite", DATABASE_URL: "sqlite:", include: ["tests/**/*.test.{ts,tsx}"] }),
      server
        ? project({ name: "postgres", DATABASE_URL: server, include: onBoth })
        : project({
            name: "pglite",
            DATABASE_URL: "postgres://embedded",
            include: onBoth,
            pg: [embedded],
            globalSetup: [at("setup/pglite-image.ts")],
          }),
      scripts,
    ],
  },
});
