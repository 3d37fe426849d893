/**
 * Every closed list of words that a column may hold, in one page.
 * Imports nothing, so tables, rules, forms and screens can all share it.
 * Identifiers follow the glossary in the README; Polish lives in the rooms' messages.
 */
export const ROLES = ["admin", "organizer", "clerk", "officer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const BODY_KINDS = [
  "municipality",
  "county",
  "voivodeship",
  "council",
  "police",
  "fire_service",
  "municipal_guard",
  "road_manager",
  "housing",
  "school",
  "estate_council",
  "village",
  "social_welfare",
  "sanitary_inspection",
  "medical_rescue",
  "media",
  "other",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const GENDERS = ["female", "male", "unknown"] as const;
export type Gender = (typeof GENDERS)[number];

export const DEBATE_KINDS = ["initiating", "evaluation", "forum", "working_meeting", "youth"] as const;
export type DebateKind = (typeof DEBATE_KINDS)[number];

export const DEBATE_STATUSES = ["draft", "announced", "live", "held", "closed", "postponed", "cancelled"] as const;
export type DebateStatus = (typeof DEBATE_STATUSES)[number];

/** What a resident wants to know before leaving home; each is yes, no or not said. */
export const ACCESS_FACTS = [
  "step_free",
  "toilet",
  "induction_loop",
  "parking",
  "sign_language",
  "guide_dog",
  "stream",
] as const;
export type AccessFact = (typeof ACCESS_FACTS)[number];

export const AGENDA_KINDS = [
  "opening",
  "speech",
  "follow_up",
  "discussion",
  "findings",
  "survey",
  "vote",
  "break",
  "closing",
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const RSVP_STATUSES = ["draft", "sent", "accepted", "declined", "substituted", "withdrawn"] as const;
export type RsvpStatus = (typeof RSVP_STATUSES)[number];

export const RSVP_CHANNELS = ["link", "phone", "letter", "email", "in_person"] as const;
export type RsvpChannel = (typeof RSVP_CHANNELS)[number];

export const SUBSTITUTE_STATUSES = ["asked", "confirmed", "declined", "replaced"] as const;
export type SubstituteStatus = (typeof SUBSTITUTE_STATUSES)[number];

export const PRESENCES = ["present", "present_by_substitute", "excused", "absent"] as const;
export type Presence = (typeof PRESENCES)[number];

export const REGISTRATION_STATUSES = ["confirmed", "waiting", "withdrawn"] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const HEAD_COUNT_GROUPS = ["residents", "youth", "seniors", "institutions", "media"] as const;
export type HeadCountGroup = (typeof HEAD_COUNT_GROUPS)[number];

export const MOTION_CATEGORIES = [
  "ROAD",
  "INFRA",
  "PARK",
  "ORDER",
  "VAND",
  "DRUG",
  "YOUTH",
  "SENIOR",
  "SOCIAL",
  "ANIMAL",
  "ENV",
  "WATER",
  "LIGHT",
  "CCTV",
  "PATROL",
  "CYBER",
  "CONTACT",
  "OTHER",
] as const;
export type MotionCategory = (typeof MOTION_CATEGORIES)[number];

export const MOTION_STATUSES = ["submitted", "admitted", "returned"] as const;
export type MotionStatus = (typeof MOTION_STATUSES)[number];

export const MOTION_OUTCOMES = [
  "answered_on_spot",
  "task",
  "referred",
  "merged",
  "out_of_scope",
  "police_only",
] as const;
export type MotionOutcome = (typeof MOTION_OUTCOMES)[number];

export const SETTLEMENTS = ["done", "partly", "refused"] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** A public motion's place in „Zgłosiliście – zrobiliśmy”, as it is stored; that it is late is computed from its day. */
export const STORED_TRACKER_STATES = [
  "running",
  "reported",
  "done",
  "partly",
  "funds",
  "refused",
  "referred",
  "answered",
  "admitted",
  "out_of_scope",
] as const;
export type StoredTrackerState = (typeof STORED_TRACKER_STATES)[number];

/** What the living public tasks of a motion come to: somebody owes an answer, waits for a budget, or has reported. */
export const FOLLOW_STATES = ["owed", "funds", "reported"] as const;
export type FollowState = (typeof FOLLOW_STATES)[number];

/** A body may be competent for all categories. */
export const COMPETENCE_CATEGORIES = ["ANY", ...MOTION_CATEGORIES] as const;
export type CompetenceCategory = (typeof COMPETENCE_CATEGORIES)[number];

/** What the hall said at the evaluation debate, and residents behind their links. */
export const HALL_VERDICTS = ["done", "partly", "not_done"] as const;
export type HallVerdict = (typeof HALL_VERDICTS)[number];

export const SENSITIVITIES = ["public", "internal", "police_only"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const LEGAL_TRACKS = ["debate_only", "kpa_motion", "complaint", "petition"] as const;
export type LegalTrack = (typeof LEGAL_TRACKS)[number];

export const MOTION_CHANNELS = ["online", "hall", "paper", "staff"] as const;
export type MotionChannel = (typeof MOTION_CHANNELS)[number];

export const RAISED_BY = [
  "resident",
  "councillor",
  "village_head",
  "estate_council",
  "institution",
  "official",
  "anonymous",
] as const;
export type RaisedBy = (typeof RAISED_BY)[number];

export const TASK_STATES = [
  "new",
  "accepted",
  "in_progress",
  "reported_done",
  "confirmed",
  "partly_done",
  "refused",
  "needs_funds",
  "transferred",
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const DUE_BASES = ["commitment", "courtesy", "art_243", "art_244", "art_245", "art_247", "petition"] as const;
export type DueBasis = (typeof DUE_BASES)[number];

export const TASK_ENTRY_KINDS = [
  "state",
  "report",
  "note",
  "extension",
  "reminder",
  "transfer",
  /** A body asks for another date; the organizer grants it (an extension) or declines. */
  "proposal",
  "proposal_declined",
  /** "Not ours", without knowing whose it is. */
  "not_ours",
  "evidence",
  /** Taken over, unfinished, by an evaluation debate. */
  "carried",
] as const;
export type TaskEntryKind = (typeof TASK_ENTRY_KINDS)[number];

/** Days before and after the deadline on which the owner is reminded, and the word to the chair after long silence. */
export const NOTICE_KINDS = ["before_7", "before_1", "after_1", "after_7", "chair_30"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What the hall's big screen shows. */
export const SCREEN_MODES = ["agenda", "slide", "ballot", "result", "blank"] as const;
export type ScreenMode = (typeof SCREEN_MODES)[number];

export const MINUTES_STATUSES = ["drafting", "in_correction", "approved", "published"] as const;
export type MinutesStatus = (typeof MINUTES_STATUSES)[number];

/** What somebody who was there wants changed in the minutes, and what became of it. */
export const REMARK_STATUSES = ["open", "accepted", "rejected"] as const;
export type RemarkStatus = (typeof REMARK_STATUSES)[number];

/** `kept`: no SMTP server is configured, staff read the message on "Skrzynka nadawcza". */
export const MAIL_STATUSES = ["queued", "sent", "kept", "failed"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** What a person may ask a unit for: a copy of what it knows about them, or that it forgets. */
export const PERSON_REQUESTS = ["export", "erasure"] as const;
export type PersonRequest = (typeof PERSON_REQUESTS)[number];

declare const kind: unique symbol;
/** A calendar date without a time of day, "2026-03-18": sorts as text, has no time zone. Made by `calendarDate`. */
export type CalendarDate = string & { readonly [kind]: "CalendarDate" };
