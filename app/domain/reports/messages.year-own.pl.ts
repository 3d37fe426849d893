import { messages as attendance } from "~/domain/attendance/messages.pl";
import { kinds } from "~/domain/debates/messages.pl";
import { messages as taskWords } from "~/domain/tasks/messages.pl";
import { comparePolish } from "~/platform/language";
import { HEAD_COUNT_GROUPS } from "~db/vocabulary";
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
import { type OwnYear, sumAgreements, tallyYear } from "./rules.year";

export function composeYear(facts: OwnYear): YearSheet {
  const { debates, standing, speed, lines, opinions, agreements, priorities } = facts;
  const tally = tallyYear(facts);
  const sums = sumAgreements(agreements);
  // Not every hall counts every group.
  const groups = HEAD_COUNT_GROUPS.filter((group) => tally.all.heads[group]);
  return {
    ...headOf(facts, year.title(facts.year), year.caps),
    tables: [
      summary({ debates: debates.length, counts: facts, standing, speed }, sums),
      {
        key: "debates",
        title: "Debaty",
        columns: [
          text("Debata", 11),
          date("Data"),
          text("Temat", 40),
          text("Rodzaj", 16),
          text("Miejsce", 40),
          number("Wnioski", 10),
          number("Zadania", 10),
        ],
        rows: debates.map((debate) => {
          const { motions, tasks } = tally.of(debate.id);
          const place = [debate.venueName, debate.venueAddress].filter(Boolean).join(", ");
          return [...nameOf(debate), debate.topic, kinds[debate.kind], place, motions, tasks];
        }),
        total: [year.total, null, null, null, null, tally.all.motions, tally.all.tasks],
        empty: NO_DEBATES,
      },
      {
        key: "attendance",
        title: "Frekwencja",
        columns: [
          text("Debata", 11),
          date("Data"),
          ...groups.map((group) => number(GROUPS[group], 13)),
          number("Razem na sali", 13),
          number("Instytucje obecne", 13),
          number("Instytucje nieobecne", 13),
        ],
        rows: debates.map((debate) => {
          const { heads, people, present, absent } = tally.of(debate.id);
          return [...nameOf(debate), ...groups.map((group) => heads[group] ?? 0), people, present, absent];
        }),
        total: [
          ...[year.total, null],
          ...groups.map((group) => tally.all.heads[group] ?? 0),
          ...[tally.all.people, tally.all.present, tally.all.absent],
        ],
        empty: NO_DEBATES,
      },
      motionTable(facts),
      stateTable(facts),
      {
        key: "bodies",
        title: "Podmioty",
        columns: [
          text("Podmiot", 40),
          number("Otwarte"),
          number("Po terminie", 12),
          number("Bez informacji", 12),
          number("Do potwierdzenia", 16),
          number("Wykonane w roku", 14),
          percent("W terminie"),
          number("Dni do odpowiedzi", 14),
          number("Dni do wykonania", 14),
        ],
        rows: [...lines]
          .sort((a, b) => comparePolish(a.name, b.name))
          .map((line) => [
            ...[line.name, line.open, line.late, line.silent, line.reported, line.done],
            ...[line.onTimePercent, line.medianToAnswer, line.medianToDone],
          ]),
        total: [
          ...[year.total, standing.open, standing.late, standing.silent, standing.reported, speed.done],
          ...[speed.onTimePercent, speed.medianToAnswer, speed.medianToDone],
        ],
        empty: "Żaden podmiot nie ma zadań.",
      },
      verdictTable(facts.verdicts, opinions),
      {
        key: "agreements",
        title: "Porozumienia",
        columns: [
          text("Przedmiot", 34),
          text("Strony", 36),
          date("Od"),
          date("Do"),
          money("Kwota"),
          number("Służby", 10),
          number("Wykorzystane", 14),
        ],
        rows: agreements.map((one) => [
          ...[
            one.subject,
            one.parties.replaceAll("\n", ", "),
            one.startsOn,
            one.endsOn,
            one.amountGrosze,
            one.services,
            one.servicesUsed,
          ],
        ]),
        total: [year.total, null, null, null, sums.amountGrosze, sums.services, sums.servicesUsed],
        empty: "W tym roku nie obowiązywało żadne porozumienie.",
      },
      {
        key: "priorities",
        title: "Priorytety",
        columns: [text("Zadanie", 12), text("Treść", 50), text("Podmiot", 34), text("Stan", 26), date("Termin")],
        rows: priorities.map(({ number, year: of, sequence, title, body, state, dueOn }) => [
          ...[`${number}/${of}/Z${sequence}`, title ?? year.internal, body, taskWords.states[state], dueOn],
        ]),
        empty: "Debaty tego roku nie wskazały priorytetów.",
      },
    ],
  };
}

const NO_DEBATES = "W tym roku nie odbyła się żadna debata.";
const nameOf = ({ number, year: of, on }: OwnYear["debates"][number]) => [`${number}/${of}`, on];

/** Words of the groups where a column is narrow. */
const GROUPS = { ...attendance.groups, institutions: "Instytucje" };
