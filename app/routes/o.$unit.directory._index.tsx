import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pages } from "~/domain/directory/messages.pages.pl";
import { listDirectory, MOST_ROWS } from "~/domain/directory/queries.server";
import { DirectoryPage } from "~/domain/directory/ui/directory-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { wordIn } from "~/platform/params.server";
import { today } from "~/platform/time";
import { BODY_KINDS } from "~db/vocabulary";

export const meta: MetaFunction = () => [{ title: `${pages.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const search = new URL(request.url).searchParams;
  const q = (search.get("q") ?? "").slice(0, 200);
  const kind = wordIn(search.get("rodzaj"), BODY_KINDS);
  const archived = search.get("zakres") === "archiwum";
  const rows = await listDirectory(scope, { q, kind, archived, on: today(new Date()) });
  return {
    base: `/o/${unit.slug}/directory`,
    rows,
    q,
    kind: kind ?? "",
    archived,
    isCut: rows.length >= MOST_ROWS ? MOST_ROWS : null,
    mayAdd: may(me.role, "organize"),
  };
}

export default function Directory() {
  return <DirectoryPage {...useLoaderData<typeof loader>()} />;
}
