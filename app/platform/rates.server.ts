import { createHmac } from "node:crypto";
import { desc, gte, lt, sql } from "drizzle-orm";
import { rateLimits } from "~db/schema";
import { config } from "./config.server";
import { inTransaction, read, write } from "./db.server";
import { log, withoutValues } from "./log.server";

/** `of` what, by whom (a network, a device, an account), how many at most in each stretch of `windowS` seconds. */
export type Limit = { of: string; who: string; most: number; windowS: number };

/** What is known of one key in one stretch: what the table said last, and what it has not been told yet. */
type Entry = { key: string; since: number; known: number; mine: number };
type Row = { key: string; since: number; count: number };
type Exchange = (rows: Row[]) => Promise<Row[]>;

const MOST_ENTRIES = 50_000;
const MOST_ROWS = 2000;

/**
 * Counts here at once and tells the table in the background, once a second, whatever many requests there were: no
 * request waits for it or writes for it. All processes add to the same rows and read each other's sums from them, so a
 * limit holds for all of them together, a second late; and a restart forgets nothing but that second.
 */
export function createRates({ now = Date.now, exchange = exchangeWithTable as Exchange } = {}) {
  const entries = new Map<string, Entry>();
  let untold = new Set<Entry>();
  let telling: Promise<void> | undefined;

  function entryOf({ of, who, windowS }: Limit) {
    const nowS = Math.floor(now() / 1000);
    const since = nowS - (nowS % windowS);
    const key = keyOf(of, who);
    const known = entries.get(key);
    return known?.since === since ? known : keep({ key, since, known: 0, mine: 0 });
  }

  function keep(entry: Entry) {
    entries.delete(entry.key);
    entries.set(entry.key, entry);
    const [oldest] = entries.keys();
    if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  /** Seconds until there is room again; 0 when there is. */
  function waitOf(...limits: Limit[]) {
    const waits = limits.map((limit) => {
      const { since, known, mine } = entryOf(limit);
      return known + mine >= limit.most ? Math.ceil(since + limit.windowS - now() / 1000) : 0;
    });
    return Math.max(0, ...waits);
  }

  /** Counts one for each of the limits and gives 0; when one of them is full, counts nothing and gives the seconds to wait. */
  function admit(...limits: Limit[]) {
    const wait = waitOf(...limits);
    if (wait > 0) return wait;
    for (const entry of limits.map(entryOf)) {
      entry.mine++;
      untold.add(entry);
    }
    return 0;
  }

  async function tell() {
    const told = [...untold].slice(0, MOST_ROWS).map((entry) => ({ entry, delta: entry.mine }));
    if (told.length === 0) return;
    // Sorted, so that two processes do not wait for each other crosswise.
    const rows = told.map(({ entry: { key, since }, delta }) => ({ key, since, count: delta }));
    const sums = await exchange(rows.sort((a, b) => (a.key < b.key ? -1 : 1)));
    const sumOf = new Map(sums.map(({ key, since, count }) => [`${key} ${since}`, count]));
    for (const { entry, delta } of told) {
      entry.mine -= delta;
      entry.known = sumOf.get(`${entry.key} ${entry.since}`) ?? entry.known + delta;
    }
    // The rest of a flood of made-up keys is not worth remembering for the others.
    const left = [...untold].filter(({ mine }) => mine > 0);
    untold = new Set(left.slice(-MOST_ENTRIES));
  }

  /** Tells the table what happened and hears what the others did. */
  function meet() {
    telling ??= tell().finally(() => {
      telling = undefined;
    });
    return telling;
  }

  /** At the start: the fullest counters of the last minutes, which a restart must not empty. */
  async function remember() {
    for (const { key, since, count: known } of await readFullest(Math.floor(now() / 1000)))
      keep({ key, since, known, mine: 0 });
  }

  return { admit, waitOf, meet, remember };
}

/** Neither a network nor an account can be read back from the table. */
const keyOf = (of: string, who: string) =>
  createHmac("sha256", config.secret).update(`rate:${of}\n${who}`).digest("base64url").slice(0, 22);

const ROWS_AT_ONCE = 200;

const exchangeWithTable: Exchange = (rows) =>
  inTransaction(async () => {
    const sums: Row[] = [];
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
      sums.push(
        ...(await write
          .insert(rateLimits)
          .values(rows.slice(i, i + ROWS_AT_ONCE))
          .onConflictDoUpdate({
            target: [rateLimits.key, rateLimits.since],
            set: { count: sql`${rateLimits.count} + excluded.count` },
          })
          .returning()),
      );
    return sums;
  });

const LONGEST_S = 24 * 60 * 60;
const MOST_REMEMBERED = 5000;

const readFullest = (nowS: number) =>
  read
    .select()
    .from(rateLimits)
    .where(gte(rateLimits.since, nowS - LONGEST_S))
    .orderBy(desc(rateLimits.count))
    .limit(MOST_REMEMBERED);

/** Run now and then: a stretch that is over limits nobody. */
export const forgetOldRates = (now = new Date()) =>
  inTransaction(async () => {
    const oldest = Math.floor(now.getTime() / 1000) - LONGEST_S;
    await write.delete(rateLimits).where(lt(rateLimits.since, oldest));
  });

const rates = createRates();
export const { admit, waitOf } = rates;

const MEET_EVERY_MS = 1000;

/** Runs beside the server; returns how to stop it, which leaves the last second's counts in the table. */
export async function startRates() {
  const complain = (error: unknown) => log.warn({ error: withoutValues(error) }, "limits are counted here alone");
  await rates.remember().catch(complain);
  const timer = setInterval(() => void rates.meet().catch(complain), MEET_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await rates.meet().catch(complain);
  };
}
