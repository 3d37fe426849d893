import "../setup/database";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type RequestOptions, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { RequestHandler } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notTooManyAtOnce, notTooOften, ONE_CLICK } from "~/platform/guards.server";
import { createWeb } from "~/platform/web.server";

/** Stands for Remix: says whether the guard has marked the request. */
const answer: RequestHandler = ({ headers, path }, response) =>
  void response.status(path.endsWith("-404") ? 404 : 200).send(headers[ONE_CLICK] ? "one click" : "remix");

let server: Server;
let ready = true;
let probes = 0;
const isReady = async () => {
  probes++;
  await sleep(50);
  return ready;
};

beforeAll(async () => {
  const web = createWeb({ remix: answer, isReady });
  server = web.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void server.close());

async function send(path: string, { headers = {}, body = "", ...options }: RequestOptions & { body?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, path, headers: { Host: "app.test", ...headers }, ...options });
  sent.on("error", () => {}); // a refused body may be cut off while it is being sent
  sent.end(body);
  const [response] = await once(sent, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** How a guard lets a request through, without a network. */
function passing(guard: RequestHandler, request: object, onClose = (_end: () => void) => {}) {
  const got = { status: 200, wait: 0 };
  const response = {
    on: (_event: string, end: () => void) => onClose(end),
    status(code: number) {
      got.status = code;
      return response;
    },
    set(name: string, value: string) {
      if (name === "Retry-After") got.wait = Number(value);
      return response;
    },
    type: () => response,
    send() {},
  };
  guard(request as never, response as never, () => {});
  return got;
}

const post = (headers: Record<string, string>, path = "/login") => send(path, { method: "POST", headers });

test("only our own pages may change anything", async () => {
  expect((await post({ Origin: "http://app.test" })).body).toBe("remix");
  expect((await post({ "Sec-Fetch-Site": "same-origin" })).body).toBe("remix");

  const foreign: Record<string, string>[] = [
    { Origin: "http://evil.test" },
    { Origin: "null" },
    { Origin: "http://app.test.evil.test" },
    { Origin: "https://app.test" },
    { Origin: "http://app.test:8080" },
    { Origin: "http://evil.test", "X-Forwarded-Host": "evil.test" },
    { Origin: "http://evil.test", "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
    {},
  ];
  // Remix's own check looks at pages only, and lets its old door for data stand open.
  for (const path of ["/login", "/login?_data=routes%2Flogin", "/login.data", "/screen/x/events"]) {
    const answers = await Promise.all(foreign.map((headers) => post(headers, path)));
    expect(answers.map(({ status }) => status)).toEqual(foreign.map(() => 403));
  }
  for (const path of ["/login?_data=routes%2Flogin", "/login?x=1&%5Fdata=root", "/login?x=?&_data=root"])
    expect([path, (await post({ Origin: "http://app.test" }, path)).status, (await send(path)).status]).toEqual([
      path,
      404,
      404,
    ]);
  for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS"])
    expect([method, (await send("/", { method })).status]).toEqual([method, 403]);
});

test("a mail service may press „unsubscribe” for somebody, and nobody else comes through that door", async () => {
  const path = `/f/${"a".repeat(43)}`;
  const body = "List-Unsubscribe=One-Click";
  const type = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(body.length) };
  const press = async (to: string, headers: Record<string, string> = {}, method = "POST", sent = body) =>
    (await send(to, { method, headers: { ...type, "Content-Length": String(sent.length), ...headers }, body: sent }))
      .body;
  expect(await press(path)).toBe("one click");
  expect(await press(path, { Origin: "http://app.test" }), "our own page is no mail service").toBe("remix");
  expect(await press(path, { Origin: "http://app.test", "X-Debata-One-Click": "1" }), "only we say so").toBe("remix");

  const refused = /Formularz|formularz/;
  const browsers: Record<string, string>[] = [
    { Origin: "http://evil.test" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "none" },
    { Cookie: "auth_session=x" },
    { Referer: "http://evil.test/" },
  ];
  for (const headers of browsers)
    expect([headers, await press(path, headers)]).toEqual([headers, expect.stringMatching(refused)]);
  for (const other of [
    `${path}?x=1`,
    `${path}/x`,
    `/f/${"a".repeat(42)}`,
    `/i/${"a".repeat(43)}`,
    `${path}.data`,
    "/login",
  ])
    expect([other, await press(other)]).toEqual([other, expect.stringMatching(refused)]);
  expect(await press(path, {}, "POST", body.padEnd(1001, "x"))).toMatch(refused);
  expect((await send(path, { method: "DELETE" })).status).toBe(403);
});

test("a forged Host is misdirected, but a probe by address is answered", async () => {
  for (const Host of ["evil.test", "app.test.evil.test", "app.test:80", "127.0.0.1"])
    expect([Host, (await send("/", { headers: { Host } })).status]).toEqual([Host, 421]);
  expect((await send("/healthz", { headers: { Host: "evil.test" } })).status).toBe(200);
});

test("an address has one spelling, and only browsers' methods pass", async () => {
  const odd = [
    "http://evil.test/u/x",
    "*",
    "/u/x/../../o/x",
    "/u/x/%2e%2e/y",
    "/u/%00",
    "/o/x/tasks?body=%00",
    "/a\\b",
  ];
  for (const path of odd) expect([path, (await send(path)).status]).toEqual([path, 400]);
  for (const path of ["/d/ab%20cd", "/u/x?q=%C5%82.%2e/..", "//evil.test/"])
    expect([path, (await send(path)).body]).toEqual([path, "remix"]);
  for (const method of ["TRACE", "PUT", "DELETE", "OPTIONS"])
    expect([method, (await send("/", { method, headers: { Origin: "http://app.test" } })).status]).toEqual([
      method,
      405,
    ]);
});

test("a body is not endless and says how long it is", async () => {
  const Origin = "http://app.test";
  const size = 3 * 1024 * 1024;
  const long = (length: number) => ({ Origin, "Content-Length": String(length) });
  const body = "x".repeat(size);
  expect((await send("/", { method: "POST", headers: long(size), body })).status).toBe(200);
  expect((await send("/", { method: "POST", headers: long(size + 1), body: `${body}x` })).status).toBe(413);
  // Where proof comes in there is room, so that the form itself can say that a file is too long.
  for (const path of ["/b/abc_-1", "/o/kpp/tasks/abc", "/o/kpp/tasks/abc.data"])
    expect([path, (await send(path, { method: "POST", headers: long(size + 1), body: `${body}x` })).status]).toEqual([
      path,
      200,
    ]);
  for (const path of ["/b/abc/files/x", "/o/kpp/tasks/abc/agreement", "/o/kpp/tasks", "/login"])
    expect([path, (await send(path, { method: "POST", headers: long(size + 1), body: `${body}x` })).status]).toEqual([
      path,
      413,
    ]);
  const endless = { Origin, "Transfer-Encoding": "chunked" };
  expect((await send("/", { method: "POST", headers: endless, body: "x" })).status).toBe(411);
});

test("every answer carries the protective headers, with a fresh nonce", async () => {
  const [first, second] = [await send("/"), await send("/")];
  expect(first.headers).toMatchObject({
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
  });
  const policy = String(first.headers["content-security-policy"]);
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:/);
  expect(policy).not.toBe(second.headers["content-security-policy"]);
  expect(first.headers["x-powered-by"]).toBeUndefined();
  expect((await post({})).headers["x-content-type-options"]).toBe("nosniff");
});

test("what is meant for one reader is kept by nobody, what is meant for all may be", async () => {
  const privates = ["/o/kpp", "/i/token", "/b/token", "/r/token", "/m/code", "/join/token", "/login", "/screen/token"];
  privates.push("/O/kpp", "/%6F/kpp", "/I/token", "/u", "/orzel"); // in another spelling, and what does not exist
  for (const path of privates)
    expect([path, (await send(path)).headers]).toMatchObject([
      path,
      { "cache-control": "no-store", "x-robots-tag": "noindex" },
    ]);
  for (const path of ["/", "/u/kpp", "/d/code"]) expect((await send(path)).headers["x-robots-tag"]).toBeUndefined();
});

test("a flood of forms from one network gets 429 and a time; reading goes on, and so do the others", () => {
  const ask = (method: string, ip: string) => passing(notTooOften, { method, ip, path: "/m" });
  let sent = 1;
  for (; ask("POST", "192.0.2.1").status === 200; sent++) expect(sent).toBeLessThan(3000);
  // A new minute may begin while we count.
  expect(sent).toBeGreaterThan(1200);
  const refused = ask("POST", "192.0.2.1");
  expect(refused.status).toBe(429);
  expect(refused.wait).toBeGreaterThan(0);
  expect(refused.wait).toBeLessThanOrEqual(60);
  expect([ask("GET", "192.0.2.1").status, ask("POST", "192.0.2.2").status]).toEqual([200, 200]);
  // Behind one /64 of IPv6 stands one network.
  for (let i = 0; i < 2500; i++) ask("POST", `2001:db8::${(i + 1).toString(16)}`);
  expect(ask("POST", "2001:db8:0:0:ffff::1").status).toBe(429);
  expect(ask("POST", "2001:db8:0:1::1").status).toBe(200);
});

test("wrong keys become rare before any is guessed, and a right one waits with them", async () => {
  const statuses = new Set<number | undefined>();
  for (let i = 0; i < 1300 && !statuses.has(429); i++) statuses.add((await send(`/v/${i}-404`)).status);
  expect([...statuses]).toEqual([404, 429]);
  expect(await send("/v/right")).toMatchObject({ status: 429, headers: { "retry-after": expect.any(String) } });
  for (const spelling of ["/%76/right", "/%56/right"]) expect((await send(spelling)).status).toBe(429);
  expect((await send("/u/kpp")).status).toBe(200);
});

test("one network has a bounded number of pages made at the same time", async () => {
  const guard = notTooManyAtOnce(2);
  const ends: (() => void)[] = [];
  const ask = (ip: string, path = "/u/x") => passing(guard, { ip, path }, (end) => ends.push(end)).status;
  expect(["hall", "hall", "hall", "home"].map((ip) => ask(ip))).toEqual([200, 200, 503, 200]);
  expect(ask("hall", "/v/x/events"), "streams are counted where they are kept").toBe(200);
  ends[0]?.();
  expect([ask("hall"), ask("hall")]).toEqual([200, 503]);
});

test("what no browser sends is refused before anything reads it", async () => {
  const Origin = "http://app.test";
  expect((await send(`/?q=${"x".repeat(4000)}`)).status).toBe(414);
  const headers = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`x-${i}`, "1"]));
  expect((await send("/", { headers })).status).toBe(431);
  expect((await send("/", { method: "POST", headers: { Origin, "Content-Encoding": "gzip" } })).status).toBe(415);
});

