// Imported before everything else, and in the oldest words of the language, so that an old Node can still say it.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const [major, minor] = engines.node.match(/\d+/g).map(Number);
const [ours, oursMinor] = process.versions.node.split(".").map(Number);

if (ours < major || (ours === major && oursMinor < minor)) {
  console.error(
    `Debata needs Node ${engines.node}; this is ${process.versions.node}. Get a newer one from nodejs.org.`,
  );
  process.exit(1);
}
