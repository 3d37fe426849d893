import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { messages } from "~/domain/reports/messages.pl";
import { loadToday } from "~/domain/reports/queries.server";
import { TodayPage } from "~/domain/reports/ui/today-page";

export const meta: MetaFunction = () => [{ title: `${messages.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const now = new Date();
  return { home: `/o/${unit.slug}`, now, mayPlan: may(me.role, "organize"), ...(await loadToday(scope, now)) };
}

export default function Today() {
  return <TodayPage {...useLoaderData<typeof loader>()} />;
}
