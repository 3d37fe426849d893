import { once } from "node:events";
import { type RequestOptions, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createRequestHandler } from "@remix-run/express";
import { symbols } from "pino";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { workOutboxOff } from "~/jobs.server";
import { database } from "~/platform/db.server";
import { createFront } from "~/platform/front.server";
import { LINK_PURPOSES } from "~/platform/links.server";
import { log, logConsole, withoutKeys, withoutValues } from "~/platform/log.server";
import { createWeb } from "~/platform/web.server";
import { anInvitation } from "../setup/factories.invitations";
import { aMember } from "../setup/factories.organizations";
import { LINKS } from "../setup/links";
import { BUILD } from "../setup/site";

vi.hoisted(() => {
  process.env.LOG_LEVEL = "debug";
});

/** All that the process writes: to the log, to the console, to whatever else is open. */
const written: string[] = [];
const server = createFront(
  createWeb({ remix: createRequestHandler({ build: BUILD }), isReady: async () => true, clientFolder: "public" }),
);
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close().closeAllConnections());

const { debug, info, warn, error, trace } = console;
afterEach(() => {
  Object.assign(console, { debug, info, warn, error, trace });
  vi.spyOn(console, "error"); // watched after each test by those who set it up
});

function listen() {
  written.length = 0;
  const hear = (chunk: unknown) => void written.push(String(chunk));
  const ofLog = (log as unknown as Record<symbol, { write: (line: string) => boolean }>)[symbols.streamSym];
  if (!ofLog) throw new Error("The log writes elsewhere");
  for (const stream of [ofLog, process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk: unknown) => {
      hear(chunk);
      return true;
    });
  logConsole();
}

async function send(path: string, { body = "", ...options }: RequestOptions & { body?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  const headers = { Host: "app.test", Origin: "http://app.test", ...options.headers };
  const sent = request({ port, path, ...options, headers }).end(body);
  const [response] = await once(sent, "response");
  await text(response);
  return response.statusCode as number;
}

const tokenIn = (path: string) => path.split("/").at(-1) ?? "";
const form = { "Content-Type": "application/x-www-form-urlencoded" };

test("no key is ever written down, whatever is done with its address and whatever fails", async () => {
  const paths = await Promise.all(LINK_PURPOSES.map((purpose) => LINKS[purpose].works()));
  const { cookie, email, unit } = await aMember();
  listen();
  const statuses = new Set<number>();
  async function everySpelling(path: string) {
    const token = tokenIn(path);
    const letter = path[1] ?? "";
    const spelled = [
      path,
      `${path}?x=${token}`,
      `${path}/`,
      `${path}/events`,
      `${path}/files/x`,
      `${path}/nothing/${token}`,
      `${path}.data`,
      `${path}?_data=routes%2F${letter}.%24token`,
      path.replace(/^\/\w+/, (door) => door.toUpperCase()),
      path.replace(/^\/\w/, `/%${letter.charCodeAt(0).toString(16)}`),
      path.replace(/[\w-]$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
      `/${path}`,
      `/u/${token}`,
      `/u/%E0%A4/${token}`,
      `/m?kod=${token}`,
      `/login?dalej=${path}`,
    ];
    for (const [index, one] of spelled.entries()) {
      statuses.add(await send(one));
      statuses.add(await send(one, { method: "POST", headers: form, body: `_key=x&text=${token}` }));
      if (index > 0) continue;
      statuses.add(await send(one, { method: "HEAD" }));
      statuses.add(await send(one, { method: "POST", headers: { ...form, Origin: "http://evil.test" } }));
      statuses.add(await send(one, { headers: { Referer: `http://app.test${path}`, "X-Odd": token } }));
    }
  }
  for (const path of paths) await everySpelling(path);
  await send(`/o/${unit.slug}`, { headers: { Cookie: cookie } });
  await send("/login", {
    method: "POST",
    headers: form,
    body: new URLSearchParams({ email, password: "zle haslo" }).toString(),
  });
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 403, 404]));

  // A database that says what it was asked, and with what, when it fails.
  for (const path of paths) {
    const failing = vi.spyOn(database.read, "select").mockImplementation(() => {
      throw new Error(`Failed query: select ${tokenIn(path)}\nparams: ${tokenIn(path)},${email}`);
    });
    // As another connection, for which nothing is prepared yet.
    const { read } = database;
    Object.assign(database, { read: new Proxy(read, {}) });
    expect(await send(path)).toBe(500);
    expect([500, 405]).toContain(await send(path, { method: "POST", headers: form, body: "a=b" }));
    Object.assign(database, { read });
    failing.mockRestore();
  }

  // A mail server that repeats the letter it does not take.
  const { token } = await anInvitation();
  await workOutboxOff(async (letter) => {
    throw Object.assign(new Error(`550 ${letter.text} ${letter.to.address}`), { responseCode: 451 });
  });

  const all = written.join("\n");
  for (const secret of [...paths.map(tokenIn), token, cookie.split("=")[1] ?? "", email, "zle haslo"]) {
    expect(secret.length).toBeGreaterThan(8);
    expect([secret, written.filter((line) => line.includes(secret))]).toEqual([secret, []]);
  }
  expect(all).not.toContain("[[link:");
  expect(all.match(/"status":\d+/g)?.length, "and yet each request was").toBeGreaterThan(300);
  expect(all).toContain("a page has failed");

  // The control: what is written is heard.
  log.info({ path: paths[0] });
  expect(written.join("")).toContain(tokenIn(paths[0] ?? ""));
  console.warn(`No routes matched location "${paths[0]}"`);
  expect(written.at(-1)).toContain("a library says");
  expect(written.at(-1)).not.toContain(tokenIn(paths[0] ?? ""));
});

test("an address is cut at its key in every spelling, and others stay readable", () => {
  const key = "k".repeat(43);
  const cut: [string, string][] = [
    [`/i/${key}`, "/i/…"],
    [`/I/${key}?x`, "/I/…"],
    [`/%69/${key}`, "/i/…"],
    [`//b/${key}/files/x`, "/b/…/files/x"],
    ["/m/AB12-CD34-EF56", "/m/…"],
    ["/screen/WBN3C-K7MX-4QAA-BB11/events", "/screen/…/events"],
    ["/%2F/x?kod=WBN3C-K7MX4Q", "///x"],
    ["/o/x/WBN3C-K7MX4Q", "/o/x/…"],
    [`/o/x/${key}`, "/o/x/…"],
    ["/o/kpp/tasks?q=Kowalski", "/o/kpp/tasks"],
    ["/u/kpp/debates/2026-03-18-bezpieczne-ulice", "/u/kpp/debates/2026-03-18-bezpieczne-ulice"],
    ["/u/%E0%A4/x", "/u/…"],
  ];
  for (const [address, written] of cut) expect([address, withoutKeys(address)]).toEqual([address, written]);
  expect(withoutValues(new Error(`No page at /i/${key}\nparams: a@b.pl`))).toBe("Error: No page at /i/…");
});
