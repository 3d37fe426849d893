import { check, index, instant, json, primaryKey, table, text, unique, whole, word } from "../kit";
import { MAIL_STATUSES, PERSON_REQUESTS } from "../vocabulary";
import { id, oneOf, organizationId, timestamps } from "./columns";

/**
 * What happened, in order: history for people, outbox for jobs. Never updated except by the outbox.
 * `data` holds facts that a reader of the history may see; never tokens, never a resident's name or text.
 */
export const events = table(
  "events",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id"),
    action: text("action").notNull(),
    subjectId: text("subject_id").notNull(),
    actor: text("actor").notNull(),
    data: json<Record<string, string | number | boolean | null>>("data"),
    occurredAt: instant("occurred_at").notNull(),
    /** Null while a job still has work with it. */
    deliveredAt: instant("delivered_at"),
    attempts: whole("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    failure: text("failure"),
  },
  (t) => [
    index("events_outbox").on(t.deliveredAt, t.nextAttemptAt),
    index("events_recent").on(t.organizationId, t.occurredAt, t.id),
    index("events_debate").on(t.organizationId, t.debateId, t.occurredAt),
    index("events_subject").on(t.organizationId, t.subjectId, t.occurredAt),
  ],
);

/**
 * One letter to one person. Links stand in it as placeholders (`[[link:…]]`) and are made when it is delivered,
 * so that no key to a page lies in the database.
 */
export const messages = table(
  "messages",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id"),
    kind: text("kind").notNull(),
    /** What it is about: an invitation, a substitute, a registration, a motion, a task. */
    subjectId: text("subject_id").notNull(),
    recipientName: text("recipient_name").notNull(),
    recipientEmail: text("recipient_email").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    calendar: text("calendar"),
    calendarMethod: text("calendar_method"),
    /** One per (recipient, revision): a letter delivered twice is seen once. */
    messageId: text("message_id").notNull(),
    status: word("status", MAIL_STATUSES).notNull().default("queued"),
    attempts: whole("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    failure: text("failure"),
    ...timestamps(),
  },
  (t) => [
    unique("messages_message_id").on(t.messageId),
    index("messages_queue").on(t.status, t.nextAttemptAt),
    index("messages_organization").on(t.organizationId, t.createdAt),
    index("messages_subject").on(t.organizationId, t.subjectId, t.createdAt),
    check("messages_status", oneOf(t.status, MAIL_STATUSES)),
  ],
);

/** Each form carries a key; the same key has one effect and the same answer. */
export const submissions = table(
  "submissions",
  {
    organizationId: organizationId(),
    key: text("key").notNull(),
    result: json<unknown>("result").notNull(),
    submittedAt: instant("submitted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.key] }), index("submissions_age").on(t.submittedAt)],
);

/**
 * Who looked at, took out or changed what matters for safety and privacy: sign-ins, roles, exports, erasures, settings.
 * Append-only: triggers refuse every change, and deletion before five years have passed. No texts, no addresses.
 */
export const auditEntries = table(
  "audit_entries",
  {
    id: id(),
    organizationId: organizationId(),
    at: instant("at").notNull(),
    /** Spelled as in `events.actor`. */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subjectId: text("subject_id"),
    data: json<Record<string, string | number | boolean | null>>("data"),
  },
  (t) => [
    index("audit_entries_recent").on(t.organizationId, t.at, t.id),
    index("audit_entries_action").on(t.organizationId, t.action, t.at),
  ],
);

/** A person asked for a copy or for erasure: what was found and done, without saying again who it was. */
export const personRequests = table(
  "person_requests",
  {
    id: id(),
    organizationId: organizationId(),
    kind: word("kind", PERSON_REQUESTS).notNull(),
    /** SHA-256 with `APP_SECRET` of the address that was asked about. */
    personHash: text("person_hash").notNull(),
    actor: text("actor").notNull(),
    /** How many rows of each kind. */
    found: json<Record<string, number>>("found").notNull(),
    ...timestamps(),
  },
  (t) => [
    index("person_requests_organization").on(t.organizationId, t.createdAt),
    check("person_requests_kind", oneOf(t.kind, PERSON_REQUESTS)),
  ],
);
