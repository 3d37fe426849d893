import { sql } from "drizzle-orm";
import { check, date, flag, foreignKey, index, instant, primaryKey, table, text, unique, whole, word } from "../kit";
import { DUE_BASES, TASK_ENTRY_KINDS, TASK_STATES } from "../vocabulary";
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
    index("task_motions_motion").on(t.organizationId, t.motionId),
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
    public: flag("public").notNull().default(true),
    actor: text("actor").notNull(),
    /** Who signed it, as the body wrote it; or the member's name. */
    author: text("author").notNull().default(""),
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

/** Porozumienie, e.g. over-norm patrols. Money in whole grosze. */
export const agreements = table(
  "agreements",
  {
    id: id(),
    organizationId: organizationId(),
    taskId: text("task_id"),
    subject: text("subject").notNull(),
    parties: text("parties").notNull(),
    resolution: text("resolution").notNull().default(""),
    signedOn: date("signed_on").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    amountGrosze: whole("amount_grosze").notNull(),
    services: whole("services").notNull(),
    servicesUsed: whole("services_used").notNull().default(0),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("agreements_organization_id").on(t.organizationId, t.id),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }),
    check("agreements_amount", sql`${t.amountGrosze} >= 0`),
    check("agreements_used", sql`${t.servicesUsed} between 0 and ${t.services}`),
  ],
);
