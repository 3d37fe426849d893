import { sql } from "drizzle-orm";
import { check, date, flag, foreignKey, index, instant, primaryKey, table, text, unique, whole, word } from "../kit";
import { DUE_BASES, NOTICE_KINDS, STORED_TRACKER_STATES, TASK_ENTRY_KINDS, TASK_STATES } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";
import { debates } from "./debates";
import { bodies } from "./directory";
import { motions } from "./motions";

/** A promise with an owner and a date. Overdue and silent are computed, never stored. */
export const tasks = table(
  "tasks",
  {
    id: id(),
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    /** Z1, Z2 … within the debate. */
    sequence: whole("sequence").notNull(),
    title: text("title").notNull(),
    details: text("details").notNull().default(""),
    ownerBodyId: text("owner_body_id").notNull(),
    dueOn: date("due_on").notNull(),
    dueBasis: word("due_basis", DUE_BASES).notNull(),
    /** The day from which the term counts (it is not counted itself); null where somebody simply agreed on a date. */
    dueFrom: date("due_from"),
    /** Per cent, as the body last said. */
    progress: whole("progress").notNull().default(0),
    /** Another date that the body has asked for and the organizer has not yet decided; nobody is reminded meanwhile. */
    proposedDueOn: date("proposed_due_on"),
    proposedReason: text("proposed_reason").notNull().default(""),
    proposedBy: text("proposed_by").notNull().default(""),
    proposedAt: instant("proposed_at"),
    /** The body has said "not ours" without knowing whose it is; the organizer decides. */
    disownedReason: text("disowned_reason").notNull().default(""),
    disownedAt: instant("disowned_at"),
    state: word("state", TASK_STATES).notNull().default("new"),
    /** Last words of the body, shown in public beside the state. */
    result: text("result").notNull().default(""),
    refusalReason: text("refusal_reason").notNull().default(""),
    budgetYear: whole("budget_year"),
    transferredToId: text("transferred_to_id"),
    priority: flag("priority").notNull().default(false),
    /** Not in public lists: it follows from a police-only motion. */
    internal: flag("internal").notNull().default(false),
    /** When the owner last said anything; the badge "brak informacji od N dni" counts from here. */
    heardAt: instant("heard_at"),
    /** When it said something for the first time. */
    firstHeardAt: instant("first_heard_at"),
    reportedAt: instant("reported_at"),
    settledAt: instant("settled_at"),
    remindedAt: instant("reminded_at"),
    search: text("search").notNull().default(""),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("tasks_organization_id").on(t.organizationId, t.id),
    unique("tasks_sequence").on(t.debateId, t.sequence),
    index("tasks_due").on(t.organizationId, t.state, t.dueOn),
    index("tasks_owner").on(t.organizationId, t.ownerBodyId),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.ownerBodyId], foreignColumns: [bodies.organizationId, bodies.id] }),
    foreignKey({ columns: [t.organizationId, t.transferredToId], foreignColumns: [t.organizationId, t.id] }),
    check("tasks_state", oneOf(t.state, TASK_STATES)),
    check("tasks_due_basis", oneOf(t.dueBasis, DUE_BASES)),
    check("tasks_progress", sql`${t.progress} between 0 and 100`),
    check("tasks_proposal", sql`(${t.proposedDueOn} is null) = (${t.proposedAt} is null)`),
    check("tasks_refused", sql`${t.state} <> 'refused' or ${t.refusalReason} <> ''`),
    check("tasks_funds", sql`${t.state} <> 'needs_funds' or ${t.budgetYear} is not null`),
  ],
);

export const taskMotions = table(
  "task_motions",
  {
    organizationId: organizationId(),
    taskId: text("task_id").notNull(),
    motionId: text("motion_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.taskId, t.motionId] }),
    // The whole row: SQLite would walk all of a unit's links otherwise, because that key has everything it is asked for.
    index("task_motions_motion").on(t.organizationId, t.motionId, t.taskId),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.organizationId, t.motionId],
      foreignColumns: [motions.organizationId, motions.id],
    }).onDelete("cascade"),
  ],
);

