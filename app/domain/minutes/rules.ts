import { allow, type Outcome, refuse } from "~/platform/outcome";
import type {
  AgendaKind,
  DebateKind,
  DueBasis,
  HallVerdict,
  HeadCountGroup,
  MinutesStatus,
  MotionCategory,
  MotionOutcome,
  Presence,
  Sensitivity,
  TaskState,
} from "~db/vocabulary";

/** Everything the minutes are made of, as the rooms know it. Instants are ISO texts, so that a frozen copy is plain JSON. */
export type Facts = {
  unit: { name: string; shortName: string; department: string; locality: string; headOffice: string };
  debate: {
    number: number;
    year: number;
    kind: DebateKind;
    cycleTitle: string;
    topic: string;
    startsAt: string;
    endsAt: string;
    openedAt: string | null;
    heldAt: string | null;
    venueName: string;
    venueAddress: string;
    chair: string;
    moderator: string;
    minuteTaker: string;
    coOrganizer: string;
    evaluationOn: string | null;
    earlier: { number: number; year: number; heldOn: string } | null;
  };
  headCounts: { group: HeadCountGroup; count: number }[];
  guests: {
    bodyName: string;
    officeTitle: string;
    personName: string;
    presence: Presence | null;
    answered: "accepted" | "substituted" | "other";
    substitute: { name: string; post: string } | null;
  }[];
  items: {
    id: string;
    kind: AgendaKind;
    title: string;
    presenter: string;
    internal: boolean;
    startedAt: string | null;
    finishedAt: string | null;
  }[];
  motions: {
    id: string;
    number: string;
    category: MotionCategory;
    place: string;
    textInternal: string;
    textPublic: string;
    sensitivity: Sensitivity;
    outcome: MotionOutcome | null;
    answer: string;
    answeredBy: string;
    referredTo: string;
    mergedInto: string;
    agendaItemId: string | null;
    taskNumbers: string[];
  }[];
  /** Motions of earlier debates that were reported on at this one. */
  reported: {
    number: string;
    place: string;
    text: string;
    owner: string;
    report: string;
    verdict: HallVerdict | null;
    sensitivity: Sensitivity;
  }[];
  tasks: {
    number: string;
    title: string;
    owner: string;
    supporters: string[];
    dueOn: string;
    dueBasis: DueBasis;
    state: TaskState;
    internal: boolean;
  }[];
  parts: { key: string; text: string; internal: boolean }[];
};

export type MinutesVersion = "internal" | "public";

/** The document: what is printed, for one kind of reader. Made of plain values only. */
export type MinutesDocument = Omit<Facts, "items" | "motions" | "tasks" | "reported" | "parts"> & {
  version: MinutesVersion;
  number: string | null;
  drawnUpOn: string | null;
  approvedBy: string;
  approvedAt: string | null;
  items: {
    no: number;
    title: string;
    presenter: string;
    startedAt: string | null;
    finishedAt: string | null;
    text: string;
  }[];
  motions: {
    number: string;
    category: MotionCategory;
    place: string;
    text: string;
    outcome: MotionOutcome | null;
    answer: string;
    answeredBy: string;
    referredTo: string;
    mergedInto: string;
    taskNumbers: string[];
  }[];
  reported: Omit<Facts["reported"][number], "sensitivity">[];
  tasks: Omit<Facts["tasks"][number], "internal" | "state">[];
  survey: string;
  findings: string;
  attachments: string[];
  distribution: string[];
};

export type Stamp = Pick<MinutesDocument, "number" | "drawnUpOn" | "approvedBy" | "approvedAt">;

/**
 * Puts the document together. The public version leaves out, rather than hides: police-only and internal motions,
 * internal items and passages, and tasks that follow from them, are in no field of it.
 */
