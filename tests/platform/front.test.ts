import "../setup/database";
import { once } from "node:events";
import { Agent, request } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { createFront } from "~/platform/front.server";
import { bodyInTime } from "~/platform/guards.server";
import { asked, open, posted, talk, together } from "../../scripts/lib/raw-http.mjs";

type Limits = Parameters<typeof createFront>[1];
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A front with narrow limits before a web that answers at once, or as the address says. */
async function aFront(limits: Limits = {}, bodyMs = 300) {
  const web = express().use(bodyInTime(bodyMs));
  web.get("/long", (_request, response) => void response.type("text").send("x".repeat(30_000_000)));
  web.get("/slow", (_request, response) => void setTimeout(() => response.send("late"), 700));
  web.use((request, response) => void request.resume().on("end", () => response.send("served")));
  const server = createFront(web, { lookMs: 50, ...limits }).listen(0, "127.0.0.1");
  ends.push(() => server.close().closeAllConnections());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const [host, form] = ["app.test", "/login"];
  const rest = { stream: "/", big: "/long", office: "/", asset: "/", page: "/", many: (most: number) => most };
  return { server, target: { port, host, form, origin: `http://${host}`, patienceMs: 5000, ...rest } };
}
type Target = Awaited<ReturnType<typeof aFront>>["target"];
const get = (target: Target, path = "/") => talk(target, [asked(target, `GET ${path}`)]);

test("one network may hold so many connections, and the next hears why; when one goes, there is room again", async () => {
  const { target } = await aFront({ ofNetwork: 5 });
  const held = await together(5, () => open(target));
  for (const socket of held) socket.write(asked(target, "GET /"));
  await Promise.all(held.map((socket) => once(socket, "data")));
  const refused = await get(target);
  expect([refused.status, refused.isClosed]).toEqual(["503", true]);
  expect(Buffer.from(refused.text, "latin1").toString()).toContain("Proszę odświeżyć stronę za kilka sekund.");
  expect(refused.text).toMatch(/Content-Type: text\/html; charset=utf-8\r\n[\s\S]*Retry-After: 5\r\n/);
  const first = held[0] as Socket;
  first.destroy();
  await once(first, "close");
  while ((await get(target)).status !== "200");
});

test("all together may hold so many, with a sentence at first and none when that is too much, too", async () => {
  const { target } = await aFront({ connections: 3 });
  const held = await together(3, () => open(target));
  for (const socket of held) socket.write(asked(target, "GET /"));
  await Promise.all(held.map((socket) => once(socket, "data")));
  expect((await get(target)).status).toBe("503");
  const crowd = await together(60, () => get(target));
  expect(crowd.filter(({ status }) => status !== "503" && status !== "closed")).toEqual([]);
  for (const socket of held) socket.destroy();
  while ((await get(target)).status !== "200");
});

test("three hundred phones behind one address are served, each with a connection of its own", async () => {
  const { target } = await aFront();
  const answers = await together(300, () => get(target));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["200"]));
});

test("a reader that takes nothing is left, and one that waits for a slow page is not", async () => {
  const { server, target } = await aFront({ stalledMs: 200 });
  const count = () => new Promise((seen) => server.getConnections((_error, connections) => seen(connections)));
  const reader = await open(target);
  reader.pause().write(asked(target, "GET /long"));
  await once(server, "request");
  const until = Date.now() + 60_000;
  while ((await count()) !== 0 && Date.now() < until) await sleep(50);
  expect(await count()).toBe(0);
  reader.destroy();
  expect((await get(target, "/slow")).text).toContain("late");
});

test("what is typed has less time than a picture, and who is too slow hears it", async () => {
  const { target } = await aFront();
  const slow = await talk(target, [posted(target, "text=abc").slice(0, -2)]);
  expect([slow.status, slow.isClosed]).toEqual(["408", true]);
  expect(Buffer.from(slow.text, "latin1").toString()).toContain("Wysyłanie trwało za długo");
  const whole = posted(target, "text=abc", [], "/b/desk");
  const picture = await talk(target, [whole.slice(0, -2), whole.slice(-2)], { everyMs: 800 });
  expect(picture.status).toBe("200");
});

test("every refusal is a page with a sentence, and ends the connection", async () => {
  const { target } = await aFront({ headersMs: 300, requestMs: 600 });
  const words: [string, string, string][] = [
    ["431", "usunąć w przeglądarce pliki cookie", asked(target, "GET /", [`Cookie: ${"x".repeat(20_000)}`])],
    ["400", "Nie udało się odczytać zapytania", "GET / HTTP/1.1\r\nHost app.test\r\n\r\n"],
    ["408", "trwało za długo", "GET / HTTP/1.1\r\nHost: app.test\r\n"],
    ["405", "Coś się nie udało", "CONNECT evil.test:443 HTTP/1.1\r\nHost: app.test\r\n\r\n"],
  ];
  for (const [status, sentence, sent] of words) {
    const answer = await talk(target, [sent]);
    const text = Buffer.from(answer.text, "latin1").toString();
    expect([status, answer.status, answer.isClosed, text]).toEqual([
      status,
      status,
      true,
      expect.stringContaining(sentence),
    ]);
    expect(text).toContain('lang="pl"');
  }
});

test("in the middle of an answer nothing is put between its bytes", async () => {
  const { target } = await aFront();
  const answer = await talk(target, [`${asked(target, "GET /slow")}\0 nonsense\r\n\r\n`]);
  expect((answer.text.match(/HTTP\/1\.1/g) ?? []).length).toBeLessThanOrEqual(1);
});

test("who leaves answers what is under way, and nobody's next request keeps it", async () => {
  const { server, target } = await aFront();
  const agent = new Agent({ keepAlive: true, maxSockets: 3 });
  ends.push(() => agent.destroy());
  const ask = (path: string) =>
    new Promise<string>((told) => {
      request({ ...{ agent, path, port: target.port }, headers: { Host: target.host } }, (answer) => {
        answer.resume().on("end", () => told(`${answer.statusCode} ${answer.headers.connection}`));
      })
        .on("error", (error: NodeJS.ErrnoException) => told(error.code ?? ""))
        .end();
    });
  // Three who each ask again as soon as they are answered, and never wait.
  await together(3, () => ask("/"));
  let asked = 0;
  server.on("request", () => asked++);
  const slow = [ask("/slow"), ask("/slow"), ask("/slow")];
  while (asked < 3) await sleep(10);
  server.leave(() => {});
  const heard = await together(3, async () => {
    const answers = [await slow.pop()];
    for (let more = 0; more < 50 && answers.at(-1) !== "ECONNREFUSED"; more++) answers.push(await ask("/"));
    return answers.join();
  });
  expect(new Set(heard)).toEqual(new Set(["200 close,ECONNREFUSED"]));
});
