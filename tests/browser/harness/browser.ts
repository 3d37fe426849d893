import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { WIDTHS } from "./inspect";
import { openPerson } from "./person";
import type { Service } from "./service";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** Chromium asks its makers for news at every start; here it has nobody to ask. */
const QUIET = [
  "no-first-run",
  "disable-background-networking",
  "disable-component-update",
  "disable-sync",
  "disable-quic",
];
const ARGS = [...QUIET, "no-sandbox", "disable-gpu", "disable-dev-shm-usage"].map((name) => `--${name}`);

export type PersonOptions = {
  screen?: keyof typeof WIDTHS;
  javaScript?: boolean;
  colors?: "light" | "dark";
  context?: BrowserContextOptions;
};

/** One browser for a test file; each person in the story gets a window with cookies of their own. */
export async function openBrowser(service: Service) {
  const executablePath = process.env.CHROME_PATH ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) throw new Error("No browser: CHROME_PATH=/path/to/chrome, or npm test, which finds one");
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  const problems = new Set<string>();

  return {
    /** What was wrong on any page that anybody looked at. End a file with a test that it is empty. */
    problems: () => [...problems],
    async person({ screen = "desk", javaScript = true, colors = "light", context = {} }: PersonOptions = {}) {
      const height = screen === "phone" ? 740 : 900;
      const opened = await browser.newContext({
        baseURL: service.url,
        javaScriptEnabled: javaScript,
        viewport: { width: WIDTHS[screen], height },
        colorScheme: colors,
        locale: "pl-PL",
        timezoneId: "Europe/Warsaw",
        reducedMotion: "reduce",
        ...context,
      });
      return openPerson(await opened.newPage(), { problems, url: service.url, colors, javaScript });
    },
    close: () => browser.close(),
  };
}
