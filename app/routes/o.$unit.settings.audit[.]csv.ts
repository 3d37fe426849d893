import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/domain/organizations/gate.server";
import { takeOutAudit } from "~/domain/privacy/commands.audit.server";
import { auditList, audit as text } from "~/domain/privacy/messages.audit.pl";
import { readAuditQuery } from "~/domain/privacy/schema.audit";
import { csvResponse } from "~/platform/csv-response.server";
import { warsawDate } from "~/platform/time";

/** The log with its filters, for a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit, "administer");
  const now = new Date();
  const { filter } = readAuditQuery(new URL(request.url).searchParams);
  const rows = await takeOutAudit(scope, filter, now);
  return csvResponse(auditList(rows), text.fileName(warsawDate(now)));
}
