// A province in small: one PostgreSQL server, several built processes of Debata, nginx in front, and a post office.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { freePort } from "../free-port.mjs";
import { startPostgres } from "../postgres.mjs";
import { SERVER, SERVER_FLAGS } from "../server.mjs";
import { startNginx, writeNginx, writeServers } from "./nginx.mjs";

/** Generous, because other work may keep the machine busy. */
const READY_WITHIN_MS = 300_000;

/** @param {{ processes: number, env?: Record<string, string> }} wanted */
export async function startMachines({ processes, env = {} }) {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing: npm run build`);
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  const folder = mkdtempSync(join(tmpdir(), "debata-several-"));
  const post = await openPost();
  const front = await freePort();
  const url = `http://127.0.0.1:${front}`;
  const settings = {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    DATABASE_URL: postgres.url,
    APP_SECRET: "a secret that only this campaign knows",
    SMTP_URL: post.url,
    TRUSTED_PROXIES: "1",
    ...env,
  };
  const servers = await Promise.all(
    Array.from({ length: processes }, async (_, i) => aServer(await freePort(), join(folder, `server-${i}`), settings)),
  );
  writeServers(folder, servers);
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 });
  database.on("error", () => {}); // the server is stopped before
  /** @type {ReturnType<typeof startNginx> | undefined} */
  let nginx;
  return {
    url,
    servers,
    post,
    ask: async (/** @type {string} */ text) => (await database.query(text)).rows,
    /** All processes at once on an empty database, as after a power cut, or one after another, which is cheaper. */
    async start(/** @type {boolean} */ atOnce) {
      if (atOnce) await Promise.all(servers.map((server) => server.start()));
      else for (const server of servers) await server.start();
      nginx = startNginx(writeNginx({ folder, port: front }));
      await answers(`${url}/healthz`);
    },
    /** As an operator does it: out of the list, restart, back into the list. */
    async restartOne(/** @type {number} */ at) {
      writeServers(
        folder,
        servers.map(({ port }, i) => ({ port, down: i === at })),
      );
      nginx?.reload();
      await sleep(500);
      await servers[at]?.stop();
      await servers[at]?.start();
      writeServers(folder, servers);
      nginx?.reload();
      await sleep(500);
    },
    async stop() {
      await nginx?.stop();
      await Promise.all(servers.map((server) => server.kill()));
      await database.end();
      await post.close();
      postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One process on its own „machine”: its own folder, the common database and secret. */
function aServer(
  /** @type {number} */ port,
  /** @type {string} */ folder,
  /** @type {Record<string, string>} */ settings,
) {
  mkdirSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  let log = "";
  return {
    port,
    url,
    said: () => log,
    pid: () => child?.pid ?? 0,
    async start() {
      const { PATH = "", HOME = "" } = process.env;
      /** @type {NodeJS.ProcessEnv} */
      const env = { NODE_ENV: "production", PATH, HOME, ...settings, PORT: String(port), DATA_DIR: folder };
      const started = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "pipe"] });
      child = started;
      for (const stream of [started.stdout, started.stderr])
        stream.setEncoding("utf8").on("data", (text) => {
          log += text;
          appendFileSync(join(folder, "log"), text);
        });
      await answers(`${url}/readyz`, child, () => log);
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`A server ended with ${code}:\n${log.slice(-2000)}`);
    },
  };
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} [child]
 * @param {() => string} [said]
 */
async function answers(url, child, said = () => "") {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(50)) {
    if (child && child.exitCode !== null) throw new Error(`A server ended with ${child.exitCode}: ${said()}`);
    if ((await fetch(url).catch(() => undefined))?.ok) return;
  }
  throw new Error(`${url} does not answer`);
}

/** Takes every letter and remembers its Message-ID. */
async function openPost() {
  /** @type {string[]} */
  const taken = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk) => (text += chunk));
      stream.on("end", () => {
        taken.push(/^Message-ID:\s*<([^>]*)>/im.exec(text)?.[1] ?? "none");
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(undefined)));
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((closed) => server.close(() => closed(undefined))),
  };
}
