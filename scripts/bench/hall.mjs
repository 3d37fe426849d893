// How long until 300 phones and screens show what somebody at the desk of the hall has just done.
//   npm run build && node scripts/bench/hall.mjs [changes, 10]
// The change is counted from the moment at which the desk is pressed (clients: hall-clients.mjs). Linux only (/proc). Talks
// to 127.0.0.1 only; every run has its own database.
import { setTimeout as sleep } from "node:timers/promises";
import { withHall } from "./hall-clients.mjs";

const PHONES = 290;
const MOST_WAIT_MS = 15_000;
const changes = Math.min(Number(process.argv[2] ?? 10), 50);

await withHall(async ({ press, gather, cpu, memory }) => {
  const clients = await gather(PHONES);
  await sleep(2000);

  const [heard, seen, last] = [[], [], []];
  const [before, startedAt] = [cpu(), performance.now()];
  for (let i = 0; i < changes; i++) {
    for (const client of clients) Object.assign(client, { heardAt: 0, seenAt: 0 });
    const pressedAt = performance.now();
    await press(i);
    while (clients.some(({ seenAt }) => seenAt === 0)) {
      if (performance.now() - pressedAt > MOST_WAIT_MS) throw new Error("Somebody never saw it");
      await sleep(10);
    }
    for (const { heardAt } of clients) heard.push(heardAt - pressedAt);
    for (const { seenAt } of clients) seen.push(seenAt - pressedAt);
    last.push(Math.max(...clients.map(({ seenAt }) => seenAt)) - pressedAt);
    await sleep(500);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const row = (times) => {
    const sorted = times.sort((a, b) => a - b);
    const at = (part) => Math.round(sorted[Math.ceil(sorted.length * part) - 1]);
    return { "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": at(1) };
  };
  console.table({ "pulse heard": row(heard), "page shows it": row(seen), "last client of a change": row(last) });
  const used = cpu() - before;
  console.log(`CPU of the server: ${((used * 1000) / changes).toFixed(0)} ms a change for ${clients.length} clients, `);
  console.log(`${((100 * used) / seconds).toFixed(0)} % of one core while it ran; ${memory()} MB`);
  for (const { stream } of clients) stream.destroy();
});
