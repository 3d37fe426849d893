// Sixty people want the same thing in the same moment: the last seat, a number, an approval. The built server, over HTTP;
// on PostgreSQL two processes of it on one database.
import { randomUUID } from "node:crypto";
import { openService } from "./service.mjs";

const AT_ONCE = 60;
const ROOMY = 10;
const LOWERED = 5;
/** So many substitutes may be named over one link in a day (`decideNaming`). */
const NAMED = 10;
const FACE = { textPublic: "Ciemno.", place: "x", category: "LIGHT", kmzb: "", sensitivity: "public", looked: "on" };
const MOTION = { text: "Ciemno przy szkole.", category: "LIGHT", place: "ul. Szkolna", intent: "send" };

/** The faults that have to be seen. */
const RACE_PLANTS = {
  /** PostgreSQL as it comes: each reads how many seats are taken, and then takes one. */
  "lost update": { find: "begin isolation level serializable", put: "begin" },
  "missing condition": {
    find: /(taken\w*)\.confirmed \+ (seats\w*) <= (house\w*)\.capacity/,
    put: "$2 <= $3.capacity",
  },
};

/**
 * @param {{ rounds: number, full: number, databaseUrl?: string, plant?: keyof typeof RACE_PLANTS }} wanted
 *   `rounds` over one seat; of these `full` over everything else, too.
 */
export async function races({ rounds, full, databaseUrl, plant }) {
  const options = { tool: "scripts/lib/races-process.ts", databaseUrl, plant: plant && RACE_PLANTS[plant] };
  const service = await openService(options);
  const second = databaseUrl ? await openService({ ...options, tool: undefined, beside: service }) : undefined;
  /** @type {string[]} */
  const faults = [];
  let posts = 0;
  try {
    const sheet = await service.ask("seed", String(rounds), String(full));
    await service.start();
    await second?.start();
    const doors = second ? [service, second] : [service];
    const { unit, cookie } = sheet;
    const office = `/o/${unit}`;

    /** Sixty at once, each with what `fields` says for it; the words of their answers, counted. */
    const all = async (
      /** @type {string} */ path,
      /** @type {(i: number) => Record<string, string>} */ fields,
      { signedIn = false, beside = () => {} } = {},
    ) => {
      const asked = Array.from({ length: AT_ONCE }, (_, i) => {
        const door = /** @type {typeof service} */ (doors[i % doors.length]);
        const sent = { _key: randomUUID(), ...fields(i) };
        return door.send(path, { fields: sent, cookie: signedIn ? cookie : undefined, from: `10.1.${i}.1` });
      });
      beside();
      posts += AT_ONCE;
      return Promise.all(asked);
    };
    const expectAll = (/** @type {Answers} */ answers, /** @type {string} */ what, done = AT_ONCE, refused = 0) => {
      const count = (/** @type {number} */ status) => answers.filter((one) => one.status === status).length;
      if (count(303) === done && count(409) === refused) return;
      faults.push(
        `${what}: answers ${[...new Set(answers.map(({ status }) => status))]}, ${count(303)} done, not ${done}`,
      );
    };

    for (const [i, round] of sheet.rounds.entries()) {
      const register = (/** @type {{ slug: string }} */ { slug }) => `/u/${unit}/debates/${slug}/register`;
      expectAll(await all(register(round.seat), (n) => ({ name: `Osoba ${n}`, seats: "1" })), `seat ${i}`);
      if (!round.roomy) continue;
      const { roomy, motionId, invitation, held } = round;

      /** @type {Promise<unknown> | undefined} */
      let lowered;
      const lower = () => {
        const fields = { ...planOf(roomy), capacity: String(LOWERED), _version: "1", _key: randomUUID() };
        lowered = service.send(`${office}/debates/${roomy.id}/edit`, { fields, cookie });
      };
      expectAll(
        await all(register(roomy), (n) => ({ name: `Osoba ${n}`, seats: "1" }), { beside: lower }),
        `hall ${i}`,
      );
      const edit = /** @type {{ status: number }} */ (await lowered);
      if (edit.status !== 303) faults.push(`hall ${i}: the capacity could not be lowered: ${edit.status}`);
      expectAll(await all(`/u/${unit}/debates/${roomy.slug}/motions/new`, () => MOTION), `numbers ${i}`);
      const key = randomUUID();
      const same = await all(`/u/${unit}/debates/${roomy.slug}/motions/new`, () => ({ ...MOTION, _key: key }));
      expectAll(same, `one key ${i}`);
      if (new Set(same.map(({ location }) => location)).size !== 1) faults.push(`one key ${i}: several answers`);
      const admit = { o: "admit", motionId, _version: "1", ...FACE };
      expectAll(
        await all(`${office}/debates/${roomy.id}/motions`, () => admit, { signedIn: true }),
        `admit ${i}`,
        1,
        AT_ONCE - 1,
      );
      const approval = `${office}/debates/${held}/minutes/approve`;
      const { body } = await service.send(approval, { cookie });
      const approve = { approvedBy: "insp. Kos", seen: /name="seen" value="(\w+)"/.exec(body)?.[1] ?? "" };
      expectAll(await all(approval, () => approve, { signedIn: true }), `approve ${i}`, 1, AT_ONCE - 1);
      const name = (/** @type {number} */ n) => ({
        answer: "substituted",
        name: `Jan Kos ${n}`,
        post: "x",
        email: `z${n}@um.test`,
      });
      expectAll(await all(`/i/${invitation.token}`, name), `substitutes ${i}`, NAMED, AT_ONCE - NAMED);
      expectAll(await all(`${office}/debates/new?kind=initiating`, () => planOf(), { signedIn: true }), `debates ${i}`);
    }
    await second?.end("SIGTERM");
    await service.end("SIGTERM");
    const told = await service.ask("tell");
    const { oversold, found } = judge(sheet, told);
    return { faults: [...faults, ...found], oversold, posts };
  } finally {
    await second?.close();
    await service.close();
  }
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openService>>["send"]>>[]} Answers */

