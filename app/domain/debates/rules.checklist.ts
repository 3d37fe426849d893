import { addDays, type CalendarDate, daysBetween, today, warsawDate } from "~/platform/time";
import type { AccessFact, DebateKind, DebateStatus } from "~db/vocabulary";

/** What the other rooms have counted. A room that said nothing has no step. */
export type ChecklistFacts = {
  debate: {
    kind: DebateKind;
    status: DebateStatus;
    startsAt: Date;
    venueAddress: string;
    access: Partial<Record<AccessFact, boolean>>;
    answersCloseAt: Date;
    announcedAt: Date | null;
    datePending: boolean;
    moderator: string;
    minuteTaker: string;
    evaluationOn: CalendarDate | null;
  };
  agenda?: { items: number; overByMinutes: number };
  invitations?: { drafted: number; sent: number; unanswered: number; bounced?: number };
  motions?: { waiting: number };
  /** After the evening: how far the minutes are, and until when they shall be approved. */
  minutes?: { approved: boolean; published: boolean; dueOn: CalendarDate | null };
};

export const CHECKLIST_STEPS = [
  "place",
  "agenda",
  "people",
  "invitations",
  "announced",
  "answers",
  "motions",
  "minutes",
  "evaluation",
] as const;
export type ChecklistStep = (typeof CHECKLIST_STEPS)[number];

/** past: the evening is over, and what was not done before it is nobody's task any more. */
export type CheckState = "done" | "warn" | "bad" | "todo" | "past";
/** Why a step is not done, in a word that messages turn into a sentence. */
export type Missing =
  | "date"
  | "address"
  | "access"
  | "no_items"
  | "too_long"
  | "moderator"
  | "minute_taker"
  | "no_guests"
  | "not_sent"
  | "bounced"
  | "not_announced"
  | "unanswered"
  | "waiting"
  | "not_approved"
  | "not_published"
  | "no_evaluation";
export type Check = {
  step: ChecklistStep;
  state: CheckState;
  missing: Missing[];
  dueOn: CalendarDate;
  count: number;
  of: number;
};

/** How many days before the debate a step should be done. Answers have a deadline of their own. */
const DAYS_BEFORE: Record<ChecklistStep, number> = {
  place: 28,
  agenda: 7,
  people: 14,
  invitations: 14,
  announced: 14,
  answers: 7,
  motions: 1,
  minutes: 0,
  evaluation: 0,
};
const SOON_DAYS = 3;

/** The list of steps with what is missing; what is under way is a warning, what is late is bad. */
export function composeChecklist(facts: ChecklistFacts, now: Date): Check[] {
  const day = warsawDate(facts.debate.startsAt);
  return CHECKLIST_STEPS.flatMap((step) => {
    const found = LOOK[step](facts);
    if (!found) return [];
    const {
      missing,
      started = false,
      wrong = false,
      count = 0,
      of = 0,
      dueOn = addDays(day, -DAYS_BEFORE[step]),
    } = found;
    const state = stateOf(missing, dueOn, started, wrong, now);
    return [{ step, missing, dueOn, count, of, state: state !== "done" && isPast(step, facts) ? "past" : state }];
  });
}

const BEFORE_THE_EVENING: readonly ChecklistStep[] = [
  "place",
  "agenda",
  "people",
  "invitations",
  "announced",
  "answers",
];

/** Motions are still dealt with after the evening, and the evaluation is still planned; not so of one called off. */
function isPast(step: ChecklistStep, { debate: { status } }: ChecklistFacts) {
  if (status === "cancelled") return true;
  return (status === "held" || status === "closed") && BEFORE_THE_EVENING.includes(step);
}

function stateOf(missing: Missing[], dueOn: CalendarDate, started: boolean, wrong: boolean, now: Date): CheckState {
  if (missing.length === 0) return "done";
  const days = daysBetween(today(now), dueOn);
  if (wrong || days < 0) return "bad";
  return started || days <= SOON_DAYS ? "warn" : "todo";
}

type Found = {
  missing: Missing[];
  started?: boolean;
  wrong?: boolean;
  count?: number;
  of?: number;
  dueOn?: CalendarDate;
};
const when = <M extends Missing>(condition: boolean, word: M): M[] => (condition ? [word] : []);

const LOOK: Record<ChecklistStep, (facts: ChecklistFacts) => Found | undefined> = {
  place: ({ debate }) => ({
    missing: [
      ...when(debate.datePending, "date"),
      ...when(debate.venueAddress === "", "address"),
      ...when(Object.keys(debate.access).length === 0, "access"),
    ],
  }),
  agenda: ({ agenda }) =>
    agenda && {
      missing: [...when(agenda.items === 0, "no_items"), ...when(agenda.overByMinutes > 0, "too_long")],
      wrong: agenda.overByMinutes > 0,
      count: agenda.items === 0 ? 0 : agenda.overByMinutes,
      of: agenda.items,
    },
  people: ({ debate }) => ({
    missing: [...when(debate.moderator === "", "moderator"), ...when(debate.minuteTaker === "", "minute_taker")],
    started: debate.moderator !== "" || debate.minuteTaker !== "",
  }),
  invitations: ({ invitations }) => {
    if (!invitations) return undefined;
    const { drafted, sent, bounced = 0 } = invitations;
    const missing = [
      ...when(drafted + sent === 0, "no_guests"),
      ...when(drafted > 0, "not_sent"),
      ...when(bounced > 0, "bounced"),
    ];
    return { missing, started: sent > 0, wrong: bounced > 0, count: bounced || drafted, of: drafted + sent };
  },
  announced: ({ debate }) => ({
    missing: when(debate.announcedAt === null || debate.status === "postponed", "not_announced"),
  }),
  answers: ({ debate, invitations }) => {
    if (!invitations || invitations.sent === 0) return undefined;
    const { unanswered, sent } = invitations;
    const dueOn = warsawDate(debate.answersCloseAt);
    return { missing: when(unanswered > 0, "unanswered"), started: true, count: unanswered, of: sent, dueOn };
  },
  motions: ({ motions }) =>
    motions && { missing: when(motions.waiting > 0, "waiting"), started: true, count: motions.waiting },
  minutes: ({ minutes }) =>
    minutes && {
      missing: minutes.approved ? when(!minutes.published, "not_published") : ["not_approved"],
      started: true,
      dueOn: minutes.dueOn ?? undefined,
    },
  evaluation: ({ debate }) =>
    debate.kind === "initiating" || debate.kind === "forum"
      ? { missing: when(debate.evaluationOn === null, "no_evaluation") }
      : undefined,
};
