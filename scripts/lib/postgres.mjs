// A PostgreSQL server of our own for a bench or a campaign: a fresh folder, a free port, this machine only.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.mjs";

const DEBIAN = "/usr/lib/postgresql";

/** Where initdb is, or undefined when PostgreSQL is not installed. */
export function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...versions.map((one) => join(DEBIAN, one, "bin"))];
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/**
 * Starts it, or returns undefined where there is none. The server refuses to run as root, so root lends it to „postgres”.
 * `url` signs in with a plain role that owns its database, as the service does in earnest: row security holds for it.
 */
export async function startPostgres() {
  const bin = findPostgres();
  const owner = process.getuid?.() === 0 ? idsOf("postgres") : undefined;
  if (!bin || (process.getuid?.() === 0 && !owner)) return undefined;
  const folder = mkdtempSync("/tmp/debata-postgres-");
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const port = await freePort();
  const data = join(folder, "data");
  const call = (/** @type {string} */ name, /** @type {string[]} */ ...args) => {
    const done = spawnSync(join(bin, name), args, {
      ...owner,
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr || done.stdout || done.error}`);
  };
  call("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const signal = (/** @type {string} */ name) => {
    const postmaster = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0] ?? "";
    const children = spawnSync("ps", ["-o", "pid=", "--ppid", postmaster], { encoding: "utf8" }).stdout;
    spawnSync("kill", [name, postmaster, ...children.trim().split(/\s+/)]);
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  call("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stop = () => {
    process.off("exit", stop);
    try {
      if (!existsSync(join(data, "postmaster.pid"))) return; // it was halted
      signal("-CONT"); // one that is paused does not hear
      call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  process.on("exit", stop); // whatever happens to the campaign, its server does not outlive it
  // Only here, because who looks for PostgreSQL may do so before packages are installed.
  const { default: pg } = await import("pg");
  const admin = new pg.Client(adminUrl);
  try {
    await admin.connect();
    await admin.query("create role debata login createdb");
    await admin.query("create database debata owner debata");
    await admin.end();
  } catch (error) {
    stop();
    throw error;
  }
  let others = 0;
  /** An empty database more on the same server. */
  const another = async () => {
    const name = `other${++others}`;
    const more = new pg.Client(adminUrl);
    await more.connect();
    await more.query(`create database ${name} owner debata`).finally(() => more.end());
    return `postgres://debata@127.0.0.1:${port}/${name}`;
  };
  return {
    ...{ url: `postgres://debata@127.0.0.1:${port}/debata`, adminUrl, another, stop },
    /** For whoever wants to see what others do meanwhile: ended at once and begun again, or paused with all its processes. */
    halt: () => call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"),
    begin: () => call("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"),
    pause: () => signal("-STOP"),
    goOn: () => signal("-CONT"),
  };
}

function idsOf(/** @type {string} */ name) {
  const line = readFileSync("/etc/passwd", "utf8").match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m"));
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined;
}
