import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { getTask } from "~/domain/tasks/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { agreements } from "~db/schema";
import { getAgreement } from "./queries.server";
import { decideTerms, decideUse } from "./rules";
import type { AgreementInput } from "./schema";

/** What was signed, and the task that it fulfils. */
export function recordAgreement(scope: Scope, value: AgreementInput & { taskId?: string | null }, now = new Date()) {
  return inTransaction(async () => {
    const decision = decideTerms(value);
    if (!decision.ok) return decision;
    const debateId = value.taskId ? (await getTask(scope, value.taskId)).debateId : null;
    const [agreement] = await write
      .insert(agreements)
      .values({ ...value, organizationId: scope.organizationId, createdAt: now })
      .returning({ id: agreements.id });
    if (!agreement) throw new Error("The agreement was not written");
    const { id } = agreement;
    const data = { subject: value.subject };
    await recordEvent(scope, { action: "agreement_recorded", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}

/** `by` more services were used, or fewer when somebody has miscounted. */
export function useServices(scope: Scope, id: string, version: number | undefined, by: number, now = new Date()) {
  return inTransaction(async () => {
    const agreement = await getAgreement(scope, id);
    if (version !== undefined && version !== agreement.version) return refuse("stale");
    const decision = decideUse(agreement, by, now);
    if (!decision.ok) return decision;
    await write
      .update(agreements)
      .set({ servicesUsed: decision.value, version: agreement.version + 1 })
      .where(and(eq(agreements.organizationId, scope.organizationId), eq(agreements.id, id)));
    const debateId = agreement.taskId ? (await getTask(scope, agreement.taskId)).debateId : null;
    const data = { used: decision.value, of: agreement.services };
    await recordEvent(scope, { action: "agreement_used", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}
