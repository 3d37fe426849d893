import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { recordReading } from "~/domain/history/commands.audit.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { messages, papers } from "~/domain/papers/messages.pl";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { getPaper } from "~/domain/papers/queries.server";
import { kindOf } from "~/domain/papers/rules";
import { readAddress } from "~/domain/papers/schema";
import { csvResponse } from "~/platform/csv-response.server";
import type { List } from "~/platform/lists";
import { nameIn, notFound } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { zipResponse } from "~/platform/zip-response.server";

/** Every file of a debate, by its name. What cannot be had yet leads to the page that says why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = readAddress(nameIn(params.file), new URL(request.url).searchParams) ?? notFound();
  const { scope, unit } = await requireMember(request, params.unit, kindOf(asked.name).ability);
  const debateId = nameIn(params.id);
  const page = `/o/${unit.slug}/debates/${debateId}/documents`;
  const { format } = asked;
  if (format === "zip") {
    const archive = await getArchive(scope, debateId, new Date());
    if (archive.ok) await recordReading(scope, { action: "archive_taken_out", subjectId: debateId });
    return archive.ok ? zipResponse(archive.value) : redirect(`${page}#${papers[asked.name].slug}`, 303);
  }
  const paper = await getPaper(scope, debateId, asked, new Date());
  if (!paper.ok) return redirect(`${page}#${papers[asked.name].slug}`, 303);
  const { document, props, fileName } = paper.value;
  if (asked.name !== "poster" && asked.name !== "slips")
    await recordReading(scope, {
      action: asked.name === "minutes" ? "minutes_taken_out" : "list_taken_out",
      subjectId: debateId,
      data: { kind: papers[asked.name].slug, format },
    });
  if (format === "csv") return csvResponse(props as List, fileName);
  return pdfResponse(document, props, {
    fileName: fileName.replace(/\.pdf$/, "").concat(`.${format}`),
    cacheControl: "no-store",
    failure: messages.failure,
    unit: scope.organizationId,
    request,
    back: page,
    format,
    keep: !kindOf(asked.name).printsLinks,
  });
}
