import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDesk } from "~/domain/directory/gate.server";
import { getEvidence } from "~/domain/tasks/queries.evidence.server";
import { fileResponse } from "~/platform/file-response.server";
import { nameIn } from "~/platform/params.server";

/** What a body has sent in, for itself. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, body } = await openDesk(params.token);
  return fileResponse(await getEvidence(scope, nameIn(params.file), { bodyId: body.id }));
}
