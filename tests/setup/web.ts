import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import { findRevision } from "~/domain/history/queries.revision.server";
import { pageCache } from "~/platform/page-cache.server";
import { plainPages } from "~/platform/plain-pages.server";
import { createWeb } from "~/platform/web.server";
import { startService } from "../browser/harness/service";
import { network } from "./network";
import { BUILD } from "./site";

// The whole product behind a port, with everything that stands in front of Remix: guards, finished pages, plain pages.

export const HOST = "app.test";
export const ORIGIN = `http://${HOST}`;

export type Question = {
  path: string;
  method?: string;
  cookie?: string;
  /** Fields of a form, or the body as it is. */
  body?: URLSearchParams | Buffer | string;
  headers?: Record<string, string | string[]>;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Web = {
  ask: (question: Question) => Promise<Answer>;
  /** What stands before the name of a route's file in the build. */
  prefix: string;
  close: () => Promise<void>;
};

/** In this process: for tests that have to be cheap, or that plant a fault. */
export async function openWeb(build = BUILD): Promise<Web> {
  const remix = createRequestHandler({
    build,
    getLoadContext: ({ ip }, response) => ({ cspNonce: response.locals.cspNonce, network: ip }),
  });
  const pages = { pageCache: pageCache(findRevision), plainPages: plainPages(build) };
  const web = createWeb({ remix, isReady: async () => true, ...pages });
  web.set("trust proxy", 1); // each question comes from a network of its own
  const server = web.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { ask, end } = asker((server.address() as AddressInfo).port);
  return {
    ask,
    prefix: "",
    close: async () => {
      end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The built server as it ships, in a process of its own, over the database of this test file. */
export async function openBuilt({
  server,
  env: more,
}: {
  server?: string;
  env?: Record<string, string>;
} = {}): Promise<Web> {
  const { DATABASE_URL = "", DATA_DIR = "", APP_SECRET = "", PUBLIC_URL = "", TEST_CLOCK_AHEAD = "0" } = process.env;
  const clock = { TEST_CLOCK_AHEAD, NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url)}` };
  const known = { DATABASE_URL, DATA_DIR, APP_SECRET, PUBLIC_URL, ...clock };
  const env = { ...known, TRUSTED_PROXIES: "1", LOG_LEVEL: "error", ...more };
  const service = await startService({ env, server });
  const { ask, end } = asker(Number(new URL(service.url).port));
  return {
    ask,
    prefix: "routes/",
    close: async () => {
      end();
      await service.stop(); // fails when the process has died or complained
    },
  };
}

/** The same with a fault planted into its code, which the test has to see. */
export async function openPlanted(plant: (code: string) => string): Promise<Web> {
  const folder = mkdtempSync("node_modules/.cache/planted-"); // packages are found from here
  cpSync("build/server", folder, { recursive: true });
  const file = join(folder, "index.js");
  const code = readFileSync(file, "utf8");
  const planted = plant(code);
  if (planted === code) throw new Error("There is no place for the fault");
  writeFileSync(file, planted);
  const web = await openBuilt({ server: file });
  return {
    ...web,
    close: async () => {
      await web.close();
      rmSync(folder, { recursive: true });
    },
  };
}

let networks = 0;
/** Limits count by network; here each question has one of its own, so that what is met is the door and not the limit. */
const someNetwork = () => `10.${(++networks >> 16) & 255}.${(networks >> 8) & 255}.${networks & 255}`;

function asker(port: number) {
  network.close(); // it would read each question first, and does not take the odd ones
  const agent = new Agent(); // a connection of its own for each, because some of them are left broken
  const ask = async (question: Question): Promise<Answer> => {
    const { path, method = "GET", cookie, body, headers = {} } = question;
    const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(body.toString());
    const sent = request({ agent, port, path, method, timeout: ANSWER_MS });
    sent.on("timeout", () => sent.destroy(new Error("No answer")));
    const all: Question["headers"] = {
      ...{ Host: HOST, "X-Forwarded-For": someNetwork() },
      ...(cookie && { Cookie: cookie }),
      ...(method === "POST" && { Origin: ORIGIN, "Content-Length": String(bytes?.length ?? 0) }),
      ...(body instanceof URLSearchParams && { "Content-Type": "application/x-www-form-urlencoded" }),
      ...headers,
    };
    for (const [name, value] of Object.entries(all)) sent.setHeader(name, value);
    sent.end(bytes);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await read(answer) };
  };
  return { ask, end: () => agent.destroy() };
}

const ANSWER_MS = 60_000;
const HEARD_MS = 100;

/** All of it; of a stream that never ends, what comes first. */
async function read(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const endless = String(answer.headers["content-type"]).startsWith("text/event-stream");
  if (endless) setTimeout(() => answer.destroy(), HEARD_MS);
  try {
    for await (const chunk of answer) chunks.push(chunk);
  } catch (error) {
    if (!endless) throw error;
  }
  return Buffer.concat(chunks);
}