export const taskSupporters = table(
  "task_supporters",
  {
    organizationId: organizationId(),
    taskId: text("task_id").notNull(),
    bodyId: text("body_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.taskId, t.bodyId] }),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.organizationId, t.bodyId], foreignColumns: [bodies.organizationId, bodies.id] }),
  ],
);

/** Everything that was said or done about a task; only grows. */
export const taskEntries = table(
  "task_entries",
  {
    id: id(),
    organizationId: organizationId(),
    taskId: text("task_id").notNull(),
    kind: word("kind", TASK_ENTRY_KINDS).notNull(),
    fromState: word("from_state", TASK_STATES),
    toState: word("to_state", TASK_STATES),
    text: text("text").notNull().default(""),
    dueOn: date("due_on"),
    /** Per cent, with a report of progress. */
    progress: whole("progress"),
    public: flag("public").notNull().default(true),
    actor: text("actor").notNull(),
    /** Who signed it, as the body wrote it, and with which post; or the member's name. */
    author: text("author").notNull().default(""),
    authorPost: text("author_post").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [
    index("task_entries_task").on(t.organizationId, t.taskId, t.at),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
    check("task_entries_kind", oneOf(t.kind, TASK_ENTRY_KINDS)),
  ],
);

/** Proof: a picture without what cameras write into it, or a PDF. `content` is base64; one backup holds all. */
export const taskFiles = table(
  "task_files",
  {
    id: id(),
    organizationId: organizationId(),
    taskId: text("task_id").notNull(),
    /** The entry with which it came. */
    entryId: text("entry_id"),
    title: text("title").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes before base64. */
    size: whole("size").notNull(),
    /** Pixels; null for a PDF. */
    width: whole("width"),
    height: whole("height"),
    sha256: text("sha256").notNull(),
    content: text("content").notNull(),
    /** Only the organizer shows it to everybody. */
    public: flag("public").notNull().default(false),
    addedBy: text("added_by").notNull(),
    author: text("author").notNull().default(""),
    ...timestamps(),
  },
  (t) => [
    unique("task_files_organization_id").on(t.organizationId, t.id),
    unique("task_files_content").on(t.taskId, t.sha256),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** What an evaluation debate took over unfinished: the task stays one and the same, with its history. */
export const carriedTasks = table(
  "carried_tasks",
  {
    organizationId: organizationId(),
    debateId: text("debate_id").notNull(),
    taskId: text("task_id").notNull(),
    note: text("note").notNull().default(""),
    carriedAt: instant("carried_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.debateId, t.taskId] }),
    index("carried_tasks_task").on(t.organizationId, t.taskId),
    foreignKey({
      columns: [t.organizationId, t.debateId],
      foreignColumns: [debates.organizationId, debates.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Which reminder of which deadline has gone out: each once. A new deadline begins anew. */
export const taskNotices = table(
  "task_notices",
  {
    organizationId: organizationId(),
    taskId: text("task_id").notNull(),
    kind: word("kind", NOTICE_KINDS).notNull(),
    dueOn: date("due_on").notNull(),
    messageId: text("message_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.taskId, t.kind, t.dueOn] }),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }).onDelete(
      "cascade",
    ),
    check("task_notices_kind", oneOf(t.kind, NOTICE_KINDS)),
  ],
);

/** How far the run of a day has come, so that one that was killed goes on where it stood. */
export const noticeRuns = table(
  "notice_runs",
  {
    organizationId: organizationId(),
    /** "reminders" or "digest". */
    name: text("name").notNull(),
    /** The day of the run; of a digest the Monday of its week. */
    day: date("day").notNull(),
    /** Key of the last row that is done. */
    cursor: text("cursor").notNull().default(""),
    sent: whole("sent").notNull().default(0),
    finishedAt: instant("finished_at"),
    ...timestamps(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.name, t.day] })],
);

/** Counted as they change, so that nobody counts a million rows: public motions by state and by day of their deadline. */
export const trackerCounts = table(
  "tracker_counts",
  {
    organizationId: organizationId(),
    state: word("state", STORED_TRACKER_STATES).notNull(),
    /** "" where no day runs. */
    dueOn: text("due_on").notNull().default(""),
    many: whole("many").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.state, t.dueOn] })],
);

/** Public motions by the bodies that own their public tasks; the sort columns are the motion's. */
export const motionBodies = table(
  "motion_bodies",
  {
    organizationId: organizationId(),
    bodyId: text("body_id").notNull(),
    debateRank: whole("debate_rank").notNull(),
    sequence: whole("sequence").notNull(),
    motionId: text("motion_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.bodyId, t.debateRank, t.sequence, t.motionId] }),
    index("motion_bodies_motion").on(t.organizationId, t.motionId),
    foreignKey({
      columns: [t.organizationId, t.motionId],
      foreignColumns: [motions.organizationId, motions.id],
    }).onDelete("cascade"),
  ],
);
