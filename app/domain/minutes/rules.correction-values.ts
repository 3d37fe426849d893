import { calendarDate, formatLong, formatLongWithTime, formatShort, formatTime, isCalendarDate } from "~/platform/time";
import { DUE_BASES, HALL_VERDICTS, MOTION_OUTCOMES } from "~db/vocabulary";
import { places as say } from "./messages.correction-places.pl";
import { paragraphsOf } from "./rules.paragraphs";

/** How a value of the approved paper is written in a form, kept in a draft and told to people. */
export type Kind = "line" | "text" | "lines" | "numbers" | "date" | "moment" | "count" | Choice;
export type Choice = "outcome" | "basis" | "verdict";

export const CHOICES: Record<Choice, readonly string[]> = {
  outcome: MOTION_OUTCOMES,
  basis: DUE_BASES,
  verdict: HALL_VERDICTS,
};
export const isChoice = (as: Kind): as is Choice => Object.hasOwn(CHOICES, as);

type Value = string | number | null | readonly string[];
const isList = (as: Kind) => as === "lines" || as === "numbers";

/** What is compared and kept: the same value has one text. Seconds are not printed, so they are no difference. */
export function written(as: Kind, value: Value | undefined): string {
  if (as === "moment" && value) return `${String(value).slice(0, 16)}:00.000Z`;
  return typeof value === "object" && value ? value.join("\n") : String(value ?? "");
}

/** The value for the document; undefined when the text cannot be one. */
export function valueIn(as: Kind, text: string): Value | undefined {
  if (isList(as)) return paragraphsOf(text);
  if (as === "count") return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  if (as === "line" || as === "text") return text;
  if (text === "") return null;
  if (as === "date") return isCalendarDate(text) ? text : undefined;
  if (as === "moment") return Number.isNaN(Date.parse(text)) ? undefined : text;
  return CHOICES[as].includes(text) ? text : undefined;
}

/** As it stands in the field. */
export function typedAs(as: Kind, text: string): string {
  if (text && as === "date") return formatShort(calendarDate(text));
  if (text && as === "moment") return `${formatShort(new Date(text))}, ${formatTime(new Date(text))}`;
  return text;
}

/** As it is told: a day with its weekday, which nobody has to work out. */
export function told(as: Kind, text: string): string {
  if (!text) return "";
  if (as === "date") return formatLong(calendarDate(text));
  if (as === "moment") return formatLongWithTime(new Date(text));
  if (isChoice(as)) return say.choices[as]?.[text] ?? text;
  return as === "numbers" ? paragraphsOf(text).join(", ") : text;
}
