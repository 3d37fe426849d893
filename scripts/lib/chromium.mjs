import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
const PLACES = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) => `/usr/bin/${name}`),
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((folder) =>
    process.env[folder] ? [join(process.env[folder], "Google/Chrome/Application/chrome.exe")] : [],
  ),
];
const ADVICE = "Install Chromium or Google Chrome, or name one: CHROME_PATH=/path/to/chrome npm test";

/** The browser of this machine, or Debian's, installed now if we may. Never none: a skipped test proves nothing. */
export async function ensureChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? { path: named } : { problem: `CHROME_PATH=${named} does not exist. ${ADVICE}` };
  const found = find();
  if (found) return { path: found };

  const problem = await installFromDebian(["chromium"], find);
  return problem ? { problem: `${problem} ${ADVICE}` } : { path: find() };
}

function find() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...PLACES, ...onPath].find((path) => existsSync(path));
}
