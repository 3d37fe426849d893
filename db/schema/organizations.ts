import { date, flag, foreignKey, index, json, primaryKey, table, text, unique, whole } from "../kit";
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
    /** The unit above (KWP of a KPP), whose coordinators see this unit's figures and nothing else. */
    parentId: text("parent_id"),
    /** Who hears of a task that nobody has answered for 30 days; empty: the unit's own address. */
    chairEmail: text("chair_email").notNull().default(""),
    /** Are bodies reminded automatically? */
    reminds: flag("reminds").notNull().default(true),
    /** Must everybody who signs in to this unit have a second factor? */
    needsSecondFactor: flag("needs_second_factor").notNull().default(false),
    /** What the unit adds to the privacy notice and to the accessibility statement, as plain paragraphs. */
    privacyNote: text("privacy_note").notNull().default(""),
    accessibilityNote: text("accessibility_note").notNull().default(""),
    accessibilityReviewedOn: date("accessibility_reviewed_on"),
    /** Months that each kind of personal data is kept; a kind that is missing has the default of its rule. */
    retention: json<Record<string, number>>("retention"),
    minutesPattern: text("minutes_pattern").notNull().default("{numer}/{rok}"),
    /** Grows with every event, so a finished public page knows whether it is still true. */
    revision: whole("revision").notNull().default(0),
    ...timestamps(),
  },
  (t) => [
    unique("organizations_slug").on(t.slug),
    index("organizations_parent").on(t.parentId),
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }),
  ],
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
