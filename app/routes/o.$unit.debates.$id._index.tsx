import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sumAgenda } from "~/domain/agenda/queries.server";
import { lastCounts } from "~/domain/attendance/rules";
import { evaluatesLabel, pairLabel } from "~/domain/debates/messages.pl";
import { findPair, getDebate } from "~/domain/debates/queries.server";
import { composeChecklist } from "~/domain/debates/rules.checklist";
import { Overview } from "~/domain/debates/ui/overview";
import { EvaluationLink } from "~/domain/evaluation/ui/evaluation-link";
import { listDebateEvents } from "~/domain/history/queries.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import { countGuests } from "~/domain/invitations/rules";
import { findMinutes } from "~/domain/minutes/queries.server";
import { countWaitingMotions } from "~/domain/motions/queries.queue.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { momentOf } from "~/domain/reports/messages.events.pl";
import { absolute } from "~/platform/links.server";
import { nameIn } from "~/platform/params.server";
import { formatLongWithTime } from "~/platform/time";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  const { id, evaluatesDebateId } = debate;
  const wasHeld = debate.status === "held" || debate.status === "closed";
  const [agenda, guests, waiting, events, evaluated, pair, minutes] = await Promise.all([
    sumAgenda(scope, id),
    listInvitations(scope, id),
    countWaitingMotions(scope, { debateId: id }),
    listDebateEvents(scope, id, 60),
    evaluatesDebateId ? getDebate(scope, evaluatesDebateId) : null,
    findPair(scope, debate),
    wasHeld ? findMinutes(scope, id) : undefined,
  ]);
  const now = new Date();
  const counts = countGuests(guests);
  const { invited, drafts: drafted, silent: unanswered, failed: bounced } = counts;
  const invitations = { sent: invited, drafted, unanswered, bounced };
  const isApproved = minutes?.status === "approved" || minutes?.status === "published";
  const written = wasHeld
    ? { approved: isApproved, published: minutes?.status === "published", dueOn: debate.minutesDueOn }
    : undefined;
  return {
    own: `/o/${unit.slug}/debates/${id}`,
    debate,
    term: formatLongWithTime(debate.startsAt, debate.endsAt),
    evaluates: evaluated && { path: `/o/${unit.slug}/debates/${evaluated.id}`, label: evaluatesLabel(evaluated) },
    pair: pair && { path: `/o/${unit.slug}/debates/${pair.id}`, label: pairLabel(pair) },
    shortAddress: absolute(`/d/${debate.code}`).replace(/^https?:\/\//, ""),
    guests: invited > 0 ? counts : null,
    checks: composeChecklist({ debate, agenda, invitations, motions: { waiting }, minutes: written }, now),
    moments: lastCounts(events)
      .slice(0, 12)
      .flatMap((event) => momentOf(event, now) ?? []),
    mayOrganize: may(me.role, "organize"),
  };
}

export default function DebateOverview() {
  const shown = useLoaderData<typeof loader>();
  return (
    <>
      <EvaluationLink own={shown.own} debate={shown.debate} />
      <Overview {...shown} />
    </>
  );
}
