import { comparePolish } from "~/platform/language";
import { type YearSheet, year } from "./messages.year.pl";
import {
  date,
  headOf,
  money,
  motionTable,
  number,
  percent,
  stateTable,
  summary,
  text,
  verdictTable,
} from "./messages.year-tables.pl";
import { sumAgreements, tallyYear, type UnitsYear } from "./rules.year";

export function composeUnitsYear(facts: UnitsYear): YearSheet {
  const { lines, totals, agreements } = facts;
  const tally = tallyYear(facts);
  const [sums, of] = [sumAgreements(agreements), new Map(agreements.map((one) => [one.key, one]))];
  const sorted = [...lines].sort((a, b) => comparePolish(a.name, b.name));
  return {
    ...headOf(facts, year.unitsTitle(facts.year), year.unitsCaps),
    tables: [
      summary({ debates: totals.debates, counts: facts, standing: totals, speed: totals }, sums),
      {
        key: "units",
        title: "Jednostki – debaty",
        columns: [
          text("Jednostka", 44),
          number("Debaty"),
          number("Osoby na sali"),
          number("Wnioski"),
          number("Zadania"),
          number("Zaległe protokoły", 12),
          money("Kwota porozumień", 16),
          date("Ostatnia debata", 13),
        ],
        rows: sorted.map(({ id, name, debates, motions, minutesLate, lastDebateOn }) => {
          const { people, tasks } = tally.of(id);
          return [name, debates, people, motions, tasks, minutesLate, of.get(id)?.amountGrosze ?? 0, lastDebateOn];
        }),
        total: [
          ...[year.total, totals.debates, tally.all.people, totals.motions, tally.all.tasks, totals.minutesLate],
          ...[sums.amountGrosze, null],
        ],
        empty: "",
      },
      {
        key: "unitTasks",
        title: "Jednostki – zadania",
        columns: [
          text("Jednostka", 44),
          number("Wykonane w roku", 12),
          percent("W terminie"),
          number("Dni do odpowiedzi", 13),
          number("Dni do wykonania", 13),
          number("Otwarte"),
          number("Po terminie"),
          number("Bez informacji", 12),
        ],
        rows: sorted.map((line) => [
          ...[line.name, line.done, line.onTimePercent, line.medianToAnswer, line.medianToDone],
          ...[line.open, line.late, line.silent],
        ]),
        total: [
          ...[year.total, totals.done, totals.onTimePercent, totals.medianToAnswer, totals.medianToDone],
          ...[totals.open, totals.late, totals.silent],
        ],
        empty: "",
      },
      motionTable(facts),
      stateTable(facts),
      verdictTable(facts.verdicts, null),
    ],
  };
}
