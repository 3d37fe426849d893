// npm test: everything that can be proved in minutes. What passed with exactly these inputs is not run again.
//   npm test                     what has changed          npm test -- --all       everything (also when CI=true)
//   npm test -- types lint       only these steps
import "./lib/node-version.mjs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { endWithNpm } = await import("./lib/end-with-npm.mjs");
const { main } = await import("./lib/progress.mjs");
const { test } = await import("./lib/test.mjs");
endWithNpm();
await main(test);
