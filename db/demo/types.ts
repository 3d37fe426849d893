import type {
  AccessFact,
  AgendaKind,
  BodyKind,
  CompetenceCategory,
  DebateKind,
  DueBasis,
  Gender,
  HallVerdict,
  HeadCountGroup,
  LegalTrack,
  MotionCategory,
  Presence,
  RaisedBy,
  Role,
  RsvpChannel,
  TaskState,
} from "../vocabulary";

/**
 * The shape of a demo scenario: what happened, when, and who said it. Only words and values; how it gets into the
 * database is the business of the loader, which uses the same commands as people do.
 */

/** What the clock on the wall in Poland shows: "2026-03-18 17:00". */
export type Moment = string;
/** "2026-03-18" */
export type Day = string;
/** "17:00", on the day of the debate. */
export type Hour = string;

export type DemoOffice = {
  key: string;
  title: string;
  /** Nobody: the post is invited as such. */
  holder?: { name: string; gender: Gender; rank?: string; email?: string; phone?: string };
};

export type DemoBody = {
  key: string;
  kind: BodyKind;
  name: string;
  area?: string;
  address?: string;
  email?: string;
  phone?: string;
  offices?: readonly DemoOffice[];
};

export type DemoMember = { email: string; name: string; rank?: string; role: Role };

export type DemoUnit = {
  slug: string;
  name: string;
  shortName: string;
  department: string;
  locality: string;
  localityIn: string;
  address: string;
  phone: string;
  email: string;
  headOffice: string;
  dataOfficer: string;
};

/** An answer to an invitation. By link unless `via` says how staff heard of it. */
export type DemoAnswer = { at: Moment; via?: Exclude<RsvpChannel, "link"> } & (
  | { status: "accepted"; needs?: string }
  | { status: "declined"; statement: string }
  | { status: "substituted"; name: string; post: string; email?: string; confirmedAt?: Moment }
);

/** `who` is the key of an office, or of a body that is asked as such. */
export type DemoGuest = {
  who: string;
  answer?: DemoAnswer;
  presence?: Presence;
  /** Came late, left early. `notedAt`: left out, it was noted at that hour. */
  arrived?: Hour;
  left?: Hour;
  notedAt?: Moment;
  /** The mailbox does not exist: the letter comes back. */
  bounces?: boolean;
};

export type DemoItem = {
  key: string;
  at: Hour;
  kind: AgendaKind;
  title: string;
  presenter?: string;
  /** For the chair only. */
  note?: string;
  /** What the minutes say about it. */
  text: string;
};

export type DemoOutcome =
  | { spot: string; by: string }
  | { task: string }
  /** `text` is what the letter said; `task` follows the answer. */
  | { refer: string; text: string; task?: string }
  | { merge: number }
  | { police: string }
  | { out: string };

/** Written down in the hall, under the item that was running. */
export type DemoMotion = {
  no: number;
  at: Hour;
  category: MotionCategory;
  kmzb?: string;
  place: string;
  text: string;
  by: RaisedBy;
  /** A slip of paper instead of a voice. */
  onPaper?: boolean;
  outcome: DemoOutcome;
};

/** Sent by a resident from the page of the debate. */
export type OnlineMotion = {
  at: Moment;
  category: MotionCategory;
  kmzb?: string;
  place: string;
  text: string;
  authorName?: string;
  authorEmail?: string;
  /** With the statute's clocks when it is more than a matter of the debate. */
  track?: LegalTrack;
  admittedAt?: Moment;
};

/** What happened to a task. `by: "body"` is the body's own word at its desk. */
export type TaskStep = { at: Moment } & (
  | { to: TaskState; text: string; by?: "body"; author?: string; budgetYear?: number }
  | { extendTo: Day; text: string; by?: "body"; author?: string }
  /** The body asks, and the organizer has not decided yet. */
  | { askFor: Day; text: string; author: string }
  /** A picture of what was done, drawn when the demo is loaded; staff look at it and show it to everybody. */
  | { picture: "lamp"; title: string; author: string; shownAt: Moment }
  | { note: string }
  | { remind: true }
  | { passTo: string; text: string; dueOn: Day; dueBasis: DueBasis; as: string }
);

export type DemoTask = {
  key: string;
  title: string;
  details?: string;
  owner: string;
  supporters?: readonly string[];
  dueOn: Day;
  dueBasis: DueBasis;
  priority?: boolean;
  steps: readonly TaskStep[];
};

