import { createHash } from "node:crypto";
import { eq, getTableColumns } from "drizzle-orm";
import { read } from "~/platform/db.server";
import * as schema from "~db/schema";
import { formsOf } from "./bad-input";
import { DOORS, WHO } from "./doors";
import { type FullUnit, ROUTES, STAFF } from "./matrix";
import { ADDRESSES } from "./site";
import type { Answer, Question } from "./web";

// Who knocks at which door of whose unit, and what has to come back. The doors are declared in doors.ts, once.

const KINDS = ["page", "head", "data", "leaf", "post", "post.data"] as const;
type Kind = (typeof KINDS)[number];

type Actor = { name: string; home: FullUnit; cookie?: string; role?: (typeof STAFF)[number]; link?: Link };
type Link = { at: string; token: string };

/**
 * Everybody there is. An operator is no role: whoever runs the service has its shell (`npm run create-unit`) and no
 * door. A coordinator is the organizer of the unit above.
 */
export function actorsOf(ours: FullUnit, above: FullUnit): Actor[] {
  const { links } = ours;
  const bearers: Record<string, Link> = {
    resident: { at: "m", token: links.motion },
    official: { at: "i", token: links.invitation },
    substitute: { at: "i", token: links.substitute },
    body: { at: "b", token: links.desk },
    follower: { at: "f", token: links.follower },
    seat: { at: "r", token: links.registration },
    reader: { at: "c", token: links.reader },
    voter: { at: "v", token: links.ballot },
    screen: { at: "screen", token: links.screen },
    invited: { at: "join", token: links.member },
  };
  return [
    { name: "anonymous", home: ours },
    // Their key is all they have: they also show it where others show a session.
    ...Object.entries(bearers).map(([name, link]) => ({ name, home: ours, link, cookie: `session=${link.token}` })),
    ...STAFF.map((role) => ({ name: role, home: ours, role, cookie: ours.people[role].cookie })),
    { name: "coordinator", home: above, role: "organizer" as const, cookie: above.people.organizer.cookie },
  ];
}

export type Cell = {
  name: string;
  route: string;
  question: Question;
  /** One of these words has to come back. */
  expects: RegExp;
  /** May this answer show what only the office of `at` knows? Then all of it, or what the holder of a link is told. */
  at: FullUnit;
  tells: "all" | string[];
  /** 0 asks, 1 must be refused, 2 may change what is its own. */
  turn: 0 | 1 | 2;
};

