import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordReading } from "~/domain/history/commands.audit.server";
import { getFile } from "~/domain/minutes/queries.files.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { nameIn } from "~/platform/params.server";
import { disposition } from "~/platform/pdf-response.server";

/** Kept, never shown: what somebody has uploaded does not run beside our pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit);
  const { fileName, mediaType, bytes } = await getFile(scope, nameIn(params.id), nameIn(params.file));
  await recordReading(scope, { action: "file_taken_out", subjectId: nameIn(params.file) });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": disposition(fileName, "attachment"),
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
