// npm start: from a fresh clone to a page in the browser. What has not changed is not done again.
import "./lib/node-version.mjs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { endWithNpm } = await import("./lib/end-with-npm.mjs");
const { main } = await import("./lib/progress.mjs");
const { start } = await import("./lib/start.mjs");
endWithNpm();
await main(start);
