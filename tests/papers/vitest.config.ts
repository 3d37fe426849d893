import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Documents as other people's programs see them: poppler, qpdf, LibreOffice. `npm test` installs these on Debian. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^~db\//, replacement: at("../../db/") },
      { find: /^~\//, replacement: at("../../app/") },
    ],
  },
  esbuild: { jsx: "automatic" },
  test: {
    root: at("../.."),
    include: ["tests/papers/**/*.test.{ts,tsx}"],
    setupFiles: [
      at("../setup/clock.mjs"),
      at("../setup/address.ts"),
      at("../setup/silence.ts"),
      at("../setup/network.ts"),
    ],
    env: {
      DATABASE_URL: "sqlite:",
      PUBLIC_URL: "http://app.test",
      APP_SECRET: "a secret that only tests know, 32 letters long",
      DEMO: "off",
      LOG_LEVEL: "silent",
    },
    fileParallelism: false, // LibreOffice has one profile, and one office at a time is enough for two cores
    hookTimeout: 180_000,
    testTimeout: 180_000,
  },
});
