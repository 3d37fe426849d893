import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { list } from "~/domain/debates/messages.form.pl";
import { loadDebateList } from "~/domain/debates/queries.list.server";
import { DEBATE_VIEWS } from "~/domain/debates/rules.views";
import { DebatesPage } from "~/domain/debates/ui/debates-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { loadDebateFigures } from "~/domain/reports/queries.debates.server";
import { wordIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${list.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const search = new URL(request.url).searchParams;
  const view = wordIn(search.get("stan"), DEBATE_VIEWS) ?? "all";
  const q = (search.get("q") ?? "").slice(0, 200);
  const after = search.get("po");
  const found = await loadDebateList(scope, { view, q, after });
  const figures = await loadDebateFigures(
    scope,
    found.rows.map(({ id }) => id),
  );
  const rows = found.rows.map((row) => ({ ...row, ...figures.get(row.id) }));
  return {
    ...found,
    rows,
    view,
    q,
    isFirst: !after,
    base: `/o/${unit.slug}/debates`,
    mayCreate: may(me.role, "organize"),
  };
}

export default function Debates() {
  return <DebatesPage {...useLoaderData<typeof loader>()} />;
}
