import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, shell?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, code: number | null, output: string }>}
 */
export function run(command, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      shell,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    watch(child);
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, code, output }));
  });
}

/** A program from node_modules, called without a shell and without npx, which takes half a second to find it. */
export function runTool(
  /** @type {string} */ pkg,
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {{ env?: NodeJS.ProcessEnv } | undefined} */ options,
) {
  const home = join("node_modules", pkg);
  const { bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return run(process.execPath, [join(home, typeof bin === "string" ? bin : bin[name]), ...args], options);
}

/** npm itself: the one that called us, else the one on the path. */
export function runNpm(/** @type {string[]} */ args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return run(process.execPath, [cli, ...args]);
  return run("npm", args, { shell: process.platform === "win32" });
}

/** Whoever stops us stops what we started. Without children the signals mean what they always do. */
function watch(/** @type {import("node:child_process").ChildProcess} */ child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  running.add(child);
  child.on("close", () => {
    running.delete(child);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, stop);
  });
}

function stop(/** @type {NodeJS.Signals} */ signal) {
  for (const child of running) child.kill(signal);
  process.exit(128 + constants.signals[signal]);
}
