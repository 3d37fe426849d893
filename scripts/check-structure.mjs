// A closed vocabulary of file names: knowing one room, a reader knows them all.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const FILES = new Set([
  "README.md",
  "schema.ts",
  "rules.ts",
  "policy.ts",
  "messages.pl.ts",
  "gate.server.ts",
  "queries.server.ts",
  "commands.server.ts",
  "jobs.server.ts",
  "mail.server.tsx",
  "document.server.tsx",
]);
const MUST_BE_TESTED = new Set(["rules.ts", "policy.ts"]);
const READERS = new Set(["queries.server.ts", "gate.server.ts"]);
const MAX_LINES = 300;

const complaints = [];
const domain = "app/domain";

for (const room of readdirSync(domain)) {
  for (const entry of readdirSync(join(domain, room), { withFileTypes: true })) {
    const path = join(domain, room, entry.name);
    if (entry.isDirectory() ? entry.name !== "ui" : !FILES.has(entry.name))
      complaints.push(`${path}: not in the vocabulary`);
    const test = join("tests/domain", room, entry.name.replace(/\.ts$/, ".test.ts"));
    if (MUST_BE_TESTED.has(entry.name) && !existsSync(test)) complaints.push(`${path}: ${test} is missing`);
  }
}

// A parent layout's loader does not protect its children: Remix runs them in parallel. Every door has its own lock.
const PUBLIC_DOORS = new Set(["_index.tsx", "login.tsx", "healthz.ts"]);
for (const file of readdirSync("app/routes")) {
  if (PUBLIC_DOORS.has(file)) continue;
  const source = readFileSync(join("app/routes", file), "utf8");
  const doors = source.match(/export (async )?function (loader|action)\b/g)?.length ?? 0;
  const gates = source.match(/\b(require|open)[A-Z]\w*\(/g)?.length ?? 0;
  if (gates < doors) complaints.push(`app/routes/${file}: ${doors} doors, ${gates} gates`);
}

const sources = ["app", "db", "scripts", "tests"].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((path) => /\.(tsx?|mjs|cjs)$/.test(path)),
);
for (const path of sources) {
  const source = readFileSync(path, "utf8");
  const lines = source.split("\n").length;
  if (lines > MAX_LINES) complaints.push(`${path}: ${lines} lines, at most ${MAX_LINES}`);
  if (READERS.has(basename(path)) && /\b(write|inTransaction)\b.*platform\/db\.server/.test(source))
    complaints.push(`${path}: a reader imports a writer`);
  if (/import \{[^}]*\bz\b[^}]*\} from "zod"/.test(source))
    complaints.push(`${path}: import * as z, because { z } ships every locale`);
  if (path.startsWith("app") && /dangerouslySetInnerHTML|sql\.raw\(/.test(source))
    complaints.push(`${path}: raw HTML or raw SQL`);
}

// Both migration sets come from one schema, so they advance together.
const [sqlite, postgres] = ["sqlite", "postgres"].map((dialect) =>
  JSON.parse(readFileSync(`db/migrations/${dialect}/meta/_journal.json`, "utf8"))
    .entries.map(({ tag }) => tag)
    .join(),
);
if (sqlite !== postgres) complaints.push(`db/migrations: sqlite has ${sqlite}, postgres has ${postgres}`);

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length ? 1 : 0;
