import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, table, text, unique, whole } from "../kit";
import { id, organizationId, timestamps, version } from "./columns";
import { tasks } from "./tasks";

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
    /** Price of one service; null where only the whole amount was agreed. */
    unitPriceGrosze: whole("unit_price_grosze"),
    /** Places from the threat map, as they stand in the agreement. */
    places: text("places").notNull().default(""),
    services: whole("services").notNull(),
    /** Sum of the entries. */
    servicesUsed: whole("services_used").notNull().default(0),
    report: text("report").notNull().default(""),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("agreements_organization_id").on(t.organizationId, t.id),
    index("agreements_task").on(t.organizationId, t.taskId),
    foreignKey({ columns: [t.organizationId, t.taskId], foreignColumns: [tasks.organizationId, tasks.id] }),
    check("agreements_amount", sql`${t.amountGrosze} >= 0`),
    check("agreements_used", sql`${t.servicesUsed} between 0 and ${t.services}`),
  ],
);

/** Services that were served: when, where, and what came of them. */
export const agreementUses = table(
  "agreement_uses",
  {
    id: id(),
    organizationId: organizationId(),
    agreementId: text("agreement_id").notNull(),
    usedOn: date("used_on").notNull(),
    /** Below zero where a mistake is put right. */
    services: whole("services").notNull(),
    place: text("place").notNull().default(""),
    note: text("note").notNull().default(""),
    /** Persons identified, fines, cautions, persons detained. */
    identified: whole("identified").notNull().default(0),
    fined: whole("fined").notNull().default(0),
    cautioned: whole("cautioned").notNull().default(0),
    detained: whole("detained").notNull().default(0),
    actor: text("actor").notNull(),
    ...timestamps(),
  },
  (t) => [
    index("agreement_uses_agreement").on(t.organizationId, t.agreementId, t.usedOn),
    foreignKey({
      columns: [t.organizationId, t.agreementId],
      foreignColumns: [agreements.organizationId, agreements.id],
    }).onDelete("cascade"),
  ],
);
