import { and, asc, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import { withNames } from "~/domain/history/queries.server";
import { withNumber } from "~/domain/tasks/queries.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { today } from "~/platform/time";
import { agreements, agreementUses, debates, tasks } from "~db/schema";
import type { AgreementView } from "./rules";

const COLUMNS = {
  id: agreements.id,
  taskId: agreements.taskId,
  subject: agreements.subject,
  parties: agreements.parties,
  resolution: agreements.resolution,
  signedOn: agreements.signedOn,
  startsOn: agreements.startsOn,
  endsOn: agreements.endsOn,
  amountGrosze: agreements.amountGrosze,
  unitPriceGrosze: agreements.unitPriceGrosze,
  places: agreements.places,
  services: agreements.services,
  servicesUsed: agreements.servicesUsed,
  version: agreements.version,
};

type Filter = { taskId?: string; show?: AgreementView };

/** The latest first; of one task, or of the whole unit. */
export function listAgreements(scope: Scope, { taskId, show }: Filter = {}, now = new Date()) {
  const day = today(now);
  const isOpen = and(lt(agreements.servicesUsed, agreements.services), gte(agreements.endsOn, day));
  const isEnded = or(gte(agreements.servicesUsed, agreements.services), lt(agreements.endsOn, day));
  return read
    .select(COLUMNS)
    .from(agreements)
    .where(
      and(
        eq(agreements.organizationId, scope.organizationId),
        taskId ? eq(agreements.taskId, taskId) : undefined,
        show && (show === "open" ? isOpen : isEnded),
      ),
    )
    .orderBy(desc(agreements.signedOn), desc(agreements.id));
}

/** One agreement with its task; 404 outside the scope. */
export async function getAgreement(scope: Scope, id: string) {
  const [row] = await read
    .select({ ...COLUMNS, report: agreements.report })
    .from(agreements)
    .where(and(eq(agreements.organizationId, scope.organizationId), eq(agreements.id, id)));
  if (!row) notFound();
  const [task] = row.taskId
    ? await read
        .select({
          id: tasks.id,
          title: tasks.title,
          state: tasks.state,
          sequence: tasks.sequence,
          debateId: tasks.debateId,
          debateNumber: debates.number,
          debateYear: debates.year,
        })
        .from(tasks)
        .innerJoin(debates, eq(debates.id, tasks.debateId))
        .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.id, row.taskId)))
    : [];
  return { ...row, task: task ? withNumber(task) : null };
}

/** Every service that was entered, by its day, with the name of the member who did. */
export async function listUses(scope: Scope, agreementId: string) {
  const rows = await read
    .select({
      id: agreementUses.id,
      usedOn: agreementUses.usedOn,
      services: agreementUses.services,
      place: agreementUses.place,
      note: agreementUses.note,
      identified: agreementUses.identified,
      fined: agreementUses.fined,
      cautioned: agreementUses.cautioned,
      detained: agreementUses.detained,
      actor: agreementUses.actor,
    })
    .from(agreementUses)
    .where(and(eq(agreementUses.organizationId, scope.organizationId), eq(agreementUses.agreementId, agreementId)))
    .orderBy(asc(agreementUses.usedOn), asc(agreementUses.createdAt), asc(agreementUses.id));
  return withNames(rows);
}

/** What everybody may know of the agreements that fulfil these tasks; nothing of an internal task, and nobody's name. */
export async function listPublicAgreements(scope: Scope, taskIds: readonly string[]) {
  if (taskIds.length === 0) return [];
  const rows = await read
    .select({
      id: agreements.id,
      taskId: tasks.id,
      subject: agreements.subject,
      parties: agreements.parties,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
      amountGrosze: agreements.amountGrosze,
      unitPriceGrosze: agreements.unitPriceGrosze,
      services: agreements.services,
      servicesUsed: agreements.servicesUsed,
    })
    .from(agreements)
    .innerJoin(tasks, eq(tasks.id, agreements.taskId))
    .where(
      and(
        eq(agreements.organizationId, scope.organizationId),
        eq(tasks.organizationId, scope.organizationId),
        eq(tasks.internal, false),
        inArray(agreements.taskId, [...taskIds]),
      ),
    )
    .orderBy(desc(agreements.signedOn), desc(agreements.id));
  return rows;
}
