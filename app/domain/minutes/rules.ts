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
    id: string;
    bodyName: string;
    officeTitle: string;
    personName: string;
    presence: Presence | null;
    answered: "accepted" | "substituted" | "other";
    substitute: { name: string; post: string } | null;
    arrivedAt: string | null;
    leftAt: string | null;
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
    submittedAt: string;
    taskNumbers: string[];
  }[];
  /** Who took the floor: an office, or „mieszkaniec/mieszkanka”. */
  speeches: { speaker: string; at: string; agendaItemId: string }[];
  /** Motions of earlier debates that were reported on at this one, and who had promised to see to them. */
  reported: {
    number: string;
    place: string;
    text: string;
    /** `title`: what was promised; left out where the task was passed on. */
    owners: { name: string; internal: boolean; title?: string }[];
    report: string;
    verdict: HallVerdict | null;
    /** Where the hall voted: heads and phones together, and how many of them by phone. */
    votes?: HallCount | null;
    sensitivity: Sensitivity;
  }[];
  /** Taken over unfinished from the debate that was evaluated: "1/2025/Z3". `hidden`: not for everybody. */
  carried?: (CarriedTask & { hidden: boolean })[];
  tasks: {
    id: string;
    number: string;
    title: string;
    owner: string;
    supporters: string[];
    dueOn: string;
    dueBasis: DueBasis;
    state: TaskState;
    internal: boolean;
  }[];
  /** `basis`: what the record suggested when the part was saved. */
  parts: { key: string; text: string; internal: boolean; basis?: string }[];
};

export type HallCount = Record<HallVerdict, number> & { phones: number };
export type CarriedTask = {
  number: string;
  title: string;
  owner: string;
  state: TaskState;
  budgetYear: number | null;
  dueOn: string;
};

/** A column of a table in the paper; widths in points. */
export type PaperColumn = {
  header: string;
  width: number;
  isRowHeader?: boolean;
  isNumber?: boolean;
  /** Left out where the table is only looked through, beside the clerk's text. */
  isMinor?: boolean;
};

export type MinutesVersion = "internal" | "public";

/** The document: what is printed, for one kind of reader. Made of plain values only. */
export type MinutesDocument = Pick<Facts, "unit" | "debate" | "headCounts"> & {
  version: MinutesVersion;
  number: string | null;
  drawnUpOn: string | null;
  approvedBy: string;
  approvedAt: string | null;
  /** Chance, in the internal text only: without it, whoever holds the hash could try out what the public text leaves out. */
  seal: string;
  /** Who came. `standsFor`: the office in whose place the person sat. */
  guests: { bodyName: string; post: string; personName: string; standsFor: string }[];
  absent: { bodyName: string; officeTitle: string; excused: boolean }[];
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
  reported: {
    number: string;
    place: string;
    text: string;
    owner: string;
    /** What was promised; left out of what was frozen before it was printed. */
    promised?: string;
    report: string;
    verdict: HallVerdict | null;
    votes?: HallCount | null;
  }[];
  /** None in what was frozen before there were any. */
  carried?: CarriedTask[];
  tasks: Omit<Facts["tasks"][number], "id" | "internal" | "state">[];
  survey: string;
  findings: string;
  attachments: string[];
  distribution: string[];
  /** When it really began and ended, where a correction says so: otherwise the record tells. */
  corrected?: { begunAt?: string; endedAt?: string };
  /** Numbered corrections after approval, the oldest first; none in what was frozen before there were any. */
  corrections?: Correction[];
};

export type CorrectionRefusal =
  | "not_possible"
  | "already_open"
  | "nothing_changed"
  | "tells"
  | "unbalanced_mark"
  | "missing"
  | "unknown_number"
  | "ends_early"
  | "stale"
  | "none";

/** What a correction (sprostowanie) changed, and why. `approvedBy` in the internal text only. */
export type Correction = {
  no: number;
  on: string;
  approvedBy: string;
  reason: string;
  changes: { title: string; was: string; is: string }[];
};

