import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { messages } from "~/domain/minutes/messages.pl";
import { findPublished } from "~/domain/minutes/queries.server";
import { absolute } from "~/platform/links.server";
import { notFound } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  const { document, sha256 } = (await findPublished(scope, debate.id)) ?? notFound();
  const { origin } = new URL(absolute("/"));
  return pdfResponse(
    "minutes",
    { document, sha256, origin },
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
