import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDebate } from "~/domain/debates/queries.server";
import { recordReading } from "~/domain/history/commands.audit.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { messages } from "~/domain/minutes/messages.pl";
import { findEdition } from "~/domain/minutes/queries.editions.server";
import { getPaper } from "~/domain/minutes/queries.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { absolute } from "~/platform/links.server";
import { nameIn, notFound, numberIn, wordIn } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

/** For the office in either version, also as a draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  const query = new URL(request.url).searchParams;
  const isPublic = wordIn(query.get("wersja"), ["wewnetrzna", "publiczna"]) === "publiczna";
  const version = isPublic ? "public" : "internal";
  const edition = numberIn(query.get("wydanie"));
  const { document, sha256, supersededBy } = edition
    ? ((await findEdition(scope, debate.id, edition, version)) ?? notFound())
    : { ...(await getPaper(scope, debate.id, version)), supersededBy: null };
  if (!isPublic)
    await recordReading(scope, { action: "minutes_taken_out", subjectId: debate.id, data: { format: "pdf" } });
  const { origin } = new URL(absolute("/"));
  return pdfResponse(
    "minutes",
    { document, sha256, origin, supersededBy },
    {
      fileName: paper.fileName(document.number, `${debate.number}-${debate.year}`, isPublic),
      cacheControl: "no-store",
      failure: messages.pdfFailed,
      unit: scope.organizationId,
      request,
      back: `/o/${params.unit}/debates/${params.id}/minutes`,
    },
  );
}