/** Votes as „zrealizowano, częściowo, nie”: raised hands, and phones. */
export type DemoReport = {
  no: number;
  text: string;
  verdict: HallVerdict;
  hands?: readonly [number, number, number];
  phones?: readonly [number, number, number];
};

export type DemoMinutes = {
  writtenAt: Moment;
  findings: string;
  survey: string;
  attachments: readonly string[];
  distribution: readonly string[];
  /** Left out while somebody still works on them. */
  approvedAt?: Moment;
  publishedAt?: Moment;
};

/** Under the item that was running: an office, never a resident's name. */
export type DemoSpeech = { at: Hour; who: string };

export type DemoEvening = {
  speeches?: readonly DemoSpeech[];
  motions: readonly DemoMotion[];
  /** When findings were agreed: outcomes are decided and tasks given from here on. */
  findingsAt: Hour;
  tasks: readonly DemoTask[];
  heads: Partial<Record<HeadCountGroup, number>>;
  /** At an evaluation debate: what was said about the earlier motions. */
  reports?: { at: Hour; of: readonly DemoReport[] };
  /** Keys of tasks of the earlier debate that go on, when the evaluation is closed. */
  carriesOn?: { at: Hour; tasks: readonly string[] };
  minutes: DemoMinutes;
};

export type DemoSeat = { at: Moment; name: string; seats: number; email?: string };

export type DemoDebate = {
  key: string;
  kind: DebateKind;
  /** The next free one when left out. */
  number?: number;
  cycleTitle: string;
  topic: string;
  description: string;
  day: Day;
  from: Hour;
  to: Hour;
  venueName: string;
  venueAddress: string;
  access: Partial<Record<AccessFact, boolean>>;
  accessNote?: string;
  capacity?: number;
  chair: string;
  moderator: string;
  minuteTaker: string;
  coOrganizer?: string;
  evaluationOn?: Day;
  /** Key of the debate whose promises this one reports on. */
  evaluates?: string;

  plannedAt: Moment;
  announcedAt?: Moment;
  invitedAt?: Moment;
  remindedAt?: Moment;
  closedAt?: Moment;

  /** The usual agenda of its kind when left out. */
  agenda?: readonly DemoItem[];
  /** Whom an evaluation debate has on its list anyway need not be named here, unless the story says who comes. */
  guests?: readonly DemoGuest[];
  /** True when whoever was put on the list by the evaluation and is not among `guests` is taken off it. */
  onlyTheseGuests?: boolean;
  online?: readonly OnlineMotion[];
  seats?: readonly DemoSeat[];
  evening?: DemoEvening;
};

/** E.g. over-norm patrols, agreed on to fulfil a task. */
export type DemoAgreement = {
  at: Moment;
  /** Key of the debate and of its task. */
  debate: string;
  task: string;
  subject: string;
  parties: string;
  resolution: string;
  /** From the threat map, a line each. */
  places: string;
  signedOn: Day;
  startsOn: Day;
  endsOn: Day;
  amountGrosze: number;
  services: number;
  /** Month by month, entered on its last working day. */
  used: readonly {
    at: Moment;
    services: number;
    place: string;
    identified?: number;
    fined?: number;
    cautioned?: number;
    detained?: number;
  }[];
};

/** Who is competent for what, as the unit has written it down; the body by its key. */
export type DemoCompetence = { body: string; category: CompetenceCategory; area: string; reason: string };

export type DemoScenario = {
  unit: DemoUnit;
  foundedAt: Moment;
  members: readonly DemoMember[];
  bodies: readonly DemoBody[];
  competences?: readonly DemoCompetence[];
  debates: readonly DemoDebate[];
  agreements?: readonly DemoAgreement[];
};

/** The days that move with the day of loading; everything else has its date. */
export type DemoDays = {
  yesterday: Day;
  /** Invitations to the debate that is near went out. */
  invited: Day;
  /** That debate: the Friday about 19 days ahead. */
  planned: Day;
  /** A debate of some days ago, whose minutes are being written. */
  recent: Day;
  recentPlanned: Day;
  recentAnnounced: Day;
  /** The coming evaluation debate, about five weeks ahead. */
  evaluation: Day;
  evaluationPlanned: Day;
  evaluationAnnounced: Day;
  evaluationAnswered: Day;
  /** A draft for later. */
  later: Day;
};
