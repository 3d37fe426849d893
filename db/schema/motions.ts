import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, instant, json, primaryKey, table, text, unique, whole, word } from "../kit";
import {
  FOLLOW_STATES,
  HALL_VERDICTS,
  LEGAL_TRACKS,
  MOTION_CATEGORIES,
  MOTION_CHANNELS,
  MOTION_OUTCOMES,
  MOTION_STATUSES,
  RAISED_BY,
  SENSITIVITIES,
  SETTLEMENTS,
  STORED_TRACKER_STATES,
} from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { agendaItems, debates } from "./debates";
import { bodies } from "./directory";

/** What a resident wants. The original stays; what the public reads is `textPublic`. */
export const motions = table(
  "motions",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    /** "3/2026/07": debate number, year, sequence within the debate. */
    sequence: whole("sequence").notNull(),
    number: text("number").notNull(),
    category: word("category", MOTION_CATEGORIES).notNull(),
    /** Category of the national threat map, from the versioned dictionary of the room. */
    kmzb: text("kmzb"),
    place: text("place").notNull().default(""),
    /** The place as it is compared: folded, without "ul." and house numbers. */
    placeKey: text("place_key").notNull().default(""),
    textRaw: text("text_raw").notNull(),
    textPublic: text("text_public").notNull(),
    channel: word("channel", MOTION_CHANNELS).notNull(),
    raisedBy: word("raised_by", RAISED_BY).notNull().default("resident"),
    /** Never public, never shown to another body. */
    authorName: text("author_name").notNull().default(""),
    authorEmail: text("author_email").notNull().default(""),
    status: word("status", MOTION_STATUSES).notNull().default("submitted"),
    outcome: word("outcome", MOTION_OUTCOMES),
    sensitivity: word("sensitivity", SENSITIVITIES).notNull().default("public"),
    legalTrack: word("legal_track", LEGAL_TRACKS).notNull().default("debate_only"),
    /** Kinds of personal data found in the text: it is held until a person has looked. */
    flags: json<string[]>("flags").notNull(),
    returnReason: text("return_reason").notNull().default(""),
    mergedIntoId: text("merged_into_id"),
    /** What was said on the spot, where it was referred, or why it is out of scope. */
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by").notNull().default(""),
    referredToBodyId: text("referred_to_body_id"),
    agendaItemId: text("agenda_item_id"),
    settlement: word("settlement", SETTLEMENTS),
    settlementNote: text("settlement_note").notNull().default(""),
    settledAt: instant("settled_at"),
    /** The evaluation debate at which it was reported, what was said there, and what the hall thought of it. */
    reportedAtDebateId: text("reported_at_debate_id"),
    reportText: text("report_text").notNull().default(""),
    hallVerdict: word("hall_verdict", HALL_VERDICTS),
    /** -(year × 10000 + number) of the debate: ascending, the latest debate comes first. 0 until it has been computed. */
    debateRank: whole("debate_rank").notNull().default(0),
    /** Where it stands for everybody; null while it is not public. Changed only together with what it follows from. */
    trackState: word("track_state", STORED_TRACKER_STATES),
    /** The earliest day by which somebody owes an answer in public; null where none is owed. Past it, the motion is late. */
    trackDueOn: date("track_due_on"),
    /** What its living public tasks come to. */
    followState: word("follow_state", FOLLOW_STATES),
    /** When it was passed on to the competent body (art. 243 KPA). */
    referredAt: instant("referred_at"),
    /** When those who had raised it were asked whether it is really done: once. */
    opinionAskedAt: instant("opinion_asked_at"),
    codeHash: text("code_hash").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    admittedAt: instant("admitted_at"),
    decidedAt: instant("decided_at"),
    search: text("search").notNull().default(""),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("motions_organization_id").on(t.organizationId, t.id),
    unique("motions_sequence").on(t.debateId, t.sequence),
    unique("motions_code_hash").on(t.codeHash),
    index("motions_debate").on(t.organizationId, t.debateId, t.sequence),
    index("motions_recent").on(t.organizationId, t.submittedAt, t.id),
    // In the order of the inbox to its end: without the id SQLite prefers to walk all motions of the unit.
    index("motions_status").on(t.organizationId, t.status, t.submittedAt, t.id),
    index("motions_outcome").on(t.organizationId, t.outcome, t.submittedAt, t.id),
    index("motions_rank").on(t.organizationId, t.debateRank, t.sequence),
    index("motions_track").on(t.organizationId, t.trackState, t.debateRank, t.sequence),
    index("motions_track_due").on(t.organizationId, t.trackDueOn, t.debateRank, t.sequence),
    index("motions_category_rank").on(t.organizationId, t.category, t.debateRank, t.sequence),
    index("motions_merged").on(t.organizationId, t.mergedIntoId),
    index("motions_place_rank").on(t.organizationId, t.placeKey, t.debateRank, t.sequence),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.mergedIntoId], foreignColumns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.referredToBodyId], foreignColumns: [bodies.organizationId, bodies.id] }),
    foreignKey({
      columns: [t.organizationId, t.agendaItemId],
      foreignColumns: [agendaItems.organizationId, agendaItems.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.reportedAtDebateId],
      foreignColumns: [debates.organizationId, debates.id],
    }),
    check("motions_category", oneOf(t.category, MOTION_CATEGORIES)),
    check("motions_channel", oneOf(t.channel, MOTION_CHANNELS)),
    check("motions_raised_by", oneOf(t.raisedBy, RAISED_BY)),
    check("motions_status_word", oneOf(t.status, MOTION_STATUSES)),
    check("motions_outcome", sql`${t.outcome} is null or ${oneOf(t.outcome, MOTION_OUTCOMES)}`),
    check("motions_sensitivity", oneOf(t.sensitivity, SENSITIVITIES)),
    check("motions_legal_track", oneOf(t.legalTrack, LEGAL_TRACKS)),
    check("motions_settlement", sql`${t.settlement} is null or ${oneOf(t.settlement, SETTLEMENTS)}`),
    check("motions_verdict", sql`${t.hallVerdict} is null or ${oneOf(t.hallVerdict, HALL_VERDICTS)}`),
    check("motions_merged", sql`(${t.outcome} = 'merged') = (${t.mergedIntoId} is not null) or ${t.outcome} is null`),
    check(
      "motions_police_only",
      sql`${t.outcome} is null or ${t.outcome} <> 'police_only' or ${t.sensitivity} = 'police_only'`,
    ),
  ],
);

/** Alerts of repeated problems that somebody has dealt with; the next motion raises it again. */
export const repeatDismissals = table(
  "repeat_dismissals",
  {
    organizationId: organizationId(),
    category: word("category", MOTION_CATEGORIES).notNull(),
    placeKey: text("place_key").notNull(),
    note: text("note").notNull().default(""),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.category, t.placeKey] })],
);
