import { once } from "node:events";
import { type RequestOptions, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notTooOften } from "~/platform/guards.server";
import { createWeb } from "~/platform/web.server";

let server: Server;
let ready = true;

beforeAll(async () => {
  const web = createWeb({ remix: (_, response) => void response.send("remix"), isReady: async () => ready });
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

const post = (headers: Record<string, string>) => send("/login?_data=routes%2Flogin", { method: "POST", headers });

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
  const answers = await Promise.all(foreign.map(post));
  expect(answers.map(({ status }) => status)).toEqual(foreign.map(() => 403));
  for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS"])
    expect([method, (await send("/", { method })).status]).toEqual([method, 403]);
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

test("a flood of forms from one network gets 429 and a time; reading goes on", () => {
  let now = 0;
  const guard = notTooOften(() => now);
  function ask(method: string, ip: string) {
    const response = {
      answered: 200,
      status(code: number) {
        this.answered = code;
        return this;
      },
      set() {
        return this;
      },
      type() {
        return this;
      },
      send() {},
    };
    guard({ method, ip } as never, response as never, () => {});
    return response.answered;
  }
  const statuses = Array.from({ length: 601 }, () => ask("POST", "192.0.2.1"));
  expect([statuses.slice(0, 600).every((status) => status === 200), statuses.at(-1)]).toEqual([true, 429]);
  expect([ask("GET", "192.0.2.1"), ask("POST", "192.0.2.2")]).toEqual([200, 200]);
  now = 60_001;
  expect(ask("POST", "192.0.2.1")).toBe(200);
});

test("readiness is withdrawn before the process ends", async () => {
  expect((await send("/readyz")).status).toBe(200);
  ready = false;
  expect((await send("/readyz")).status).toBe(503);
});
