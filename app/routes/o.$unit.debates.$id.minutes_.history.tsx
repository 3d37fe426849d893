import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "~/domain/minutes/messages.pl";
import { getPartHistory } from "~/domain/minutes/queries.editor.server";
import { HistoryPage } from "~/domain/minutes/ui/history-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${messages.historyOf.title(data?.title ?? "")} – Debata` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const id = nameIn(params.id);
  const key = new URL(request.url).searchParams.get("part") ?? "";
  const history = await getPartHistory(scope, id, key);
  return { ...history, base: `/o/${unit.slug}/debates/${id}/minutes`, now: new Date() };
}

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
