import { sql } from "drizzle-orm";
import { check, foreignKey, index, instant, table, text, unique, whole, word } from "../kit";
import { HEAD_COUNT_GROUPS, REGISTRATION_STATUSES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps } from "./columns";
import { debates } from "./debates";

/** A resident's seat. Optional, changed through its own link, never public. */
export const registrations = table(
  "registrations",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull().default(""),
    seats: whole("seats").notNull().default(1),
    needs: text("needs").notNull().default(""),
    status: word("status", REGISTRATION_STATUSES).notNull(),
    /** Place in the queue: who asked first is served first. */
    queuedAt: instant("queued_at").notNull(),
    checkedInAt: instant("checked_in_at"),
    tokenHash: text("token_hash").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("registrations_organization_id").on(t.organizationId, t.id),
    unique("registrations_token_hash").on(t.tokenHash),
    index("registrations_debate").on(t.organizationId, t.debateId, t.status, t.queuedAt),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    check("registrations_status", oneOf(t.status, REGISTRATION_STATUSES)),
    check("registrations_seats", sql`${t.seats} between 1 and 10`),
  ],
);

/** How many were in the hall, by group: a head count instead of a list of residents. */
export const headCounts = table(
  "head_counts",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    group: word("group_name", HEAD_COUNT_GROUPS).notNull(),
    count: whole("count").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("head_counts_group").on(t.organizationId, t.debateId, t.group),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    check("head_counts_group_word", oneOf(t.group, HEAD_COUNT_GROUPS)),
    check("head_counts_count", sql`${t.count} between 0 and 100000`),
  ],
);
