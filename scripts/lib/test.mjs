import { audit } from "./audit.mjs";
import { BUILD_INPUTS, ensureBuilt, isBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { Stop, seconds } from "./progress.mjs";
import { run, runTool } from "./run.mjs";
import { line, runSteps } from "./steps.mjs";
import { ensureTools } from "./tools.mjs";
import { runVitest } from "./vitest.mjs";

const { env } = process;
const CODE = ["app", "db", "scripts", "tests", "package.json", "package-lock.json", "tsconfig.json"];
const CONFIGS = ["drizzle.config.ts", "remix.config.js", "vite.config.ts"];
const PAPERS = [".ci", ".gitignore", "LICENSE", "README.md", "SECURITY.md", "public"];
const EVERYTHING = [...CODE, ...CONFIGS, ...PAPERS];

const types = {
  name: "types",
  inputs: [...CODE, ...CONFIGS],
  run: () =>
    runTool("typescript", "tsc", ["-p", ".", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/debata/types"]),
};
const lint = {
  name: "lint",
  inputs: EVERYTHING,
  run: () => runTool("@biomejs/biome", "biome", ["check", "--config-path=scripts", "--error-on-warnings", "."]),
};
const structure = {
  name: "structure",
  inputs: EVERYTHING,
  async run() {
    const rules = ["--config", "scripts/dependency-cruiser.cjs", "app", "db"];
    const results = [
      await runTool("dependency-cruiser", "depcruise", rules),
      await run(process.execPath, ["scripts/check-structure.mjs"]),
    ];
    return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join("\n") };
  },
};
const unused = {
  name: "unused",
  inputs: EVERYTHING,
  run: () => runTool("knip", "knip", ["--config", "scripts/knip.json", "--no-progress"]),
};
const tests = {
  name: "tests",
  needs: ["tools"],
  inputs: [...CODE, ...CONFIGS, "public"],
  env: { TEST_DATABASE_URL: env.TEST_DATABASE_URL },
  run: () => runVitest("tests/vitest.config.ts"),
};
const build = {
  name: "build",
  inputs: BUILD_INPUTS,
  isThere: isBuilt,
  run: () => ensureBuilt(),
};
/** Beside the tests, because where it has to be installed it waits for the network. */
const chromium = {
  name: "chromium",
  async run() {
    const { path, problem } = await ensureChromium();
    env.CHROME_PATH = path;
    return { ok: !problem, output: problem, detail: path };
  },
};
const browser = {
  name: "browser",
  needs: ["build", "chromium", "tools"],
  inputs: [...BUILD_INPUTS, "scripts/campaigns", "scripts/deploy", "scripts/lib", "tests/browser", "tests/setup"],
  run: () => runVitest("tests/browser/vitest.config.ts"),
};

/** What other people's programs make of our documents, a real PostgreSQL server, and a proxy. */
const tools = {
  name: "tools",
  async run() {
    const { problem } = (await ensureTools()) ?? {};
    return { ok: !problem, output: problem, detail: "poppler, qpdf, LibreOffice, PostgreSQL, nginx" };
  },
};
const papers = {
  name: "papers",
  needs: ["tools"],
  inputs: [...CODE, ...CONFIGS],
  run: () => runVitest("tests/papers/vitest.config.ts"),
};

/** Without inputs, because what is known of a package changes while the package does not. */
const weaknesses = { name: "audit", run: audit };

/** The tests keep all cores busy, the steps of one core stand in a line beside them; the browser comes when it is quiet. */
const STAGES = [
  [
    [types, lint, structure, unused, build],
    [chromium, tools, weaknesses, tests],
  ],
  [[browser, papers]],
];

export async function test() {
  const since = performance.now();
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith("--"));
  const names = STAGES.flat(2).map(({ name }) => name);
  const unknown = words.find((word) => word !== "--all" && !names.includes(word));
  if (unknown) throw new Stop(`There is no step "${unknown}". The steps are: ${names.join(", ")}.`);

  await ensureInstalled();
  const results = new Map();
  const chosen = ({ name }) => wanted.length === 0 || wanted.includes(name);
  for (const stage of STAGES) {
    const lanes = stage.map((lane) => lane.filter(chosen));
    await runSteps(lanes, results, { all: words.includes("--all") || env.CI === "true" });
  }
  summarize(results, since);
}

/** The last line is the one that machines read: tests alone, and a broken step counts as one that failed. */
function summarize(results, since) {
  console.log(`\n${"─".repeat(60)}`);
  for (const [name, result] of results) console.log(line(name, result));
  const sum = (count) => [...results.values()].map(count).reduce((a, b) => a + b, 0);
  const passed = sum((result) => result.passed ?? 0);
  const failed = sum(({ ok, failed }) => (ok ? 0 : Math.max(failed ?? 0, 1)));
  const skipped = sum((result) => result.skipped ?? 0);
  console.log(`${"─".repeat(60)}\n${seconds(since)}\n`);
  for (const words of [...results.values()].flatMap(({ unsteady = [] }) => unsteady))
    console.log(`Failed at first, and passed by itself: ${words}\n`);
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed ? 1 : 0;
}
