// A service that draws: tells its parent the process of its documents, lets it draw without end, and ends when told.
import { type DocumentFailed, openPool } from "~/platform/documents-pool.server";

const [worker = "", end] = process.argv.slice(2);
const { draw } = openPool({ atOnce: 1 });
const ask = (name: string) => draw(worker, { name, json: "{}", format: "pdf" }, "unit").ended;
const { message } = await ask("tells").then(
  () => new Error("drawn"),
  (error: DocumentFailed) => error,
);
if (end === "exit") void ask("hangs");
process.on("message", () => process.exit(0));
process.send?.(Number(/process (\d+)/.exec(message)?.[1]));
