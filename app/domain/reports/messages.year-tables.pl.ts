import { messages as motionWords } from "~/domain/motions/messages.pl";
import { messages as taskWords } from "~/domain/tasks/messages.pl";
import { type Forms, plural } from "~/platform/language";
import type { Cell, Column } from "~/platform/lists";
import { TASK_STATES } from "~db/vocabulary";
import { figures } from "./messages.figures.pl";
import { type YearTable, year } from "./messages.year.pl";
import type { Speed, Standing } from "./rules.figures";
import { composeMotions, composeVerdicts, RAISED_STATES } from "./rules.motions";
import { countStates, type OwnYear, type sumAgreements, tallyYear, type YearCounts } from "./rules.year";

export const text = (label: string, width: number): Column => ({ label, width });
export const number = (label: string, width = 10): Column => ({ label, width, kind: "number" });
export const percent = (label: string, width = 11): Column => ({ label, width, kind: "percent" });
export const money = (label: string, width = 16): Column => ({ label, width, kind: "money" });
export const date = (label: string, width = 12): Column => ({ label, width, kind: "date" });

type Summary = { debates: number; counts: YearCounts; standing: Standing; speed: Speed };

/** The figures that a commander reads first. */
export function summary(
  { debates, counts, standing, speed }: Summary,
  agreements: ReturnType<typeof sumAgreements>,
): YearTable {
  const { all } = tallyYear(counts);
  const measured: [string, number | null, string | Forms][] = [
    ["Debaty, które się odbyły", debates, ["debata", "debaty", "debat"]],
    ["Uczestnicy na sali (policzeni)", all.people, ["osoba", "osoby", "osób"]],
    ["Przedstawiciele instytucji, obecni", all.present, ["osoba", "osoby", "osób"]],
    ["Przedstawiciele instytucji, nieobecni", all.absent, ["osoba", "osoby", "osób"]],
    ["Wnioski mieszkańców", all.motions, ["wniosek", "wnioski", "wniosków"]],
    ["Zadania z debat tego roku", all.tasks, ["zadanie", "zadania", "zadań"]],
    ["Zadania z debat tego roku, wykonane", all.done, ["zadanie", "zadania", "zadań"]],
    ["Zadania otwarte na dzień sporządzenia", standing.open, ["zadanie", "zadania", "zadań"]],
    ["Zadania otwarte po terminie", standing.late, ["zadanie", "zadania", "zadań"]],
    ["Zadania otwarte ponad 30 dni po terminie", standing.longLate, ["zadanie", "zadania", "zadań"]],
    ["Zadania otwarte bez informacji od 30 dni", standing.silent, ["zadanie", "zadania", "zadań"]],
    ["Wykonanie potwierdzone w tym roku", speed.done, ["zadanie", "zadania", "zadań"]],
    ["Wykonanie potwierdzone w tym roku, w terminie", speed.onTime, ["zadanie", "zadania", "zadań"]],
    ["Terminowość", speed.onTimePercent, "%"],
    ["Czas do pierwszej odpowiedzi (mediana)", speed.medianToAnswer, "dni"],
    ["Czas do wykonania (mediana)", speed.medianToDone, "dni"],
    ["Porozumienia obowiązujące w tym roku", agreements.many, ["porozumienie", "porozumienia", "porozumień"]],
    ["Kwota porozumień", agreements.amountGrosze / 100, "zł"],
    ["Służby umówione", agreements.services, ["służba", "służby", "służb"]],
    ["Służby wykorzystane", agreements.servicesUsed, ["służba", "służby", "służb"]],
  ];
  const rows: Cell[][] = measured.map(([label, value, of]) => [
    label,
    value,
    typeof of === "string" ? of : plural(value ?? 0, of),
  ]);
  return {
    key: "summary",
    title: "Podsumowanie",
    columns: [text("Miara", 52), number("Wartość", 14), text("Jednostka", 12)],
    rows,
    empty: "",
  };
}

export function motionTable({ motions }: YearCounts): YearTable {
  const { lines, all, by } = composeMotions(motions);
  const states = RAISED_STATES.filter((state) => by[state]);
  return {
    key: "motions",
    title: "Wnioski",
    columns: [text("Kategoria", 32), number("Razem"), ...states.map((state) => number(motionWords.states[state], 14))],
    rows: lines.map((line) => [
      motionWords.categories[line.category],
      line.all,
      ...states.map((state) => line.by[state] ?? 0),
    ]),
    total: [year.total, all, ...states.map((state) => by[state] ?? 0)],
    empty: "W tym roku nie zgłoszono wniosków.",
  };
}

export function stateTable({ tasks }: YearCounts): YearTable {
  const states = countStates(TASK_STATES, tasks);
  const all = states.reduce((sum, { many }) => sum + many, 0);
  return {
    key: "states",
    title: "Zadania według stanu",
    columns: [text("Stan", 36), number("Liczba zadań", 14)],
    rows: all === 0 ? [] : states.map(({ state, many }) => [taskWords.states[state], many]),
    total: [year.total, all],
    empty: "Z debat tego roku nie ma zadań.",
  };
}

export function verdictTable(hall: YearCounts["verdicts"], residents: YearCounts["verdicts"] | null): YearTable {
  const lines = composeVerdicts(hall, residents ?? []);
  const isEmpty = lines.every((line) => line.hall + line.residents === 0);
  return {
    key: "verdicts",
    title: "Ocena realizacji",
    columns: [
      text("Ocena", 30),
      number("Sala: liczba wniosków", 18),
      ...(residents ? [number("Mieszkańcy: liczba odpowiedzi", 22)] : []),
    ],
    rows: isEmpty
      ? []
      : lines.map(({ verdict, hall, residents: answers }) => [
          figures.verdicts.words[verdict],
          hall,
          ...(residents ? [answers] : []),
        ]),
    empty: "Na debatach ewaluacyjnych tego roku sala niczego nie oceniła.",
  };
}

export const headOf = (
  { year: of, day, unit }: Pick<OwnYear, "year" | "day" | "unit">,
  title: string,
  caps: string,
) => ({
  ...{ title, caps, subtitle: year.subtitle(of), year: of, day, unit, note: year.counting },
});
