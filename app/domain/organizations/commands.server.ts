import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { memberships, organizations, users } from "~db/schema";
import type { Role } from "~db/vocabulary";
import { recordEvent } from "../history/commands.server";
import { operatorScope } from "./gate.server";
import { getUnitSettings } from "./queries.server";
import { settingsVersion } from "./rules";
import type { NewUnit, UnitSettings } from "./schema";

/** The operator's command: no scope yet, because the unit is what gives one. */
export function createUnit(value: NewUnit, now = new Date()) {
  return inTransaction(async () => {
    const [taken] = await read
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.slug, value.slug));
    if (taken) return refuse("slug_taken");
    const id = randomUUID();
    await write.insert(organizations).values({ ...value, id, shortName: value.shortName ?? value.name });
    await recordEvent(operatorScope(id), { action: "unit_created", subjectId: id }, now);
    return allow({ id });
  });
}

/** Saves the settings if they still are what the form was filled in over. */
export function reviseUnit(scope: Scope, version: number | undefined, value: UnitSettings, now = new Date()) {
  return inTransaction(async () => {
    const saved = await getUnitSettings(scope);
    if (version !== settingsVersion(saved)) return refuse("stale");
    await write.update(organizations).set(value).where(eq(organizations.id, scope.organizationId));
    await recordEvent(scope, { action: "unit_revised", subjectId: scope.organizationId }, now);
    return allow({ id: scope.organizationId });
  });
}

export type NewMember = { email: string; name: string; rank?: string; role: Role; passwordHash: string };

/**
 * Makes somebody a member at once; for the operator, the demo and tests. The password comes hashed, because hashing
 * takes too long for a transaction. Somebody who has an account keeps its password.
 */
export function addMember(scope: Scope, { role, ...person }: NewMember, now = new Date()) {
  return inTransaction(async () => {
    const email = person.email.toLowerCase();
    const [known] = await read.select({ id: users.id }).from(users).where(eq(users.email, email));
    const userId = known?.id ?? randomUUID();
    if (!known) await write.insert(users).values({ ...person, id: userId, email });
    await admit(scope, userId, role);
    const data = { name: person.name, role };
    await recordEvent(scope, { action: "member_added", subjectId: userId, data }, now);
    return allow({ id: userId });
  });
}

/** One row for a person and a unit: who comes back gets the old one again. */
export async function admit(scope: Scope, userId: string, role: Role) {
  const { organizationId } = scope;
  const mine = and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId));
  const [known] = await read.select({ id: memberships.id }).from(memberships).where(mine);
  if (known) await write.update(memberships).set({ role, endedAt: null }).where(mine);
  else await write.insert(memberships).values({ organizationId, userId, role });
}

/** A new password, set by the operator's script or by the person behind a link of their own. */
export async function renewPassword(email: string, passwordHash: string) {
  const [user] = await read.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) return notFound();
  await inTransaction(async () => {
    await write.update(users).set({ passwordHash }).where(eq(users.id, user.id));
  });
  return user.id;
}