export function composeMinutes(facts: Facts, version: MinutesVersion, stamp: Stamp): MinutesDocument {
  const { unit, debate, headCounts, guests } = facts;
  const shown = <T extends { sensitivity: Sensitivity }>({ sensitivity }: T) =>
    version === "internal" ? true : sensitivity === "public";
  const part = (key: string) => {
    const found = facts.parts.find((candidate) => candidate.key === key);
    return !found || (found.internal && version === "public") ? "" : found.text;
  };
  const motions = facts.motions.filter(shown);
  const tasks = facts.tasks.filter((task) => version === "internal" || !task.internal);
  const visible = new Set(tasks.map(({ number }) => number));
  const numbers = new Set(motions.map(({ number }) => number));

  return {
    version,
    ...stamp,
    unit,
    debate,
    headCounts,
    guests: guests.map(({ bodyName, officeTitle, personName, presence, answered, substitute }) => ({
      bodyName,
      officeTitle,
      personName,
      presence,
      answered,
      substitute,
    })),
    items: facts.items
      .filter((item) => version === "internal" || !item.internal)
      .map(({ id, title, presenter, startedAt, finishedAt }, i) => ({
        no: i + 1,
        title,
        presenter,
        startedAt,
        finishedAt,
        text: part(`item:${id}`),
      })),
    motions: motions.map((motion) => ({
      number: motion.number,
      category: motion.category,
      place: motion.place,
      text: version === "internal" ? motion.textInternal : motion.textPublic,
      outcome: motion.outcome,
      answer: motion.answer,
      answeredBy: motion.answeredBy,
      referredTo: motion.referredTo,
      mergedInto: numbers.has(motion.mergedInto) ? motion.mergedInto : "",
      taskNumbers: motion.taskNumbers.filter((number) => visible.has(number)),
    })),
    reported: facts.reported.filter(shown).map(({ sensitivity: _, ...row }) => row),
    tasks: tasks.map(({ internal: _, state: __, ...row }) => row),
    survey: part("survey"),
    findings: part("findings"),
    attachments: lines(part("attachments")),
    distribution: version === "internal" ? lines(part("distribution")) : [],
  };
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What a clerk has to know before the chair signs. `at` is the id on the page where the fault is. */
export type Fault = {
  level: "error" | "warning";
  kind: "motion_without_outcome" | "task_missing" | "item_without_text" | "guest_without_presence" | "not_counted";
  subject: string;
  at: string;
};

export function checkMinutes(facts: Facts): Fault[] {
  const texts = new Map(facts.parts.map(({ key, text }) => [key, text.trim()]));
  const faults: Fault[] = [];
  for (const { id, number, outcome, taskNumbers } of facts.motions) {
    const at = `motion-${id}`;
    if (outcome === null) faults.push({ level: "error", kind: "motion_without_outcome", subject: number, at });
    if (outcome === "task" && taskNumbers.length === 0)
      faults.push({ level: "error", kind: "task_missing", subject: number, at });
  }
  for (const { id, title } of facts.items)
    if (!texts.get(`item:${id}`))
      faults.push({ level: "warning", kind: "item_without_text", subject: title, at: `part-item-${id}` });
  for (const { officeTitle, presence, answered } of facts.guests)
    if (presence === null && answered !== "other")
      faults.push({ level: "warning", kind: "guest_without_presence", subject: officeTitle, at: "attendance" });
  if (facts.headCounts.every(({ count }) => count === 0))
    faults.push({ level: "warning", kind: "not_counted", subject: "", at: "attendance" });
  return faults;
}

const NEXT: Record<MinutesStatus, readonly MinutesStatus[]> = {
  drafting: ["in_correction", "approved"],
  in_correction: ["drafting", "approved"],
  approved: ["published"],
  published: [],
};

export type MinutesRefusal = "not_possible" | "not_held" | "faults" | "stale" | "frozen";

/** A text may change until it is approved; then only a correction with its own number may. */
export const isFrozen = (status: MinutesStatus) => status === "approved" || status === "published";

export function decideApproval(
  state: { status: MinutesStatus; held: boolean },
  faults: Fault[],
): Outcome<"approved", MinutesRefusal> {
  if (!NEXT[state.status].includes("approved")) return refuse("not_possible");
  if (!state.held) return refuse("not_held");
  if (faults.some(({ level }) => level === "error")) return refuse("faults");
  return allow("approved");
}

export function decidePublication(status: MinutesStatus): Outcome<"published", MinutesRefusal> {
  return NEXT[status].includes("published") ? allow("published") : refuse("not_possible");
}

/** "{numer}/{rok}" → "3/2026". Other words stand as they are; a pattern without {numer} would give doubles. */
export function minutesNumber(pattern: string, values: { number: number; year: number; debate: number }) {
  const usable = pattern.includes("{numer}") ? pattern : "{numer}/{rok}";
  return usable
    .replaceAll("{numer}", String(values.number))
    .replaceAll("{rok}", String(values.year))
    .replaceAll("{debata}", String(values.debate));
}
