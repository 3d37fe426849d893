import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { getPaperFacts } from "~/domain/papers/queries.facts.server";
import { choicesOf, papersOf } from "~/domain/papers/rules";
import { DocumentsPage } from "~/domain/papers/ui/documents-page";
import { nameIn } from "~/platform/params.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debateId = nameIn(params.id);
  const facts = await getPaperFacts(scope, debateId);
  const papers = papersOf(facts, new Date());
  return {
    folder: `/o/${unit.slug}/debates/${debateId}/documents`,
    papers: papers.filter(({ ability }) => !ability || may(me.role, ability)),
    choices: choicesOf(facts),
  };
}

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
