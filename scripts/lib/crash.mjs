// The built server is killed at random moments while many write, comes back, and everybody sends again what was not
// answered. In the end each answered form is there once.
import { randomInt } from "node:crypto";
import { watch } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { compare, openLedger, writers } from "./crash-writers.mjs";
import { openService } from "./service.mjs";

const AT_ONCE = 12;
/** Every tenth end is an operator's: SIGTERM, and what is under way is answered first. */
const TERM_EVERY = 10;
const DRAIN_MS = 10_000;
const CHECKPOINT_WITHIN_MS = 1500;

/** The faults that have to be seen: a server that answers before it has saved, and one that does not know its keys. */
const PLANTS = {
  "answer before the commit": {
    find: /const result = await first\.work\(\);/,
    put: `const result = await first.work();
      first.resolve(result); await new Promise((done) => globalThis.setTimeout(done, 20));`,
  },
  "no key check": {
    find: /function once\((\w+), (\w+), (\w+)\) \{(?=\s*return inTransaction)/,
    put: "function once($1, $2, $3) { $2 = globalThis.crypto.randomUUID();",
  },
};

/**
 * @param {{ kills: number, writes: number, databaseUrl?: string, plant?: keyof typeof PLANTS, minutes?: number, tell?: (line: string) => void }} wanted
 *   `kills` ends and at least `writes` acknowledged forms; `minutes` bounds both.
 */
export async function crash({ kills, writes, databaseUrl, plant, minutes = 15, tell = () => {} }) {
  const service = await openService({
    tool: "scripts/lib/crash-process.ts",
    databaseUrl,
    plant: plant && PLANTS[plant],
  });
  const ledger = openLedger();
  const since = Date.now();
  const isLate = () => Date.now() - since > minutes * 60_000;
  try {
    const sheet = await service.ask("seed", "100");
    let [isUp, wake] = [Promise.resolve(), () => {}];
    const goDown = () => {
      isUp = new Promise((done) => (wake = () => done(undefined)));
    };
    let over = false;
    let heard = 0;
    const listeners = new Set();
    const world = {
      up: () => isUp,
      isOver: () => over || ledger.faults.length > 200,
      heard: () => {
        heard++;
        for (const listen of listeners) listen();
      },
    };
    /** Resolves when so many more forms have been answered. */
    const answered = (/** @type {number} */ many) =>
      new Promise((done) => {
        const goal = heard + many;
        const listen = () => heard >= goal && listeners.delete(listen) && done(undefined);
        listeners.add(listen);
      });

    goDown();
    await service.start();
    wake();
    const everybody = Array.from({ length: AT_ONCE }, writers(service, sheet, ledger, world));
    const killed = { random: 0, checkpoint: 0, SIGTERM: 0 };
    let slowestDrain = 0;
    /** @type {string[]} */
    const slowDrains = [];
    for (let i = 1; i <= kills && !isLate() && !world.isOver(); i++) {
      // So many that the wanted number is reached with the last end, and so few that some come in the very beginning.
      const rest = Math.ceil(Math.max(0, writes - heard) / (kills - i + 1));
      await Promise.race([answered(1 + randomInt(Math.max(2, rest * 2))), sleep(30_000, undefined, { ref: false })]);
      const isTerm = i % TERM_EVERY === 0 || (kills < TERM_EVERY && i === kills);
      const how = isTerm
        ? "SIGTERM"
        : !databaseUrl && i % 2 === 0 && (await checkpointOf(service.file))
          ? "checkpoint"
          : "random";
      if (how === "random") await sleep(randomInt(15));
      const ended = await service.end(isTerm ? "SIGTERM" : "SIGKILL");
      goDown();
      killed[how]++;
      if (isTerm) slowestDrain = Math.max(slowestDrain, ended.ms);
      // Given up after ten seconds, with 1: on a machine that has no time for it, and there a test cannot insist.
      const isSlow = isTerm && ended.code === 1 && ended.ms >= DRAIN_MS;
      if (isSlow) slowDrains.push(`SIGTERM: took ${Math.round(ended.ms)} ms`);
      else if (isTerm && ended.code !== 0) ledger.faults.push(`SIGTERM: ended with ${ended.code}`);
      await service.start();
      wake();
      if (i % 20 === 0) tell(`${i} of ${kills} ends, ${heard} of ${writes} writes`);
    }
    while (heard < writes && !isLate() && !world.isOver()) await answered(1);
    over = true;
    await Promise.all(everybody);
    await settled(service);
    const last = await service.end("SIGTERM");
    if (last.code !== 0 && last.ms < DRAIN_MS) ledger.faults.push(`the last SIGTERM: ended with ${last.code}`);
    const told = await service.ask("tell");
    const { faults, lost, doubled } = compare(ledger, told);
    return {
      ...{ faults, slowDrains, lost, doubled, killed, slowestDrain: Math.round(slowestDrain) },
      acknowledged: ledger.acknowledged.size,
      ...{ abandoned: ledger.abandoned.size, retries: ledger.retries, repeated: ledger.repeated },
    };
  } finally {
    await service.close();
  }
}

/** The outbox has its time: letters and jobs are looked for every five seconds, and at once when something rings. */
async function settled(/** @type {Awaited<ReturnType<typeof openService>>} */ service) {
  for (let looks = 0; looks < 60; looks++) {
    await service.ask("hurry");
    const { faults } = await service.ask("tell");
    if (!faults.some((/** @type {string} */ fault) => fault.startsWith("outbox"))) return;
    await sleep(1000);
  }
}

/** Waits for the moment when SQLite moves its log into the file: only then does the file itself change. */
function checkpointOf(/** @type {string} */ file) {
  return new Promise((done) => {
    const tell = (/** @type {boolean} */ seen) => {
      clearTimeout(patience);
      eyes.close();
      done(seen);
    };
    const patience = setTimeout(() => tell(false), CHECKPOINT_WITHIN_MS);
    const eyes = watch(file, () => tell(true));
  });
}
