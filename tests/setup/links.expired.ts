import { eq } from "drizzle-orm";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { inTransaction, write } from "~/platform/db.server";
import type { LastingLink } from "~/platform/link-lives";
import { pathOf } from "~/platform/links.server";
import { bodies, minutes } from "~db/schema";
import { aUnit } from "./factories";
import { wallClock } from "./factories.debates";
import { anEvaluation } from "./factories.evaluation";
import { anInvitation, aSubstitute } from "./factories.invitations";
import { aHeldDebate } from "./factories.minutes-held";
import { anOpenDebate, BEFORE, EVENING, PLANNED } from "./factories.motions";
import { anOpenWindow } from "./factories.readers";
import { aBody } from "./factories.tasks";

/** How long one opens that nobody ends, written out: the whole of its last day. */
type Expiring = { path: string; lastDay: string };

const march = { debate: { startsAt: wallClock("2026-03-18", "17:00"), endsAt: wallClock("2026-03-18", "19:00") } };

async function aHall(door: string, which: "screenToken" | "voteToken") {
  const { scope, debateId, ...tokens } = await anEvaluation();
  await holdDebate(scope, debateId, wallClock("2026-10-14", "19:30"));
  return { path: `${door}${tokens[which]}`, lastDay: "2026-10-15" };
}

async function aSeat() {
  const { scope } = await aUnit();
  const id = await anOpenDebate(scope, { capacity: 50 });
  const seat = await reserveSeat(scope, id, { name: "Ala", seats: 1 }, BEFORE);
  if (!seat.ok) throw new Error(seat.reason);
  return { path: pathOf("registration", seat.value.id), lastDay: "2026-04-18" };
}

async function anAnswered() {
  const { motionId } = await aHeldDebate();
  return { path: pathOf("motion", motionId), lastDay: "2027-03-18" };
}

export async function aQuietDesk() {
  const { scope } = await aUnit();
  const { id, token } = await aBody(scope);
  await inTransaction(
    async () => void (await write.update(bodies).set({ updatedAt: EVENING }).where(eq(bodies.id, id))),
  );
  return { scope, id, path: `/b/${token}`, lastDay: "2027-04-18" };
}

async function aReader() {
  const { debateId, token } = await anOpenWindow();
  const correctionUntil = wallClock("2026-04-02", "23:59");
  await inTransaction(
    async () => void (await write.update(minutes).set({ correctionUntil }).where(eq(minutes.debateId, debateId))),
  );
  return { path: `/c/${token}`, lastDay: "2027-04-02" };
}

export const EXPIRING: Record<LastingLink, () => Promise<Expiring>> = {
  invitation: async () => {
    const { token } = await anInvitation({ ...march, now: PLANNED });
    return { path: `/i/${token}`, lastDay: "2027-03-18" };
  },
  substitute: async () => {
    const { substituteToken } = await aSubstitute({ ...march, now: PLANNED });
    return { path: `/i/${substituteToken}`, lastDay: "2027-03-18" };
  },
  desk: aQuietDesk,
  registration: aSeat,
  motion: anAnswered,
  reader: aReader,
  screen: () => aHall("/screen/", "screenToken"),
  ballot: () => aHall("/v/", "voteToken"),
};
