import { check, flag, index, instant, table, text, unique, word } from "../kit";
import { ROLES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps } from "./columns";

/** Staff who sign in. Officials and residents have links, not accounts. The e-mail is stored in lower case. */
export const users = table(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    rank: text("rank").notNull().default(""),
    passwordHash: text("password_hash").notNull(),
    disabledAt: instant("disabled_at"),
    ...timestamps(),
  },
  (t) => [unique("users_email").on(t.email)],
);

/** What a person may do in one unit. */
export const memberships = table(
  "memberships",
  {
    id: id(),
    organizationId: organizationId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: word("role", ROLES).notNull(),
    endedAt: instant("ended_at"),
    ...timestamps(),
  },
  (t) => [
    unique("memberships_organization_user").on(t.organizationId, t.userId),
    index("memberships_user").on(t.userId),
    check("memberships_role", oneOf(t.role, ROLES)),
  ],
);

/** A colleague asked to join a unit; the link is worth one account and expires. */
export const memberInvites = table(
  "member_invites",
  {
    id: id(),
    organizationId: organizationId(),
    email: text("email").notNull(),
    role: word("role", ROLES).notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revoked: flag("revoked").notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("member_invites_token").on(t.tokenHash),
    index("member_invites_organization").on(t.organizationId, t.createdAt),
    check("member_invites_role", oneOf(t.role, ROLES)),
  ],
);

/** Reached only through a user. `startedAt` bounds a session however busy it is. */
export const sessions = table("sessions", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  startedAt: instant("started_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

/** Failed sign-ins by account and by network, so that guessing gets slower. Keys are hashes. */
export const signInFailures = table(
  "sign_in_failures",
  { id: id(), key: text("key").notNull(), at: instant("at").notNull() },
  (t) => [index("sign_in_failures_key").on(t.key, t.at)],
);
