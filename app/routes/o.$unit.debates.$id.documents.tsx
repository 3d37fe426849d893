import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { getPaperFacts } from "~/domain/papers/queries.facts.server";
import { papersOf } from "~/domain/papers/rules";
import { DocumentsPage } from "~/domain/papers/ui/documents-page";
import { nameIn } from "~/platform/params.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debateId = nameIn(params.id);
  const papers = papersOf(await getPaperFacts(scope, debateId), new Date());
  return {
    folder: `/o/${unit.slug}/debates/${debateId}/documents`,
    papers: papers.filter(({ ability }) => !ability || may(me.role, ability)),
  };
}

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
