import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runVitest } from "../../scripts/lib/vitest.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(process.cwd(), "node_modules", ".again-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = "test('steady', () => expect(1).toBe(1)); test.skip('later', () => {});";
const BAD = "test('broken', () => expect(1).toBe(2));";
/** Passes from the second time on. */
const unsteady = (mark: string) =>
  `import { existsSync, writeFileSync } from "node:fs";
   test("calm", () => expect(1).toBe(1));
   test("unsteady", () => { const was = existsSync("${mark}"); writeFileSync("${mark}", ""); expect(was).toBe(true); });`;

async function runOf(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.ts`), text);
  const config = join(folder, "vitest.config.mjs");
  writeFileSync(config, `export default { test: { root: ${JSON.stringify(folder)}, globals: true } };`);
  return await runVitest(config);
}

test("what fails once is run again by itself, counted once, and told", async () => {
  const result = await runOf({ good: GOOD, swaying: unsteady(join(folder, "mark")) });
  expect(result).toMatchObject({ ok: true, passed: 3, failed: 0, skipped: 1 });
  expect(result.unsteady).toHaveLength(1);
  expect(result.unsteady?.[0]).toMatch(/swaying\.test\.ts: unsteady[\s\S]*expected false to be true/);
});

test("what fails twice has failed, also beside what only sways", async () => {
  const result = await runOf({ good: GOOD, bad: BAD, swaying: unsteady(join(folder, "mark")) });
  expect(result).toMatchObject({ ok: false, passed: 3, failed: 1, skipped: 1 });
  expect(result.output).toContain("broken");
});

test("a file that cannot be read has failed, and many that fail are not run again", async () => {
  expect(await runOf({ good: GOOD, unreadable: "const = 1" })).toMatchObject({ ok: false, passed: 1, failed: 1 });
  const four = Object.fromEntries([1, 2, 3, 4].map((i) => [`swaying${i}`, unsteady(join(folder, `mark${i}`))]));
  expect(await runOf(four)).toMatchObject({ ok: false, failed: 4 });
});
