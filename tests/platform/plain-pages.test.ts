import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { brotliCompressSync, createBrotliDecompress, createGunzip } from "node:zlib";
import { createRequestHandler } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { findPlain, plainPages } from "~/platform/plain-pages.server";
import { answerRoute } from "~/platform/plain-routes.server";
import { withTroubleAnswered } from "~/platform/trouble.server";
import { createWeb } from "~/platform/web.server";
import type { PageHandle } from "~/ui/page-handle";
import { aUnit } from "../setup/factories";
import { anAdmittedMotion, anOpenDebate } from "../setup/factories.motions";
import { aTask } from "../setup/factories.tasks";
import { aFullUnit, type FullUnit, ROUTES } from "../setup/matrix";
import { ADDRESSES, BUILD, visit } from "../setup/site";

const find = findPlain(BUILD);
type Sent = { fields?: Record<string, string>; cookie?: string };
async function whole(address: string, { fields, cookie }: Sent = {}) {
  const method = fields ? "POST" : "GET";
  const found = find(method, address);
  if (!found) return undefined;
  const body = fields && new URLSearchParams(fields);
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  const asked = new Request(`http://app.test${address}`, { method, body, headers });
  return answerRoute(BUILD, { ...found, request: asked, network: "127.0.0.1" });
}
const answer = async (address: string) => (await whole(address))?.html;

/** React marks where two texts meet and where a part ends, for its script in the browser; there is none. */
const withoutMarks = (html: string) => html.replace(/<!--(?: |\/?\$)-->/g, "");
/** Each answer has form keys of its own. */
const withoutKeys = (html = "") => html.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "key");

let path: string;
let made: Awaited<ReturnType<typeof aTask>>;
let debateId: string;
let full: FullUnit;

beforeAll(async () => {
  const { scope, slug } = await aUnit({ name: 'KPP „Zażółć” & <spółka> "Gęślą"' });
  debateId = await anOpenDebate(scope);
  made = await aTask({}, { scope, debateId });
  for (let i = 0; i < 27; i++) await anAdmittedMotion(scope, debateId, { text: `Łąka <b>${i}</b> & 'inne'` });
  path = `/u/${slug}/tracker`;
  full = await aFullUnit("plain");
});

const PLAIN = ADDRESSES.filter(({ route }) => (ROUTES[route] as { handle?: PageHandle } | undefined)?.handle?.plain);
const filled = (route: string, address: string) => {
  const params = full.params(route);
  return address.replace(/:(\w+)/g, (_, name) => params[name] ?? "").replace(/(?<=.)\/$/, "");
};

test("each page without Remix is the page that Remix would make, whole or refused", async () => {
  const queries = ["", "?zapisano=1&nowe", "?wycofaj&zmien", "?strona=2&wydanie=99&kod=nie-ma"];
  let compared = 0;
  for (const { route, path } of PLAIN) {
    const address = filled(route, path);
    const wrong = filled(route, path.replace(/:\w+$/, "nie-ma-takiej"));
    for (const one of [...queries.map((query) => address + query), ...(wrong === address ? [] : [wrong])]) {
      const [ours, theirs] = [await whole(one), await visit(one)];
      expect(ours?.status, one).toBe(theirs.status);
      const [location, cookies] = ["Location", "Set-Cookie"].map((name) => theirs.headers.get(name));
      expect(ours?.headers.get("Location") ?? null, one).toBe(location);
      expect(ours?.headers.has("Set-Cookie"), one).toBe(Boolean(cookies));
      const html = withoutMarks(await theirs.text());
      expect(withoutKeys(ours?.html), one).toBe(withoutKeys(html));
      compared++;
    }
  }
  expect(PLAIN.length).toBeGreaterThan(16);
  expect(compared).toBeGreaterThan(70);
});

