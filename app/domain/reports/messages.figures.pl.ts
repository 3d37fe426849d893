import { counted, formatNumber, typeset } from "~/platform/language";
import { formatLong, formatPeriod } from "~/platform/time";
import type { HallVerdict } from "~db/vocabulary";
import type { Speed } from "./rules.figures";
import type { Period } from "./rules.period";

type Named = { number: number; year: number; topic: string };
export const debateName = ({ number, year, topic }: Named) => `${number}/${year} – ${topic}`;

/** „12,5” */
export const formatDecimal = (value: number) => {
  const [whole = 0, rest = 0] = [Math.trunc(value), Math.round(Math.abs(value % 1) * 10)];
  return rest ? `${formatNumber(whole)},${rest}` : formatNumber(whole);
};

export const nothing = "–";
export const daysOf = (days: number | null) => (days === null ? nothing : formatDecimal(days));
export const percentOf = (percent: number | null) => (percent === null ? nothing : `${percent}%`);

/** What the period is called, in a sentence and as a subtitle. */
export function periodName(period: Period, debates: readonly (Named & { id: string })[] = []) {
  if (period.kind === "months_12") return `ostatnie 12 miesięcy (${formatPeriod(period.from, period.to)})`;
  if (period.kind !== "debate") return `rok ${period.year}`;
  const debate = debates.find(({ id }) => id === period.debateId);
  return typeset(debate ? `debata ${debateName(debate)}` : "debata");
}

export const figures = {
  title: "Raporty",
  sub: (period: string, now: Date) => `${period} · stan na: ${formatLong(now)}`,
  yearSheet: "Zestawienie roczne",
  units: "Jednostki podległe",
  choose: "Okres",
  chooser: {
    period: "Okres",
    thisYear: (year: number) => `Ten rok (${year})`,
    months: "Ostatnie 12 miesięcy",
    debate: "Debata",
    allDebates: "Wszystkie debaty",
  },
  standing: {
    title: "Stan na dziś",
    titleOfDebate: "Stan zadań tej debaty na dziś",
    lead: "Wszystkie zadania, które są otwarte dziś, bez względu na okres. Zadanie przekazane dalej liczy się raz: u podmiotu, który je przejął.",
    open: "otwartych",
    late: "po terminie",
    longLate: "ponad 30 dni po terminie",
    silent: "bez informacji od 30 dni",
    reported: "czeka na potwierdzenie",
    funds: "wymaga środków",
    chart: "Zadania otwarte",
    state: "Stan",
    many: "Liczba zadań",
    bars: {
      inTime: "W terminie",
      late: "Po terminie do 30 dni",
      longLate: "Po terminie ponad 30 dni",
      reported: "Czeka na potwierdzenie",
    },
    none: "Nie ma otwartych zadań.",
  },
  speed: {
    title: "Tempo",
    lead: "Dni kalendarzowe od zlecenia. Gdy sprawę przekazano innemu podmiotowi, zegar biegnie od pierwszego zlecenia; w tabeli podmiotów każdemu liczy się tylko jego czas. Mediana: połowa zadań trwała krócej, połowa dłużej.",
    done: "wykonanych i potwierdzonych",
    onTime: "w terminie",
    toAnswer: "dni do pierwszej odpowiedzi (mediana)",
    toDone: "dni do wykonania (mediana)",
    onTimeNote: ({ onTime, done }: Pick<Speed, "onTime" | "done">) =>
      `${formatNumber(onTime)} z ${counted(done, ["zadania", "zadań", "zadań"])} wykonano w terminie. Liczy się ostatni uzgodniony termin i dzień, w którym podmiot zgłosił wykonanie.`,
    answeredNote: (answered: number) =>
      `Pierwsza odpowiedź: ${counted(answered, "task")} z zapisanym dniem odpowiedzi.`,
    none: "Nie ma jeszcze zakończonych zadań",
    noneText: "Liczby pojawią się, gdy jednostka potwierdzi wykonanie pierwszego zadania w tym okresie.",
  },
  lines: {
    bodies: "Według podmiotu",
    bodiesEmpty: "Żaden podmiot nie ma zadań.",
    categories: "Według kategorii",
    table: "Pokaż kategorie",
    categoriesLead: "Zadanie z wniosków w kilku kategoriach stoi w każdej z nich, dlatego suma może być większa.",
    categoriesEmpty: "Nie ma zadań.",
    body: "Podmiot",
    category: "Kategoria",
    open: "Otwarte",
    late: "Po terminie",
    silent: "Bez informacji",
    reported: "Do potwierdzenia",
    done: "Wykonane",
    onTime: "W terminie",
    toAnswer: "Dni do odpowiedzi",
    toDone: "Dni do wykonania",
    legend: "Pasek pokazuje zadania otwarte; kreskowana część jest po terminie.",
  },
  motions: {
    title: "Wnioski i sposób załatwienia",
    lead: "Z debat, które odbyły się w tym okresie, bez wniosków zwróconych.",
    leadOfDebate: "Z tej debaty, bez wniosków zwróconych.",
    category: "Kategoria",
    all: "Razem",
    table: "Tabela według kategorii",
    chart: "Wnioski według sposobu załatwienia",
    outcome: "Sposób załatwienia",
    many: "Liczba wniosków",
    none: "Nie ma wniosków z tego okresu.",
  },
  verdicts: {
    title: "Czy naprawdę zrobiono",
    lead: "Głosy sali na debatach ewaluacyjnych i odpowiedzi mieszkańców, którzy zgłosili lub poparli sprawę.",
    verdict: "Ocena",
    hall: "Sala: wniosków",
    residents: "Mieszkańcy: odpowiedzi",
    none: "Mieszkańcy jeszcze niczego nie ocenili.",
    words: {
      done: "Zrealizowano",
      partly: "Częściowo",
      not_done: "Nie zrealizowano",
    } satisfies Record<HallVerdict, string>,
  },
  debates: {
    title: "Debaty tego okresu",
    debate: "Debata",
    motions: "Wnioski",
    tasks: "Zadania",
    open: "Otwarte",
    late: "Po terminie",
    done: "Wykonane",
    none: "W tym okresie nie odbyła się żadna debata.",
  },
};
