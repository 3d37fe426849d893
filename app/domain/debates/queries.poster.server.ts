import { getUnitSettings } from "~/domain/organizations/queries.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { accessFacts } from "./messages.pl";
import { poster } from "./messages.poster.pl";
import { type Debate, getDebate } from "./queries.server";

/** What a poster says. Without a day while there is none: the one that fell through must never be printed. */
export async function getPoster(scope: Scope, debateId: string) {
  const debate = await getDebate(scope, debateId);
  const unit = await getUnitSettings(scope);
  const { kind, cycleTitle, topic, venueName, venueAddress, coOrganizer, code, status, datePending } = debate;
  return {
    unit: { name: unit.name },
    coOrganizer,
    invites: poster.calledOff(status, datePending) || poster.invites[kind],
    cycleTitle,
    topic,
    term: termOf(debate),
    instead: status === "cancelled" ? poster.cancelled : poster.pending,
    venue: { name: venueName, address: venueAddress },
    access: accessOf(debate),
    /** Short, because people type it from a wall. */
    address: absolute(`/d/${code}`),
  };
}

export type PosterProps = Awaited<ReturnType<typeof getPoster>>;

function termOf({ startsAt, status, datePending }: Debate) {
  if (datePending || status === "cancelled") return null;
  return {
    weekday: poster.weekday(startsAt),
    day: poster.day(startsAt),
    year: poster.year(startsAt),
    hours: poster.hours(startsAt),
  };
}

/** What a place has stands on the wall; what it lacks stands on the page. */
const accessOf = ({ access }: Debate) =>
  (Object.keys(accessFacts) as (keyof typeof accessFacts)[])
    .filter((fact) => access[fact])
    .map((fact) => accessFacts[fact].yes);