test("a public page has no JavaScript and no cookie, and is less than 30 kB with its style", async () => {
  const css = brotliCompressSync(readFileSync("app/ui/public.css")).length;
  for (const { route, path } of PLAIN.filter(({ route }) => /^(u\.|_index|m\.|i\.|r\.|f\.|c\.)/.test(route))) {
    const page = await whole(filled(route, path));
    expect(page?.html, route).toMatch(/^<!DOCTYPE html><html lang="pl">/);
    expect(page?.html, route).not.toMatch(/<script|modulepreload|javascript:/);
    expect(page?.headers.has("Set-Cookie"), route).toBe(false);
    expect(css + brotliCompressSync(page?.html ?? "").length, route).toBeLessThan(30 * 1024);
  }
});

test("forms come back as Remix would give them back", async () => {
  const forms: Record<string, Record<string, string>> = {
    "u.$unit.debates.$slug.motions.new": { text: "x", intent: "preview" },
    "u.$unit.debates.$slug.register": { name: "", seats: "99" },
    "u.$unit.tracker.$number": { email: "to nie adres" },
    "i.$token": { answer: "może" },
    "m.$code": { answer: "?" },
    "f.$token": { do: "?" },
    "c.$token": { proposed: "" },
    "v.$token": { verdict: "?" },
  };
  for (const { route, path } of PLAIN) {
    const fields = forms[route];
    if (!fields) continue;
    const address = filled(route, path);
    const sent = { _key: "same-key-of-both", ...fields };
    const [ours, theirs] = [await whole(address, { fields: sent }), await visit(address, { fields: sent })];
    expect([route, ours?.status]).toEqual([route, theirs.status]);
    expect([route, ours?.status]).toEqual([route, 422]);
    expect(withoutKeys(ours?.html), route).toBe(withoutKeys(withoutMarks(await theirs.text())));
    expect(ours?.html, route).toContain("<title>Błąd");
  }
});

test("what could not be saved comes back with 507, the whole form and a time, as from Remix", async () => {
  const id = "u.$unit.debates.$slug.motions.new";
  const route = BUILD.routes[id] as (typeof BUILD.routes)[string];
  const action = () => {
    throw Object.assign(new Error("full"), { code: "SQLITE_FULL" });
  };
  const full507 = { ...BUILD.routes, [id]: { ...route, module: { ...route.module, action } } };
  const build = withTroubleAnswered({ ...BUILD, routes: full507 });
  const address = filled(id, "/u/:unit/debates/:slug/motions/new");
  const found = findPlain(build)("POST", address);
  if (!found) throw new Error("no such page");
  const request = () => {
    const body = new URLSearchParams({ _key: "same-key", text: "Ciemno w parku <b>" });
    return new Request(`http://app.test${address}`, { method: "POST", body });
  };
  const ours = await answerRoute(build, { ...found, request: request(), network: "x" });
  const theirs = await createRequestHandler(build, "production")(request());
  expect([ours.status, ours.headers.get("Retry-After")]).toEqual([507, theirs.headers.get("Retry-After")]);
  expect(ours.html).toContain("Ciemno w parku &lt;b&gt;");
  expect(withoutKeys(ours.html)).toBe(withoutKeys(withoutMarks(await theirs.text())));
});

test("a page without Remix reads the address as Remix does", async () => {
  const queries = [
    "",
    "?",
    "?stan=running",
    "?stan=admitted&kat=LIGHT",
    "?stan=nie-ma",
    "?kat=LIGHT&q=%C5%82%C4%85ka",
    "?q=%3Cscript%3E&miejsce=%22%27",
    "?miejsce=le%C5%9B",
    `?deb=${debateId}`,
    `?podmiot=${made.body.id}`,
    "?po=1-2026-05",
    "?przed=1-2026-27",
    "?x=1&x=2&%zz=&q=%20",
    "?index",
  ];
  for (const query of queries) {
    const response = await visit(path + query);
    expect(response.status, query).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await answer(path + query), query).toBe(withoutMarks(await response.text()));
  }
  expect(await answer(path)).toContain(`${path}?po=`);
});

test("it is right the moment that something is saved", async () => {
  const { scope, task, motion } = made;
  const before = await answer(`${path}?stan=reported`);
  expect(before).not.toContain(motion.number);
  await moveTask(scope, task.id, 1, { to: "reported_done", text: "Wymieniono lampy." } as never, new Date());
  expect(await answer(`${path}?stan=reported`)).toContain(motion.number);
});

