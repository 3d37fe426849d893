import * as build from "virtual:remix/server-build";
import { createRequestHandler } from "@remix-run/express";
import { config } from "./config.server";
import { database } from "./db.server";
import { pageCache } from "./page-cache.server";
import { createWeb } from "./web.server";

const DRAIN_MS = 10_000;

/** Serves the product. `startJobs` and `prepare` come from above, because the platform knows no rooms. */
export async function serve({
  prepare,
  startJobs,
  findRevision,
}: {
  prepare: () => Promise<string[]>;
  startJobs: () => () => Promise<void>;
  findRevision: (unit: string) => Promise<number | undefined>;
}) {
  let draining = false;
  await database.migrate();
  const notes = await prepare();
  const stopJobs = startJobs();

  const remix = createRequestHandler({
    build,
    getLoadContext: ({ ip }, response) => ({ cspNonce: response.locals.cspNonce, network: ip }),
  });
  const isReady = async () => {
    await database.assertWritable();
    return !draining;
  };
  const server = createWeb({ remix, isReady, pageCache: pageCache(findRevision) }).listen(
    config.port,
    config.host,
    () => {
      console.log([`Debata: ${config.publicUrl.origin}`, ...notes].join("\n"));
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    const busy = error.code === "EADDRINUSE";
    console.log(busy ? `Port ${config.port} is taken. Set PORT to another one.` : String(error));
    process.exit(1);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;

  /** Requests under way are finished first. The exit is ours, because Remix holds a timer for seconds after each answer. */
  function drain() {
    if (draining) return;
    draining = true;
    server.close(() => void stopJobs().then(() => database.close().then(() => process.exit(0))));
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
  }
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
}
