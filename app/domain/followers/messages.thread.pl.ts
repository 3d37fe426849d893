import { own } from "~/domain/motions/messages.resident.pl";
import { messages as tasks } from "~/domain/tasks/messages.pl";
import { matter, tracker } from "~/domain/tasks/messages.tracker.pl";
import { formatLong } from "~/platform/time";
import type { CalendarDate, HallVerdict, MotionOutcome, Settlement, TaskEntryKind, TaskState } from "~db/vocabulary";

export type Entry = {
  id: string;
  kind: TaskEntryKind;
  toState: TaskState | null;
  text: string;
  dueOn: CalendarDate | null;
  progress: number | null;
  at: Date;
  ownerName: string;
  isFromBody: boolean;
  /** The organizer does not take it for done. */
  isReturned?: boolean;
};

type Moving = {
  outcome: MotionOutcome | null;
  answer: string;
  referredTo: string | null;
  /** When the letter to the competent body went out: what was agreed in the hall waits for it. */
  referredAt: Date | null;
  decidedAt: Date | null;
  settlement: Settlement | null;
  settlementNote: string;
  settledAt: Date | null;
  hallVerdict: HallVerdict | null;
  reportText: string;
  reportedAt: Date | null;
};

/** One line of a matter's history, the same on its page and in a letter. */
export type Step = { key: string; at: Date; title: string; who: string; note: string };

/** Everything after the debate: what was decided, what bodies and the organizer said, how it was reported. */
export const stepsOf = (motion: Moving, entries: readonly Entry[]): Step[] => [
  ...decided(motion),
  ...entries.map(stepOf),
  ...settled(motion),
  ...reported(motion),
];

/** A task speaks for itself, and what was merged or kept has its own words. */
const TOLD: readonly MotionOutcome[] = ["answered_on_spot", "referred", "out_of_scope"];

function decided({ outcome, decidedAt, answer, referredTo, referredAt }: Moving): Step[] {
  if (!outcome || !decidedAt || !TOLD.includes(outcome)) return [];
  const waits = outcome === "referred" && referredAt === null;
  const passedOn = waits ? matter.toBeReferred : matter.referred;
  const title = waits ? own.moments.to_be_referred : own.moments[outcome];
  const note = outcome === "referred" && referredTo ? [passedOn(referredTo), answer] : [answer];
  return [
    {
      ...{ key: "decided", at: decidedAt, title, who: matter.organizer },
      note: note.filter(Boolean).join(" "),
    },
  ];
}

function settled({ settlement, settledAt, settlementNote }: Moving): Step[] {
  if (!settlement || !settledAt) return [];
  const title = `${matter.settled}: ${tracker.states[settlement].toLowerCase()}`;
  return [{ key: "settled", at: settledAt, title, who: matter.organizer, note: settlementNote }];
}

function reported({ reportedAt, hallVerdict, reportText }: Moving): Step[] {
  if (!reportedAt) return [];
  const verdict = hallVerdict ? thread.hallSaid(hallVerdict) : "";
  return [
    {
      ...{ key: "reported", at: reportedAt, title: thread.reported, who: matter.organizer },
      note: [reportText, verdict].filter(Boolean).join(" "),
    },
  ];
}

function stepOf({ id, kind, toState, text, dueOn, progress, at, ownerName, isFromBody, isReturned }: Entry): Step {
  const isGiven = toState === "new";
  const title = isGiven
    ? matter.given(ownerName)
    : (kind === "extension" || kind === "proposal") && dueOn
      ? kind === "extension"
        ? matter.newDue(dueOn)
        : thread.proposed(dueOn)
      : isReturned
        ? tasks.returned
        : toState
          ? tasks.states[toState]
          : tasks.entries[kind];
  const share = progress === null || progress === 0 ? "" : thread.progress(progress);
  const note = isGiven && dueOn ? matter.due(dueOn) : [text, share].filter(Boolean).join(" ");
  return { key: id, at, title, who: isFromBody ? ownerName : matter.organizer, note };
}

type Next = {
  state: TaskState;
  ownerName: string;
  dueOn: CalendarDate;
  budgetYear: number | null;
  proposedDueOn: CalendarDate | null;
  disownedAt: Date | null;
};

/** Who has to do what next about a task; nothing when it has come to an end. */
export function nextStepOf({ state, ownerName, dueOn, budgetYear, proposedDueOn, disownedAt }: Next): string {
  if (disownedAt) return thread.next.disowned;
  if (proposedDueOn) return thread.next.proposed(proposedDueOn);
  if (state === "reported_done") return thread.next.reported;
  if (state === "needs_funds") return thread.next.funds(ownerName, budgetYear);
  if (state === "new") return thread.next.accept(ownerName, dueOn);
  return state === "accepted" || state === "in_progress" ? thread.next.work(ownerName, dueOn) : "";
}

export const thread = {
  today: "Co teraz",
  who: "Kto się tym zajmuje",
  nextStep: "Następny krok",
  until: "Do kiedy",
  nothing: "Nic więcej nie jest zaplanowane.",
  next: {
    disowned: "Organizator rozstrzygnie, która instytucja jest właściwa.",
    proposed: (dueOn: CalendarDate) => `Organizator odpowie na prośbę o inny termin: ${formatLong(dueOn)}`,
    reported: "Organizator sprawdzi zgłoszone wykonanie i je potwierdzi.",
    funds: (owner: string, year: number | null) =>
      `${owner}: potrzebne są środki${year ? ` w budżecie na ${year} r.` : "."}`,
    accept: (owner: string, dueOn: CalendarDate) => `${owner} odpowie, co zrobi – do: ${formatLong(dueOn)}`,
    work: (owner: string, dueOn: CalendarDate) => `${owner} wykona zadanie – do: ${formatLong(dueOn)}`,
  },
  proof: "Dowody wykonania",
  proofBy: (owner: string, on: string) => `${owner}, ${on}`,
  picture: (title: string) => `Zdjęcie: ${title}`,
  minutes: (title: string) => `Zobacz w protokole: ${title.replace(/^\d+\.\s*/, "")}`,
  byHall: "Na debacie ewaluacyjnej",

  reported: "Przedstawiono na debacie ewaluacyjnej",
  hallSaid: (verdict: HallVerdict) => `Ocena sali: ${tasks.verdicts[verdict]}.`,
  proposed: (dueOn: CalendarDate) => `Prośba o inny termin: ${formatLong(dueOn)}`,
  progress: (percent: number) => `Postęp: ${percent}%.`,
};
