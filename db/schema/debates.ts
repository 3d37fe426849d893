import { sql } from "drizzle-orm";
import { check, date, flag, foreignKey, index, instant, json, table, text, unique, whole, word } from "../kit";
import { type AccessFact, AGENDA_KINDS, DEBATE_KINDS, DEBATE_STATUSES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { bodies } from "./directory";

export const debates = table(
  "debates",
  {
    id: id(),
    organizationId: organizationId(),
    kind: word("kind", DEBATE_KINDS).notNull(),
    status: word("status", DEBATE_STATUSES).notNull().default("draft"),
    /** Debate number `3` of year `2026`. */
    number: whole("number").notNull(),
    year: whole("year").notNull(),
    slug: text("slug").notNull(),
    /** Short code of /d/:code, printed on paper. */
    code: text("code").notNull(),
    cycleTitle: text("cycle_title").notNull(),
    topic: text("topic").notNull(),
    description: text("description").notNull().default(""),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    venueName: text("venue_name").notNull(),
    venueAddress: text("venue_address").notNull().default(""),
    /** Only facts that somebody has stated: true, false, or missing. */
    access: json<Partial<Record<AccessFact, boolean>>>("access").notNull(),
    accessNote: text("access_note").notNull().default(""),
    /** Seats; null means that nobody counts. */
    capacity: whole("capacity"),
    chair: text("chair").notNull().default(""),
    moderator: text("moderator").notNull().default(""),
    minuteTaker: text("minute_taker").notNull().default(""),
    coOrganizer: text("co_organizer").notNull().default(""),
    answersCloseAt: instant("answers_close_at").notNull(),
    motionsCloseAt: instant("motions_close_at").notNull(),
    minutesDueOn: date("minutes_due_on"),
    evaluationOn: date("evaluation_on"),
    evaluatesDebateId: text("evaluates_debate_id"),
    pairedDebateId: text("paired_debate_id"),
    /** A state is a time and an author. */
    announcedAt: instant("announced_at"),
    openedAt: instant("opened_at"),
    heldAt: instant("held_at"),
    closedAt: instant("closed_at"),
    calledOffAt: instant("called_off_at"),
    /** Postponed and no new date yet: `starts_at` still holds the one that fell through. */
    datePending: flag("date_pending").notNull().default(false),
    /** Why it was postponed or cancelled. */
    statusReason: text("status_reason").notNull().default(""),
    /** SEQUENCE of the calendar entry: grows when time or place change. */
    calendarSequence: whole("calendar_sequence").notNull().default(0),
    search: text("search").notNull().default(""),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("debates_organization_id").on(t.organizationId, t.id),
    unique("debates_slug").on(t.organizationId, t.slug),
    unique("debates_number").on(t.organizationId, t.year, t.number),
    unique("debates_code").on(t.code),
    index("debates_start").on(t.organizationId, t.startsAt),
    foreignKey({ columns: [t.organizationId, t.evaluatesDebateId], foreignColumns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.pairedDebateId], foreignColumns: [t.organizationId, t.id] }),
    check("debates_kind", oneOf(t.kind, DEBATE_KINDS)),
    check("debates_status", oneOf(t.status, DEBATE_STATUSES)),
    check("debates_order", sql`${t.endsAt} > ${t.startsAt}`),
    check("debates_called_off", sql`(${t.status} in ('postponed', 'cancelled')) = (${t.calledOffAt} is not null)`),
  ],
);

export const agendaItems = table(
  "agenda_items",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    position: whole("position").notNull(),
    kind: word("kind", AGENDA_KINDS).notNull(),
    title: text("title").notNull(),
    minutes: whole("minutes").notNull(),
    presenter: text("presenter").notNull().default(""),
    /** For the chair only; never public. */
    note: text("note").notNull().default(""),
    /** At an evaluation debate: the body that reports in this item. */
    bodyId: text("body_id"),
    internal: flag("internal").notNull().default(false),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    ...timestamps(),
  },
  (t) => [
    unique("agenda_items_organization_id").on(t.organizationId, t.id),
    index("agenda_items_debate").on(t.organizationId, t.debateId, t.position),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.bodyId], foreignColumns: [bodies.organizationId, bodies.id] }),
    check("agenda_items_kind", oneOf(t.kind, AGENDA_KINDS)),
    check("agenda_items_minutes", sql`${t.minutes} between 0 and 600`),
  ],
);

/** Who took the floor, when, and in which item: a function, or „mieszkaniec”; never a resident's name. */
export const speeches = table(
  "speeches",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    agendaItemId: text("agenda_item_id").notNull(),
    speaker: text("speaker").notNull(),
    at: instant("at").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("speeches_organization_id").on(t.organizationId, t.id),
    index("speeches_debate").on(t.organizationId, t.debateId, t.at),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.agendaItemId],
      foreignColumns: [agendaItems.organizationId, agendaItems.id],
    }).onDelete("cascade"),
  ],
);
