import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAudit } from "~/domain/history/queries.audit.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { audit as text } from "~/domain/privacy/messages.audit.pl";
import { readAuditQuery } from "~/domain/privacy/schema.audit";
import { AuditPage } from "~/domain/privacy/ui/audit-page";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const settings = `/o/${unit.slug}/settings`;
  const path = `${settings}/audit`;
  const { filter, typed, problem } = readAuditQuery(new URL(request.url).searchParams);
  const rows = await listAudit(scope, { ...filter, limit: PAGE + 1 });
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const { userId = "", action = "", before } = filter;
  const kept = new URLSearchParams({ osoba: userId, co: action, dzien: typed }).toString();
  return {
    settings,
    path,
    file: `${settings}/audit.csv?${kept}`,
    rows: rows.slice(0, PAGE),
    people: (await listMembers(scope)).map(({ userId, name }) => ({ userId, name })),
    filter,
    typed,
    problem,
    isFiltered: Boolean(userId || action || typed),
    older: last && `${path}?${kept}&przed=${last.at.getTime()}_${last.id}`,
    newest: before && `${path}?${kept}`,
  };
}

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
