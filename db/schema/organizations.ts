import { primaryKey, table, text, unique, whole } from "../kit";
import { timestamps } from "./timestamps";

/** The tenant: one police unit or municipality. The only table without an organization_id. */
export const organizations = table(
  "organizations",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    department: text("department").notNull().default(""),
    /** "w Wierzbinowie": the place as it stands in a heading. */
    localityIn: text("locality_in").notNull().default(""),
    locality: text("locality").notNull().default(""),
    address: text("address").notNull().default(""),
    phone: text("phone").notNull().default(""),
    email: text("email").notNull().default(""),
    /** Whose name stands under letters: "Komendant Powiatowy Policji w Wierzbinowie". */
    headOffice: text("head_office").notNull().default(""),
    dataOfficer: text("data_officer").notNull().default(""),
    minutesPattern: text("minutes_pattern").notNull().default("{numer}/{rok}"),
    /** Grows with every event, so a finished public page knows whether it is still true. */
    revision: whole("revision").notNull().default(0),
    ...timestamps(),
  },
  (t) => [unique("organizations_slug").on(t.slug)],
);

/** Numbers without gaps and without doubles: debates, motions, minutes. Raised inside the transaction that uses them. */
export const counters = table(
  "counters",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    value: whole("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.name] })],
);
