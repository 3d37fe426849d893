import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER, SERVER_FLAGS } from "../../../scripts/lib/server.mjs";
import type { Mailbox } from "./mailbox";

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 15_000;

type Options = {
  /** Where its letters go; without one they stay in „Skrzynka nadawcza”. */
  mailbox?: Mailbox;
  /** Load the demo before the first page. */
  demo?: boolean;
  env?: Record<string, string>;
  /** Another bundle than the one that ships: one with a planted fault. */
  server?: string;
};

export type Service = Awaited<ReturnType<typeof startService>>;

/** The built server as it ships, on a free port, with a fresh SQLite file that nobody else sees. */
export async function startService({ mailbox, demo = false, env = {}, server: file = SERVER }: Options = {}) {
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build, or npm test, which builds first`);
  const folder = mkdtempSync(join(tmpdir(), "debata-service-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: `sqlite:${join(folder, "debata.db")}`,
    DATA_DIR: folder,
    DEMO: demo ? "auto" : "off",
    ...(mailbox && { SMTP_URL: mailbox.url, MAIL_FROM: "debata@policja.test" }),
    ...env,
  };
  const { PATH = "", HOME = "" } = process.env; // nothing else of the developer's settings
  const server = spawn(process.execPath, [...SERVER_FLAGS, file], {
    env: { PATH, HOME, ...settings } as NodeJS.ProcessEnv,
  });
  let written = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      written += text;
    });

  const log = () => written;
  await ready(url, server, log);

  /** Stops it as an operator would. A server that complained, or that did not stop cleanly, fails the test. */
  async function stop() {
    const code = await terminate(server);
    rmSync(folder, { recursive: true, force: true });
    const complaints = written.split("\n").filter((line) => /"level":[56]0|^\w*Error\b|^\s+at /.test(line));
    if (complaints.length > 0) throw new Error(`The server complained:\n${complaints.slice(0, 30).join("\n")}`);
    if (code !== 0) throw new Error(`The server ended with ${code}:\n${written.slice(-2000)}`);
  }
  return { url, folder, settings, log, stop };
}

async function ready(url: string, server: ChildProcess, log: () => string) {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(50)) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${log()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  server.kill("SIGKILL");
  throw new Error(`The server did not get ready:\n${log()}`);
}

async function terminate(server: ChildProcess) {
  if (server.exitCode !== null) return server.exitCode;
  const impatience = setTimeout(() => server.kill("SIGKILL"), STOP_WITHIN_MS);
  server.kill("SIGTERM");
  const [code, signal] = await once(server, "exit");
  clearTimeout(impatience);
  return code ?? signal;
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
