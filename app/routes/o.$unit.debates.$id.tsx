import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { isPublic } from "~/domain/debates/rules";
import { DebateHeader } from "~/domain/debates/ui/debate-header";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { nameIn } from "~/platform/params.server";
import { formatLongWithTime } from "~/platform/time";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.debate.topic} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  const { id, topic, number, year, status, statusReason, venueName, datePending } = debate;
  const isEvaluation = debate.evaluatesDebateId !== null;
  const term = formatLongWithTime(debate.startsAt);
  const publicPath = isPublic(debate) ? `/u/${unit.slug}/debates/${debate.slug}` : null;
  return {
    debate: { id, topic, number, year, status, statusReason, venueName, datePending, term, publicPath, isEvaluation },
    base: `/o/${unit.slug}/debates`,
    mayOrganize: may(me.role, "organize"),
  };
}

export default function Debate() {
  return (
    <>
      <DebateHeader {...useLoaderData<typeof loader>()} path={useLocation().pathname} />
      <Outlet />
    </>
  );
}