test("a flood of probes asks the database once at a time", async () => {
  probes = 0;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send("/readyz", { headers: { Host: "10.0.0.1" } })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(probes).toBeLessThan(20);
});

test("readiness is withdrawn before the process ends", async () => {
  expect((await send("/readyz")).status).toBe(200);
  ready = false;
  expect((await send("/readyz")).status).toBe(503);
});

test("scripts and styles come as the build has packed them, to whoever can read that", async () => {
  const clientFolder = mkdtempSync(join(tmpdir(), "debata-client-"));
  mkdirSync(join(clientFolder, "assets"));
  const file = (name: string) => join(clientFolder, "assets", name);
  writeFileSync(file("a.js"), "plain");
  writeFileSync(file("a.js.br"), brotliCompressSync("packed"));
  writeFileSync(file("b.css"), "alone");
  const other = createWeb({ remix: answer, isReady, clientFolder }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const ask = async (path: string, accepted: string, method = "GET") => {
    const headers = { Host: "app.test", "Accept-Encoding": accepted };
    const sent = request({ port: (other.address() as AddressInfo).port, path, method, headers }).end();
    const [{ statusCode, headers: got }, body] = await once(sent, "response").then(async ([response]) => [
      response,
      await buffer(response),
    ]);
    return { status: statusCode, type: got["content-type"], coded: got["content-encoding"], got, body };
  };
  const packed = await ask("/assets/a.js", "gzip, br");
  expect(packed).toMatchObject({ status: 200, type: "text/javascript; charset=utf-8", coded: "br" });
  expect(packed.got).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", vary: "Accept-Encoding" });
  expect(brotliDecompressSync(packed.body).toString()).toBe("packed");
  expect((await ask("/assets/a.js", "gzip")).body.toString()).toBe("plain");
  expect((await ask("/assets/b.css", "br")).body.toString()).toBe("alone");
  expect(await ask("/assets/a.js", "br", "HEAD")).toMatchObject({ status: 200, coded: "br" });
  expect((await ask("/assets/..%2fa.js", "br")).status).toBe(403);
  other.close();
  rmSync(clientFolder, { recursive: true });
});