/** A plan that every rule accepts. @param {{ number: number }} [known] */
const planOf = (known) => ({
  ...{ kind: "initiating", cycleTitle: "Debaty", topic: "Bezpieczeństwo", description: "", venueName: "Dom Kultury" },
  ...{ startsOn: soon(), startsTime: "17", endsTime: "19", ...(known && { number: String(known.number) }) },
});

/** As people type it. */
function soon() {
  const [year, month, day] = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}

/** What became of it. @param {any} sheet @param {any} told */
function judge({ rounds }, told) {
  /** @type {string[]} */
  const found = [];
  let oversold = 0;
  const ensure = (/** @type {unknown} */ is, /** @type {string} */ what) => void (is || found.push(what));
  const heard = (/** @type {string} */ action, /** @type {string} */ id) =>
    told.heard.find((/** @type {any} */ one) => one.action === action && one.subjectId === id)?.many ?? 0;
  const isSeries = (/** @type {number[]} */ numbers) =>
    new Set(numbers).size === numbers.length && Math.max(0, ...numbers) === numbers.length;
  const queueOf = (/** @type {string} */ id) => {
    const queue = told.seats.filter((/** @type {any} */ one) => one.debateId === id);
    const statuses = queue.map((/** @type {any} */ one) => one.status);
    const taken = statuses.filter((/** @type {string} */ one) => one === "confirmed").length;
    ensure(queue.length === AT_ONCE, `queue: ${queue.length} of ${AT_ONCE}`);
    ensure(new Set(queue.map((/** @type {any} */ one) => one.at)).size === queue.length, "queue: two have one place");
    ensure(statuses.lastIndexOf("confirmed") === taken - 1, "queue: somebody was passed over");
    return taken;
  };
  for (const { seat, roomy, motionId, invitation, held } of rounds) {
    const taken = queueOf(seat.id);
    ensure(taken === 1, `one seat: ${taken} have it`);
    if (taken > 1) oversold += taken - 1;
    if (!roomy) continue;
    const many = queueOf(roomy.id);
    ensure(many >= LOWERED && many <= ROOMY, `a hall of ${LOWERED} to ${ROOMY}: ${many} have a seat`);
    if (many > ROOMY) oversold += many - ROOMY;
    const rows = told.numbered.filter((/** @type {any} */ one) => one.debateId === roomy.id);
    ensure(rows.length === AT_ONCE + 2, `motions: ${rows.length}, not ${AT_ONCE + 2}`);
    ensure(isSeries(rows.map((/** @type {any} */ one) => one.sequence)), "motions: a gap or a double in the numbers");
    ensure(rows.find((/** @type {any} */ one) => one.id === motionId)?.version === 2, "admitted more than once");
    ensure(heard("motion_admitted", motionId) === 1, `admitted: ${heard("motion_admitted", motionId)} events`);
    const named = told.named.filter((/** @type {any} */ one) => one.id === invitation.id);
    const current = named.filter((/** @type {any} */ one) => one.status !== "replaced");
    ensure(named.length === NAMED && current.length === 1, `substitutes: ${current.length} of ${named.length} stand`);
    ensure(heard("invitation_substituted", invitation.id) === NAMED, "substitutes: not one event for each answer");
    ensure(held, "no held debate");
  }
  const full = rounds.filter((/** @type {any} */ one) => one.roomy).length;
  ensure(told.editions.length === full, `minutes: ${told.editions.length} editions of ${full}`);
  for (const year of new Set(told.houses.map((/** @type {any} */ one) => one.year))) {
    const numbers = told.houses
      .filter((/** @type {any} */ one) => one.year === year)
      .map((/** @type {any} */ one) => one.number);
    ensure(new Set(numbers).size === numbers.length, `debates of ${year}: two have one number`);
  }
  ensure(told.revision === told.events, `revision ${told.revision}, but ${told.events} events`);
  return { oversold, found };
}
