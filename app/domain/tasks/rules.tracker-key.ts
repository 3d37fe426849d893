import { foldForSearch } from "~/platform/language";
import { placeKeyOf } from "~/platform/places";
import { isCalendarDate } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import { numberFromPath, numberInPath } from "./rules.tracker";

/** A row's place in the list. `dueOn` only where the longest overdue come first. */
export type TrackerKey = { rank: number; sequence: number; dueOn: CalendarDate | null };

/** "3-2026-07", or "2026-04-20.3-2026-07" in the list of what is late: stands in addresses, so it stays readable. */
export const keyInPath = (number: string, dueOn: CalendarDate | null) =>
  (dueOn === null ? "" : `${dueOn}.`) + numberInPath(number);

/** Reads it back; undefined for what is no key of ours. */
export function keyFromPath(part: string): TrackerKey | undefined {
  const [day, name] = part.includes(".") ? part.split(".", 2) : [null, part];
  const number = numberFromPath(name ?? "");
  if (!number || (day !== null && !(day !== undefined && isCalendarDate(day)))) return undefined;
  const { year, debate, sequence } = number;
  return { rank: -(year * 10_000 + debate), sequence, dueOn: day as CalendarDate | null };
}

/** The number of a row at this key, as far as its key tells. */
export const numberOfKey = ({ rank, sequence }: TrackerKey) =>
  `${-rank % 10_000}/${Math.floor(-rank / 10_000)}/${String(sequence).padStart(2, "0")}`;

/** Places are compared by their keys. What has none, like „miasto”, is looked for as it was typed. */
export const typedPlace = (text: string) => placeKeyOf(text) || foldForSearch(text).trim();

/**
 * The least text that stands after all texts with this beginning, in the order of bytes and in that of languages alike;
 * undefined where there is none. Keys of places are a–z, digits and spaces.
 */
export function endOfPrefix(prefix: string): string | undefined {
  const stem = prefix.replace(/z+$/, "");
  const last = stem.charCodeAt(stem.length - 1);
  if (Number.isNaN(last)) return undefined;
  return stem.slice(0, -1) + (stem.endsWith("9") ? "a" : String.fromCharCode(last + 1));
}

/** The query string of an address; what is not asked for is not in it. */
export function textOfQuery(query: Record<string, string | undefined>) {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
