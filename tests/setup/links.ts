import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { archiveBody, renewDesk, reviseBody } from "~/domain/directory/commands.server";
import { getBody } from "~/domain/directory/queries.server";
import { renewScreen } from "~/domain/evaluation/commands.screen.server";
import { hallTokenOf } from "~/domain/evaluation/gate.server";
import { requestFollow } from "~/domain/followers/commands.server";
import { answerInvitation, correctAddress } from "~/domain/invitations/commands.server";
import { findSubstitute } from "~/domain/invitations/queries.server";
import { closeWindow, openWindow } from "~/domain/minutes/commands.window.server";
import { inviteMember, revokeInvite } from "~/domain/organizations/commands.members.server";
import { askForReset, resetPassword } from "~/domain/organizations/commands.resets.server";
import { openReset } from "~/domain/organizations/gate.account.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { type LinkPurpose, pathOf } from "~/platform/links.server";
import { memberInvites, passwordResets } from "~db/schema";
import { aUnit } from "./factories";
import { anEvaluation, anOpenBallot } from "./factories.evaluation";
import { aFollower } from "./factories.followers";
import { anInvitation, aSubstitute, someone } from "./factories.invitations";
import { aMotion, anAdmittedMotion, anOpenDebate } from "./factories.motions";
import { aMember } from "./factories.organizations";
import { ASKED, anOpenWindow, note } from "./factories.readers";
import { aDebate } from "./factories.residents";
import { aBody } from "./factories.tasks";

/** An address that has died, and the one that took its place, if any. */
type Ended = { dead: string; live?: string };
type Declared = {
  /** The file of the door, and what its parameter is called. */
  route: string;
  param?: string;
  /** Makes a link that works. */
  works: () => Promise<string>;
  /** Each way in which such a link dies. */
  ends: Record<string, () => Promise<Ended>>;
};

const HOUR = 60 * 60 * 1000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

async function aSeat() {
  const { scope, id } = await aDebate({ capacity: 50 });
  const seat = await reserveSeat(scope, id, { name: "Ala", seats: 1, email: "ala@dom.test" });
  if (!seat.ok) throw new Error(seat.reason);
  return pathOf("registration", seat.value.id);
}

async function anAsked(hoursAgo: number) {
  const { scope, id } = await aDebate();
  const motion = await anAdmittedMotion(scope, id);
  const asked = await aFollower(scope, motion.id, { confirmed: false, now: ago(hoursAgo) });
  return { scope, motion, ...asked };
}

async function anInvited() {
  const { scope } = await aUnit();
  const email = `${randomUUID()}@policja.test`;
  const invited = await inviteMember(scope, { email, role: "clerk" });
  if (!invited.ok) throw new Error(invited.reason);
  return { scope, email, id: invited.value.id, path: pathOf("member", invited.value.id) };
}

async function aForgotten(now = new Date()) {
  const { userId, email } = await aMember();
  const newest = async () => {
    const rows = (await read.select().from(passwordResets)).filter((row) => row.userId === userId && !row.usedAt);
    return pathOf("reset", rows[0]?.id ?? "");
  };
  await askForReset(email, randomUUID(), now);
  return { email, newest, path: await newest() };
}

async function aDesk() {
  const { scope } = await aUnit();
  const body = await aBody(scope);
  return { scope, ...body, path: `/b/${body.token}`, next: pathOf("desk", body.id, 2) };
}

async function anotherHall(purpose: "screen" | "ballot", door: string): Promise<Ended> {
  const { scope, debateId, debate } = await anEvaluation();
  await renewScreen(scope, debateId);
  const at = (generation: number) => `${door}${hallTokenOf(purpose, debate, generation)}`;
  return { dead: at(1), live: at(2) };
}

