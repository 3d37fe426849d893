// Many people who post forms until each has been answered: the same key again after every silence.
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {{ id: string, slug: string, number: number }} Debate
 * @typedef {{ unit: string, cookie: string, halls: Debate[], live: Debate, drafts: Debate[],
 *   guests: { id: string, token: string }[], taskId: string }} Sheet
 * @typedef {Awaited<ReturnType<typeof import("./service.mjs").openService>>} Service
 * @typedef {{ kind: "motion" | "capture" | "seat" | "note" | "answer" | "edit", key: string, path: string,
 *   fields: Record<string, string>, cookie?: string, about?: string, wait?: boolean }} Form
 */

/** Of a hundred forms. */
const SHARES = /** @type {const} */ ([
  ["motion", 42],
  ["capture", 28],
  ["seat", 10],
  ["note", 8],
  ["answer", 6],
  ["edit", 6],
]);
const MAILED_PERCENT = 5;
const TWICE_PERCENT = 5;
const AGAIN_PERCENT = 3;
const GIVES_UP_PERCENT = 5;

/** What is known of every form that was sent. */
export function openLedger() {
  return {
    /** @type {Map<string, { form: Form, location: string }>} keys that were answered */
    acknowledged: new Map(),
    /** @type {Map<string, Form>} keys whose sender lost patience before an answer: there once or not at all */
    abandoned: new Map(),
    /** @type {Map<string, { count: number, last: string }>} answers and edits by invitation and debate */
    sequences: new Map(),
    /** @type {string[]} */
    faults: [],
    retries: 0,
    repeated: 0,
  };
}

/**
 * @param {Service} service
 * @param {Sheet} sheet
 * @param {ReturnType<typeof openLedger>} ledger
 * @param {{ up: () => Promise<void>, isOver: () => boolean, heard: () => void }} world
 */
export function writers(service, sheet, ledger, world) {
  const taken = new Set();
  /** One at a time for whatever has a version or a last word. @type {<T extends { id: string }>(rows: T[]) => T | undefined} */
  const free = (rows) => rows.find(({ id }) => !taken.has(id));

  /** @returns {Form} */
  function compose() {
    const { unit, cookie, live } = sheet;
    const key = randomUUID();
    const hall = /** @type {Debate} */ (sheet.halls[randomInt(sheet.halls.length)]);
    const kind = chosenKind();
    /** @type {Record<string, string>} */
    const mailed = randomInt(100) < MAILED_PERCENT ? { authorName: "Jan", authorEmail: `${key}@dom.test` } : {};
    const words = { text: `Ciemno przy szkole, sprawa ${key}`, category: "LIGHT", place: "ul. Szkolna" };
    const common = { key, kind };
    if (kind === "seat")
      return {
        ...common,
        path: `/u/${unit}/debates/${hall.slug}/register`,
        fields: { name: `Osoba ${key}`, seats: "1" },
      };
    if (kind === "note")
      return {
        ...common,
        cookie,
        path: `/o/${unit}/tasks/${sheet.taskId}`,
        fields: { do: "move", to: "note", text: `Notatka ${key}` },
      };
    if (kind === "capture")
      return {
        ...common,
        cookie,
        path: `/o/${unit}/debates/${live.id}/live`,
        fields: { intent: "capture", raisedBy: "resident", ...words },
      };
    const guest = kind === "answer" && free(sheet.guests);
    if (guest)
      return {
        ...common,
        about: guest.id,
        path: `/i/${guest.token}`,
        fields: { answer: "accepted", needs: `Miejsce ${key}` },
      };
    const draft = kind === "edit" && free(sheet.drafts);
    if (draft)
      return {
        ...common,
        cookie,
        about: draft.id,
        path: `/o/${unit}/debates/${draft.id}/edit`,
        fields: editOf(draft, key),
      };
    return {
      key,
      kind: "motion",
      path: `/u/${unit}/debates/${hall.slug}/motions/new`,
      fields: { ...words, ...mailed, intent: "send" },
    };
  }

  /** A draft's plan with another topic, over the version that its last edit has left. */
  function editOf(/** @type {Debate} */ draft, /** @type {string} */ key) {
    const version = 1 + (ledger.sequences.get(draft.id)?.count ?? 0);
    return {
      ...{
        kind: "initiating",
        number: String(draft.number),
        cycleTitle: "Debaty",
        topic: `Temat ${key}`,
        description: "",
      },
      ...{
        startsOn: "1.03.2099",
        startsTime: "17",
        endsTime: "19",
        venueName: "Dom Kultury",
        _version: String(version),
      },
    };
  }

  const post = (/** @type {Form} */ { path, fields, cookie, key }) =>
    service.send(path, { fields: { ...fields, _key: key }, cookie, from: `10.${randomInt(256)}.${randomInt(256)}.9` });

  /** Sends until it is answered, or until its sender has had enough. @returns {Promise<string | undefined>} */
  async function deliver(/** @type {Form} */ form) {
    const mayGiveUp = form.about === undefined && randomInt(100) < GIVES_UP_PERCENT;
    for (;;) {
      await world.up();
      const answer = await post(form).catch(() => undefined);
      if (answer?.status === 303) return answer.location;
      const isRefused = answer && ![429, 500, 503].includes(answer.status);
      if (isRefused) throw new Error(`${form.kind} was refused with ${answer.status}: ${answer.body.slice(0, 2000)}`);
      if (answer?.status === 500) throw new Error(`${form.kind}: 500 ${service.said().slice(-600)}`);
      if (answer?.status === 429) await sleep(500);
      ledger.retries++;
      if (mayGiveUp) return undefined;
      await sleep(randomInt(20));
    }
  }

  /** Some press twice, some come back later with the same form: the same answer each time. */
  async function send(/** @type {Form} */ form) {
    const isDouble = form.about === undefined && randomInt(100) < TWICE_PERCENT;
    const [location, second] = await Promise.all([deliver(form), isDouble ? deliver(form) : undefined]);
    const known = location ?? second;
    if (known === undefined) return void ledger.abandoned.set(form.key, form);
    ledger.acknowledged.set(form.key, { form, location: known });
    if (location && second && location !== second) ledger.faults.push(`${form.kind}: two answers to one key`);
    if (form.about) {
      const before = ledger.sequences.get(form.about)?.count ?? 0;
      ledger.sequences.set(form.about, { count: before + 1, last: form.key });
    }
    world.heard();
    if (randomInt(100) < AGAIN_PERCENT) {
      ledger.repeated++;
      const again = await deliver(form);
      if (again && again !== known) ledger.faults.push(`${form.kind}: another answer when it came again`);
    }
  }

  return async function work() {
    while (!world.isOver()) {
      await world.up();
      const form = compose();
      if (form.about) taken.add(form.about);
      try {
        await send(form);
      } catch (error) {
        ledger.faults.push(String(error));
        if (ledger.faults.length > 200) return;
      } finally {
        if (form.about) taken.delete(form.about);
      }
    }
  };
}

