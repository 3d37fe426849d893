import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { getTask } from "~/domain/tasks/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { agreements, agreementUses } from "~db/schema";
import { getAgreement, listUses } from "./queries.server";
import { decideUse, type Use } from "./rules";
import { decideTerms } from "./rules.terms";
import type { AgreementInput } from "./schema";

/** What was signed, and the task that it fulfils. */
export function recordAgreement(scope: Scope, value: AgreementInput & { taskId?: string | null }, now = new Date()) {
  return inTransaction(async () => {
    const decision = decideTerms(value);
    if (!decision.ok) return decision;
    const debateId = value.taskId ? (await getTask(scope, value.taskId)).debateId : null;
    const [agreement] = await write
      .insert(agreements)
      .values({ ...value, ...decision.value, organizationId: scope.organizationId, createdAt: now })
      .returning({ id: agreements.id });
    if (!agreement) throw new Error("The agreement was not written");
    const { id } = agreement;
    const data = { subject: value.subject };
    await recordEvent(scope, { action: "agreement_recorded", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}

/** An annex, or what was mistyped; what has been served already has to fit into it. */
export const changeAgreement = (
  scope: Scope,
  id: string,
  version: number | undefined,
  value: AgreementInput,
  now = new Date(),
) =>
  change(scope, id, version, "agreement_changed", now, async (agreement) => {
    const days = (await listUses(scope, id)).map(({ usedOn }) => usedOn);
    const entered = { services: agreement.servicesUsed, first: days[0] ?? null, last: days.at(-1) ?? null };
    const decision = decideTerms(value, entered);
    return decision.ok
      ? allow({ columns: { ...value, ...decision.value }, data: { subject: value.subject } })
      : decision;
  });

/** Services that were served on one day; below zero where somebody has miscounted. */
export const useServices = (scope: Scope, id: string, version: number | undefined, use: Use, now = new Date()) =>
  change(scope, id, version, "agreement_used", now, async (agreement) => {
    const decision = decideUse(agreement, await listUses(scope, id), use, now);
    if (!decision.ok) return decision;
    const { organizationId, actor } = scope;
    await write.insert(agreementUses).values({ ...use, organizationId, agreementId: id, actor, createdAt: now });
    const data = { used: decision.value, of: agreement.services };
    return allow({ columns: { servicesUsed: decision.value }, data });
  });

/** What is said of it as a whole, on the page and in the document. */
export const writeReport = (scope: Scope, id: string, version: number | undefined, report: string, now = new Date()) =>
  change(scope, id, version, "agreement_reported", now, async ({ subject }) =>
    allow({ columns: { report }, data: { subject } }),
  );

type Found = Awaited<ReturnType<typeof getAgreement>>;
type Change = { columns: Partial<typeof agreements.$inferInsert>; data: Record<string, string | number> };
type Decided<Reason extends string> = { ok: true; value: Change } | { ok: false; reason: Reason };

/** Reads, decides and writes in one transaction, so that two who enter at once never use what one of them has used. */
function change<Reason extends string>(
  scope: Scope,
  id: string,
  version: number | undefined,
  action: string,
  now: Date,
  decide: (agreement: Found) => Promise<Decided<Reason>>,
) {
  return inTransaction(async () => {
    const agreement = await getAgreement(scope, id);
    if (version !== undefined && version !== agreement.version) return refuse("stale");
    const decision = await decide(agreement);
    if (!decision.ok) return decision;
    const { columns, data } = decision.value;
    await write
      .update(agreements)
      .set({ ...columns, version: agreement.version + 1 })
      .where(and(eq(agreements.organizationId, scope.organizationId), eq(agreements.id, id)));
    const debateId = agreement.task?.debateId ?? null;
    await recordEvent(scope, { action, subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}
