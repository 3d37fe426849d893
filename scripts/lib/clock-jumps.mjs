// The built service while somebody puts its clock forward and back by hours: nobody is signed out by a clock that was put
// right, links stay what they are, limits still let people in, and what waits in the outbox goes out once and soon.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { openSubject } from "./database-faults.mjs";

const HOUR_MS = 3_600_000;
const SENT_WITHIN_MS = 40_000;
/** Longer than the outbox needs to look again. */
const STALLED_AFTER_MS = 7_000;

/** @typedef {import("./database-faults.mjs").Place} Place */

/** @param {Place} place @param {readonly number[]} hours how far from the true time the clock is, one after the other */
export async function jumpClocks(place, hours) {
  const file = join(place.folder, "clock");
  writeFileSync(file, "0");
  const preload = fileURLToPath(new URL("./shifted-clock.mjs", import.meta.url));
  const subject = await openSubject(place, { preload, env: { CLOCK_SHIFT_FILE: file } });
  const rows = await openRows(place.databaseUrl);
  /** @type {string[]} */
  const faults = [];
  let letters = 0;
  const jumpTo = async (/** @type {number} */ hours) => {
    writeFileSync(file, String(hours * HOUR_MS));
    subject.signal("SIGUSR2");
    await sleep(300);
  };
  const note = (/** @type {number} */ hours, /** @type {string} */ words) =>
    faults.push(`clock at ${hours} h: ${words}`);

  /** A form with a letter; how many of its letters there are when the outbox has come to rest. */
  async function write(/** @type {number} */ hours) {
    const address = `${crypto.randomUUID()}@dom.test`;
    const [key, text] = [crypto.randomUUID(), `Ciemno przy stawie nr ${++letters}000`];
    const first = await subject.post(key, text, address);
    const again = await subject.post(key, text, address);
    if (first.status !== 303) note(hours, `a form was answered with ${first.status}`);
    if (again.location !== first.location) note(hours, "the same form was saved twice");
    if ((await fetch(subject.url + first.location)).status !== 200) note(hours, "a new link does not open");
    return { address, location: first.location };
  }
  const isOut = async (/** @type {string} */ address, within = SENT_WITHIN_MS) => {
    for (const since = performance.now(); performance.now() - since < within; await sleep(250))
      if ((await rows.states(address)).join() === "kept") return true;
    return false;
  };
  /** @type {{ address: string, location: string }[]} */
  const written = [];
  try {
    for (const ahead of hours) {
      await jumpTo(ahead);
      const one = await write(ahead);
      written.push(one);
      if (!(await isOut(one.address))) note(ahead, "a letter does not go out");
      if ((await subject.read()) !== 200 || (await subject.ready()) !== 200) note(ahead, "a page does not open");
      if (ahead <= 0) continue;
      // As if the process had written it in the last moment before the clock was put right.
      const waiting = await write(ahead);
      written.push(waiting);
      if (!(await isOut(waiting.address))) note(ahead, "a letter does not go out");
      await jumpTo(0);
      await rows.putBack(waiting.address, "created_at");
      if (!(await isOut(waiting.address))) note(ahead, "a letter of a clock that was ahead waits for hours");
    }
    await jumpTo(0);
    for (const { address, location } of written) {
      if ((await rows.states(address)).length !== 1) note(0, `${await rows.states(address)} letters to one person`);
      if ((await fetch(subject.url + location)).status !== 200) note(0, "a link of before does not open any more");
    }
    // The control: a letter that somebody has taken and forgotten is not sent for hours, and that is seen.
    const [last] = written;
    if (last) await rows.putBack(last.address, "created_at + 21600000", 1);
    if (last && (await isOut(last.address, STALLED_AFTER_MS))) faults.push("Planted and not seen: a letter that waits");
    if (!subject.isAlive()) faults.push(`the service has ended:\n${subject.said().slice(-1500)}`);
  } finally {
    await rows.close();
    subject.kill();
  }
  return { faults, letters: written.length };
}

/** Looks into the outbox, and puts a letter back into it. */
async function openRows(/** @type {string} */ url) {
  const isFile = url.startsWith("sqlite:");
  const file = isFile ? new BetterSqlite3(url.replace("sqlite:", ""), { timeout: 5_000 }) : undefined;
  const client = isFile ? undefined : new pg.Client({ connectionString: url });
  await client?.connect();
  const ask = async (/** @type {string} */ text, /** @type {string} */ address) =>
    file ? file.prepare(text.replace("$1", "?")).all(address) : ((await client?.query(text, [address]))?.rows ?? []);
  return {
    /** @returns {Promise<string[]>} */
    states: async (/** @type {string} */ address) =>
      (await ask("select status from messages where recipient_email = $1", address)).map(
        (row) => /** @type {{ status: string }} */ (row).status,
      ),
    async putBack(/** @type {string} */ address, /** @type {string} */ when, attempts = 0) {
      const text = `update messages set status = 'queued', sent_at = null, attempts = ${attempts}, next_attempt_at = ${when} where recipient_email = $1`;
      if (file) file.prepare(text.replace("$1", "?")).run(address);
      else await client?.query(text.replace("+ 21600000", "+ interval '6 hours'"), [address]);
    },
    close: async () => (file ? void file.close() : await client?.end()),
  };
}
