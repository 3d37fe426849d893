import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** The server bundle starts at our own process, so routes, guards and health checks share one database handle. */
const ownServer: Plugin = {
  name: "own-server",
  config: (_, { isSsrBuild }) =>
    isSsrBuild ? { build: { target: "node20", rollupOptions: { input: "app/entry.main.ts" } } } : undefined,
  async configureServer(vite) {
    const { database } = await vite.ssrLoadModule("/app/platform/db.server.ts");
    await database.migrate();
  },
};

/**
 * What each page of the office needs comes in one piece: in twenty it packs worse by 4 kB, and each is a request. What
 * these import comes along, so nothing stands here that only some pages need.
 */
const OFFICE = new RegExp(
  [
    "/node_modules/(?:react|react-dom|@remix-run/react|@remix-run/router|react-router|react-router-dom)/",
    "/app/ui/(?:office-shell|error-page|html-page|badge|notes|panel|result-place)\\.tsx$",
    "/app/platform/time\\.ts$",
  ].join("|"),
);
const onePiece: Plugin = {
  name: "one-piece",
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? undefined
      : { build: { rollupOptions: { output: { manualChunks: (id) => (OFFICE.test(id) ? "office" : undefined) } } } },
};

/** For both bundles: style sheets that are not the same to the byte get two names, and each page would load both. */
const cssTarget = ["chrome87", "edge88", "firefox78", "safari14"];

export default defineConfig({
  build: { cssTarget },
  plugins: [remix(remixConfig), tsconfigPaths(), ownServer, onePiece],
});
