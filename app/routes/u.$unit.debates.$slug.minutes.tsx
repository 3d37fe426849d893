import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { findOpenPaper, listPublishedEditions } from "~/domain/minutes/queries.editions.server";
import { correctedLine, correctionsOf } from "~/domain/minutes/rules.correction";
import { approvalLine, sectionsOf, titleLines } from "~/domain/minutes/rules.sections";
import { signaturesOf } from "~/domain/minutes/rules.signatures";
import { PublishedPage } from "~/domain/minutes/ui/published-page";
import { notFound, numberIn } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

/** The valid text, or an earlier one by the number of its edition. */
export const handle: PageHandle = { plain: PublishedPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, debate } = await openPublicDebate(params.unit, params.slug);
  const edition = numberIn(new URL(request.url).searchParams.get("wydanie")) ?? null;
  const { document, sha256, supersededBy } = (await findOpenPaper(scope, debate.id, edition)) ?? notFound();
  return {
    unit,
    heading: `${paper.heading(document.number)} ${paper.kinds[document.debate.kind].of}`,
    lines: [...titleLines(document), ...correctedLine(document)],
    approval: approvalLine(document),
    sections: sectionsOf(document),
    signatures: signaturesOf(document),
    corrections: correctionsOf(document),
    editions: await listPublishedEditions(scope, debate.id),
    edition: supersededBy ? edition : null,
    supersededBy,
    sha256,
    debateNumber: `${debate.number}/${debate.year}`,
    debatePath: `/u/${unit.slug}/debates/${debate.slug}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.heading ?? ""} – Debata` },
  { name: "description", content: data?.lines.join(", ") ?? "" },
];

export default function PublicMinutes() {
  return <PublishedPage {...useLoaderData<typeof loader>()} />;
}