function chosenKind() {
  let left = randomInt(100);
  for (const [kind, share] of SHARES) {
    if (left < share) return kind;
    left -= share;
  }
  return "motion";
}

/** What the database knows beside what people were told. */
export function compare(
  /** @type {ReturnType<typeof openLedger>} */ ledger,
  /** @type {{ faults: string[], motions: string[], seats: string[], notes: string[],
   *   answers: { id: string, needs: string, events: number }[], edits: { id: string, version: number, topic: string, events: number }[] }} */ told,
) {
  const faults = [...told.faults, ...ledger.faults];
  const there = new Map();
  for (const key of [...told.motions, ...told.seats, ...told.notes]) there.set(key, (there.get(key) ?? 0) + 1);
  let [lost, doubled] = [0, 0];
  for (const [key, { form }] of ledger.acknowledged) {
    if (form.about !== undefined) continue;
    if (!there.has(key)) lost++;
  }
  for (const [key, many] of there) {
    if (many > 1) doubled++;
    if (!ledger.acknowledged.has(key) && !ledger.abandoned.has(key))
      faults.push(`${key} is there, but nobody has sent it`);
  }
  const none = { count: 0, last: "" };
  for (const { id, needs, events } of told.answers) {
    const { count, last } = ledger.sequences.get(id) ?? none;
    if (!needs.endsWith(last)) lost++;
    if (events < count) lost += count - events;
    if (events > count) doubled += events - count;
  }
  for (const { id, version, topic, events } of told.edits) {
    const { count, last } = ledger.sequences.get(id) ?? none;
    if (!topic.endsWith(last)) lost++;
    if (events !== version - 1) faults.push(`a debate of version ${version} has ${events} events`);
    if (events < count) lost += count - events;
    if (events > count) doubled += events - count;
  }
  if (lost) faults.push(`${lost} acknowledged writes are lost`);
  if (doubled) faults.push(`${doubled} writes are there twice`);
  return { faults, lost, doubled };
}
