import { check, flag, index, instant, primaryKey, table, text, unique, whole, word } from "../kit";
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
    passwordChangedAt: instant("password_changed_at"),
    /** The secret of the second factor, encrypted with a key from `APP_SECRET`. It counts once `totpConfirmedAt` is set. */
    totpSecret: text("totp_secret"),
    totpConfirmedAt: instant("totp_confirmed_at"),
    /** The newest step of 30 s whose code was used: no code opens twice. */
    totpLastStep: whole("totp_last_step"),
    /** How many browsers have been noted as known to this account; the newest of them are. */
    knownBrowsers: whole("known_browsers").notNull().default(0),
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
  lastSeenAt: instant("last_seen_at"),
  /** What its owner knows it by in a list: "Firefox, Windows". Never a whole User-Agent, never an address. */
  device: text("device").notNull().default(""),
});

/** Ten words on paper for the day when the phone is gone; each opens once. */
export const recoveryCodes = table(
  "recovery_codes",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
    ...timestamps(),
  },
  (t) => [unique("recovery_codes_user_code").on(t.userId, t.codeHash)],
);

/** The password was right, the second factor is still to come: lives for minutes and for a few attempts. */
export const signInChallenges = table(
  "sign_in_challenges",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    attempts: whole("attempts").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    ...timestamps(),
  },
  (t) => [unique("sign_in_challenges_token").on(t.tokenHash), index("sign_in_challenges_age").on(t.expiresAt)],
);

/** A forgotten password: a link for one account and a short time, used up by a POST. */
export const passwordResets = table(
  "password_resets",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    ...timestamps(),
  },
  (t) => [
    unique("password_resets_token").on(t.tokenHash),
    index("password_resets_user").on(t.userId, t.createdAt),
    index("password_resets_age").on(t.expiresAt),
  ],
);

/** How often somebody knocked within a stretch of time, told to each other by all servers. Keys are hashes. */
export const rateLimits = table(
  "rate_limits",
  {
    key: text("key").notNull(),
    /** Start of the stretch, whole seconds since 1970. */
    since: whole("since").notNull(),
    count: whole("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.since] }), index("rate_limits_age").on(t.since)],
);

/** Failed sign-ins by account and by network, so that guessing gets slower. Keys are hashes. */
export const signInFailures = table(
  "sign_in_failures",
  { id: id(), key: text("key").notNull(), at: instant("at").notNull() },
  (t) => [index("sign_in_failures_key").on(t.key, t.at)],
);
