import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { memberships, organizations, users } from "~db/schema";
import type { Role } from "~db/vocabulary";
import { recordAudit } from "../history/commands.audit.server";
import { recordEvent } from "../history/commands.server";
import { operatorScope } from "./gate.server";
import { getUnitSettings } from "./queries.server";
import { decidePlace, settingsVersion } from "./rules";
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
    const changed = Object.entries(value).filter(([name, said]) => saved[name as keyof typeof saved] !== said);
    const data = Object.fromEntries(changed.map(([name]) => [name, true]));
    await recordAudit(scope, { action: "settings_changed", subjectId: scope.organizationId, data }, now);
    return allow({ id: scope.organizationId });
  });
}

/**
 * The operator's command: puts a unit under another (a KPP under its KWP), whose members then read its figures. The
 * unit above is no unit of this scope, so no screen may call this.
 */
export function placeUnit(scope: Scope, parentId: string, now = new Date()) {
  return inTransaction(async () => {
    const decision = decidePlace(scope.organizationId, await listAbove(parentId));
    if (!decision.ok) return decision;
    await write.update(organizations).set({ parentId }).where(eq(organizations.id, scope.organizationId));
    await recordEvent(scope, { action: "unit_placed", subjectId: scope.organizationId }, now);
    return allow({ id: scope.organizationId });
  });
}

/** The unit itself and the ones above it. */
async function listAbove(id: string): Promise<string[]> {
  const above: string[] = [];
  for (let next: string | null = id; next && !above.includes(next); ) {
    above.push(next);
    const [unit]: { parentId: string | null }[] = await read
      .select({ parentId: organizations.parentId })
      .from(organizations)
      .where(eq(organizations.id, next));
    next = unit?.parentId ?? null;
  }
  return above;
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
    await recordAudit(scope, { action: "member_joined", subjectId: userId, data: { role } }, now);
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
