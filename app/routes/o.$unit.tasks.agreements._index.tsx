import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "~/domain/agreements/messages.pl";
import { listAgreements } from "~/domain/agreements/queries.server";
import { AGREEMENT_VIEWS } from "~/domain/agreements/rules";
import { AgreementsPage } from "~/domain/agreements/ui/agreement-list";
import { requireMember } from "~/domain/organizations/gate.server";
import { wordIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${messages.listTitle} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const show = wordIn(new URL(request.url).searchParams.get("show"), [...AGREEMENT_VIEWS, "all"]) ?? "open";
  const rows = await listAgreements(scope, { show: show === "all" ? undefined : show });
  return { home: `/o/${unit.slug}`, show, rows };
}

export default function Agreements() {
  return <AgreementsPage {...useLoaderData<typeof loader>()} />;
}