export type Stamp = Pick<MinutesDocument, "number" | "drawnUpOn" | "approvedBy" | "approvedAt"> & { seal?: string };

/** Before approval: the same paper without number, date and name. */
export const UNSTAMPED: Stamp = { number: null, drawnUpOn: null, approvedBy: "", approvedAt: null };

export { isOpen } from "~/domain/motions/rules";

/** Sections that the clerk writes besides the agenda items. */
export const SECTION_PARTS = ["findings", "survey", "attachments", "distribution"] as const;
export type SectionPart = (typeof SECTION_PARTS)[number];
/** Where a part stands on the page, and the name of its field: a colon in an id troubles style sheets and scripts. */
export const placeOf = (key: string) => `part-${key.replace(":", "-")}`;
export const fieldOf = {
  version: (place: string) => place.replace(/^part-/, "version-"),
  internal: (place: string) => place.replace(/^part-/, "internal-"),
  /** The text from the record that stood on the page when somebody wrote. */
  seen: (place: string) => place.replace(/^part-/, "seen-"),
  /** The phrase that somebody chose for it without scripts. */
  phrase: (place: string) => place.replace(/^part-/, "phrase-"),
};
/** Room for 300 motions in one item. */
export const LONGEST_PART = 60_000;
export const itemKey = (id: string) => `item:${id}`;

export const MINUTES_NEXT: Record<MinutesStatus, readonly MinutesStatus[]> = {
  drafting: ["in_correction", "approved"],
  in_correction: ["drafting", "approved"],
  approved: ["published"],
  published: [],
};

export type MinutesRefusal = "not_possible" | "not_held" | "faults" | "changed" | "stale" | "frozen" | "unknown_part";

/** A text may change until it is approved; then only a correction with its own number may. */
export const isFrozen = (status: MinutesStatus) => status === "approved" || status === "published";

export function decideApproval(
  state: { status: MinutesStatus; held: boolean },
  faults: readonly { level: "error" | "warning" }[],
): Outcome<"approved", MinutesRefusal> {
  if (!MINUTES_NEXT[state.status].includes("approved")) return refuse("not_possible");
  if (!state.held) return refuse("not_held");
  if (faults.some(({ level }) => level === "error")) return refuse("faults");
  return allow("approved");
}

export function decidePublication(status: MinutesStatus): Outcome<"published", MinutesRefusal> {
  return MINUTES_NEXT[status].includes("published") ? allow("published") : refuse("not_possible");
}

type Numbers = { number: number; year: number; debate: number };
/** A debate's number comes again next year, so it serves only together with the year. */
const isUnique = (pattern: string) =>
  pattern.includes("{numer}") || (pattern.includes("{debata}") && pattern.includes("{rok}"));
const usable = (pattern: string) => (isUnique(pattern) ? pattern : "{numer}/{rok}");

/** "{numer}/{rok}" → "3/2026". Other words stand as they are; a pattern that would give doubles is not used. */
export const minutesNumber = (pattern: string, values: Numbers) =>
  usable(pattern)
    .replaceAll("{numer}", String(values.number))
    .replaceAll("{rok}", String(values.year))
    .replaceAll("{debata}", String(values.debate));

/** Numbers start anew each year only where the year is part of them. */
export const minutesSeries = (pattern: string, year: number) =>
  usable(pattern).includes("{rok}") ? `minutes:${year}` : "minutes";

/** „4f1c 93ab 07d2 55e0”: enough of the hash to find the paper by, short enough to be typed from it. */
export const SHORT_HASH = 16;
export const shortHash = (sha256: string) => sha256.slice(0, SHORT_HASH).replace(/(.{4})(?=.)/g, "$1 ");

/** What somebody types from a paper; undefined when it cannot be one of our hashes. */
export function hashTyped(text: string | undefined) {
  const typed = (text ?? "").replace(/[\s·-]/g, "").toLowerCase();
  return /^[0-9a-f]{16,64}$/.test(typed) ? typed : undefined;
}
