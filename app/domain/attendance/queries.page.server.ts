import type { Debate } from "~/domain/debates/queries.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import type { Unit } from "~/domain/organizations/gate.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { countSeats, getRegistration, listHeadCounts, listRegistrations, placeInQueue } from "./queries.server";
import { decideOpening, decideWithdrawal, freeSeats } from "./rules";

/** What the head and the foot of a public page say of a unit: loader data is public, so each column is named. */
export const publicUnit = ({
  name,
  slug,
  department,
  address,
  phone,
}: Pick<Unit, "name" | "slug" | "department" | "address" | "phone">) => ({
  name,
  slug,
  department,
  address,
  phone,
});

/** What residents' pages may know of a debate. */
export const publicDebate = (debate: Debate) => ({
  kind: debate.kind,
  number: debate.number,
  year: debate.year,
  slug: debate.slug,
  status: debate.status,
  statusReason: debate.statusReason,
  datePending: debate.datePending,
  cycleTitle: debate.cycleTitle,
  topic: debate.topic,
  description: debate.description,
  startsAt: debate.startsAt,
  endsAt: debate.endsAt,
  venueName: debate.venueName,
  venueAddress: debate.venueAddress,
  access: debate.access,
  accessNote: debate.accessNote,
  capacity: debate.capacity,
  coOrganizer: debate.coOrganizer,
  motionsCloseAt: debate.motionsCloseAt,
  evaluationOn: debate.evaluationOn,
});
export type PublicDebate = ReturnType<typeof publicDebate>;

/** The form for seats: how many are free, and why there may be none to ask for. */
export async function getRegisterPage(scope: Scope, unit: Unit, debate: Debate, now = new Date()) {
  const { confirmed, waiting } = await countSeats(scope, debate.id);
  const opening = decideOpening(debate, now);
  const free = freeSeats(debate.capacity, confirmed);
  return {
    unit: publicUnit(unit),
    headOffice: unit.headOffice,
    debate: publicDebate(debate),
    /** Null where nobody counts; none is free for a newcomer while others wait. */
    free: free !== null && waiting > 0 ? 0 : free,
    closed: opening.ok ? null : opening.reason,
  };
}

/** A resident's own reservation. Whoever has the link is its owner, so the name may stand here; the address need not. */
export async function getTicketPage(scope: Scope, registrationId: string) {
  const registration = await getRegistration(scope, registrationId);
  const { name, seats, needs, status, debate, unit } = registration;
  const mayWithdraw = decideWithdrawal(registration, debate.status).ok;
  return {
    unit: publicUnit(unit),
    registration: { name, seats, needs: needs.split(" ").filter(Boolean), status, mayWithdraw },
    ahead: status === "waiting" ? await placeInQueue(scope, registration) : 0,
    debate: {
      number: debate.number,
      year: debate.year,
      slug: debate.slug,
      status: debate.status,
      statusReason: debate.statusReason,
      topic: debate.topic,
      startsAt: debate.startsAt,
      endsAt: debate.endsAt,
      venueName: debate.venueName,
      venueAddress: debate.venueAddress,
    },
  };
}

/** The office's page at the door: officials, heads, and residents with a seat. */
export async function getDoorPage(scope: Scope, debateId: string, search: URLSearchParams) {
  const q = (search.get("q") ?? "").slice(0, 80);
  const after = search.get("po") ?? undefined;
  const asked = search.get("wycofaj");
  const [guests, heads, seats, list] = await Promise.all([
    listInvitations(scope, debateId),
    listHeadCounts(scope, debateId),
    countSeats(scope, debateId),
    listRegistrations(scope, debateId, { q, after }),
  ]);
  return {
    guests: guests
      .filter(({ status }) => status !== "draft" && status !== "withdrawn")
      .map(({ id, officeTitle, bodyName, personName, status, presence, arrivedAt, leftAt, substitute }) => ({
        id,
        officeTitle,
        bodyName,
        personName,
        status,
        presence,
        arrivedAt,
        leftAt,
        substitute:
          substitute && substitute.status !== "declined" ? { name: substitute.name, post: substitute.post } : null,
      })),
    /** The reservation that is about to be taken back. */
    withdrawing: asked ? await findReservation(scope, debateId, asked) : null,
    heads,
    seats,
    ...list,
    q,
    isFirst: !after,
  };
}

async function findReservation(scope: Scope, debateId: string, asked: string) {
  const { id, name, seats, email, ...registration } = await getRegistration(scope, asked);
  if (registration.debateId !== debateId) return notFound();
  const decision = decideWithdrawal(registration, registration.debate.status);
  const isAnnounced = registration.debate.status === "announced";
  return { id, name, seats, hasEmail: email !== "", isAnnounced, refusal: decision.ok ? null : decision.reason };
}

export type DoorPageData = Awaited<ReturnType<typeof getDoorPage>>;
