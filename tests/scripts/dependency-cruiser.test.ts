import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const CRUISER = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const CONFIG = resolve("scripts/dependency-cruiser.cjs");
const folder = mkdtempSync(join(tmpdir(), "debata-walls-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Who may know whom: every line is an import that the rule named behind it refuses, or that nobody refuses. */
const IMPORTS: [from: string, to: string, rule: string | null][] = [
  ["app/domain/tasks/commands.server.ts", "app/domain/debates/queries.server.ts", null],
  ["app/domain/tasks/queries.server.ts", "node_modules/drizzle-orm/index.js", null],
  ["app/routes/tasks.tsx", "app/domain/tasks/commands.server.ts", null],
  ["app/entry.worker.tsx", "app/domain/minutes/document.server.tsx", null],
  ["app/jobs.server.ts", "app/domain/tasks/jobs.server.ts", null],
  ["app/demo/load.server.ts", "app/domain/tasks/commands.server.ts", null],
  ["app/domain/tasks/ui/row.tsx", "app/domain/tasks/messages.pl.ts", null],
  ["app/domain/tasks/ui/row.tsx", "app/ui/badge.tsx", null],

  ["app/domain/history/jobs.server.ts", "db/sight.ts", null],
  ["app/domain/tasks/queries.server.ts", "db/sight.ts", "sight-is-widened-with-a-reason"],
  ["app/domain/debates/rules.ts", "app/domain/tasks/rules.ts", "debates-comes-first"],
  ["app/domain/agenda/rules.ts", "app/domain/live/rules.ts", "agenda-comes-first"],
  ["app/domain/utilities/rules.ts", "app/platform/scope.ts", "rooms-must-be-listed"],
  ["app/domain/tasks/commands.server.ts", "app/domain/debates/gate.server.ts", "rooms-have-front-doors"],
  ["app/domain/tasks/mail.server.tsx", "app/domain/tasks/queries.server.ts", "paper-gets-props"],
  ["app/domain/minutes/document.server.tsx", "app/domain/minutes/queries.facts.server.ts", "paper-gets-props"],
  ["app/domain/tasks/rules.ts", "app/domain/tasks/gate.server.ts", "pure-stays-pure"],
  ["app/domain/tasks/rules.due.ts", "db/schema/tasks.ts", "pure-stays-pure"],
  ["app/domain/tasks/policy.ts", "app/domain/tasks/ui/row.tsx", "pure-stays-pure"],
  ["app/domain/tasks/messages.pl.ts", "node_modules/react/index.js", "pure-stays-pure"],
  ["app/domain/tasks/schema.ts", "node:fs", "rules-without-node"],
  ["app/domain/tasks/ui/list.tsx", "app/domain/tasks/queries.server.ts", "screens-know-no-server"],
  ["app/ui/badge.tsx", "db/schema/tasks.ts", "screens-know-no-server"],
  ["app/ui/table.tsx", "app/domain/tasks/ui/row.tsx", "platform-knows-no-product"],
  ["app/platform/scope.ts", "app/domain/tasks/rules.ts", "platform-knows-no-product"],
  ["app/domain/tasks/ui/row.tsx", "app/routes/tasks.tsx", "nobody-imports-routes"],
  ["app/domain/debates/commands.server.ts", "app/demo/load.server.ts", "demo-is-a-guest"],
  ["app/routes/minutes.tsx", "app/domain/minutes/document.server.tsx", "paper-is-printed-by-the-worker"],
  ["app/routes/tasks.tsx", "app/domain/tasks/jobs.server.ts", "jobs-wait-for-the-outbox"],
  ["app/routes/tasks.tsx", "app/platform/db.server.ts", "doors-ask-rooms"],
  ["app/demo/load.server.ts", "db/schema/tasks.ts", "doors-ask-rooms"],
  ["app/routes/motions.tsx", "node_modules/drizzle-orm/index.js", "only-rooms-speak-sql"],
  ["app/routes/motions.tsx", "app/platform/mint-scope.server.ts", "only-gates-mint-scopes"],
  ["app/domain/tasks/commands.server.ts", "app/platform/mint-scope.server.ts", "only-gates-mint-scopes"],
  ["db/schema/tasks.ts", "app/platform/scope.ts", "db-knows-no-app"],
  ["db/schema/debates.ts", "node_modules/drizzle-orm/sqlite-core/index.js", "one-kit-for-two-dialects"],
  ["db/schema/debates.ts", "node_modules/better-sqlite3/index.js", "drivers-stay-in-the-cellar"],
  ["app/platform/web.server.ts", "db/connect.ts", "one-database-handle"],
  ["app/domain/organizations/gate.server.ts", "node_modules/lucia/index.js", "lucia-behind-session"],
  ["app/routes/motions.tsx", "node_modules/express/index.js", "express-behind-web"],
  ["app/domain/history/commands.server.ts", "app/domain/history/queries.server.ts", "no-cycles"],
  ["app/domain/history/queries.server.ts", "app/domain/history/commands.server.ts", null], // the same cycle
];

function write(path: string, text: string) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function cruise(): Promise<[string, string, string][]> {
  const args = [CRUISER, "--config", CONFIG, "--output-type", "json", "app", "db"];
  return new Promise((answer) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_, output) => {
      const { violations } = JSON.parse(output).summary as {
        violations: { from: string; to: string; rule: { name: string } }[];
      };
      answer(violations.map(({ from, to, rule }) => [from, to.replace(/^fs$/, "node:fs"), rule.name]));
    });
  });
}

test("each wall stands, and the doors in it are open", async () => {
  write("tsconfig.json", '{ "compilerOptions": { "jsx": "react-jsx", "module": "ESNext", "allowJs": true } }');
  write("package.json", "{}");
  const files = new Set(IMPORTS.flatMap((line) => [line[0], line[1]]).filter((path) => !path.startsWith("node:")));
  for (const file of files) {
    const known = IMPORTS.filter(([from]) => from === file).map(([, to]) => to);
    const path = (to: string) => {
      if (to.startsWith("node:")) return to;
      if (to.startsWith("node_modules/")) return to.replace("node_modules/", "").replace(/\/index\.js$/, "");
      return `${"../".repeat(file.split("/").length - 1)}${to.replace(/\.tsx?$/, "")}`;
    };
    write(file, [...known.map((to, i) => `import * as x${i} from "${path(to)}";\nx${i};\n`), "export {};\n"].join(""));
  }

  const refused = IMPORTS.filter(([, , rule]) => rule !== null);
  expect((await cruise()).map(String).sort()).toEqual(refused.map(String).sort());
});
