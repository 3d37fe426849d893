import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDebate } from "~/domain/debates/queries.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { messages } from "~/domain/minutes/messages.pl";
import { getPaper } from "~/domain/minutes/queries.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { absolute } from "~/platform/links.server";
import { nameIn, wordIn } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

/** The same paper for Word, for the office in either version, also as a draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  const isPublic = wordIn(new URL(request.url).searchParams.get("wersja"), ["wewnetrzna", "publiczna"]) === "publiczna";
  const { document, sha256 } = await getPaper(scope, debate.id, isPublic ? "public" : "internal");
  const { origin } = new URL(absolute("/"));
  return pdfResponse(
    "minutes",
    { document, sha256, origin },
    {
      fileName: paper.fileName(document.number, `${debate.number}-${debate.year}`, isPublic, "docx"),
      cacheControl: "no-store",
      failure: messages.pdfFailed,
      format: "docx",
      unit: scope.organizationId,
      request,
      back: `/o/${params.unit}/debates/${params.id}/minutes`,
    },
  );
}
