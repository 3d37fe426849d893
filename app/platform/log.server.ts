import { format } from "node:util";
import { pino } from "pino";
import { config } from "./config.server";

/** One line of JSON per fact. Never a token, a cookie, an e-mail address or a resident's text. */
export const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** 32 bytes as base64url, or a code as it is printed: a resident's, or what stands behind a debate's own. */
const KEY = /(?<![\w-])(?:[\w-]{43}|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}|[0-9A-Z]{5}(?:-[0-9A-Z]{4,6}){1,3})(?![\w-])/g;
const KEYED = /^\/+(i|b|r|m|c|f|v|join|reset|screen|verify)\/[^/]*/i;

/**
 * Addresses that are keys in themselves are cut before they are written down. Remix also takes /I/ and /%69/ for /i/, so
 * what is cut is looked for in every spelling, and a key wherever it stands.
 */
export function withoutKeys(address: string) {
  const path = address.replace(/[?#][\s\S]*$/, "");
  return withoutPercents(path).replace(KEYED, "/$1/…").replace(KEY, "…");
}

function withoutPercents(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[\s\S]*$/, "…");
  }
}

/** What went wrong, without what was being saved: the database layer writes the values of a failed query behind it. */
export const withoutValues = (error: unknown) =>
  String(error)
    .replace(/\nparams:[\s\S]*$/, "")
    .replace(KEY, "…")
    .slice(0, 300);

/** Where it went wrong; the lines before say what, with values. */
export const stackOf = (error: unknown) =>
  error instanceof Error
    ? error.stack
        ?.split("\n")
        .filter((line) => line.startsWith("    at "))
        .slice(0, 8)
    : undefined;

/** What libraries say is written like everything else: React Router warns of an address that it does not know, key and all. */
export function logConsole() {
  for (const level of ["debug", "info", "warn", "error", "trace"] as const)
    console[level] = (...words: unknown[]) => log.warn({ said: withoutValues(format(...words)) }, "a library says");
}
