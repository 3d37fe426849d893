import type { LoaderFunctionArgs } from "@remix-run/node";
import { report } from "~/domain/agreements/messages.report.pl";
import { getAgreementReport } from "~/domain/agreements/queries.report.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { nameIn } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

/** What was agreed and what was served for it, on paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const id = nameIn(params.agreement);
  const { document, props, fileName } = await getAgreementReport(scope, id, new Date());
  return pdfResponse(document, props, {
    fileName,
    cacheControl: "no-store",
    failure: report.failure,
    unit: scope.organizationId,
    request,
    back: `/o/${unit.slug}/tasks/agreements/${id}`,
  });
}
