import { pino } from "pino";
import { config } from "./config.server";

/** One line of JSON per fact. Never a token, a cookie, an e-mail address or a resident's text. */
export const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** Addresses that are keys in themselves are cut before they are written down. */
export const withoutKeys = (path: string) =>
  path.replace(/\?.*$/, "").replace(/^\/(i|b|r|m|join|reset|screen|verify)\/[^/]*/, "/$1/…");

/** What went wrong, without what was being saved: the database layer writes the values of a failed query behind it. */
export const withoutValues = (error: unknown) =>
  String(error)
    .replace(/\nparams:[\s\S]*$/, "")
    .slice(0, 300);
