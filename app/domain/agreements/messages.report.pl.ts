import { formatMoney, formatNumber } from "~/platform/language";
import { dateParts, formatDate, formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import { messages, outcomeLine } from "./messages.pl";
import { byMonth, type Counts, sumOf } from "./rules";
import { type Price, spent } from "./rules.terms";

const MONTHS = "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień".split(
  " ",
);
export const monthName = (day: CalendarDate) => `${MONTHS[dateParts(day).month - 1]} ${dateParts(day).year}`;

export const report = {
  caps: "SPRAWOZDANIE Z WYKONANIA POROZUMIENIA",
  title: (subject: string) => `Sprawozdanie z wykonania porozumienia – ${subject}`,
  asOf: (day: string) => `Stan na dzień ${day}`,
  fileName: (day: string) => `Sprawozdanie z wykonania porozumienia – stan ${day}.pdf`,
  sections: {
    terms: "Porozumienie",
    summary: "Wykonanie",
    text: "Opis",
    months: "Miesiąc po miesiącu",
    entries: "Wykorzystane służby",
  },
  columns: {
    what: "Wyszczególnienie",
    services: "Służby",
    money: "Kwota",
    month: "Miesiąc",
    day: "Dzień",
    place: "Miejsce",
    outcome: "Wynik i uwagi",
  },
  agreed: "Ustalono",
  used: "Wykorzystano",
  left: "Pozostało",
  noEntries: "Nie wpisano jeszcze żadnej służby.",
  signatures: { author: "Sporządzający", head: "Zatwierdzam" },
  failure: "Nie udało się teraz przygotować sprawozdania. Proszę spróbować za chwilę.",
  /** In the report on a debate, beside the task. */
  fulfilment: "Porozumienie",
};

type Terms = Price & {
  subject: string;
  parties: string;
  resolution: string;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  servicesUsed: number;
  places: string;
  report: string;
  task: { number: string; title: string } | null;
};
type Entry = Counts & { usedOn: CalendarDate; place: string; note: string };

/** Everything that stands in the document, in whole sentences and sums. */
export function composeReport(agreement: Terms, entries: readonly Entry[], now: Date) {
  const { facts } = messages;
  const { spentGrosze, leftGrosze, leftServices } = spent(agreement, agreement.servicesUsed);
  const line = (counts: Counts, ...more: string[]) => [outcomeLine(counts), ...more].filter(Boolean).join("; ");
  const total = sumOf(entries);
  const rows = [
    { label: facts.parties, value: agreement.parties },
    { label: facts.signed, value: formatDate(agreement.signedOn) },
    { label: facts.resolution, value: agreement.resolution },
    { label: facts.period, value: messages.period(agreement.startsOn, agreement.endsOn) },
    { label: facts.amount, value: `${formatMoney(agreement.amountGrosze)}: ${messages.price(agreement)}` },
    { label: facts.places, value: agreement.places },
    { label: facts.task, value: agreement.task ? `${agreement.task.number}: ${agreement.task.title}` : "" },
  ];
  return {
    subject: agreement.subject,
    facts: rows.filter(({ value }) => value),
    summary: [
      { label: report.agreed, services: agreement.services, grosze: agreement.amountGrosze },
      { label: report.used, services: agreement.servicesUsed, grosze: spentGrosze },
      { label: report.left, services: leftServices, grosze: leftGrosze },
    ].map(({ label, services, grosze }) => ({ label, services: formatNumber(services), money: formatMoney(grosze) })),
    text: agreement.report,
    months: [
      ...byMonth(agreement, entries, now).map(({ month, ...counts }) => ({
        month: monthName(month),
        services: formatNumber(counts.services),
        outcome: line(counts),
      })),
      { month: messages.total, services: formatNumber(total.services), outcome: line(total) },
    ],
    entries: entries.map((entry) => ({
      day: formatShort(entry.usedOn),
      services: formatNumber(entry.services),
      place: entry.place,
      outcome: line(entry, entry.note),
    })),
  };
}
export type ComposedAgreement = ReturnType<typeof composeReport>;

/** One line beside the task that an agreement fulfils: „Przedmiot – 33 000 zł, wykorzystano 96 z 150 służb”. */
export const fulfilmentOf = ({ subject, amountGrosze, servicesUsed, services }: Terms | PublicTerms) =>
  `${subject} – ${formatMoney(amountGrosze)}, wykorzystano ${messages.used(servicesUsed, services)}`;
type PublicTerms = { subject: string; amountGrosze: number; servicesUsed: number; services: number };
