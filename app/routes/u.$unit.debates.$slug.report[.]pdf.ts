import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { findPublished } from "~/domain/minutes/queries.server";
import { messages } from "~/domain/papers/messages.pl";
import { getPaper } from "~/domain/papers/queries.server";
import { notFound } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

const REPORT = { name: "report", format: "pdf", options: { version: "public" } } as const;

/** What became of everything that was raised, for everybody: from the day on which the minutes are published. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  if (!(await findPublished(scope, debate.id))) notFound();
  const paper = await getPaper(scope, debate.id, REPORT, new Date());
  if (!paper.ok) return notFound();
  const { document, props, fileName } = paper.value;
  return pdfResponse(document, props, {
    fileName,
    cacheControl: "public, max-age=300",
    failure: messages.failure,
    unit: scope.organizationId,
    request,
    back: `/u/${params.unit}/debates/${params.slug}`,
  });
}
