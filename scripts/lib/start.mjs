import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { lastLines, Stop, showing } from "./progress.mjs";
import { SERVER } from "./server.mjs";

const READY_WITHIN_MS = 120_000;

export async function start() {
  const { env } = process;
  env.NODE_ENV = "production";
  env.HOST ||= "127.0.0.1";
  env.PORT ||= "3000";
  env.PUBLIC_URL ||= `http://localhost:${env.PORT}`;
  env.DEMO ||= "auto";

  await refuseTakenPort(env.HOST, Number(env.PORT));
  await ensureInstalled();
  const built = await ensureBuilt((build) => showing("Building", build));
  if (!built.ok) throw new Stop(`${lastLines(built.output, 40)}\n\nThe build failed; its last words are above.`);

  // In this very process: signals, memory and the exit code are the server's own, with nobody in between.
  // It says itself where it is to be found, and who can sign in to the demo.
  await import(pathToFileURL(resolve(SERVER)).href);
  await ready(`http://${reachable(env.HOST)}:${env.PORT}/readyz`);
  console.log("Ready. Stop it with Ctrl-C.");
}

/** Asked first, because nobody wants to hear it after a minute of installing. */
async function refuseTakenPort(host, port) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Stop(`PORT=${process.env.PORT} is not a port.`);
  const probe = createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (error) {
    throw new Stop(portProblem(error.code, host, port) ?? error.message);
  }
  await new Promise((closed) => probe.close(closed));
}

function portProblem(code, host, port) {
  const another = `choose another one: PORT=${port + 1} npm start`;
  if (code === "EADDRINUSE")
    return `Port ${port} is in use, perhaps by another Debata. Stop that program, or ${another}`;
  if (code === "EACCES") return `Port ${port} is not yours to open. Please ${another}`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST=${host} is not an address of this machine.`;
}

/** The first start also fills the database with the demo, which takes a few seconds. */
async function ready(address) {
  for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await sleep(100)) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Stop(`The server did not get ready within ${READY_WITHIN_MS / 1000} s: ${address} does not answer 200.`);
}

const reachable = (host) =>
  ({ "0.0.0.0": "127.0.0.1", "::": "[::1]" })[host] ?? (host.includes(":") ? `[${host}]` : host);