const IN = /^(200|202|30[234]|409|422)$/;
export const pathOf = (path: string, params: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
const isOffice = (route: string) => route.startsWith("o.");
/** One's own account, of whatever unit: there is no other place to knock at. */
const isAccount = (route: string) => /^account\b/.test(route);
const hasPage = (route: string) => "default" in (ROUTES[route] ?? {});
/** The name in the address that is a key, where there is one. */
const keyOf = (path: string) => /:(token|code|hash)\b/.exec(path)?.[1];

type Where = { name: string; at: FullUnit; params: Record<string, string>; rows: FullUnit; strange: boolean };

/** Whose unit stands in the address, and whose rows. */
function places(route: string, { home, link }: Actor, others: Record<string, FullUnit>): Where[] {
  const path = ADDRESSES.find((one) => one.route === route)?.path ?? "";
  const key = keyOf(path);
  const withKey = (params: Record<string, string>) => (link && key ? { ...params, [key]: link.token } : params);
  const whole = (name: string, at: FullUnit): Where => ({
    name,
    at,
    params: withKey(at.params(route)),
    rows: at,
    strange: false,
  });
  const own = whole("own", home);
  const found = [own];
  if (isAccount(route)) return found;
  for (const [name, at] of Object.entries(others)) {
    const theirs = at.params(route);
    if (!key) found.push(whole(name, at));
    // At each level of the address a row of somebody else, in a unit (or behind a key) of one's own.
    const names = [...path.matchAll(/:(\w+)/g)].map(([, one = ""]) => one);
    for (const one of names) {
      if (names.length < 2 || theirs[one] === own.params[one] || (isOffice(route) && one === "unit")) continue;
      // Both may have a matter of the same number: that is simply another unit's public page.
      if (one === "unit" && names.every((other) => other === one || theirs[other] === own.params[other])) continue;
      const params = withKey({ ...own.params, [one]: theirs[one] ?? "" });
      if (link && one === key) continue;
      found.push({ name: `own with ${name} :${one}`, at: home, params, rows: home, strange: true });
    }
    if (DOORS[route]?.query && saidTo(route, at) !== saidTo(route, home))
      found.push({ ...own, name: `own asking for ${name} rows`, rows: at });
  }
  return found;
}

/** What the search and the form of this door say when they speak of this unit's rows. */
function saidTo(route: string, { ids }: FullUnit) {
  const { query, form } = DOORS[route] ?? {};
  return JSON.stringify([query?.(ids), form?.(ids)]);
}

/** What has to come back, in words: „login”, a status, or one of several. */
function expected(route: string, kind: Kind, actor: Actor, where: Where) {
  const door = kind.startsWith("post") ? "action" : "loader";
  const declared = DOORS[route];
  const who = declared?.[door];
  if (!who) return /^(200|login|40[0345])$/; // the frame around it may answer first, and to its own people
  if (isAccount(route)) return actor.role ? IN : /^login$/;
  if (declared?.alike) return IN;
  if (!isOffice(route)) {
    const path = ADDRESSES.find((one) => one.route === route)?.path ?? "";
    const fits = !actor.link || !keyOf(path) || route.split(".")[0] === actor.link.at;
    return fits && !where.strange ? IN : /^404$/;
  }
  if (!actor.role) return /^login$/;
  if (where.at !== actor.home) return /^404$/;
  if (WHO[who][STAFF.indexOf(actor.role) + 1] === "F") return where.strange ? /^40[34]$/ : /^403$/;
  if (where.strange) return /^404$/;
  return where.rows === where.at ? IN : /^(200|404)$/;
}

/** Whoever signs out ends the session that the other cells need; the rest would ask the same question again. */
function saysNothingNew(route: string, kind: Kind, { role, link }: Actor, { name }: Where) {
  if (route === "logout" && role && kind.startsWith("post")) return true;
  if (kind === "leaf") return !hasPage(route) || Boolean(link);
  if (kind === "head") return Boolean(link) || name !== "own";
  const path = ADDRESSES.find((one) => one.route === route)?.path ?? "";
  if (link && !keyOf(path)) return kind === "post.data" || name !== "own";
  return false;
}

export function cellsOf(ours: FullUnit, theirs: FullUnit, above: FullUnit, prefix: string): Cell[] {
  const cells: Cell[] = [];
  for (const { route, path } of ADDRESSES)
    for (const actor of actorsOf(ours, above)) {
      const others: Record<string, FullUnit> =
        actor.home === above ? { below: ours } : { foreign: theirs, ...(actor.role && { above }) };
      for (const where of places(route, actor, others))
        for (const kind of KINDS) {
          if (saysNothingNew(route, kind, actor, where)) continue;
          cells.push(cellOf({ route, path, kind, actor, where, prefix }));
        }
    }
  return [...cells, ...formCells(ours, theirs)].sort((a, b) => a.turn - b.turn);
}

type Knock = { route: string; path: string; kind: Kind; actor: Actor; where: Where; prefix: string };

function cellOf({ route, path, kind, actor, where, prefix }: Knock): Cell {
  const expects = expected(route, kind, actor, where);
  const { query, form, tells = [] } = DOORS[route] ?? {};
  const isPost = kind.startsWith("post");
  const base = pathOf(path, where.params);
  const search = query?.(where.rows.ids) ?? "";
  const leaf = `${search ? "&" : "?"}_routes=${encodeURIComponent(prefix + route)}`;
  const address = /data|leaf/.test(kind)
    ? `${base === "/" ? "/_root" : base}.data${search}${kind === "leaf" ? leaf : ""}`
    : base + search;
  const fields = new URLSearchParams();
  if (isPost)
    for (const [name, value] of Object.entries(form?.(where.rows.ids) ?? {}))
      for (const one of [value].flat()) fields.append(name, one);
  const may = expects === IN;
  return {
    name: `${route} ${kind}, ${actor.name}, ${where.name}`,
    route,
    question: {
      path: address,
      method: isPost ? "POST" : kind === "head" ? "HEAD" : "GET",
      cookie: actor.cookie,
      ...(actor.link && { headers: { Authorization: `Bearer ${actor.link.token}` } }),
      ...(isPost && { body: fields }),
    },
    expects,
    at: where.at,
    tells: isOffice(route) && actor.role && where.at === actor.home ? "all" : tells,
    turn: !isPost ? 0 : may ? 2 : 1,
  };
}

/** A form of everything, of which the answer that it gives takes no other body. */
const NOT_READ = new Set(["b.$token 0 toBodyId"]);

/** Each field that names a row, with a row of somebody else in it, in every form of the office and behind every key. */
function formCells(ours: FullUnit, theirs: FullUnit): Cell[] {
  return ADDRESSES.flatMap(({ route, path }) => {
    if (route === "join.$token") return []; // names no row
    const foreign = formsOf(route, theirs);
    return formsOf(route, ours).flatMap((form, index) =>
      Object.keys(form)
        .filter((name) => form[name] !== foreign[index]?.[name] && !NOT_READ.has(`${route} ${index} ${name}`))
        .map(
          (name): Cell => ({
            name: `${route} post, admin, own with a foreign ${name} in form ${index}`,
            route,
            question: {
              ...{ path: pathOf(path, ours.params(route)), method: "POST", cookie: ours.people.admin.cookie },
              body: new URLSearchParams({ ...form, [name]: foreign[index]?.[name] ?? "" }),
            },
            expects: name === "who" ? /^(303|404|409|422)$/ : /^(404|409|422)$/, // an address names no row
            ...{ at: ours, tells: isOffice(route) ? "all" : (DOORS[route]?.tells ?? []), turn: 1 },
          }),
        ),
    );
  });
}

/** How it was answered, in a word. A script is told of a redirect in a body of its own. */
export function wordOf({ status, headers, body }: Answer) {
  if (String(headers.location ?? "").startsWith("/login?dalej")) return "login";
  if (status === 202 && body.includes("/login?dalej")) return "login";
  return String(status);
}

const IN_FILES = /pdf|officedocument|zip|image/;

/** What is wrong with an answer: the word, or what it tells. */
export function faultsOf(cell: Cell, answer: Answer, units: readonly FullUnit[]) {
  const word = wordOf(answer);
  const { name, expects, at, tells, route, question } = cell;
  const wrong = expects.test(word) ? [] : [`${name}: ${word} instead of ${expects.source}`];
  const isFile = IN_FILES.test(String(answer.headers["content-type"]));
  const typed = question.body instanceof URLSearchParams ? [...question.body.values()] : [];
  // What somebody has typed may come back.
  const got = typed
    .filter((value) => /tajne/i.test(value))
    .reduce(
      (text, value) => text.replaceAll(value, ""),
      `${JSON.stringify(answer.headers)} ${isFile ? "" : answer.body.toString("utf8")}`,
    );
  const isIn = IN.test(word);
  const leaks = units.flatMap((unit) => {
    const secrets = [...got.matchAll(new RegExp(`tajne${unit.mark}([a-z]+)`, "gi"))].map(([, what = ""]) => what);
    // A refusal stands in the frame of one's own office.
    const told = unit === at && (isIn || tells === "all") ? tells : [];
    const leaked = [...new Set(told === "all" ? [] : secrets.filter((what) => !told.includes(what)))];
    // Names of other units stand in the list of all, and in the figures of the unit above.
    const mayName = told === "all" || (isIn && (unit === at || route === "_index" || route.includes(".reports.")));
    if (!mayName && got.includes(unit.open) && !question.path.includes(unit.open)) leaked.push("name");
    return leaked.map((what) => `${name}: answers ${word} with ${what} of ${unit.mark}`);
  });
  return { wrong, leaks };
}

const tables = Object.entries(schema).flatMap(([name, table]) => {
  const isTable = typeof table === "object" && table !== null && "organizationId" in table;
  return isTable ? [{ name, table: table as typeof schema.tasks }] : [];
});

/** Everything that a unit has, table by table: what has not changed looks the same. */
export async function stateOf({ unit }: FullUnit): Promise<Record<string, string>> {
  const entries = await Promise.all(
    tables.map(async ({ name, table }) => {
      const rows = await read.select(getTableColumns(table)).from(table).where(eq(table.organizationId, unit.id));
      const lines = rows.map((row) => JSON.stringify(row)).sort();
      return [name, `${rows.length} ${createHash("sha256").update(lines.join("\n")).digest("hex")}`] as const;
    }),
  );
  return Object.fromEntries(entries);
}
