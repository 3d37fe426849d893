// Several processes on one PostgreSQL behind one nginx with the committed configuration: what one has written is true at
// the others at once, everything happens once, and a restart one by one is seen by nobody. `npm run build` first.
import {
  checkNumbers,
  checkOutbox,
  checkPages,
  checkSessions,
  checkStart,
  checkStreams,
  underLoad,
} from "../lib/several/checks.mjs";
import { startMachines } from "../lib/several/machines.mjs";
import { startStaleProxy } from "../lib/several/stale-proxy.mjs";
import { openVisitor } from "../lib/several/visitor.mjs";

const UNIT = "kpp-wierzbinow";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const much = quick
    ? { processes: 2, pages: 4, numbers: 6, letters: 6, kills: 1, changes: 2, restarts: 1 }
    : { processes: 3, pages: 60, numbers: 60, letters: 60, kills: 4, changes: 9, restarts: 4 };
  const machines = await startMachines({ processes: much.processes });
  const visitor = openVisitor(machines.url);
  try {
    await machines.start(!quick);
    const { faults, password } = await checkStart(machines);
    const signIn = () => visitor.signIn(machines.url, `koordynator@${UNIT}.example`, password);
    const [found] = await machines.ask(
      `select d.id, d.slug from debates d join organizations o on o.id = d.organization_id where o.slug = '${UNIT}' and d.status = 'announced'`,
    );
    if (!found) throw new Error("The demo has no announced debate");
    const town = { machines, visitor, unit: UNIT, debate: found.slug, debateId: found.id, cookie: await signIn() };

    faults.push(...(await checkSessions(town, signIn)));
    faults.push(...(await checkPages(town, much.pages)));
    faults.push(...(await checkNumbers(town, much.numbers)));
    const outbox = await checkOutbox(town, much.letters, much.kills);
    faults.push(...outbox.faults);

    const inTurn = await underLoad(town, async () => {
      for (let i = 0; i < much.restarts; i++) await machines.restartOne(i % much.processes);
    });
    faults.push(...inTurn.failed.map((fault) => `while servers were restarted one by one: ${fault}`));
    const [{ many: connections }] = await machines.ask(
      "select count(*)::int as many from pg_stat_activity where datname = current_database()",
    );

    // Last, because the hall opens for it and takes no more motions.
    faults.push(...(await checkStreams(town, much.changes)));
    const stale = await startStaleProxy(machines.servers[1]?.url ?? "");
    const planted = await checkPages(town, 1, [stale.url]);
    stale.close();
    if (planted.length === 0) faults.push("a page that was kept too long was not seen");
    return {
      faults,
      figures: {
        processes: much.processes,
        "pages after a write": much.pages * (much.processes - 1),
        "forms sent to two at once": much.numbers,
        "changes heard": much.changes,
        letters: `${much.letters} with ${much.kills} kills (${outbox.repeated} repeated under their Message-ID)`,
        "restarts under load": much.restarts,
        "requests meanwhile": inTurn.asked,
        "of them failed": inTurn.failed.length,
        connections,
        "planted fault": planted.length > 0 ? "seen" : "not seen",
      },
    };
  } finally {
    visitor.close();
    await machines.stop();
  }
}
