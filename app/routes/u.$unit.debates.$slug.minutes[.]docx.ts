import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { messages } from "~/domain/minutes/messages.pl";
import { findOpenPaper } from "~/domain/minutes/queries.editions.server";
import { absolute } from "~/platform/links.server";
import { notFound, numberIn } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  const edition = numberIn(new URL(request.url).searchParams.get("wydanie")) ?? null;
  const { document, sha256, supersededBy } = (await findOpenPaper(scope, debate.id, edition)) ?? notFound();
  const { origin } = new URL(absolute("/"));
  return pdfResponse(
    "minutes",
    { document, sha256, origin, supersededBy },
    {
      fileName: paper.fileName(document.number, `${debate.number}-${debate.year}`, true, "docx"),
      cacheControl: "public, max-age=300",
      failure: messages.pdfFailed,
      format: "docx",
      unit: scope.organizationId,
      request,
      back: `/u/${params.unit}/debates/${params.slug}/minutes`,
    },
  );
}
