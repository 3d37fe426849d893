import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { sentences } from "./fields.pl";
import { allow, type Outcome, refuse } from "./outcome";
import { cleanLine, cleanParagraph, lengthOf } from "./text";
import { type CalendarDate, type ClockTime, instantAt, parsePolishDate, parsePolishTime } from "./time";

/** What a form sends: nothing, or text. A field cleans and reads it, or answers with one Polish sentence. */
type Typed = string | null | undefined;
type Reader<Value> = (typed: string) => Outcome<Value, string>;

/** `label` is a noun in the accusative and goes into the sentence: { label: "tytuł debaty" } → „Proszę podać tytuł debaty.” */
type Options<Key extends string> = { label?: string; messages?: Partial<Record<Key | "required", string>> };

function field<Value>(read: Reader<Value>, required: string) {
  return z
    .string({ error: required })
    .nullish()
    .transform((typed, ctx): Value => {
      const result: Outcome<Value, string> = cleanLine(typed ?? "") === "" ? refuse(required) : read(typed ?? "");
      if (result.ok) return result.value;
      ctx.addIssue({ code: "custom", message: result.reason });
      return z.NEVER;
    });
}

/** The same field, which may stay empty and then gives null: `optional(email())`. */
export function optional<Value, Input extends Typed>(inner: z.ZodType<Value, Input>) {
  return z
    .string({ error: sentences.required() })
    .nullish()
    .transform((typed, ctx): Value | null => {
      if (cleanLine(typed ?? "") === "") return null;
      const result = inner.safeParse(typed);
      if (result.success) return result.data;
      for (const { message } of result.error.issues) ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

type TextOptions = Options<"tooShort" | "tooLong"> & { min?: number; max?: number };

const textField =
  (clean: (text: string) => string, usualMax: number) =>
  ({ label, min = 1, max = usualMax, messages = {} }: TextOptions = {}) =>
    field((typed) => {
      const text = clean(typed);
      const length = lengthOf(text);
      if (length < min) return refuse(messages.tooShort ?? sentences.tooShort(min, length));
      if (length > max) return refuse(messages.tooLong ?? sentences.tooLong(max, length));
      return allow(text);
    }, messages.required ?? sentences.required(label));

/** One line of text, at most 200 characters unless said otherwise. */
export const line = textField(cleanLine, 200);
/** Text of several lines, at most 4000 characters unless said otherwise. */
export const paragraph = textField(cleanParagraph, 4000);

const EMAIL =
  /^(?!\.)(?!.*\.[.@])[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export const email = ({ label = "adres e-mail", messages = {} }: Options<"invalid" | "tooLong"> = {}) =>
  field((typed) => {
    const address = cleanLine(typed).toLowerCase();
    if (address.length > 254) return refuse(messages.tooLong ?? sentences.tooLong(254, address.length));
    return EMAIL.test(address) ? allow(address) : refuse(messages.invalid ?? sentences.email(address));
  }, messages.required ?? sentences.required(label));

const MOBILE = /^(?:45|5[0137]|6[069]|7[2389]|88)/;
const polishNumber = (digits: string) =>
  MOBILE.test(digits)
    ? digits.replace(/(...)(...)(...)/, "$1 $2 $3")
    : digits.replace(/(..)(...)(..)(..)/, "$1 $2 $3 $4");

/** „600100200” → „600 100 200”, „44/123-45-67 wew. 12” → „44 123 45 67 wew. 12”, „0048…” → „+48 …” */
export const phone = ({ label = "numer telefonu", messages = {} }: Options<"invalid"> = {}) =>
  field((typed) => {
    const [, number = "", extension] = /^(.*?)(?:\s*wew\.?\s*(\d{1,6}))?$/i.exec(cleanLine(typed)) ?? [];
    const dialled = number.replace(/[\s()./–-]/g, "").replace(/^00/, "+");
    const home = /^(?:\+48|0)?([1-9]\d{8})$/.exec(dialled)?.[1];
    if (!home && !/^\+(?!48)[1-9]\d{7,14}$/.test(dialled)) return refuse(messages.invalid ?? sentences.phone);
    const country = dialled.startsWith("+48") ? "+48 " : "";
    return allow((home ? country + polishNumber(home) : dialled) + (extension ? ` wew. ${extension}` : ""));
  }, messages.required ?? sentences.required(label));

type DateKeys = "invalid" | "noSuchDate" | "otherWeekday" | "tooEarly" | "tooLate";
type DateOptions = Options<DateKeys> & { min?: CalendarDate; max?: CalendarDate };

/** A day, as people write it: 18.03.2026, 18 marca 2026, 2026-03-18. */
export const dateField = ({ label = "datę", min, max, messages = {} }: DateOptions = {}) =>
  field((typed): Outcome<CalendarDate, string> => {
    const text = cleanLine(typed);
    const read = parsePolishDate(text);
    if (!read.ok)
      return refuse(
        {
          unreadable: messages.invalid ?? sentences.date,
          no_such_date: messages.noSuchDate ?? sentences.noSuchDate(text),
          other_weekday: messages.otherWeekday ?? sentences.otherWeekday(text),
        }[read.reason],
      );
    if (min && read.value < min) return refuse(messages.tooEarly ?? sentences.tooEarly(min));
    if (max && read.value > max) return refuse(messages.tooLate ?? sentences.tooLate(max));
    return read;
  }, messages.required ?? sentences.required(label));

/** 17:00, 17.00 or 17. */
export const timeField = ({ label = "godzinę", messages = {} }: Options<"invalid" | "noSuchTime"> = {}) =>
  field((typed): Outcome<ClockTime, string> => {
    const text = cleanLine(typed);
    const read = parsePolishTime(text);
    if (read.ok) return read;
    if (read.reason === "unreadable") return refuse(messages.invalid ?? sentences.time);
    return refuse(messages.noSuchTime ?? sentences.noSuchTime(text));
  }, messages.required ?? sentences.required(label));

/** In the transform of a form with a date and a time: their instant, or an issue at `path` for the hour that is missing. */
export function instantOf(date: CalendarDate, time: ClockTime, ctx: z.RefinementCtx, path: string): Date {
  const found = instantAt(date, time);
  if (found.ok) return found.value;
  ctx.addIssue({ code: "custom", path: [path], message: sentences.noSuchHour(date, time) });
  return z.NEVER;
}

type NumberOptions = Options<"invalid" | "tooSmall" | "tooLarge"> & { min?: number; max?: number };

/** A whole number within limits; they always exist, because columns have them. */
export const wholeNumber = ({ label, min = 0, max = 1_000_000, messages = {} }: NumberOptions = {}) =>
  field((typed) => {
    const text = cleanLine(typed)
      .replace(/ (?=\d{3})/g, "")
      .replace(/^−/, "-");
    if (!/^-?\d{1,15}$/.test(text)) return refuse(messages.invalid ?? sentences.wholeNumber);
    const number = Number(text);
    if (number < min) return refuse(messages.tooSmall ?? sentences.atLeast(min));
    if (number > max) return refuse(messages.tooLarge ?? sentences.atMost(max));
    return allow(number === 0 ? 0 : number);
  }, messages.required ?? sentences.required(label));

/** „33 000 zł”, „220,50” → whole grosze; at most 20 million zł, which an integer column holds. */
export const money = ({ label = "kwotę", min = 0, max = 2_000_000_000, messages = {} }: NumberOptions = {}) =>
  field((typed) => {
    const text = cleanLine(typed)
      .replace(/ ?(?:zł|PLN)\.?$/i, "")
      .replace(/[ .](?=\d{3}(?:\D|$))/g, "");
    const [, zloty, rest = ""] = /^(\d{1,12})(?:[.,](\d{2}|-))?$/.exec(text) ?? [];
    if (!zloty) return refuse(messages.invalid ?? sentences.money);
    const grosze = Number(zloty) * 100 + (Number(rest) || 0);
    if (grosze < min) return refuse(messages.tooSmall ?? sentences.moneyAtLeast(min));
    if (grosze > max) return refuse(messages.tooLarge ?? sentences.moneyAtMost(max));
    return allow(grosze);
  }, messages.required ?? sentences.required(label));

/** One of the words of a radio group or a select. */
export const oneOf = <const Words extends readonly string[]>(
  words: Words,
  { label, messages = {} }: Options<never> = {},
) => {
  const required = messages.required ?? sentences.choose(label);
  return field<Words[number]>((typed) => (words.includes(typed) ? allow(typed) : refuse(required)), required);
};

/** Ticked or not; with `required`, a box that has to be ticked, and the sentence for when it is not. */
export const checkbox = ({ required }: { required?: string | true } = {}) =>
  z
    .union([z.string(), z.boolean()])
    .nullish()
    .transform((typed, ctx) => {
      const ticked = typed === true || typed === "on" || typed === "true" || typed === "1";
      if (required && !ticked) ctx.addIssue({ code: "custom", message: required === true ? sentences.tick : required });
      return ticked;
    });
