import * as remixBuild from "virtual:remix/server-build";
import { CannotStart } from "~db/errors";
import { config } from "./config.server";
import { database } from "./db.server";
import { createFront } from "./front.server";
import { log, logConsole, stackOf, withoutValues } from "./log.server";
import { narrowRemix } from "./narrow-remix.server";
import { networkOf } from "./networks";
import { pageCache } from "./page-cache.server";
import { plainPages } from "./plain-pages.server";
import { startRates } from "./rates.server";
import { revisions } from "./revisions.server";
import { securityNotes } from "./security-txt.server";
import { closeStreams } from "./streams.server";
import { withTroubleAnswered } from "./trouble.server";
import { createWeb } from "./web.server";

const DRAIN_MS = 10_000;
/** Of that, for what is under way; the rest is for closing. What then is not finished was not answered, and comes again. */
const PATIENCE_MS = 8_000;
const build = withTroubleAnswered(remixBuild);

/** Not one for whoever watches processes to try again at once. */
const CANNOT_START = 3;
function sayWhy(error: unknown) {
  if (!(error instanceof CannotStart)) throw error;
  console.log(`Debata cannot start. ${error.message}`);
  process.exit(CANNOT_START);
}

/** Asked by anybody, and each look is a write: one serves all who ask within a second. */
const ASKED_EVERY_MS = 1_000;
let lastLook: { at: number; writable: Promise<boolean> } | undefined;
function isWritable() {
  if (!lastLook || performance.now() - lastLook.at > ASKED_EVERY_MS) {
    const writable = database.assertWritable().then(
      () => true,
      () => false,
    );
    lastLook = { at: performance.now(), writable };
  }
  return lastLook.writable;
}

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
  logConsole();
  // Node itself would write the whole error down, values and all.
  process.on("uncaughtException", (error) => {
    log.error({ error: withoutValues(error), stack: stackOf(error) }, "the process ends");
    process.exit(1);
  });
  await database.migrate().catch(sayWhy);
  const notes = await prepare();
  const stopJobs = startJobs();
  const stopRates = await startRates();

  const remix = narrowRemix(build, {
    getLoadContext: ({ ip }, response) => ({ cspNonce: response.locals.cspNonce, network: networkOf(ip) }),
  });
  const isReady = async () => !draining && (await isWritable());
  const finished = pageCache(revisions(findRevision, database.version));
  const web = createWeb({ remix, isReady, pageCache: finished, plainPages: plainPages(build) });
  const server = createFront(finished.inFrontOf(web)).listen(config.port, config.host, () => {
    console.log([`Debata: ${config.publicUrl.origin}`, ...notes, ...securityNotes()].join("\n"));
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const busy = error.code === "EADDRINUSE";
    console.log(busy ? `Port ${config.port} is taken. Set PORT to another one.` : String(error));
    process.exit(1);
  });

  /**
   * Requests under way, and a letter that is being handed over, are finished first. The exit is ours, because Remix
   * holds a timer for seconds after each answer.
   */
  function drain() {
    if (draining) return;
    draining = true;
    closeStreams();
    const jobsEnd = stopJobs();
    const patience = new Promise((over) => setTimeout(over, PATIENCE_MS));
    server.leave(
      () =>
        void Promise.all([Promise.race([jobsEnd, patience]), stopRates()]).then(() =>
          database.close().then(() => process.exit(0)),
        ),
    );
    void patience.then(() => server.closeAllConnections());
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
  }
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
}
