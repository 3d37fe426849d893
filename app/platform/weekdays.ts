import { type CalendarDate, dateOf, MONTHS, ROMAN, WEEKDAYS, weekdayName, weekdayOf } from "./time";

/** `text.slice(start, end)` is the weekday with its date; `right` is the day that the date really is. */
export type WrongWeekday = { start: number; end: number; date: CalendarDate; right: string; isSure: boolean };

const FORMS = new Map<string, number>();
for (const names of Object.values(WEEKDAYS))
  for (const [i, name] of names.entries()) FORMS.set(name.replace(".", ""), i + 1);
for (const [i, name] of "poniedziałkiem wtorkiem środą czwartkiem piątkiem sobotą niedzielą".split(" ").entries())
  FORMS.set(name, i + 1);
for (const [i, name] of "poniedziałkowi wtorkowi środzie czwartkowi piątkowi sobocie niedzieli".split(" ").entries())
  FORMS.set(name, i + 1);

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|");
const B = "[\\s\\u00a0]";
const WEEKDAY = `(?<![\\p{L}\\d-])(?<name>${longestFirst(FORMS.keys())})(?![\\p{L}-])\\.?`;
const MONTH = `(?<month>${longestFirst([...MONTHS, ...ROMAN])})(?!\\p{L})`;
// „18 marca 2026 r.”, „18 III”, „18.03.2026”, „2026-03-18”. „18.03” alone may be an hour.
const DATE = [
  `(?<d>\\d{1,2})\\.?${B}{1,3}${MONTH}(?:${B}{1,3}(?<y>\\d{4})(?!\\d)(?:${B}?r\\.)?)?`,
  "(?<d2>\\d{1,2})[./-](?<m2>\\d{1,2})[./-](?<y2>\\d{4})(?!\\d)",
  "(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})(?!\\d)",
].join("|");

const SHAPES = [
  // „środa, 18 marca 2026 r.”, „w środę (18.03.2026)”, „środa, tj. 18 marca”
  { shape: `${WEEKDAY}[,(–-]?${B}{0,2}[,(–-]?${B}{0,2}(?:(?:dnia|tj\\.|to jest)${B}{1,2})?(?:${DATE})`, isSure: true },
  // „18.03.2026 (środa)”
  { shape: `(?<!\\d)(?:${DATE})${B}{0,2}\\(${B}?(?:we?${B})?${WEEKDAY}${B}?\\)`, isSure: true },
  // „18.03.2026, środa”: the weekday may also begin what follows
  { shape: `(?<!\\d)(?:${DATE}),?${B}{0,2}[–-]?${B}{1,2}${WEEKDAY}`, isSure: false },
].map(({ shape, isSure }) => ({ shape: new RegExp(shape, "giu"), isSure }));

/**
 * Weekdays that do not fit the date beside them. A date without a year is one of `year` or of the year after it, and
 * never sure. A weekday goes with the date after it; only when there is none, with the one before.
 */
export function wrongWeekdaysIn(text: string, year: number): WrongWeekday[] {
  const wrong: WrongWeekday[] = [];
  let rest = text;
  for (const { shape, isSure } of SHAPES) {
    rest = rest.replace(shape, (found: string, ...args: unknown[]) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      const start = Number(args.at(-3));
      const fault = faultOf(groups, year);
      if (fault) wrong.push({ ...fault, start, end: start + found.length, isSure: isSure && fault.isSure });
      // What has been read is blanked, so that no weekday and no date serves twice.
      return fault === undefined ? found : " ".repeat(found.length);
    });
  }
  return wrong.sort((a, b) => a.start - b.start);
}

/** Undefined where there is no such date, null where all is well. */
function faultOf(groups: Record<string, string | undefined>, year: number) {
  const { name = "", month, d, y, d2, m2, y2, d3, m3, y3 } = groups;
  const weekday = FORMS.get(name.toLowerCase());
  const monthName = (month ?? "").toLowerCase();
  const monthNo = month ? 1 + Math.max(MONTHS.indexOf(monthName), ROMAN.indexOf(monthName)) : Number(m2 ?? m3);
  const written = y ?? y2 ?? y3;
  const dates = (written ? [Number(written)] : [year, year + 1])
    .filter((each) => each >= 1900 && each < 2200)
    .map((each) => dateOf(each, monthNo, Number(d ?? d2 ?? d3)))
    .filter((date) => date !== null);
  const [date] = dates;
  if (!date) return undefined;
  if (dates.some((each) => weekdayOf(each) === weekday)) return null;
  return { date, right: weekdayName(date), isSure: written !== undefined };
}
