import { relative } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Packages in modules of which we use a part: in the bundle the rest stays on the disk (zod alone has fifty languages). */
const USED_IN_PART = ["zod", "@hookform/resolvers", "react-hook-form", "drizzle-orm"];

/** The server bundle starts at our own process, so routes, guards and health checks share one database handle. */
const ownServer: Plugin = {
  name: "own-server",
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? {
          ssr: { noExternal: USED_IN_PART },
          build: { target: "node20", rollupOptions: { input: "app/entry.main.ts", output: { manualChunks: roomOf } } },
        }
      : undefined,
  async configureServer(vite) {
    const { database } = await vite.ssrLoadModule("/app/platform/db.server.ts");
    await database.migrate();
  },
};

/** V8 keeps the text of all that runs, and one letter beyond Latin-1 makes it take two bytes for each letter of a file. */
const oneByteText: Plugin = {
  name: "one-byte-text",
  apply: (_, { isSsrBuild }) => Boolean(isSsrBuild),
  renderChunk: {
    order: "post", // Vite writes the letters themselves
    handler: (code) => ({
      code: code.replace(/[^\t\n\r -ÿ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
      map: null,
    }),
  },
};

/**
 * The server in files of its rooms: what reading the longest file takes at once stays with the process, 10 MB when there
 * is one file only. Platform's server.ts is left out because it stands above all rooms; of the drivers only one is read.
 */
function roomOf(id: string) {
  const path = relative(import.meta.dirname, id.replace(/^\0/, ""));
  const [, room] = /^app\/domain\/([^/]+)\//.exec(path) ?? [];
  if (room) return `room-${room}`;
  if (/^app\/(?:platform\/(?!server\.ts$)|ui\/)/.test(path)) return "platform";
  if (/^db\/(?!(?:sqlite|postgres|migrate|together|one-at-a-time)\.ts$)/.test(path)) return "db";
  if (/^node_modules\/(?!drizzle-orm\/(?:better-sqlite3|node-postgres)\/)/.test(path)) return "packages";
  return undefined;
}

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
  plugins: [remix(remixConfig), tsconfigPaths(), ownServer, oneByteText, onePiece],
});
