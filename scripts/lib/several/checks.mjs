// What has to hold however many processes there are. Each check gives the sentences that say what was wrong.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {Awaited<ReturnType<import("./machines.mjs").startMachines>>} Machines
 * @typedef {ReturnType<import("./visitor.mjs").openVisitor>} Visitor
 * @typedef {{ machines: Machines, visitor: Visitor, cookie: string, unit: string, debate: string, debateId: string }} Town
 */

const WITHIN_MS = 20_000;
/** @param {() => Promise<boolean> | boolean} isTrue */
async function eventually(isTrue, within = WITHIN_MS) {
  for (const end = Date.now() + within; Date.now() < end; await sleep(100)) if (await isTrue()) return true;
  return false;
}

/** All processes began on one empty database: the demo is there once, and one of them knows its password. */
export async function checkStart(/** @type {Machines} */ { servers, ask }) {
  const passwords = servers.flatMap(({ said }) => /kont: (\S+)/.exec(said())?.[1] ?? []);
  const [doubled] = await ask("select count(*)::int as many from organizations group by slug having count(*) > 1");
  const faults = [];
  if (passwords.length !== 1) faults.push(`${passwords.length} processes printed logins of the demo`);
  if (doubled) faults.push("the demo was loaded twice");
  return { faults, password: passwords[0] ?? "" };
}

/** Signed in on one, somebody is known on all, and signed out on one, on none. */
export async function checkSessions(
  /** @type {Town} */ { machines: { servers }, visitor, unit },
  /** @type {() => Promise<string>} */ signIn,
) {
  const faults = [];
  const cookie = await signIn();
  for (const { url } of servers) {
    const { status } = await visitor.send(url, `/o/${unit}`, { cookie });
    if (status !== 200) faults.push(`a session of one process was answered ${status} by another`);
  }
  await visitor.send(servers.at(-1)?.url ?? "", "/logout", { cookie, fields: {} });
  for (const { url } of servers) {
    const { status } = await visitor.send(url, `/o/${unit}`, { cookie });
    if (status !== 302) faults.push(`after signing out elsewhere a process answered ${status}`);
  }
  return faults;
}

/**
 * A change on one process stands on the finished pages of all others in the very next request.
 * @param {Town} town
 * @param {number} rounds
 * @param {string[]} [readers] whom to ask, instead of the other processes
 */
export async function checkPages({ machines: { servers }, visitor, unit, cookie }, rounds, readers) {
  const faults = [];
  const page = `/u/${unit}`;
  for (let i = 0; i < rounds; i++) {
    const writer = servers[i % servers.length]?.url ?? "";
    const others = readers ?? servers.map(({ url }) => url).filter((url) => url !== writer);
    for (const url of others) for (let j = 0; j < 2; j++) await visitor.send(url, page); // now they have it finished
    const name = `Komenda po zmianie ${randomUUID().slice(0, 8)}`;
    const { status } = await visitor.fillIn(writer, `/o/${unit}/settings`, cookie, { name });
    if (status !== 303) throw new Error(`The settings were answered ${status}`);
    for (const url of others) {
      const { text } = await visitor.send(url, page);
      if (!text.includes(name)) faults.push(`round ${i}: a page was older than a change that had been answered`);
    }
  }
  return faults;
}

const words = (/** @type {string} */ mark) => ({
  text: `Na skrzyżowaniu jest ciemno, latarnie nie świecą (${mark}).`,
  place: "ul. Polna",
  category: "LIGHT",
});

/**
 * The same form at two processes at once has one effect and one answer, and numbers have no gap and no double.
 * @param {Town} town
 */
export async function checkNumbers(
  { machines: { servers, ask }, visitor, unit, debate, debateId },
  /** @type {number} */ rounds,
) {
  const faults = [];
  const path = `/u/${unit}/debates/${debate}/motions/new`;
  const before = await numbersOf(ask, debateId);
  const answered = [];
  for (let i = 0; i < rounds; i++) {
    const fields = { ...words(`nr ${i}`), _key: randomUUID() };
    const both = await Promise.all(servers.slice(0, 2).map(({ url }) => visitor.send(url, path, { fields })));
    const statuses = both.map(({ status }) => status);
    if (statuses.some((status) => status !== 303)) faults.push(`one form at two processes was answered ${statuses}`);
    if (new Set(both.map(({ headers }) => headers.location)).size !== 1) faults.push("one form had two answers");
    answered.push(both[0]?.headers.location);
  }
  const after = await numbersOf(ask, debateId);
  if (after.length - before.length !== rounds)
    faults.push(`${rounds} forms became ${after.length - before.length} motions`);
  const last = before.at(-1) ?? 0;
  if (after.slice(before.length).some((number, i) => number !== last + i + 1))
    faults.push("numbers have a gap or a double");
  return faults;
}

const numbersOf = async (/** @type {Machines["ask"]} */ ask, /** @type {string} */ debateId) =>
  (await ask(`select sequence from motions where debate_id = '${debateId}' order by sequence`)).map(({ sequence }) =>
    Number(sequence),
  );

