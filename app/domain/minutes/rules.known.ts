import { calendarDate, formatDate, formatTime } from "~/platform/time";
import type { PLACES } from "./messages.phrases.pl";
import { type Facts, isOpen } from "./rules";
import type { Known } from "./rules.phrases";
import { openTasks } from "./rules.suggestions";

type PlaceName = (typeof PLACES)[number];

/** Empty words are not known: the place stays. Nothing is counted where a count would tell of what is hidden. */
export function knownOf(facts: Facts): Known {
  const { debate, unit, items, motions, tasks, headCounts } = facts;
  const hour = (at: string | null | undefined) => (at ? formatTime(new Date(at)).replace(":", ".") : "");
  const finished = items.map(({ finishedAt }) => finishedAt ?? "").reduce((a, b) => (a > b ? a : b), "");
  const words: Record<PlaceName, string> = {
    przewodniczący: debate.chair || unit.headOffice,
    moderator: debate.moderator,
    protokolant: debate.minuteTaker,
    numer: `${debate.number}/${debate.year}`,
    temat: debate.topic,
    data: formatDate(new Date(debate.startsAt)),
    godzina: hour(items.find(({ startedAt }) => startedAt)?.startedAt ?? debate.startsAt),
    "godzina zakończenia": debate.heldAt ? hour(finished || debate.heldAt) : "",
    miejsce: debate.venueName,
    jednostka: unit.name,
    "numer poprzedniej debaty": debate.earlier ? `${debate.earlier.number}/${debate.earlier.year}` : "",
    "data debaty ewaluacyjnej": debate.evaluationOn ? formatDate(calendarDate(debate.evaluationOn)) : "",
  };
  const people = headCounts.reduce((sum, { count }) => sum + count, 0);
  const residents = headCounts.find(({ group }) => group === "residents")?.count ?? 0;
  return {
    words,
    counts: {
      ...(motions.every(isOpen) && { wniosek: motions.length }),
      ...(openTasks(facts).length === tasks.length && { zadanie: tasks.length }),
      ...(people > 0 && { uczestnik: people }),
      ...(residents > 0 && { mieszkaniec: residents }),
    },
  };
}
