import { check, date, flag, foreignKey, index, instant, json, table, text, unique, whole, word } from "../kit";
import { MINUTES_STATUSES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { debates } from "./debates";

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
    /** The whole text as approved, internal and public; later facts do not reach it. */
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