/**
 * Letters that two processes send while one is killed: each is sent, and under its one Message-ID.
 * @param {Town} town
 */
export async function checkOutbox(
  { machines, visitor, unit, debate },
  /** @type {number} */ letters,
  /** @type {number} */ kills,
) {
  const { servers, ask, post } = machines;
  const faults = [];
  const path = `/u/${unit}/debates/${debate}/motions/new`;
  for (let i = 0; i < letters; i++) {
    const fields = { ...words(`list ${i}`), authorName: "Jan", authorEmail: `jan${i}@dom.test` };
    const alive = servers[(i % (servers.length - 1)) + 1]; // the first one is killed
    const { status } = await visitor.send(alive?.url ?? "", path, { fields });
    if (status !== 303) faults.push(`a motion was answered ${status}`);
    if (kills > 0 && i % Math.ceil(letters / kills) === 1) {
      await servers[0]?.kill();
      await servers[0]?.start();
    }
  }
  const waits = async () => {
    // A killed process leaves its lease behind, which ends in minutes: nobody waits that long here.
    await ask("update messages set next_attempt_at = now() where status = 'queued' and attempts > 0");
    const [row] = await ask(
      "select (select count(*) from events where delivered_at is null) + (select count(*) from messages where status = 'queued') as waiting",
    );
    return Number(row?.waiting) > 0;
  };
  if (!(await eventually(async () => !(await waits()), 60_000))) faults.push("the outbox is not empty after a minute");
  const [sent] = await ask(
    "select count(*)::int as many, count(distinct recipient_email)::int as people from messages where recipient_email like 'jan%@dom.test' and status = 'sent'",
  );
  if (sent?.many !== letters || sent?.people !== letters)
    faults.push(`${letters} motions became ${sent?.many} letters`);
  const known = new Set((await ask("select message_id from messages")).map(({ message_id }) => message_id));
  const strange = post.taken.filter((id) => !known.has(id));
  if (strange.length > 0) faults.push(`${strange.length} letters went out under another Message-ID`);
  return { faults, deliveries: post.taken.length, repeated: post.taken.length - new Set(post.taken).size };
}

/**
 * What is done at one process is heard by those who listen at the others.
 * @param {Town} town
 */
export async function checkStreams(
  { machines: { servers, ask, url }, visitor, unit, cookie },
  /** @type {number} */ changes,
) {
  const faults = [];
  const [hall] = await ask(
    `update debates set status = 'live' where kind = 'evaluation' and organization_id = (select id from organizations where slug = '${unit}') and status in ('announced', 'live') returning id`,
  );
  const desk = `/o/${unit}/debates/${hall?.id}/hall`;
  const [screen] = /\/screen\/[0-9A-Z-]+/.exec((await visitor.send(url, desk, { cookie })).text) ?? [];
  if (!screen) throw new Error("The desk of the hall names no screen");
  const listeners = [...servers.map((server) => server.url), url].map((base) =>
    visitor.listen(base, `${screen}/events`),
  );
  if (!(await eventually(() => listeners.every(({ heard }) => heard.length > 0))))
    faults.push("a stream stayed silent");
  for (let i = 0; i < changes; i++) {
    const before = listeners.map(({ heard }) => heard.length);
    const fields = { intent: "steer", mode: i % 2 ? "agenda" : "blank" };
    const { status } = await visitor.send(servers[i % servers.length]?.url ?? "", desk, { cookie, fields });
    if (status !== 303) throw new Error(`The desk was answered ${status}`);
    const hears = () => listeners.every(({ heard }, at) => heard.length > (before[at] ?? 0));
    if (!(await eventually(hears))) faults.push(`change ${i} was not heard at every process`);
  }
  for (const { leave } of listeners) leave();
  return faults;
}

/**
 * Reads and forms go on through the proxy while `work` restarts what is behind it. Counts what went wrong.
 * @param {Town} town
 * @param {() => Promise<void>} work
 */
export async function underLoad({ machines: { url }, visitor, unit, debate, cookie }, work) {
  let isOver = false;
  let asked = 0;
  /** @type {string[]} */
  const failed = [];
  const paths = [`/u/${unit}`, `/u/${unit}/debates/${debate}`, `/u/${unit}/tracker`, `/o/${unit}`];
  const go = async (/** @type {() => Promise<{ status: number }>} */ ask, /** @type {string} */ what, pauseMs = 0) => {
    while (!isOver) {
      asked++;
      const answer = await ask().catch((error) => ({ status: error.code }));
      if (answer.status !== 200 && answer.status !== 303) failed.push(`${what} was answered ${answer.status}`);
      await sleep(pauseMs);
    }
  };
  const clients = [
    ...paths.map((path) => go(() => visitor.send(url, path, { cookie }), `GET ${path}`, 5)),
    // Slowly: a network may send 600 forms a minute.
    ...[0, 1].map(() =>
      go(
        () => visitor.send(url, `/u/${unit}/debates/${debate}/motions/new`, { fields: words("w biegu") }),
        "POST motion",
        400,
      ),
    ),
  ];
  await sleep(300);
  await work();
  isOver = true;
  await Promise.all(clients);
  return { asked, failed };
}
