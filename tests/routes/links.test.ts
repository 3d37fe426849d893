import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/node";
import { getTableName, is, Table } from "drizzle-orm";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { read } from "~/platform/db.server";
import { LINK_PURPOSES, type LinkPurpose } from "~/platform/links.server";
import { dialect } from "~db/dialect";
import * as schema from "~db/schema";
import { LINKS } from "../setup/links";
import { knock, ROUTES } from "../setup/matrix";
import { BUILD, visit } from "../setup/site";

const handle = createRequestHandler(BUILD, "production");
const head = (path: string) => handle(new Request(`http://app.test${path}`, { method: "HEAD" }));
const live = {} as Record<LinkPurpose, string>;
beforeAll(async () => {
  for (const purpose of LINK_PURPOSES) live[purpose] = await LINKS[purpose].works();
});

const tokenIn = (path: string) => path.split("/").at(-1) ?? "";
const pageAt = async (path: string) => {
  const answer = await visit(path);
  return { status: answer.status, html: await answer.text() };
};
/** What a door says to a token, without drawing the page. */
async function ask(purpose: LinkPurpose, token: string) {
  const { route, param = "token" } = LINKS[purpose];
  const door = ROUTES[route]?.loader;
  if (!door) throw new Error(`No door ${route}`);
  return (await knock({ door, route, params: { [param]: token } })).word;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SPOKEN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Tokens of the right shape: half of them made up, half a good one with one letter changed. */
function forgeries(good: string, count: number) {
  const letters = good.length === 43 ? BASE64 : SPOKEN;
  // A debate's own code is public; what stands behind it is guessed.
  const from = /^[0-9A-Z]{5}-/.test(good) ? 6 : 0;
  const places = Array.from(good, (_, place) => place).filter(
    (place) => place >= from && (good.length === 43 || good[place] !== "-"),
  );
  return Array.from({ length: count }, (_, i) => {
    const noise = randomBytes(good.length);
    const changed = i % 2 === 0 ? places : places.slice(i % places.length).slice(0, 1);
    const wrong = [...good];
    for (const place of changed) wrong[place] = letters[(noise[place] ?? 0) % letters.length] ?? "0";
    const token = wrong.join("");
    return token === good ? `${good.slice(0, -1)}${good.endsWith("0") ? "1" : "0"}` : token;
  });
}

/** The embedded PostgreSQL takes ten times as long, and finds a hash no otherwise. */
const MANY = dialect === "postgres" ? 100 : 1000;

describe("of a thousand forged tokens none is accepted", () => {
  test.each(LINK_PURPOSES)("%s", async (purpose) => {
    const good = tokenIn(live[purpose]);
    expect(await ask(purpose, good), "the real one is").toBe("200");
    const accepted = [];
    for (const token of forgeries(good, MANY)) {
      const word = await ask(purpose, token);
      if (word !== "404") accepted.push([token, word]);
    }
    expect(accepted).toEqual([]);
  });
});

describe("a link opens its own door and no other", () => {
  test.each(LINK_PURPOSES)("%s", async (purpose) => {
    const token = tokenIn(live[purpose]);
    const others = LINK_PURPOSES.filter((other) => LINKS[other].route !== LINKS[purpose].route);
    for (const other of others) expect([other, await ask(other, token)]).toEqual([other, "404"]);
  });
});

test("a link that has died shows the one page of all wrong links, whatever killed it", async () => {
  const unknown = await pageAt(`/i/${randomBytes(32).toString("base64url")}`);
  expect(unknown.status).toBe(404);
  for (const purpose of LINK_PURPOSES)
    for (const [why, end] of Object.entries(LINKS[purpose].ends)) {
      const { dead, live: next } = await end();
      const page = await pageAt(dead);
      expect([purpose, why, page.status, page.html === unknown.html]).toEqual([purpose, why, 404, true]);
      if (next) expect([purpose, why, (await pageAt(next)).status]).toEqual([purpose, why, 200]);
    }
});

const tables = Object.values(schema).filter((value): value is typeof schema.users => is(value, Table));
/** Everything that the database holds. */
const dump = async () =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [
        getTableName(table),
        (await read.select().from(table)).map((row) => JSON.stringify(row)).sort(),
      ]),
    ),
  );

test("opening changes nothing, by GET or by HEAD, however often: mail scanners open links and run scripts", async () => {
  expect(tables.length).toBeGreaterThan(30);
  const before = await dump();
  for (const purpose of LINK_PURPOSES)
    for (let round = 0; round < 3; round++) {
      const path = live[purpose];
      expect([purpose, (await visit(path)).status, (await head(path)).status]).toEqual([purpose, 200, 200]);
      const asked = [
        "?wycofaj",
        "?zmien",
        "?nowe",
        "?_data=root",
        ".data",
        "?answer=accepted&do=confirm&List-Unsubscribe=One-Click",
      ];
      for (const more of asked) await visit(`${path}${more}`);
    }
  expect(await dump()).toEqual(before);
});

/** What a scanner or a script sends that presses buttons without reading them. */
const EMPTY: Record<string, string>[] = [
  {},
  { _key: "0b8f6d3a-6c0e-4a4f-9d0e-0f6f6f1d7a11" },
  { submit: "" },
  { do: "", answer: "", verdict: "" },
];

test.each(LINK_PURPOSES)("a form that says nothing changes nothing: %s", async (purpose) => {
  const path = await LINKS[purpose].works();
  const before = await dump();
  const doors = [path, `${path}?wycofaj`, `${path}?zmien`, ...(purpose === "desk" ? [`${path}/link`] : [])];
  for (const door of doors)
    for (const fields of EMPTY) {
      const { status } = await visit(door, { fields });
      expect([door === path, fields, status < 500]).toEqual([door === path, fields, true]);
    }
  expect(await dump()).toEqual(before);
});

test("a page behind a link asks nobody else for anything, runs nothing that sends, and tells no other site whence", async () => {
  for (const purpose of LINK_PURPOSES) {
    const page = new JSDOM((await pageAt(live[purpose])).html).window.document;
    const loaded = [...page.querySelectorAll("script, img, iframe, link, source, object, embed")].flatMap((one) =>
      ["src", "href", "data", "srcset"].map((name) => one.getAttribute(name) ?? ""),
    );
    expect([purpose, loaded.filter((address) => /^(?:\w+:)?\/\//.test(address))]).toEqual([purpose, []]);
    const away = [...page.querySelectorAll("a[href]")].filter((a) => /^https?:/.test(a.getAttribute("href") ?? ""));
    for (const a of away)
      if (!a.getAttribute("href")?.startsWith("http://app.test/"))
        expect([purpose, a.outerHTML, a.getAttribute("rel")]).toEqual([
          purpose,
          a.outerHTML,
          expect.stringContaining("noreferrer"),
        ]);
    const scripts = [...page.querySelectorAll("script")].map(
      (script) => script.getAttribute("src") ?? script.outerHTML,
    );
    const allowed = purpose === "member" ? 99 : ["screen", "ballot"].includes(purpose) ? 1 : 0;
    expect([purpose, scripts.length <= allowed, scripts]).toEqual([purpose, true, scripts]);
  }
});
