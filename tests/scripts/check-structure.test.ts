import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const CHECKER = resolve("scripts/check-structure.mjs");
const folder = mkdtempSync(join(tmpdir(), "debata-structure-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Files = Record<string, string>;

/** A small repository that keeps every rule; each case below breaks one of them. */
const GOOD: Files = {
  "README.md": "# Debata\n",
  "app/domain/tasks/README.md": "Obietnice.\n",
  "app/domain/tasks/rules.ts": "export const decide = (now: Date) => now;\n",
  "app/domain/tasks/rules.due.ts": "export const due = 1;\n",
  "app/domain/tasks/messages.pl.ts": 'export const messages = { none: "Nie ma żadnych zadań." };\n',
  "app/domain/tasks/messages.mail.pl.ts": "export const subject = 1;\n",
  "app/domain/tasks/queries.server.ts":
    "export async function listTasks(scope: Scope) {}\nexport const findTask = ({ organizationId }: Scope) => {};\n",
  "app/domain/tasks/queries.desk.server.ts": "// jak w tabeli „Zgłosiliście”\nexport const UNSCOPED = 1;\n",
  "app/domain/tasks/ui/task-row.tsx": "export const TaskRow = () => <p className='row'>Już są</p>;\n",
  "app/domain/tasks/mail.server.tsx": "export const letter = <p style={{ margin: 0 }}>Szanowny Panie</p>;\n",
  "app/routes/login.tsx": "export async function loader() {\n  return null;\n}\n",
  "app/routes/o.$unit.tasks.tsx":
    "export async function loader({ request }: Args) {\n  const { scope } = await requireMember(request);\n  return listTasks(scope);\n}\n\n" +
    "export const action = async ({ params }: Args) => {\n  await openDesk(params.token);\n};\n",
  "db/migrations/sqlite/meta/_journal.json": '{ "entries": [{ "tag": "0000_start" }] }',
  "db/migrations/sqlite/0000_start.sql": "select 1;",
  "db/migrations/postgres/meta/_journal.json": '{ "entries": [{ "tag": "0000_start" }] }',
  "db/migrations/postgres/0000_start.sql": "select 1;",
  "tests/domain/tasks/rules.test.ts":
    'import { decide } from "~/domain/tasks/rules";\nimport { due } from "~/domain/tasks/rules.due";\n',
  "tests/domain/tasks/tenancy.test.ts": "listTasks(foreign);\nfindTask(foreign);\n",
};

let count = 0;

/** The checker's answer about the good repository with these files put over it; "" takes a file away. */
function complaintsAbout(changes: Files): Promise<string[]> {
  const root = join(folder, String(count++));
  for (const [path, text] of Object.entries({ ...GOOD, ...changes })) {
    if (!text) continue;
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return new Promise((answer) => {
    execFile(process.execPath, [CHECKER, root], (error, _, complaints) => {
      expect(Boolean(error)).toBe(complaints !== "");
      answer(complaints.trim().split("\n").filter(Boolean));
    });
  });
}

test("a repository that keeps the rules is let through", async () => {
  expect(await complaintsAbout({})).toEqual([]);
});

const LINE = "const line = 1;\n";
const rules = "app/domain/tasks/rules.ts";
const queries = "app/domain/tasks/queries.server.ts";
const screen = "app/domain/tasks/ui/task-row.tsx";
const door = "app/routes/o.$unit.tasks.tsx";
const aTest = "tests/domain/tasks/rules.test.ts";
const decided = "export const decide = (now: Date) => now;\n";
const tested = GOOD[aTest] ?? "";

test.each<[why: string, path: string, text: string, complaint: string]>([
  ["a file name of its own", "app/domain/tasks/helpers.ts", LINE, "helpers.ts: not in the vocabulary"],
  ["a server file without .server", "app/domain/tasks/queries.ts", LINE, "queries.ts: not in the vocabulary"],
  ["a folder beside ui", "app/domain/tasks/parts/row.tsx", LINE, "parts/row.tsx: not in the vocabulary"],
  ["a file outside of rooms", "app/domain/shared.ts", LINE, "shared.ts: a file outside of any room"],
  ["a rule without a test", "app/domain/tasks/rules.late.ts", LINE, "rules.late.ts: no test in tests/domain/tasks/"],
  ["a policy without a test", "app/domain/tasks/policy.ts", LINE, "policy.ts: no test in tests/domain/tasks/"],
  [
    "a query nobody tried from outside",
    queries,
    `${GOOD[queries]}export function getTask(scope: Scope) {}\n`,
    "getTask is",
  ],
  [
    "a loader without a gate",
    "app/routes/o.$unit.tsx",
    "export async function loader() {\n  return 1;\n}\n",
    "loader calls no",
  ],
  [
    "a gate in the loader only",
    door,
    `${GOOD[door]?.split("\n\n")[0]}\nexport function action() {\n  return 1;\n}\n`,
    "action calls no gate",
  ],
  [
    "a gate in a helper below the door",
    door,
    "export const loader = () => 1;\nfunction x() { requireMember(); }\n",
    ":1: loader",
  ],
  [
    "a door of a hundred lines",
    door,
    `export function loader() {\n  requireMember();\n${"  go();\n".repeat(99)}}\n`,
    "102 lines of",
  ],
  ["a long file", "db/long.ts", LINE.repeat(301), "db/long.ts: 301 lines, at most 300"],
  ["an unfinished thing", "db/late.ts", `// ${"TO"}${"DO"} later\n`, "db/late.ts:1"],
  ["a path of one machine", "README.md", `# Debata\nIt is in /${"work"}/main.\n`, "README.md:2"],
  ["a tool of its making", "SECURITY.md", `Ask the ${"helper"} agent.\n`, "SECURITY.md:1"],
  ["a cast to any", rules, `${decided}const x = 1 as ${"any"};\n`, "rules.ts:2: as any"],
  ["a parameter of any", rules, `${decided}const f = (x: ${"any"}) => x;\n`, "rules.ts:2: : any"],
  ["a silenced compiler", rules, `${decided}// @ts-${"ignore"}\n`, "rules.ts:2: @ts-"],
  ["a skipped test", aTest, `${tested}test.${"skip"}("", () => {});\n`, "rules.test.ts:3: .skip("],
  ["a lonely test", aTest, `${tested}describe.${"only"}("", () => {});\n`, "rules.test.ts:3: .only("],
  ["a promised test", aTest, `${tested}test.${"todo"}("");\n`, "rules.test.ts:3: .todo("],
  ["raw HTML", screen, "<p dangerouslySetInnerHTML={x} />;\n", "task-row.tsx:1: dangerouslySetInnerHTML"],
  ["raw SQL", queries, `${GOOD[queries]}sql.raw("x");\n`, "queries.server.ts:3: sql.raw("],
  ["an inline style", screen, "<p style={{ color }} />;\n", "task-row.tsx:1: style={"],
  ["a data: address", screen, '<img src="data:image/png;base64," />;\n', 'task-row.tsx:1: "data:image/'],
  [
    "a reader that writes",
    queries,
    `import { read, write } from "~/platform/db.server";\n${GOOD[queries]}`,
    "a reader writes",
  ],
  ["a rule that looks at the clock", rules, `${decided}const now = new Date();\n`, "rules.ts:2: new Date()"],
  ["a date written by hand", screen, "<p>{day.toLocaleDateString()}</p>;\n", "task-row.tsx:1: .toLocaleDateString("],
  ["a query that only SQLite knows", queries, `${GOOD[queries]}read.select().from(tasks).all();\n`, ":3: .all()"],
  ["zod with every locale", "db/form.ts", 'import { z } from "zod";\n', "db/form.ts:1"],
  ["Polish beside the messages", door, `${GOOD[door]}const title = "Zgłoszenia";\n`, "messages.pl.ts"],
  ["a registry of one machine", "package-lock.json", '{ "resolved": "http://x" }', "package-lock.json:1"],
  ["a migration in one dialect", "db/migrations/sqlite/meta/_journal.json", '{ "entries": [] }', "npm run db:generate"],
  ["a migration that was not committed", "db/migrations/postgres/0000_start.sql", "", "0000_start.sql is in a journal"],
])("%s is refused", async (_, path, text, complaint) => {
  const complaints = await complaintsAbout({ [path]: text });
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(complaint);
});
