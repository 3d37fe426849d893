// A live evening on this machine, client and all: 200 motions a minute, 50 answers of officials, 6 documents, 290 phones and
// 10 screens that follow the desk, 20 office pages a second.
//   npm run build && node scripts/bench/evening.mjs [seconds, 60]
// Errors are answers other than the expected one; lost is what was answered and is not in the database afterwards.
// Linux only (/proc). Talks to 127.0.0.1 only; every run has its own database.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { withHall } from "./hall-clients.mjs";

const PHONES = 290;
const PER_S = { motions: 200 / 60, pages: 20 };
const [ANSWERS, DOCUMENTS] = [50, 6];
const PRESS_EVERY_MS = 4_000;
const seconds = Math.min(Number(process.argv[2] ?? 60), 90);
const OFFICE = "/o/kpp-wierzbinow";

await withHall(async ({ cookie, signIn, send, press, gather, folder, cpu, memory }) => {
  const database = new BetterSqlite3(join(folder, "debata.db"), { readonly: true });
  const debate = database
    .prepare(
      "select d.id, d.slug, o.slug as unit from debates d join organizations o on o.id = d.organization_id where d.status = 'announced' and d.motions_close_at > ?",
    )
    .get(Date.now());
  if (!debate) throw new Error("No debate of the demo takes motions");
  const door = `/u/${debate.unit}/debates/${debate.slug}/motions/new`;
  const links = await linksOf(send, await signIn(debate.unit), database, debate);
  const papers = await papersOf(send, cookie, database);
  const clients = await gather(PHONES);
  await sleep(1000);

  const times = { motions: [], answers: [], documents: [], pages: [], updates: [] };
  const errors = [];
  const saved = [];
  const until = performance.now() + seconds * 1000;
  /** One request, its time, and whether it was answered as it should be. */
  async function timed(kind, path, wanted, sent) {
    const at = performance.now();
    const { status, headers } = await send(path, sent).catch((error) => ({ status: error.code ?? String(error) }));
    times[kind].push(performance.now() - at);
    if (status !== wanted) errors.push(`${kind}: ${status}`);
    return headers;
  }
  async function atRate(perSecond, one) {
    const under = new Set();
    for (let i = 0, next = performance.now(); next < until; i++, next += 1000 / perSecond) {
      await sleep(Math.max(0, next - performance.now()));
      const sent = one(i).finally(() => under.delete(sent));
      under.add(sent);
    }
    await Promise.all(under);
  }
  const pages = ["", "/motions?stan=all", "/tasks", "/debates", "/motions"];
  const motion = async (i) => {
    const fields = {
      _key: randomUUID(),
      text: `Latarnia nr ${i} nie świeci od tygodnia.`,
      place: "park",
      category: "LIGHT",
    };
    const { location } = (await timed("motions", door, 303, { fields })) ?? {};
    if (location) saved.push(location);
  };
  const answer = (i) => {
    const fields = { _key: randomUUID(), answer: i % 2 ? "accepted" : "declined", needs: "", statement: "" };
    return timed("answers", links[i % links.length], 303, { fields });
  };
  async function follow() {
    for (let i = 0; performance.now() < until - PRESS_EVERY_MS; i++) {
      for (const client of clients) Object.assign(client, { heardAt: 0, seenAt: 0 });
      const pressedAt = performance.now();
      await press(i);
      await sleep(PRESS_EVERY_MS);
      for (const client of clients)
        if (client.seenAt) times.updates.push(client.seenAt - pressedAt);
        else errors.push(`updates: ${client.failure ?? "not seen in time"}`);
    }
  }
  const [before, many] = [cpu(), count(database)];
  await Promise.all([
    atRate(PER_S.motions, motion),
    atRate(PER_S.pages, (i) => timed("pages", OFFICE + pages[i % pages.length], 200, { cookie })),
    atRate(ANSWERS / seconds, answer),
    atRate(DOCUMENTS / seconds, (i) => timed("documents", papers[i % papers.length], 200, { cookie })),
    follow(),
  ]);
  const used = cpu() - before;
  const row = (list) => {
    const sorted = list.sort((a, b) => a - b);
    const at = (part) => Math.round(sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN);
    return { many: list.length, "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": at(1) };
  };
  console.table(Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, row(list)])));
  const kinds = [...new Set(errors)].map((kind) => `${kind} (${errors.filter((one) => one === kind).length})`);
  console.log(`Errors: ${errors.length}${kinds.length ? `: ${kinds.join(", ")}` : ""}`);
  console.log(`Motions answered ${saved.length}, lost ${saved.length - (count(database) - many)}`);
  console.log(`${((100 * used) / seconds).toFixed(0)} % of one core for the server; ${memory()} MB`);
  database.close();
  for (const { stream } of clients) stream.destroy();
});

function count(database) {
  return database.prepare("select count(*) as many from motions where channel = 'online'").get().many;
}

/** Personal links of a debate's invited officials, from the letters that its office keeps. */
async function linksOf(send, cookie, database, { id, unit }) {
  const letters = database.prepare("select id from messages where kind = 'invitation' and debate_id = ?").all(id);
  const links = [];
  for (const letter of letters) {
    const { text } = await send(`/o/${unit}/outbox/${letter.id}`, { cookie });
    const [link] = /\/i\/[\w-]{20,}/.exec(text) ?? [];
    if (link) links.push(link);
  }
  if (links.length === 0) throw new Error("No invitation in the outbox");
  return links;
}

/** Documents of the last debate that was held, as the office opens them. */
async function papersOf(send, cookie, database) {
  const { id } = database
    .prepare(
      "select d.id from debates d join organizations o on o.id = d.organization_id where o.slug = 'kpp-wierzbinow' and d.status in ('held', 'closed') order by d.starts_at desc",
    )
    .get();
  const page = (await send(`${OFFICE}/debates/${id}/documents`, { cookie })).text;
  const papers = [...new Set(page.match(/\/o\/[^"?]+\.pdf/g))];
  if (papers.length === 0) throw new Error("No document of the debate");
  return papers;
}
