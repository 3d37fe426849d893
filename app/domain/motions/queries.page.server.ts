import { listPublicAgenda } from "~/domain/agenda/queries.server";
import { publicDebate, publicUnit } from "~/domain/attendance/queries.page.server";
import {
  countOfficialsPresent,
  countSeats,
  listHeadCounts,
  listPublicGuests,
} from "~/domain/attendance/queries.server";
import { decideOpening, freeSeats } from "~/domain/attendance/rules";
import { type Debate, findPair, listPublicDebates } from "~/domain/debates/queries.server";
import type { Unit } from "~/domain/organizations/gate.server";
import type { Scope } from "~/platform/scope";
import { listPublicMotions } from "./queries.public.server";
import { decideSubmission } from "./rules";

/** Everything that residents read on a debate's page. Loader data is public, so each column is named. */
export async function getDebatePage(scope: Scope, unit: Unit, debate: Debate, now = new Date()) {
  const [agenda, guests, motions, seats, heads, officials, pair] = await Promise.all([
    listPublicAgenda(scope, debate.id),
    listPublicGuests(scope, debate.id),
    listPublicMotions(scope, debate.id),
    countSeats(scope, debate.id),
    listHeadCounts(scope, debate.id),
    countOfficialsPresent(scope, debate.id),
    findPair(scope, debate, { announced: true }),
  ]);
  return {
    unit: { ...publicUnit(unit), localityIn: unit.localityIn },
    debate: publicDebate(debate),
    agenda: agenda.map(({ kind, title, minutes, presenter, startsAt }) => ({
      kind,
      title,
      minutes,
      presenter,
      startsAt,
    })),
    guests,
    motions,
    seats: { taken: seats.confirmed, free: seats.waiting > 0 ? 0 : freeSeats(debate.capacity, seats.confirmed) },
    present: presentIn(heads, officials),
    pair: pair && { slug: pair.slug, kind: pair.kind, topic: pair.topic, startsAt: pair.startsAt, endsAt: pair.endsAt },
    mayRegister: decideOpening(debate, now).ok,
    maySubmit: decideSubmission(debate, now).ok,
    now,
  };
}
export type DebatePageData = Awaited<ReturnType<typeof getDebatePage>>;

/** Officials are known by name; a head count of institutions may still be higher, and then it is the truth. */
function presentIn(heads: Awaited<ReturnType<typeof listHeadCounts>>, officials: number) {
  const of = (group: string) => heads.find((head) => head.group === group)?.count ?? 0;
  const residents = of("residents") + of("youth") + of("seniors");
  const institutions = Math.max(of("institutions"), officials);
  return { all: residents + institutions + of("media"), residents, institutions };
}

const EARLIER_ON_A_PAGE = 10;
const card = (debate: Debate) => ({
  slug: debate.slug,
  number: debate.number,
  year: debate.year,
  status: debate.status,
  datePending: debate.datePending,
  topic: debate.topic,
  startsAt: debate.startsAt,
  endsAt: debate.endsAt,
  venueName: debate.venueName,
  venueAddress: debate.venueAddress,
});

/** A unit's page: what comes, and what was before, ten at a time. */
export async function getUnitPage(scope: Scope, unit: Unit, { page = 0, now = new Date() } = {}) {
  const debates = await listPublicDebates(scope);
  const isComing = ({ status }: Debate) => status === "announced" || status === "live" || status === "postponed";
  const coming = debates.filter(isComing).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const earlier = debates.filter((debate) => !isComing(debate));
  const shown = earlier.slice(page * EARLIER_ON_A_PAGE, (page + 1) * EARLIER_ON_A_PAGE);
  return {
    unit: { ...publicUnit(unit), localityIn: unit.localityIn },
    coming: coming.map((debate) => ({
      ...card(debate),
      mayRegister: decideOpening(debate, now).ok,
      maySubmit: decideSubmission(debate, now).ok,
    })),
    earlier: shown.map(card),
    page,
    hasOlder: earlier.length > (page + 1) * EARLIER_ON_A_PAGE,
  };
}
export type UnitPageData = Awaited<ReturnType<typeof getUnitPage>>;
