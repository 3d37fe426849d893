import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { poster } from "~/domain/debates/messages.poster.pl";
import { getPoster } from "~/domain/debates/queries.poster.server";
import { pdfResponse } from "~/platform/pdf-response.server";

/** For everybody who wants to hang it up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  return pdfResponse("poster", await getPoster(scope, debate.id), {
    fileName: poster.fileName(`${debate.number}-${debate.year}`),
    cacheControl: "public, max-age=300",
    failure: poster.failure,
    unit: scope.organizationId,
    request,
    back: `/u/${params.unit}/debates/${params.slug}`,
  });
}
