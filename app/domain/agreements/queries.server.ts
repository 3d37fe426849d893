import { and, desc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { agreements } from "~db/schema";

export type Agreement = typeof agreements.$inferSelect;

/** The latest first; of one task, or of the whole unit. */
export function listAgreements(scope: Scope, { taskId }: { taskId?: string } = {}): Promise<Agreement[]> {
  return read
    .select()
    .from(agreements)
    .where(and(eq(agreements.organizationId, scope.organizationId), taskId ? eq(agreements.taskId, taskId) : undefined))
    .orderBy(desc(agreements.signedOn), desc(agreements.id));
}

export async function getAgreement(scope: Scope, id: string): Promise<Agreement> {
  const [agreement] = await read
    .select()
    .from(agreements)
    .where(and(eq(agreements.organizationId, scope.organizationId), eq(agreements.id, id)));
  return agreement ?? notFound();
}
