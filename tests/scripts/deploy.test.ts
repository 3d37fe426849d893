import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SERVER, SERVER_FLAGS } from "../../scripts/lib/server.mjs";
import { findNginx, testNginx, writeNginx, writeServers } from "../../scripts/lib/several/nginx.mjs";

/** knip reads YAML with it; one test of our own is no reason for another package. */
const { parse }: { parse(text: string, options: { merge: boolean }): unknown } = createRequire(
  resolve("node_modules/knip/package.json"),
)("yaml");

const DEPLOY = "scripts/deploy";
const read = (file: string) => readFileSync(join(DEPLOY, file), "utf8");

/** Every setting that the service knows; the README explains each. */
const SETTINGS = [
  ...readFileSync("app/platform/config.server.ts", "utf8").matchAll(/^ {2}([A-Z_]{4,}):/gm),
  ...readFileSync("db/dialect.ts", "utf8").matchAll(/process\.env\.([A-Z_]+)/g),
].map(([, name]) => name);
const namesIn = (text: string) => [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), "debata-deploy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

type Service = {
  image: string;
  build?: { context: string; dockerfile: string };
  environment: Record<string, string>;
  volumes?: string[];
  depends_on?: object;
};
const compose = () =>
  parse(read("compose/compose.yaml"), { merge: true }) as { services: Record<string, Service>; volumes: object };

test("the compose file asks for nothing that is not there: files, volumes, variables, settings", () => {
  const { services, volumes } = compose();
  expect(Object.keys(services)).toEqual(["debata-1", "debata-2", "postgres", "nginx"]);
  for (const [name, { build, volumes: mounts = [], depends_on: needs = {}, environment = {} }] of Object.entries(
    services,
  )) {
    if (build) {
      const context = resolve(DEPLOY, "compose", build.context);
      expect(context, name).toBe(resolve("."));
      expect(existsSync(join(context, build.dockerfile)), name).toBe(true);
      expect(Object.keys(environment).filter((setting) => !SETTINGS.includes(setting))).toEqual([]);
      expect(environment.DATABASE_URL).toContain("@postgres/");
    }
    for (const [from = ""] of mounts.map((mount) => mount.split(":"))) {
      if (from.startsWith(".")) expect(existsSync(join(DEPLOY, "compose", from)), from).toBe(true);
      else if (!from.startsWith("$")) expect(volumes, name).toHaveProperty(from);
    }
    const wanted = Array.isArray(needs) ? needs : Object.keys(needs);
    expect(wanted.filter((other) => !(other in services))).toEqual([]);
  }
  const asked = new Set([...read("compose/compose.yaml").matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
  expect([...asked].sort()).toEqual(namesIn(read("compose/env.example")).sort());
  const servers = [...read("compose/debata-servers.conf").matchAll(/^server ([\w-]+):3000 /gm)].map(([, name]) => name);
  expect(servers.filter((name) => !(name ?? "" in services))).toEqual([]);
  expect(servers).toHaveLength(2);
});

test("the Dockerfile copies what is there and starts what the build makes", () => {
  const lines = read("compose/Dockerfile").split("\n");
  const copied = lines.flatMap((line) => /^COPY (?!--)(.*) \S+$/.exec(line)?.[1]?.split(" ") ?? []);
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  expect(lines.at(-2)).toContain("build/server/index.js");
  const { scripts, engines } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(scripts.build && scripts.backup && engines.node).toMatch(/^>=20/);
});

test("the service has the same flags of Node wherever it is started", () => {
  const flags = SERVER_FLAGS.join(" ");
  expect(JSON.parse(readFileSync("package.json", "utf8")).scripts.start).toBe(`node ${flags} scripts/start.mjs`);
  expect(read("systemd/debata.service")).toContain(`ExecStart=/usr/bin/node ${flags} ${SERVER}\n`);
  expect(read("compose/Dockerfile")).toContain(
    `CMD ${JSON.stringify(["node", ...SERVER_FLAGS, SERVER]).replaceAll(",", ", ")}`,
  );
});

test("the environment of systemd names settings that exist", () => {
  const unknown = namesIn(read("systemd/env.example")).filter((name) => !SETTINGS.includes(name));
  expect(unknown).toEqual([]);
});

test("units of systemd are understood, and start programs that are there", () => {
  const folder = aFolder();
  const names = ["debata.service", "debata-backup.service", "debata-backup.timer"];
  for (const name of names) {
    const text = read(`systemd/${name}`);
    for (const [, program = "", words = ""] of text.matchAll(/^ExecStart=(\S+) (.*)$/gm)) {
      expect(["/usr/bin/node", "/usr/bin/npm"]).toContain(program);
      const [script] = words.split(" ").slice(-1);
      if (program.endsWith("npm"))
        expect(JSON.parse(readFileSync("package.json", "utf8")).scripts).toHaveProperty(script ?? "");
    }
    const here = text.replace(/\/usr\/bin\/(node|npm)/g, process.execPath).replaceAll("/opt/debata", resolve("."));
    writeFileSync(join(folder, name), here);
  }
  const systemd = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].find(existsSync);
  if (!systemd) return; // the names and programs above were looked at; the rest is systemd's own
  const { status, stderr } = spawnSync(systemd, ["verify", ...names.map((name) => join(folder, name))], {
    encoding: "utf8",
  });
  const ours = stderr.split("\n").filter((line) => line.includes(dirname(join(folder, "x"))));
  expect({ status, ours }).toEqual({ status: 0, ours: [] });
});

test("nginx takes the configuration as it is committed, and the one of the compose file", () => {
  if (!findNginx()) throw new Error("There is no nginx here: `npm test` installs one on Debian");
  const folder = aFolder();
  const [certificate, key] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  const asked = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", [...asked, "-subj", "/CN=debata.example", "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  writeServers(folder, [{ port: 3001 }, { port: 3002, down: true }]);
  const file = writeNginx({ folder, port: 18_443, tls: { certificate, key } });
  expect(testNginx(file)).toMatchObject({ ok: true, said: expect.not.stringMatching(/\[(warn|emerg)\]/) });

  writeFileSync(
    join(folder, "debata-servers.conf"),
    read("compose/debata-servers.conf").replace(/debata-\d/g, "127.0.0.1"),
  );
  expect(testNginx(file).ok).toBe(true);
  writeFileSync(join(folder, "debata-servers.conf"), "server 127.0.0.1:3001 max_fails=;");
  expect(testNginx(file).ok).toBe(false);
});
