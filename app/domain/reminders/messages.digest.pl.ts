import { formatGenitive } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import type { DigestPart } from "./rules";

/** In a subject only what somebody has to act on, and how much of it. */
const SHORT = {
  reported: "do potwierdzenia",
  proposals: "prośby o inny termin",
  not_ours: "do przekazania",
  late: "po terminie",
  silent: "bez odpowiedzi",
  coming: "z terminem w tym tygodniu",
} satisfies Record<DigestPart, string>;

export const digest = {
  parts: {
    reported: "Zgłoszono wykonanie, czeka na potwierdzenie",
    proposals: "Prośby o inny termin",
    not_ours: "Instytucja uważa, że to nie jej sprawa",
    late: "Po terminie",
    silent: "Bez żadnej informacji od 30 dni",
    coming: "Termin w tym tygodniu",
  } satisfies Record<DigestPart, string>,
  subject: (parts: readonly { part: DigestPart; many: number }[]) =>
    `Zadania w tym tygodniu – ${parts
      .slice(0, 3)
      .map(({ part, many }) => `${SHORT[part]}: ${many}`)
      .join(", ")}`,
  opening: (day: CalendarDate) => `zestawienie zadań z debat według stanu z ${formatGenitive(day)}`,
  task: "Zadanie",
  body: "Instytucja",
  due: "Termin",
  action: "Otwórz zadania",
  footer:
    "Zestawienie przychodzi raz w tygodniu do organizatorów i administratorów jednostki, tylko gdy jest o czym pisać. Można je wyłączyć w ustawieniach jednostki razem z przypomnieniami.",
};
