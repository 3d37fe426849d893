import { sql } from "drizzle-orm";
import { check, date, flag, foreignKey, index, instant, json, table, text, unique, whole, word } from "../kit";
import { MINUTES_STATUSES, REMARK_STATUSES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { debates } from "./debates";
import { invitations } from "./invitations";

export const minutes = table(
  "minutes",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    status: word("status", MINUTES_STATUSES).notNull().default("drafting"),
    /** Given at approval from the unit's pattern and counter: "3/2026". */
    number: text("number"),
    drawnUpOn: date("drawn_up_on"),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by").notNull().default(""),
    publishedAt: instant("published_at"),
    /** Since when, and until when, those who were there may ask for changes. */
    correctionOpenedAt: instant("correction_opened_at"),
    correctionUntil: instant("correction_until"),
    /** The edition that is valid: 1 as approved, one more with each correction (sprostowanie), 0 before approval. */
    edition: whole("edition").notNull().default(0),
    /** The whole text of the valid edition, internal and public; later facts do not reach it. */
    frozen: json<{ internal: unknown; public: unknown }>("frozen"),
    /** SHA-256 of the frozen text, printed in the footer. */
    sha256: text("sha256"),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_organization_id").on(t.organizationId, t.id),
    unique("minutes_debate").on(t.debateId),
    unique("minutes_number").on(t.organizationId, t.number),
    index("minutes_sha256").on(t.sha256),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    check("minutes_status", oneOf(t.status, MINUTES_STATUSES)),
  ],
);

/** What the clerk writes, per agenda item or per section. Each part has its own version, so two people can work at once. */
export const minutesParts = table(
  "minutes_parts",
  {
    id: id(),
    organizationId: organizationId(),
    minutesId: text("minutes_id").notNull(),
    /** "item:<agenda item>", "findings", "survey", "next", "attachments", "distribution" … */
    key: text("key").notNull(),
    text: text("text").notNull(),
    internal: flag("internal").notNull().default(false),
    /** The text that the record suggested when this one was saved: what is new in the record since then is offered. */
    basis: text("basis").notNull().default(""),
    editedBy: text("edited_by").notNull(),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_parts_organization_id").on(t.organizationId, t.id),
    unique("minutes_parts_key").on(t.minutesId, t.key),
    foreignKey({
      columns: [t.organizationId, t.minutesId],
      foreignColumns: [minutes.organizationId, minutes.id],
    }).onDelete("cascade"),
  ],
);

/** Every saved text with its author: nothing that was typed is lost. */
export const minutesTexts = table(
  "minutes_texts",
  {
    id: id(),
    organizationId: organizationId(),
    partId: text("part_id").notNull(),
    version: whole("version").notNull(),
    text: text("text").notNull(),
    editedBy: text("edited_by").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    unique("minutes_texts_version").on(t.partId, t.version),
    foreignKey({
      columns: [t.organizationId, t.partId],
      foreignColumns: [minutesParts.organizationId, minutesParts.id],
    }).onDelete("cascade"),
  ],
);

/**
 * The minutes as they were at one approval, and with each numbered correction (sprostowanie) after it. Older ones stay
 * readable. A correction that is being written has no `approved_at` and keeps its texts in `draft`.
 */
export const minutesEditions = table(
  "minutes_editions",
  {
    id: id(),
    organizationId: organizationId(),
    minutesId: text("minutes_id").notNull(),
    /** 1 as approved; the correction number is one less. */
    no: whole("no").notNull(),
    reason: text("reason").notNull().default(""),
    /** Texts of a correction in the making, by the key of their part. */
    draft: json<Record<string, string>>("draft"),
    startedBy: text("started_by").notNull().default(""),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by").notNull().default(""),
    publishedAt: instant("published_at"),
    frozen: json<{ internal: unknown; public: unknown }>("frozen"),
    sha256: text("sha256"),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_editions_organization_id").on(t.organizationId, t.id),
    unique("minutes_editions_no").on(t.minutesId, t.no),
    index("minutes_editions_sha256").on(t.sha256),
    foreignKey({
      columns: [t.organizationId, t.minutesId],
      foreignColumns: [minutes.organizationId, minutes.id],
    }).onDelete("cascade"),
    check("minutes_editions_frozen", sql`(${t.approvedAt} is null) = (${t.sha256} is null)`),
  ],
);

/** Who was there and may ask for changes: a link of their own, with a snapshot of who they were. */
export const minutesReaders = table(
  "minutes_readers",
  {
    id: id(),
    organizationId: organizationId(),
    minutesId: text("minutes_id").notNull(),
    invitationId: text("invitation_id").notNull(),
    name: text("name").notNull().default(""),
    post: text("post").notNull().default(""),
    bodyName: text("body_name").notNull().default(""),
    email: text("email").notNull().default(""),
    /** SHA-256 of the link token; the token itself exists only in the letter. */
    tokenHash: text("token_hash").notNull(),
    generation: whole("generation").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_readers_organization_id").on(t.organizationId, t.id),
    unique("minutes_readers_token_hash").on(t.tokenHash),
    unique("minutes_readers_guest").on(t.minutesId, t.invitationId),
    foreignKey({
      columns: [t.organizationId, t.minutesId],
      foreignColumns: [minutes.organizationId, minutes.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.invitationId],
      foreignColumns: [invitations.organizationId, invitations.id],
    }).onDelete("cascade"),
  ],
);

/** A change to one paragraph that somebody who was there proposes, and the decision with its reason. */
export const minutesRemarks = table(
  "minutes_remarks",
  {
    id: id(),
    organizationId: organizationId(),
    minutesId: text("minutes_id").notNull(),
    readerId: text("reader_id").notNull(),
    partKey: text("part_key").notNull(),
    partTitle: text("part_title").notNull(),
    /** The paragraph as it was read, and as it should be. */
    original: text("original").notNull(),
    proposed: text("proposed").notNull(),
    reason: text("reason").notNull().default(""),
    status: word("status", REMARK_STATUSES).notNull().default("open"),
    decision: text("decision").notNull().default(""),
    decidedBy: text("decided_by").notNull().default(""),
    decidedAt: instant("decided_at"),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_remarks_organization_id").on(t.organizationId, t.id),
    index("minutes_remarks_minutes").on(t.organizationId, t.minutesId, t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.minutesId],
      foreignColumns: [minutes.organizationId, minutes.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.readerId],
      foreignColumns: [minutesReaders.organizationId, minutesReaders.id],
    }).onDelete("cascade"),
    check("minutes_remarks_status", oneOf(t.status, REMARK_STATUSES)),
    check("minutes_remarks_decided", sql`(${t.status} = 'open') = (${t.decidedAt} is null)`),
  ],
);

/** Sentences that a unit writes again and again. Placeholders stand in braces: „{funkcja}”. */
export const phrases = table(
  "phrases",
  {
    id: id(),
    organizationId: organizationId(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    position: whole("position").notNull(),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("phrases_organization_id").on(t.organizationId, t.id),
    unique("phrases_title").on(t.organizationId, t.title),
    index("phrases_position").on(t.organizationId, t.position),
  ],
);

/** A file that belongs to the minutes, in the database: one backup holds all. `content` is base64. */
export const minutesFiles = table(
  "minutes_files",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    title: text("title").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes before base64. */
    size: whole("size").notNull(),
    sha256: text("sha256").notNull(),
    content: text("content").notNull(),
    internal: flag("internal").notNull().default(true),
    addedBy: text("added_by").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("minutes_files_organization_id").on(t.organizationId, t.id),
    unique("minutes_files_content").on(t.debateId, t.sha256),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
  ],
);
