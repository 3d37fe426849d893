import { sql } from "drizzle-orm";
import { check, foreignKey, index, instant, table, text, unique, whole, word } from "../kit";
import { PRESENCES, RSVP_CHANNELS, RSVP_STATUSES, SUBSTITUTE_STATUSES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps } from "./columns";
import { debates } from "./debates";
import { bodies, offices, people } from "./directory";

/** One official asked to one debate, with a snapshot of who she was then. The person who comes may be a substitute. */
export const invitations = table(
  "invitations",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    bodyId: text("body_id").notNull(),
    officeId: text("office_id"),
    personId: text("person_id"),
    bodyName: text("body_name").notNull(),
    officeTitle: text("office_title").notNull(),
    personName: text("person_name").notNull().default(""),
    personRank: text("person_rank").notNull().default(""),
    salutation: text("salutation").notNull(),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    /** Office, or else body and person: the same guest is asked once. */
    guestKey: text("guest_key").notNull(),
    status: word("status", RSVP_STATUSES).notNull().default("draft"),
    sentAt: instant("sent_at"),
    respondedAt: instant("responded_at"),
    respondedVia: word("responded_via", RSVP_CHANNELS),
    declineReason: text("decline_reason").notNull().default(""),
    needs: text("needs").notNull().default(""),
    remindedAt: instant("reminded_at"),
    reminders: whole("reminders").notNull().default(0),
    /** SHA-256 of the link token; the token itself exists only in the e-mail. */
    tokenHash: text("token_hash").notNull(),
    generation: whole("generation").notNull().default(1),
    presence: word("presence", PRESENCES),
    arrivedAt: instant("arrived_at"),
    leftAt: instant("left_at"),
    ...timestamps(),
  },
  (t) => [
    unique("invitations_organization_id").on(t.organizationId, t.id),
    unique("invitations_token_hash").on(t.tokenHash),
    unique("invitations_guest").on(t.debateId, t.guestKey),
    index("invitations_debate").on(t.organizationId, t.debateId),
    index("invitations_body").on(t.organizationId, t.bodyId),
    // Pairs, so the database itself refuses a row of another organization.
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.bodyId], foreignColumns: [bodies.organizationId, bodies.id] }),
    foreignKey({ columns: [t.organizationId, t.officeId], foreignColumns: [offices.organizationId, offices.id] }),
    foreignKey({ columns: [t.organizationId, t.personId], foreignColumns: [people.organizationId, people.id] }),
    check("invitations_status", oneOf(t.status, RSVP_STATUSES)),
    check("invitations_presence", sql`${t.presence} is null or ${oneOf(t.presence, PRESENCES)}`),
    check("invitations_via", sql`${t.respondedVia} is null or ${oneOf(t.respondedVia, RSVP_CHANNELS)}`),
  ],
);

/** Whom an invited official sends. Has a link of their own, and confirms with it. */
export const substitutes = table(
  "substitutes",
  {
    id: id(),
    organizationId: organizationId(),
    invitationId: text("invitation_id").notNull(),
    name: text("name").notNull(),
    post: text("post").notNull(),
    email: text("email").notNull().default(""),
    status: word("status", SUBSTITUTE_STATUSES).notNull().default("asked"),
    respondedAt: instant("responded_at"),
    tokenHash: text("token_hash").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("substitutes_organization_id").on(t.organizationId, t.id),
    unique("substitutes_token_hash").on(t.tokenHash),
    index("substitutes_invitation").on(t.organizationId, t.invitationId, t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.invitationId],
      foreignColumns: [invitations.organizationId, invitations.id],
    }).onDelete("cascade"),
    check("substitutes_status", oneOf(t.status, SUBSTITUTE_STATUSES)),
  ],
);
