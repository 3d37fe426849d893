import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/domain/organizations/gate.server";
import { getEvidence } from "~/domain/tasks/queries.evidence.server";
import { fileResponse } from "~/platform/file-response.server";
import { nameIn } from "~/platform/params.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit);
  return fileResponse(await getEvidence(scope, nameIn(params.file), { taskId: nameIn(params.id) }));
}
