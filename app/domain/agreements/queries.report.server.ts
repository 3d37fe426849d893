import { getUnitSettings } from "~/domain/organizations/queries.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { composeReport, fulfilmentOf, report } from "./messages.report.pl";
import { getAgreement, listAgreements, listUses } from "./queries.server";

/** The document about one agreement, ready to be drawn. */
export async function getAgreementReport(scope: Scope, id: string, now: Date) {
  const agreement = await getAgreement(scope, id);
  const [entries, { name, department, locality, headOffice }] = await Promise.all([
    listUses(scope, id),
    getUnitSettings(scope),
  ]);
  const day = warsawDate(now);
  return {
    document: "agreement",
    props: {
      unit: { name, department, locality, headOffice },
      day,
      agreement: composeReport(agreement, entries, now),
    },
    fileName: report.fileName(day),
  };
}

/** By task: one line for each agreement that fulfils it. */
export async function listFulfilments(scope: Scope) {
  const lines = new Map<string, string[]>();
  for (const agreement of await listAgreements(scope))
    if (agreement.taskId)
      lines.set(agreement.taskId, [...(lines.get(agreement.taskId) ?? []), fulfilmentOf(agreement)]);
  return lines;
}
