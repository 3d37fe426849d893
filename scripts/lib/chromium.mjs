import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

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

  const prefix = await rightToInstall();
  if (!prefix) return { problem: `The browser tests found no browser. ${ADVICE}` };
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  const updated = await apt("update");
  const installed = await apt("install", "-y", "--no-install-recommends", "chromium");
  const path = find();
  if (installed.ok && path) return { path };
  return { problem: `${updated.output}${installed.output}\nDebian's chromium could not be installed. ${ADVICE}` };
}

function find() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...PLACES, ...onPath].find((path) => existsSync(path));
}

/** What to write before apt-get: nothing as root, `sudo -n` where no password is asked, undefined where we may not. */
async function rightToInstall() {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = await run("sudo", ["-n", "true"]).catch(() => ({ ok: false }));
  return sudo.ok ? ["sudo", "-n"] : undefined;
}