test("what is no such page, or in another spelling, is left to Remix", async () => {
  const others = [
    `${path}/`,
    path.toUpperCase(),
    `${path}.data`,
    `${path}.csv`,
    path.replace("/u/", "//u/"),
    path.replace("tracker", "%74racker"),
    "/login",
    "/nie-ma",
  ];
  for (const other of others) expect(find("GET", other), other).toBeUndefined();
  expect(find("POST", path), "a page that takes no form").toBeUndefined();
  expect(find("POST", "/"), "a form of an index is sent to ?index").toBeUndefined();
});

test("through the door it has the same headers; private pages are nobody else's; HEAD is for Remix", async () => {
  const remix: string[] = [];
  const web = createWeb({
    remix: ({ method }, response) => {
      remix.push(method);
      response.type("html").send("Remix");
    },
    isReady: async () => true,
    plainPages: plainPages(BUILD),
  });
  const server = web.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = async (method: string, at: string, encoding = "", more: Record<string, string> = {}, body?: string) => {
    const headers = { Host: "app.test", Cookie: "session=x", "Accept-Encoding": encoding, ...more };
    const sent = request({ port, path: at, method, headers });
    sent.end(body);
    const [response] = await once(sent, "response");
    const coded = response.headers["content-encoding"];
    const got = await text(
      coded === "br"
        ? response.pipe(createBrotliDecompress())
        : coded === "gzip"
          ? response.pipe(createGunzip())
          : response,
    );
    return { status: response.statusCode, coded, headers: response.headers, body: got };
  };
  const [plain, other] = [await ask("GET", path), await ask("GET", "/login")];
  expect([plain.status, other.body]).toEqual([200, "Remix"]);
  const wanted = ["content-security-policy", "referrer-policy", "x-content-type-options", "content-type"];
  for (const header of wanted) expect(plain.headers).toHaveProperty(header);
  for (const header of ["set-cookie", "x-robots-tag"]) expect(plain.headers).not.toHaveProperty(header);
  for (const [accepted, coded] of [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["", undefined],
  ] as const) {
    const filtered = await ask("GET", `${path}?stan=admitted`, accepted);
    expect([filtered.coded, filtered.body]).toEqual([coded, await answer(`${path}?stan=admitted`)]);
    expect((await ask("GET", path, accepted)).body).toBe(plain.body);
  }
  await ask("HEAD", path);
  expect(remix).toEqual(["GET", "HEAD"]);

  const vote = `/v/${full.params("v.$token").token}`;
  const phone = await ask("GET", vote, "br");
  expect(phone.headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex" });
  expect(phone.headers["set-cookie"]?.[0]).toMatch(/^glos=[\w-]{43}; Path=\/v;.* HttpOnly/);
  const again = await ask("GET", vote, "br", { Cookie: phone.headers["set-cookie"]?.[0]?.split(";")[0] ?? "" });
  expect(again.headers).not.toHaveProperty("set-cookie");
  const wrong = await ask("GET", "/v/AAAA-AAAA-AAAA");
  expect([wrong.status, wrong.headers["cache-control"]]).toEqual([404, "no-store"]);

  const form = new URLSearchParams({ _key: "a-key-of-mine", text: "Ciemno.", place: "park" }).toString();
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  const door = filled("u.$unit.debates.$slug.motions.new", "/u/:unit/debates/:slug/motions/new");
  expect((await ask("POST", door, "", type, form)).status, "no origin, no form").toBe(403);
  const refused = await ask("POST", door, "", { ...type, Origin: "http://app.test" }, form);
  expect(refused.status).toBe(422);
  expect(refused.body).toContain("Ciemno.");
  server.close();
});

test("a debate with the longest topic has its page and its form made here, too", async () => {
  const { scope, slug } = await aUnit();
  const id = await anOpenDebate(scope, {
    topic: "Bezpieczeństwo na drogach, w parkach i na osiedlach po zmroku ".repeat(3),
  });
  const { slug: debate } = await getDebate(scope, id);
  expect(debate.length).toBeGreaterThan(60);
  for (const end of ["", "/motions/new", "/register"])
    expect(find("GET", `/u/${slug}/debates/${debate}${end}`), end).toBeDefined();
});
