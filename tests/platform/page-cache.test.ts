import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pageCache } from "~/platform/page-cache.server";
import { createWeb } from "~/platform/web.server";

/** A service whose pages count how often they were made, before a revision that the test holds in its hand. */
async function aService() {
  const unit = { revision: 1 };
  let made = 0;
  const answers: Record<string, number> = { "/u/kpp-a/tracker/500": 500 };
  const web = createWeb({
    remix: (incoming, response) => {
      made++;
      if (incoming.path === "/u/kpp-a/tracker/0") response.append("Set-Cookie", "a=b");
      response.status(answers[incoming.path] ?? 200).type("html");
      response.write(`<p>Zażółć ${incoming.originalUrl} `);
      response.end(`nr ${made}</p>`);
    },
    isReady: async () => true,
    pageCache: pageCache(
      async (slug) => (slug === "kpp-a" ? unit.revision : undefined),
      () => 0,
    ),
  });
  const server = web.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const get = async (path: string, encoding = "") => {
    const headers = { Host: "app.test", "Accept-Encoding": encoding };
    const sent = request({ port, path, headers });
    sent.end();
    const [response] = await once(sent, "response");
    const body = await buffer(response);
    const coded = response.headers["content-encoding"];
    const plain = coded === "br" ? brotliDecompressSync(body) : coded === "gzip" ? gunzipSync(body) : body;
    return { text: plain.toString(), coded, headers: response.headers };
  };
  /** A page is kept once it is compressed, a moment after it was sent: asks until it comes a second time. */
  const kept = async (path: string) => {
    for (let last = (await get(path)).text, tries = 0; tries < 500; tries++) {
      const { text } = await get(path);
      if (text === last) return text;
      last = text;
    }
    throw new Error(`${path} is made anew each time`);
  };
  return { get, kept, unit, close: () => server.close() };
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
