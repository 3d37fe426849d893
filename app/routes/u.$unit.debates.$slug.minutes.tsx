import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { paper } from "~/domain/minutes/messages.document.pl";
import { findPublished } from "~/domain/minutes/queries.server";
import { approvalLine, sectionsOf, titleLines } from "~/domain/minutes/rules.sections";
import { PublishedPage } from "~/domain/minutes/ui/published-page";
import { notFound } from "~/platform/params.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit, debate } = await openPublicDebate(params.unit, params.slug);
  const { document, sha256 } = (await findPublished(scope, debate.id)) ?? notFound();
  return {
    unit,
    heading: `${paper.heading(document.number)} ${paper.kinds[document.debate.kind].of}`,
    lines: titleLines(document),
    approval: approvalLine(document),
    sections: sectionsOf(document),
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