/** Every kind of link that there is. One that is not here does not compile. */
export const LINKS: Record<LinkPurpose, Declared> = {
  invitation: {
    route: "i.$token",
    works: async () => `/i/${(await anInvitation()).token}`,
    ends: {
      "the official has another e-mail address": async () => {
        const { scope, invitation, token } = await anInvitation();
        await correctAddress(scope, invitation.id, "inny@um.test");
        return { dead: `/i/${token}`, live: pathOf("invitation", invitation.id, 2) };
      },
      "it was never sent": async () => ({ dead: `/i/${(await anInvitation({ sent: false })).token}` }),
    },
  },
  substitute: {
    route: "i.$token",
    works: async () => `/i/${(await aSubstitute()).substituteToken}`,
    ends: {
      "the substitute has another e-mail address": async () => {
        const { scope, link, invitation, substituteToken } = await aSubstitute();
        await answerInvitation(link, invitation.id, { ...someone, email: "poprawny@um.test" });
        const now = await findSubstitute(scope, invitation.id);
        return { dead: `/i/${substituteToken}`, live: pathOf("substitute", now?.id ?? "") };
      },
    },
  },
  desk: {
    route: "b.$token",
    works: async () => (await aDesk()).path,
    ends: {
      "the body has another e-mail address": async () => {
        const { scope, id, path, next } = await aDesk();
        const { version, kind, name } = await getBody(scope, id);
        await reviseBody(scope, id, version, { kind, name, email: "nowy@um.test" });
        return { dead: path, live: next };
      },
      "the office made a new one": async () => {
        const { scope, id, path, next } = await aDesk();
        await renewDesk(scope, id);
        return { dead: path, live: next };
      },
      "the body is no longer there": async () => {
        const { scope, id, path } = await aDesk();
        await archiveBody(scope, id, true);
        return { dead: path };
      },
    },
  },
  // Lives as long as the row behind it: no address of it can change, and a resident keeps it.
  registration: { route: "r.$token", works: aSeat, ends: {} },
  motion: {
    route: "m.$code",
    param: "code",
    works: async () => {
      const { scope } = await aUnit();
      return pathOf("motion", (await aMotion(scope, await anOpenDebate(scope))).id);
    },
    ends: {},
  },
  member: {
    route: "join.$token",
    works: async () => (await anInvited()).path,
    ends: {
      "it has expired": async () => {
        const { id, path } = await anInvited();
        await inTransaction(
          async () =>
            void (await write
              .update(memberInvites)
              .set({ expiresAt: ago(1) })
              .where(eq(memberInvites.id, id))),
        );
        return { dead: path };
      },
      "it was revoked": async () => {
        const { scope, id, path } = await anInvited();
        await revokeInvite(scope, id);
        return { dead: path };
      },
      "the colleague was invited again": async () => {
        const { scope, email, path } = await anInvited();
        const again = await inviteMember(scope, { email, role: "viewer" });
        return { dead: path, live: again.ok ? pathOf("member", again.value.id) : undefined };
      },
    },
  },
  reset: {
    route: "reset.$token",
    works: async () => (await aForgotten()).path,
    ends: {
      "a newer one was asked for": async () => {
        const { email, path, newest } = await aForgotten();
        await askForReset(email, randomUUID(), new Date(Date.now() + 1000));
        return { dead: path, live: await newest() };
      },
      "an hour has passed": async () => ({ dead: (await aForgotten(ago(2))).path }),
      "it was used": async () => {
        const { path } = await aForgotten();
        const opened = await openReset(path.split("/").at(-1));
        await resetPassword(opened, "zielona lampa na biurku");
        return { dead: path };
      },
    },
  },
  screen: {
    route: "screen.$token",
    works: async () => `/screen/${(await anEvaluation()).screenToken}`,
    ends: { "the office made a new one": () => anotherHall("screen", "/screen/") },
  },
  ballot: {
    route: "v.$token",
    works: async () => `/v/${(await anOpenBallot()).voteToken}`,
    ends: { "the office made a new one": () => anotherHall("ballot", "/v/") },
  },
  reader: {
    route: "c.$token",
    works: async () => `/c/${(await anOpenWindow()).token}`,
    ends: {
      "the guest has another e-mail address": async () => {
        const { scope, debateId, guest, readerId, token } = await anOpenWindow();
        await closeWindow(scope, debateId, new Date(ASKED.getTime() + HOUR));
        await note(guest.id, { email: "nastepca@gmina.test" });
        await openWindow(scope, debateId, 5, new Date(ASKED.getTime() + 2 * HOUR));
        return { dead: `/c/${token}`, live: pathOf("reader", readerId, 2) };
      },
    },
  },
  follower: {
    route: "f.$token",
    works: async () => (await anAsked(1)).path,
    ends: {
      "it was asked for again": async () => {
        const { scope, motion, id, email, path } = await anAsked(30);
        await requestFollow(scope, motion.id, { email, supports: false });
        return { dead: path, live: pathOf("follower", id, 2) };
      },
      "nobody confirmed in a week": async () => ({ dead: (await anAsked(8 * 24)).path }),
    },
  },
};
