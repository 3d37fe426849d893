import { counted } from "~/platform/language";
import { formatLong, formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import { QUIET_AFTER_MONTHS, type UnitSort } from "./rules.units";

const unitForms = ["jednostka", "jednostki", "jednostek"] as const;

export const units = {
  title: "Jednostki podległe",
  sub: (many: number, period: string, now: Date) =>
    `${counted(many, unitForms)} · ${period} · stan na: ${formatLong(now)}`,
  lead: "Same liczby: bez treści wniosków i zadań oraz bez danych osób. „Otwarte”, „po terminie” i „bez informacji” to stan na dziś, pozostałe liczby dotyczą okresu.",
  back: "Raporty",
  yearSheet: "Zestawienie roczne jednostek",
  caption: "Liczby jednostek podległych",
  total: "Razem",
  columns: {
    name: "Jednostka",
    debates: "Debaty",
    motions: "Wnioski",
    open: "Otwarte",
    late: "Po terminie",
    silent: "Bez informacji",
    medianToAnswer: "Dni do odpowiedzi",
    medianToDone: "Dni do wykonania",
    onTimePercent: "W terminie",
    minutesLate: "Zaległe protokoły",
    lastDebateOn: "Ostatnia debata",
  } satisfies Record<UnitSort, string>,
  sort: "Kolejność według",
  sortBy: (column: string) => `Ułóż według: ${column}`,
  turn: (column: string) => `Odwróć kolejność: ${column}`,
  isQuiet: `Bez debaty od ${QUIET_AFTER_MONTHS} miesięcy`,
  never: "Nie było debaty",
  last: (on: CalendarDate) => formatShort(on),
  totals: {
    debates: "debat w\u00a0okresie",
    motions: "wniosków",
    open: "otwartych zadań",
    late: "po terminie",
    onTime: "w\u00a0terminie",
    toDone: "dni do wykonania (mediana)",
    minutesLate: "zaległych protokołów",
    quiet: `jednostek bez debaty od ${QUIET_AFTER_MONTHS} miesięcy`,
  },
};
