import { check, flag, foreignKey, index, instant, primaryKey, table, text, unique, whole, word } from "../kit";
import { HALL_VERDICTS, SCREEN_MODES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { debates } from "./debates";
import { motions } from "./motions";

/** Who wants to hear when a matter moves. Nothing is sent before the address has been confirmed by its owner. */
export const followers = table(
  "followers",
  {
    id: id(),
    organizationId: organizationId(),
    motionId: text("motion_id").notNull(),
    email: text("email").notNull(),
    /** Lower case, for comparing. */
    emailKey: text("email_key").notNull(),
    /** "Mnie też to dotyczy": counted in public once confirmed. */
    supports: flag("supports").notNull().default(false),
    /** Raised with each new request, so that an old link dies. */
    generation: whole("generation").notNull().default(1),
    tokenHash: text("token_hash").notNull(),
    requestedAt: instant("requested_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    /** Unsubscribed; the row stays so that an old link still answers. */
    endedAt: instant("ended_at"),
    /** When it was asked whether it is really done: once. */
    askedAt: instant("asked_at"),
    ...timestamps(),
  },
  (t) => [
    unique("followers_organization_id").on(t.organizationId, t.id),
    unique("followers_email").on(t.organizationId, t.motionId, t.emailKey),
    unique("followers_token").on(t.tokenHash),
    index("followers_motion").on(t.organizationId, t.motionId, t.confirmedAt),
    index("followers_requests").on(t.organizationId, t.emailKey, t.requestedAt),
    foreignKey({
      columns: [t.organizationId, t.motionId],
      foreignColumns: [motions.organizationId, motions.id],
    }).onDelete("cascade"),
  ],
);

/** Is it really done? One answer for each person who raised or supports the matter; it may be changed. */
export const opinions = table(
  "opinions",
  {
    organizationId: organizationId(),
    /** The leading motion, when several were merged. */
    motionId: text("motion_id").notNull(),
    /** "motion:<id>" of the author's own motion, or "follower:<id>". */
    voter: text("voter").notNull(),
    verdict: word("verdict", HALL_VERDICTS).notNull(),
    /** For the office only. */
    note: text("note").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.motionId, t.voter] }),
    foreignKey({
      columns: [t.organizationId, t.motionId],
      foreignColumns: [motions.organizationId, motions.id],
    }).onDelete("cascade"),
    check("opinions_verdict", oneOf(t.verdict, HALL_VERDICTS)),
  ],
);

/** The hall's vote on one motion at an evaluation debate: heads counted by the staff, and phones. */
export const ballots = table(
  "ballots",
  {
    id: id(),
    organizationId: organizationId(),
    /** The evaluation debate. */
    debateId: text("debate_id").notNull(),
    motionId: text("motion_id").notNull(),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    headsDone: whole("heads_done").notNull().default(0),
    headsPartly: whole("heads_partly").notNull().default(0),
    headsNotDone: whole("heads_not_done").notNull().default(0),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("ballots_organization_id").on(t.organizationId, t.id),
    unique("ballots_motion").on(t.organizationId, t.debateId, t.motionId),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.motionId],
      foreignColumns: [motions.organizationId, motions.id],
    }).onDelete("cascade"),
  ],
);

/** One per phone; the key of the device is hashed, so nobody can tell who voted. */
export const ballotVotes = table(
  "ballot_votes",
  {
    organizationId: organizationId(),
    ballotId: text("ballot_id").notNull(),
    deviceHash: text("device_hash").notNull(),
    verdict: word("verdict", HALL_VERDICTS).notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.ballotId, t.deviceHash] }),
    foreignKey({
      columns: [t.organizationId, t.ballotId],
      foreignColumns: [ballots.organizationId, ballots.id],
    }).onDelete("cascade"),
    check("ballot_votes_verdict", oneOf(t.verdict, HALL_VERDICTS)),
  ],
);

/** What the big screen of a debate shows now. */
export const screens = table(
  "screens",
  {
    debateId: text("debate_id").primaryKey(),
    organizationId: organizationId(),
    mode: word("mode", SCREEN_MODES).notNull(),
    /** Of a slide, a ballot or a result. */
    motionId: text("motion_id"),
    /** Raised to make the address on the screen's computer worthless. */
    generation: whole("generation").notNull().default(1),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.motionId], foreignColumns: [motions.organizationId, motions.id] }),
    check("screens_mode", oneOf(t.mode, SCREEN_MODES)),
  ],
);
