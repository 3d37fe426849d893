import type { Ability } from "~/domain/organizations/policy";
import type { CalendarDate, DebateStatus, MinutesStatus } from "~db/vocabulary";

/** In the order in which an evening needs them. */
export const GROUPS = ["before", "hall", "after", "minutes", "lists", "archive"] as const;
export type Group = (typeof GROUPS)[number];

const FORMATS = ["pdf", "docx", "csv", "xlsx", "zip"] as const;
export type Format = (typeof FORMATS)[number];

/** What a paper may be asked for in its address: a number within limits, a word of a list, or a row by its id. */
const OPTIONS = {
  version: { kind: "word", words: ["internal", "public"] },
  body: { kind: "row" },
  guest: { kind: "row" },
  invitee: { kind: "row" },
  blanks: { kind: "count", least: 0, most: 60, usual: 8 },
  sheets: { kind: "count", least: 1, most: 50, usual: 5 },
} as const satisfies Record<string, Option>;
export type Option =
  | { kind: "word"; words: readonly string[] }
  | { kind: "count"; least: number; most: number; usual: number }
  | { kind: "row" };
export type OptionName = keyof typeof OPTIONS;

/** What there is to print, counted by the caller. */
export type PaperFacts = {
  status: DebateStatus;
  /** Postponed without a new date. */
  datePending: boolean;
  agendaItems: number;
  guests: number;
  /** Those whose invitation went out, so that its link works. */
  invited: { id: string; name: string }[];
  /** Those who came themselves or sent somebody. */
  present: { id: string; name: string }[];
  motions: number;
  tasks: number;
  /** The bodies to which a letter about a referred motion goes. */
  referredTo: { id: string; name: string }[];
  /** When the law wants the first of these letters to be out. */
  referralDue: CalendarDate | null;
  minutes: MinutesStatus | null;
};

/** Why a paper cannot be printed yet. */
export type Missing =
  | "not_held"
  | "nothing_referred"
  | "nobody_came"
  | "not_announced"
  | "nobody_invited"
  | "date_pending"
  | "called_off";

type Kind = {
  group: Group;
  formats: readonly Format[];
  options?: readonly OptionName[];
  /** It opens what is only for one person: never kept as a file. */
  printsLinks?: boolean;
  /** Everybody in the office may read it, unless told otherwise. */
  ability?: Ability;
  missing?: (facts: PaperFacts, now: Date) => Missing | null;
  /** A day by which it has to be out. */
  due?: (facts: PaperFacts) => CalendarDate | null;
};

const BEGUN: readonly DebateStatus[] = ["live", "held", "closed"];
const begun = ({ status }: PaperFacts) => (BEGUN.includes(status) ? null : "not_held");

const LIST = ["xlsx", "csv"] as const satisfies readonly Format[];

/** The address in the code leads nowhere before. */
const announced = ({ status }: PaperFacts) => (status === "draft" ? "not_announced" : null);

/** A letter never names a day that fell through. */
function inviting({ status, datePending, invited }: PaperFacts) {
  if (status === "cancelled") return "called_off";
  if (datePending) return "date_pending";
  return invited.length ? null : "nobody_invited";
}

/**
 * Everything that can be printed for one debate. A new paper is a line here, its words in messages and the function
 * that composes it in queries.
 */
const PAPERS = {
  poster: { group: "before", formats: ["pdf"], missing: announced },
  invitations: {
    group: "before",
    formats: ["pdf"],
    options: ["invitee"],
    ability: "organize",
    printsLinks: true,
    missing: inviting,
  },
  script: { group: "hall", formats: ["pdf"] },
  attendance: { group: "hall", formats: ["pdf"], options: ["blanks"] },
  slips: { group: "hall", formats: ["pdf"], options: ["sheets"], missing: announced },
  referrals: {
    group: "after",
    formats: ["pdf"],
    options: ["body"],
    ability: "organize",
    missing: ({ referredTo }: PaperFacts) => (referredTo.length ? null : "nothing_referred"),
    due: ({ referralDue }: PaperFacts) => referralDue,
  },
  thanks: {
    group: "after",
    formats: ["pdf"],
    options: ["guest"],
    missing: (facts: PaperFacts) => begun(facts) ?? (facts.present.length ? null : "nobody_came"),
  },
  report: { group: "after", formats: ["pdf"], options: ["version"], missing: begun },
  minutes: { group: "minutes", formats: ["pdf", "docx"], options: ["version"], missing: begun },
  guestList: { group: "lists", formats: LIST },
  // Residents gave their names for the door only: whoever works there may take them along.
  seatList: { group: "lists", formats: LIST, ability: "record" },
  motionList: { group: "lists", formats: LIST },
  taskList: { group: "lists", formats: LIST },
  archive: { group: "archive", formats: ["zip"], ability: "record", missing: begun },
} as const satisfies Record<string, Kind>;
export type PaperName = keyof typeof PAPERS;

export const kindOf = (name: PaperName): Kind => PAPERS[name];
export const optionOf = (name: OptionName): Option => OPTIONS[name];
export const paperNames = Object.keys(PAPERS) as PaperName[];

/** Every paper of a debate with the reason why it cannot be had, if there is one. */
export const papersOf = (facts: PaperFacts, now: Date) =>
  paperNames.map((name) => {
    const { missing, due, ...kind } = kindOf(name);
    return { name, ...kind, missing: missing?.(facts, now) ?? null, due: due?.(facts) ?? null };
  });
export type ListedPaper = ReturnType<typeof papersOf>[number];

/** The rows among which an option chooses. */
export const choicesOf = ({
  referredTo,
  present,
  invited,
}: PaperFacts): Partial<Record<OptionName, { id: string; name: string }[]>> => ({
  body: referredTo,
  guest: present,
  invitee: invited,
});
export type Choices = ReturnType<typeof choicesOf>;
