import { afterAll, beforeAll, expect, test } from "vitest";
import { workReminders } from "~/domain/reminders/jobs.server";
import { workOutboxOff } from "~/jobs.server";
import { dialect } from "~db/dialect";
import { seeing } from "~db/sight";
import { announce, isCampaign } from "../setup/campaign";
import { actorsOf, type Cell, cellsOf, faultsOf, stateOf } from "../setup/cells";
import { doorArgs } from "../setup/factories.organizations";
import { aFullUnit, type Door, type FullUnit, ROUTES } from "../setup/matrix";
import { BUILD } from "../setup/site";
import { openBuilt, openPlanted, openWeb, type Web } from "../setup/web";

const QUICK_CELLS = 600;
const AT_ONCE = 4;
const HOUR_MS = 3_600_000;

let web: Web;
let units: [FullUnit, FullUnit, FullUnit];
beforeAll(async () => {
  const above = await aFullUnit("ccqx");
  units = [await aFullUnit("aaqx", { parentId: above.unit.id }), await aFullUnit("bbqx"), above];
  // What follows from the seed, and from the hour, has to be there before anybody looks whether something changes.
  await workOutboxOff();
  await workReminders();
  await workOutboxOff();
  web = isCampaign ? await openBuilt() : await openWeb();
}, 180_000);
afterAll(() => web?.close());

/** Of all cells a part that has each of its turns, routes and actors in it, the same part every day. */
const some = (cells: Cell[]) => {
  const stride = Math.max(1, Math.floor(cells.length / QUICK_CELLS));
  return isCampaign ? cells : cells.filter((_, index) => index % stride === 0);
};

type Seen = { cells: number; leaks: string[]; wrong: string[]; changed: string[] };
const nothing = (): Seen => ({ cells: 0, leaks: [], wrong: [], changed: [] });

async function knockAll(at: Web, cells: Cell[], atOnce: number, seen: Seen) {
  const left = [...cells];
  const walk = async () => {
    for (let cell = left.shift(); cell; cell = left.shift()) {
      const { wrong, leaks } = faultsOf(cell, await at.ask(cell.question), units);
      seen.cells++;
      seen.wrong.push(...wrong);
      seen.leaks.push(...leaks);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
  return seen;
}

async function unchanged(cells: Cell[], watched: FullUnit[], atOnce: number, seen: Seen) {
  const before = await Promise.all(watched.map(stateOf));
  await knockAll(web, cells, atOnce, seen);
  const after = await Promise.all(watched.map(stateOf));
  for (const [index, { mark }] of watched.entries())
    for (const [table, state] of Object.entries(after[index] ?? {})) {
      const isOwnLog = table === "auditEntries" && watched[index] !== units[1]; // what an office looks at stands there
      if (state !== before[index]?.[table] && !isOwnLog) seen.changed.push(`${cells[0]?.route}: ${table} of ${mark}`);
    }
}

test("no door of the whole server tells or changes what is another's", { timeout: HOUR_MS }, async () => {
  const [ours, theirs, above] = units;
  const seen = nothing();
  const cells = some(cellsOf(ours, theirs, above, web.prefix));
  const byTurn = (turn: number) => cells.filter((cell) => cell.turn === turn);
  await unchanged(byTurn(0), units, AT_ONCE, seen);
  const refused = byTurn(1);
  const groups = isCampaign ? [...new Set(refused.map(({ route }) => route))] : ["all"];
  for (const group of groups) {
    const together = group === "all" ? refused : refused.filter(({ route }) => route === group);
    await unchanged(together, units, AT_ONCE, seen);
  }
  await unchanged(byTurn(2), [theirs], 1, seen);

  announce({
    cells: seen.cells,
    actors: actorsOf(ours, above).length,
    leaks: seen.leaks.length,
    "wrong statuses": seen.wrong.length,
    "changed by strangers": seen.changed.length,
  });
  expect([...seen.leaks, ...seen.changed, ...seen.wrong].join("\n")).toBe(""); // whole, also where it is cut for a table
  expect(seen.cells).toBe(cells.length);
});

test("a query that forgets whose unit it is asked in is seen", async () => {
  const planted = isCampaign ? await openPlanted(forgetUnit) : await openWeb(withForgetfulDoor());
  try {
    const [ours, theirs, above] = units;
    const cells = cellsOf(ours, theirs, above, planted.prefix).filter(
      ({ route, name, turn }) => route === FORGETFUL && turn === 0 && name.includes("own with foreign"),
    );
    const { leaks } = await knockAll(planted, cells, AT_ONCE, nothing());
    // In the built server row security is the second lock: there the forgetful query finds nothing.
    const isHeld = isCampaign && dialect === "postgres";
    announce({ "planted leak": leaks.length > 0 ? "seen" : isHeld ? "held by row security" : "not seen" });
    if (isHeld) expect(leaks).toEqual([]);
    else expect(leaks.length).toBeGreaterThan(5);
  } finally {
    await planted.close();
  }
});

const FORGETFUL = "o.$unit.debates.$id._index";

/** The built server, with a debate found by its id alone. */
const forgetUnit = (code: string) =>
  code.replace(
    /(const oneDebate = [^;]*?)and\(eq\(debates\.organizationId, [^,]*\), (eq\(debates\.id, \w+\.placeholder\("id"\)\))\)/,
    "$1$2",
  );

/** The same in this process: what is not found is looked for in the unit that has it. */
function withForgetfulDoor() {
  const [, theirs] = units;
  const route = BUILD.routes[FORGETFUL]!;
  const loader: Door = async (args) => {
    const whole = ROUTES[FORGETFUL]?.loader as Door;
    return whole(args).catch((thrown: unknown) => {
      if (!(thrown instanceof Response) || thrown.status !== 404) throw thrown;
      const { unit } = theirs.params(FORGETFUL);
      const { request } = doorArgs("/", { cookie: theirs.people.viewer.cookie });
      // With the second lock of PostgreSQL open, too, which else would hold.
      return seeing(undefined, () => whole({ ...args, request, params: { ...args.params, unit: unit ?? "" } }));
    });
  };
  const module = { ...route.module, loader } as unknown as typeof route.module;
  return { ...BUILD, routes: { ...BUILD.routes, [FORGETFUL]: { ...route, module } } };
}
