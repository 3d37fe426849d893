import { type ExplainedTerm, type SkippedDay, TERMS } from "~/platform/deadlines";
import { counted } from "~/platform/language";
import { formatLong } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

/** „Jak policzono ten termin?”; the articles are those of the Code of Administrative Procedure. */
export const due = {
  title: "Jak policzono ten termin?",
  titleAll: "Jak policzono te terminy?",
  basis: ({ name }: ExplainedTerm) => `Podstawa: ${TERMS[name].basis} – ${TERMS[name].meaning}.`,
  byAgreement: "Termin jest umowny. Policzono go tak jak terminy ustawowe, żeby nie wypadł w dniu wolnym od pracy.",
  agreed: "Tej daty nie policzono z przepisu: uzgodniono ją albo wpisano.",
  changed: (dueOn: CalendarDate, end: CalendarDate) =>
    `Obecny termin jest inny: ${formatLong(dueOn)} Zmieniono go ręcznie; z podstawy wynikał dzień: ${formatLong(end)}`,
};

/** The steps of the count, each a sentence; a date ends in „r.”, which also ends the sentence. */
export function stepsOf({ received, length, bare, isMonthEnd, skipped, end }: ExplainedTerm): string[] {
  const start =
    "days" in length
      ? `Początek: ${formatLong(received)} Tego dnia się nie wlicza (art. 57 § 1 KPA).`
      : `Początek: ${formatLong(received)} Od tego dnia liczy się miesiące.`;
  return [start, bareEnd({ length, bare, isMonthEnd }), ...skipped.map(skip), `Termin upływa: ${formatLong(end)}`];
}

function bareEnd({ length, bare, isMonthEnd }: Pick<ExplainedTerm, "length" | "bare" | "isMonthEnd">) {
  if ("days" in length) return `${counted(length.days, "day")} później: ${formatLong(bare)}`;
  const later = length.months === 1 ? "Miesiąc później" : `${counted(length.months, "month")} później`;
  return isMonthEnd
    ? `${later} nie ma takiego dnia, więc liczy się ostatni dzień miesiąca: ${formatLong(bare)} (art. 57 § 3 KPA).`
    : `${later} jest dzień o tej samej dacie: ${formatLong(bare)} (art. 57 § 3 KPA).`;
}

const skip = ({ on, why, holiday }: SkippedDay) => {
  const day = formatLong(on);
  const reason = why === "saturday" && !holiday ? "w sobotę termin nie upływa" : dayOff(holiday);
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}: ${reason} – przechodzi na następny dzień (art. 57 § 4 KPA).`;
};

/** A Sunday is one, too (ustawa o dniach wolnych od pracy, art. 1 pkt 2). */
const dayOff = (holiday: string | null) => `dzień ustawowo wolny od pracy${holiday ? ` (${holiday})` : ""}`;

/** Through whose hands a matter has gone. */
export const chain = {
  title: "Droga sprawy",
  due: (dueOn: string, basis: string) => `termin ${dueOn} (${basis})`,
  passedOn: (on: string, reason: string) => `Przekazano dalej ${on}${reason ? `: ${reason}` : ""}`,
};
