// The built server as it ships, for a campaign that kills it: one port, one database, many lives.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bundleWorker } from "./bundle-worker.mjs";
import { freePort } from "./free-port.mjs";
import { SERVER, SERVER_FLAGS } from "./server.mjs";

const READY_WITHIN_MS = 60_000;

/**
 * @typedef {{ find: string | RegExp, put: string }} Plant  what is exchanged in the built server: a planted fault
 * @param {{ tool?: string, databaseUrl?: string, plant?: Plant, demo?: boolean, beside?: { env: NodeJS.ProcessEnv }, settings?: Record<string, string> }} wanted
 *   Without `databaseUrl` a SQLite file. `beside`: a second process of that service, on the same database, with its
 *   secret and its public address.
 */
export async function openService({ tool: entry, databaseUrl, plant, demo = false, beside, settings }) {
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), "node_modules/.cache/service-")); // packages are found from here
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(folder, "debata.db");
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl ?? `sqlite:${file}`,
    DATA_DIR: folder,
    APP_SECRET: "a secret that only this campaign knows",
    DEMO: demo ? "auto" : "off",
    TRUSTED_PROXIES: "1", // so that each sender can have an address of its own
    LOG_LEVEL: "error",
    ...settings,
    ...beside?.env,
    ...(beside && { PORT: String(port) }),
  };
  const publicUrl = new URL(env.PUBLIC_URL ?? url);
  const server = plant ? planted(folder, plant) : SERVER;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  let said = "";

  // Whatever happens to the campaign, its server does not outlive it.
  const endWithUs = () => void child?.kill("SIGKILL");
  process.on("exit", endWithUs);

  async function start() {
    child = spawn(process.execPath, [...SERVER_FLAGS, server], { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (said += text));
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(20)) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said.slice(-2000)}`);
      if ((await send("/readyz").catch(() => undefined))?.status === 200) return;
    }
    throw new Error(`The server did not get ready:\n${said.slice(-2000)}`);
  }

  /** Ends it by this signal; gives its code or the signal's name, and how long it took. */
  async function end(/** @type {NodeJS.Signals} */ signal) {
    const [one, since] = [child, performance.now()];
    if (!one || one.exitCode !== null || one.signalCode !== null) throw new Error(`It had ended by itself:\n${said}`);
    const exit = once(one, "exit");
    one.kill(signal);
    const impatience = setTimeout(() => one.kill("SIGKILL"), 20_000);
    const [code, by] = await exit;
    clearTimeout(impatience);
    child = undefined;
    return { code: code ?? by, ms: performance.now() - since };
  }

  /**
   * One request, as a browser sends it.
   * @param {string} path
   * @param {{ fields?: Record<string, string>, cookie?: string, from?: string, fresh?: boolean }} [sent]
   * @returns {Promise<{ status: number, location: string, body: string }>}
   */
  function send(path, { fields, cookie, from = "10.0.0.1", fresh = false } = {}) {
    const body = fields && new URLSearchParams(fields).toString();
    const headers = {
      Host: publicUrl.host,
      Origin: publicUrl.origin,
      "X-Forwarded-For": from,
      ...(cookie && { Cookie: cookie }),
      ...(body !== undefined && {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
      }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        url + path,
        { agent: fresh ? false : agent, method: body === undefined ? "GET" : "POST", headers },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (some) => (text += some));
          answer.on("error", reject);
          answer.on("aborted", () => reject(new Error("cut off")));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? "", body: text }),
          );
        },
      );
      asked.on("error", (error) => {
        // The server had just closed a connection that nobody used: a browser tries another one, too.
        if (asked.reusedSocket && !fresh) resolve(send(path, { fields, cookie, from, fresh: true }));
        else reject(error);
      });
      asked.setTimeout(30_000, () => asked.destroy(new Error("no answer")));
      asked.end(body);
    });
  }

  const tool = join(folder, "process.mjs");
  /** The process beside it (`tool`), which prints one JSON value. */
  async function ask(/** @type {string[]} */ ...args) {
    const done = spawnSync(process.execPath, [tool, ...args], { env, encoding: "utf8", maxBuffer: 512 * 1024 * 1024 });
    if (done.status !== 0) throw new Error(`${args[0]} ended with ${done.status}: ${done.stderr}`);
    return JSON.parse(done.stdout);
  }
  if (entry) await bundleWorker(tool, entry);

  return {
    ...{ url, file, folder, env, start, end, send, ask },
    said: () => said,
    async close() {
      process.off("exit", endWithUs);
      agent.destroy();
      if (child && child.exitCode === null) await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A copy of the built server in which one thing is wrong. */
function planted(/** @type {string} */ folder, /** @type {Plant} */ { find, put }) {
  const copy = join(folder, "server");
  cpSync("build/server", copy, { recursive: true });
  let found = 0;
  for (const name of ["index.js", ...readdirSync(join(copy, "assets")).map((one) => `assets/${one}`)]) {
    const text = readFileSync(join(copy, name), "utf8");
    const changed = text.replace(find, put);
    if (changed === text) continue;
    found++;
    writeFileSync(join(copy, name), changed);
  }
  if (found !== 1) throw new Error(`The fault could be planted in ${found} places: ${find}`);
  return join(copy, "index.js");
}
