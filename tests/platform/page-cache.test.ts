import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pageCache } from "~/platform/page-cache.server";
import { revisions } from "~/platform/revisions.server";
import { createWeb } from "~/platform/web.server";

/** A service whose pages count how often they were made, before a revision that the test holds in its hand. */
async function aService() {
  const unit = { revision: 1 };
  const whileMaking: { run: () => void } = { run: () => {} };
  let made = 0;
  const answers: Record<string, number> = { "/u/kpp-a/tracker/500": 500 };
  const pages = pageCache(
    revisions(async (slug) => (slug === "kpp-a" ? unit.revision : undefined)),
    () => 0,
  );
  const web = createWeb({
    remix: (incoming, response) => {
      made++;
      whileMaking.run();
      if (incoming.path === "/u/kpp-a/tracker/0") response.append("Set-Cookie", "a=b");
      response.status(answers[incoming.path] ?? 200).type("html");
      response.write(`<p>Zażółć ${incoming.originalUrl} `);
      response.end(`nr ${made}</p>`);
    },
    isReady: async () => true,
    pageCache: pages,
  });
  const server = createServer(pages.inFrontOf(web)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const get = async (path: string, encoding = "", more: Record<string, string> = {}, method = "GET") => {
    const headers = { Host: "app.test", "Accept-Encoding": encoding, ...more };
    const sent = request({ port, path, headers, method });
    sent.end();
    const [response] = await once(sent, "response");
    const body = await buffer(response);
    const coded = response.headers["content-encoding"];
    if (method === "HEAD") return { text: "", coded, headers: response.headers, status: response.statusCode };
    const plain = coded === "br" ? brotliDecompressSync(body) : coded === "gzip" ? gunzipSync(body) : body;
    return { text: plain.toString(), coded, headers: response.headers, status: response.statusCode };
  };
  /** Asks until it comes a second time. */
  const kept = async (path: string) => {
    for (let last = (await get(path)).text, tries = 0; tries < 500; tries++) {
      const { text } = await get(path);
      if (text === last) return text;
      last = text;
    }
    throw new Error(`${path} is made anew each time`);
  };
  return { get, kept, unit, whileMaking, close: () => server.close() };
}

test("a page is made once, and again when the unit has seen an event", async () => {
  const { kept, unit, close } = await aService();
  const first = await kept("/u/kpp-a");
  expect(first).toMatch(/^<p>Zażółć \/u\/kpp-a nr \d+<\/p>$/);
  expect(await kept("/u/kpp-a")).toBe(first);
  unit.revision++;
  expect(await kept("/u/kpp-a")).not.toBe(first);
  close();
});

test("it comes back in each encoding, with its protective headers", async () => {
  const { get, kept, close } = await aService();
  const first = await kept("/u/kpp-a");
  const later = [await get("/u/kpp-a", "br, gzip"), await get("/u/kpp-a", "gzip")];
  expect(later.map(({ coded }) => coded)).toEqual(["br", "gzip"]);
  const refusing = [await get("/u/kpp-a", "br;q=0, gzip;q=0.5"), await get("/u/kpp-a", "gzip; q=0.0")];
  expect(refusing.map(({ coded }) => coded)).toEqual(["gzip", undefined]);
  expect(later.map(({ text }) => text)).toEqual([first, first]);
  expect(later[0]?.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  close();
});

test("what differs from person to person, from form to form or was not found is never kept", async () => {
  const { get, kept, close } = await aService();
  for (const [index, path] of [
    "/u/kpp-a?stan=new",
    "/u/kpp-a/debates/x/motions/new",
    "/u/kpp-a/debates/x/register",
    // The same forms to Remix, so the same to us: their key belongs to one person.
    "/u/kpp-a/debates/x/register/",
    "/u/kpp-a/debates/x/REGISTER",
    "/u/kpp-a/debates/x/%72egister",
    "/u/kpp-a/debates/x/motions/new/",
    "/u/kpp-a//debates/x",
    "/u/kpp-a.data",
    "/u/kpp-a/tracker/0",
    "/u/kpp-a/tracker/500",
    "/u/kpp-b",
    "/o/kpp-a",
    "/i/token",
  ].entries()) {
    const first = (await get(path)).text;
    await kept(`/u/kpp-a/tracker/${index + 1}-1`); // by then this one would have been kept, too
    expect((await get(path)).text, path).not.toBe(first);
  }
  close();
});

test("a browser that has the page gets no second copy, and the next one the moment that there is one", async () => {
  const { get, kept, unit, close } = await aService();
  await kept("/u/kpp-a");
  const first = await get("/u/kpp-a", "br");
  const known = { "If-None-Match": String(first.headers.etag) };
  expect(first.headers).toMatchObject({ "cache-control": "no-cache", vary: "Accept-Encoding" });
  const again = await get("/u/kpp-a", "br", known);
  expect([again.status, again.text, again.headers.etag]).toEqual([304, "", first.headers.etag]);
  expect(again.headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-cache" });
  expect((await get("/u/kpp-a", "gzip", known)).status, "other bytes").toBe(200);
  unit.revision++;
  const next = await get("/u/kpp-a", "br", known);
  expect([next.status, next.text]).not.toEqual([304, ""]);
  close();
});

test("a finished page passes no guard by: its policy lets no script in, and a foreign host or a body gets no page", async () => {
  const { get, kept, close } = await aService();
  await kept("/u/kpp-a");
  const { headers } = await get("/u/kpp-a");
  expect(headers["content-security-policy"]).toContain("script-src 'none'");
  for (const name of ["set-cookie", "x-powered-by", "x-robots-tag"]) expect(headers).not.toHaveProperty(name);
  const answers = [
    await get("/u/kpp-a", "", { Host: "evil.test" }),
    await get("/u/kpp-a", "", { "Transfer-Encoding": "chunked" }),
    await get("/u/kpp-a", "", Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`X-${i}`, "x"]))),
    await get("/u/kpp-a", "", {}, "DELETE"),
    await get("/u/kpp-a", "", {}, "POST"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([421, 411, 431, 403, 403]);
  const head = await get("/u/kpp-a", "br", {}, "HEAD");
  expect([head.status, head.headers.etag]).toEqual([200, (await get("/u/kpp-a", "br")).headers.etag]);
  close();
});

test("a page that was being made while something was saved is not taken for the new one", async () => {
  const { get, kept, unit, close, whileMaking } = await aService();
  await kept("/u/kpp-a");
  unit.revision++;
  whileMaking.run = () => unit.revision++;
  const old = (await get("/u/kpp-a")).text;
  whileMaking.run = () => {};
  expect((await get("/u/kpp-a")).text).not.toBe(old);
  close();
});
