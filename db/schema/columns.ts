import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { text, whole } from "../kit";
import { organizations } from "./organizations";

export { timestamps } from "./timestamps";

/** The columns that every table spells the same way. Ids are random, so an address gives nothing away. */
export const id = () => text("id").primaryKey().$defaultFn(randomUUID);

export const organizationId = () =>
  text("organization_id")
    .notNull()
    .references(() => organizations.id, { onDelete: "cascade" });

/** Counts the saves: a form that was filled in over an older version is answered 409, never written. */
export const version = () => whole("version").notNull().default(1);

/** A closed vocabulary that the database itself enforces. */
export const oneOf = (column: SQLWrapper, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
