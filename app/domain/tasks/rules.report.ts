import { isOpenBeside } from "~/domain/motions/rules";
import type {
  CalendarDate,
  DueBasis,
  HallVerdict,
  MotionCategory,
  MotionOutcome,
  MotionStatus,
  Sensitivity,
  Settlement,
  TaskEntryKind,
  TaskState,
} from "~db/vocabulary";
import { sumFigures, TRACKER_STATES, trackerStateOf } from "./rules.tracker";

export type ReportVersion = "internal" | "public";

export type ReportFacts = {
  motions: {
    id: string;
    number: string;
    category: MotionCategory;
    place: string;
    textPublic: string;
    status: MotionStatus;
    outcome: MotionOutcome | null;
    sensitivity: Sensitivity;
    answer: string;
    referredTo: string | null;
    referredAt: Date | null;
    mergedIntoId: string | null;
    settlement: Settlement | null;
    settlementNote: string;
    hallVerdict: HallVerdict | null;
  }[];
  tasks: {
    id: string;
    sequence: number;
    title: string;
    ownerBodyId: string;
    ownerName: string;
    supporters: { id: string; name: string }[];
    motionIds: string[];
    state: TaskState;
    result: string;
    dueOn: CalendarDate;
    dueBasis: DueBasis;
    budgetYear: number | null;
    internal: boolean;
    heardAt: Date | null;
    remindedAt: Date | null;
    createdAt: Date;
    transferredToId: string | null;
    priority: boolean;
    progress: number;
    proposedDueOn: CalendarDate | null;
    proposedReason: string;
    proposedAt: Date | null;
    disownedAt: Date | null;
    entries: {
      at: Date;
      kind: TaskEntryKind;
      toState: TaskState | null;
      text: string;
      dueOn: CalendarDate | null;
      public: boolean;
      isFromBody: boolean;
    }[];
  }[];
};
type Motion = ReportFacts["motions"][number];
type Task = ReportFacts["tasks"][number];

/** Kinds of entries that residents read beside a matter; reminders and notes stay between the unit and the body. */
const TOLD: readonly TaskEntryKind[] = [
  "state",
  "report",
  "extension",
  "transfer",
  "proposal",
  "proposal_declined",
  "not_ours",
  "carried",
];

/** What the reader of this version may know; a task that also follows from a hidden motion would tell of it. */
export function visibleIn(version: ReportVersion, { motions, tasks }: ReportFacts): ReportFacts {
  const raised = motions.filter(({ status }) => status !== "returned");
  if (version === "internal") return { motions: raised, tasks };
  const leads = new Map(raised.map((motion) => [motion.id, motion]));
  const isShown = (motion: Motion) => isOpenBeside(motion, leads.get(motion.mergedIntoId ?? ""));
  const shown = raised.filter((motion) => motion.status === "admitted" && isShown(motion));
  const open = new Set(shown.map(({ id }) => id));
  const hidden = new Set(motions.filter(({ id }) => !open.has(id)).map(({ id }) => id));
  return {
    motions: shown,
    tasks: tasks
      .filter(({ internal, motionIds }) => !internal && !motionIds.some((id) => hidden.has(id)))
      .map((task) => ({ ...task, entries: task.entries.filter((entry) => entry.public && TOLD.includes(entry.kind)) })),
  };
}

export const tasksOf = ({ id }: Pick<Motion, "id">, tasks: readonly Task[]) =>
  tasks.filter(({ motionIds }) => motionIds.includes(id));

/** What was merged is counted once, with the motion that speaks for it; what is for the police only is no public matter. */
export function reportFigures({ motions, tasks }: ReportFacts, now: Date) {
  const counted = motions.filter(
    ({ outcome, status }) => status === "admitted" && outcome !== "merged" && outcome !== "police_only",
  );
  const by = Object.fromEntries(TRACKER_STATES.map((state) => [state, 0])) as Record<
    (typeof TRACKER_STATES)[number],
    number
  >;
  for (const motion of counted) by[trackerStateOf(motion, tasksOf(motion, tasks), now)]++;
  return { motions: motions.length, tasks: tasks.length, figures: sumFigures(counted.length, by) };
}

export type BodyRole = "owner" | "supporter";

/** What was settled that a body is to do or to help with. A task that was passed on speaks through the one after it. */
export const tasksOfBody = (bodyId: string, tasks: readonly Task[]) =>
  tasks
    .filter(({ state }) => state !== "transferred")
    .flatMap((task): (Task & { role: BodyRole })[] => {
      if (task.ownerBodyId === bodyId) return [{ ...task, role: "owner" }];
      return task.supporters.some(({ id }) => id === bodyId) ? [{ ...task, role: "supporter" }] : [];
    });
