// nginx with the configuration that is committed in scripts/deploy, on ports and in a folder of our own.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const SOURCE = "scripts/deploy/nginx";

/** Where it is, or undefined. Debian keeps it where users do not look. */
export const findNginx = () =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]
    .map((folder) => join(folder, "nginx"))
    .find((file) => existsSync(file));

/**
 * Writes it down and gives the file of the whole. Each replacement has to be there, so that a change of the committed
 * file is not tried in another shape than it has.
 * @param {{ folder: string, port: number, tls?: { certificate: string, key: string } }} place
 */
export function writeNginx({ folder, port, tls }) {
  mkdirSync(join(folder, "temp"), { recursive: true });
  let text = readFileSync(join(SOURCE, "debata.conf"), "utf8");
  const replace = (/** @type {string | RegExp} */ from, /** @type {string} */ to) => {
    if (text.search(from) < 0) throw new Error(`${SOURCE}/debata.conf has lost ${from}`);
    text = text.replaceAll(from, to);
  };
  replace(/\/etc\/nginx\/debata-servers\.conf/g, join(folder, "debata-servers.conf"));
  replace(/listen 80;/g, `listen 127.0.0.1:${port + 1};`);
  replace(/listen 443 ssl http2;/g, tls ? `listen 127.0.0.1:${port} ssl http2;` : `listen 127.0.0.1:${port};`);
  replace(/ssl_certificate \S+;/g, tls ? `ssl_certificate ${tls.certificate};` : "");
  replace(/ssl_certificate_key \S+;/g, tls ? `ssl_certificate_key ${tls.key};` : "");
  writeFileSync(join(folder, "debata.conf"), text);
  const file = join(folder, "nginx.conf");
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, "temp", name)};`)
    .join("\n  ");
  writeFileSync(
    file,
    `daemon off;
worker_processes 1;
pid ${join(folder, "nginx.pid")};
error_log ${join(folder, "error.log")} warn;
events { worker_connections 1024; }
http {
  ${temp}
  include ${join(folder, "debata.conf")};
}
`,
  );
  return file;
}

/** The list of servers, as an operator edits it for a rolling restart. */
export function writeServers(/** @type {string} */ folder, /** @type {{ port: number, down?: boolean }[]} */ servers) {
  const lines = readFileSync(join(SOURCE, "debata-servers.conf"), "utf8").split("\n");
  const [, options] = lines.map((line) => /^server \S+ (.*);$/.exec(line)).find(Boolean) ?? [];
  if (!options) throw new Error(`${SOURCE}/debata-servers.conf names no server`);
  const text = servers.map(({ port, down }) => `server 127.0.0.1:${port} ${options}${down ? " down" : ""};`).join("\n");
  writeFileSync(join(folder, "debata-servers.conf"), `${text}\n`);
}

/** What `nginx -t` says: whether it would start, and its words. */
export function testNginx(/** @type {string} */ file) {
  const { status, stderr } = spawnSync(findNginx() ?? "nginx", ["-t", "-c", file], { encoding: "utf8" });
  return { ok: status === 0, said: stderr };
}

/** Starts it; `reload` lets what is under way end with the old list. */
export function startNginx(/** @type {string} */ file) {
  const nginx = findNginx();
  if (!nginx) throw new Error("There is no nginx here: `npm test` installs one on Debian");
  const child = spawn(nginx, ["-c", file], { stdio: ["ignore", "inherit", "inherit"] });
  return {
    reload: () => child.kill("SIGHUP"),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
