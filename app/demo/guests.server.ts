import { noteHours, setPresence } from "~/domain/attendance/commands.presence.server";
import {
  answerInvitation,
  invite,
  recordAnswer,
  remindInvitees,
  sendInvitations,
  withdrawInvitation,
} from "~/domain/invitations/commands.server";
import { confirmSubstitute } from "~/domain/invitations/commands.substitutes.server";
import { findSubstitute, listInvitations } from "~/domain/invitations/queries.server";
import type { RsvpAnswer } from "~/domain/invitations/rules";
import { allow } from "~/platform/outcome";
import type { ClockTime } from "~/platform/time";
import type { DemoAnswer, DemoDebate, DemoGuest } from "~db/demo/types";
import { type Cast, clock, expectOk, type Step } from "./story.server";

/** Who was asked, what each answered, who was reminded, and who came. */
export function guestSteps(cast: Cast, debate: DemoDebate): Step[] {
  const { key, guests = [], plannedAt, invitedAt, remindedAt, evening } = debate;
  const id = () => cast.id("debate", key);
  const steps: Step[] = [];
  if (guests.length > 0)
    steps.push({ at: clock(plannedAt), what: `${key} guest list`, run: (at) => writeGuestList(cast, debate, at) });
  if (invitedAt) steps.push(...letterSteps(cast, key, guests, clock(invitedAt)));
  if (remindedAt)
    steps.push({ at: clock(remindedAt), what: `${key} reminder`, run: (at) => remindInvitees(cast.staff(), id(), at) });
  for (const guest of guests) {
    if (guest.answer) steps.push(...answerSteps(cast, key, guest.who, guest.answer));
    if (guest.presence && evening) steps.push(...presenceSteps(cast, debate, guest));
  }
  return steps;
}

/** First to whom no letter arrives, as the mail server of the addressee would say it; then to everybody else. */
function letterSteps(cast: Cast, key: string, guests: readonly DemoGuest[], at: Date): Step[] {
  const id = () => cast.id("debate", key);
  const lost = guests.filter(({ bounces }) => bounces).map(({ who }) => `${key}:${who}`);
  const sent: Step = {
    at,
    what: `${key} invitations`,
    run: (now) => sendInvitations(cast.staff(), id(), undefined, now),
  };
  if (lost.length === 0) return [sent];
  const bounced: Step = {
    at,
    what: `${key} letters that come back`,
    run: (now) => {
      const ids = lost.map((guest) => cast.id("guest", guest));
      return sendInvitations(cast.staff(), id(), ids, now);
    },
    deliver: () =>
      Promise.reject(Object.assign(new Error("no such mailbox"), { responseCode: 550, code: "EENVELOPE" })),
  };
  return [bounced, sent];
}

/** An evaluation debate comes with the owners of promises on its list; who is on the printed one stays or is added. */
async function writeGuestList(cast: Cast, { key, guests = [], onlyTheseGuests }: DemoDebate, now: Date) {
  const scope = cast.staff();
  const debateId = cast.id("debate", key);
  const wanted = guests.map(({ who }) => pickOf(cast, who));
  const listed = await listInvitations(scope, debateId);
  const isWanted = (row: Listed) => wanted.some((pick) => isFor(row, pick));
  if (onlyTheseGuests)
    for (const row of listed.filter((row) => !isWanted(row)))
      expectOk(await withdrawInvitation(scope, row.id, now), cast.scenario, `${key} list`);
  const missing = wanted.filter((pick) => !listed.some((row) => isFor(row, pick)));
  if (missing.length > 0) expectOk(await invite(scope, debateId, missing, now), cast.scenario, `${key} list`);
  const rows = await listInvitations(scope, debateId);
  for (const { who } of guests) {
    const row = rows.find((each) => isFor(each, pickOf(cast, who)));
    if (row) cast.keep("guest", `${key}:${who}`, row.id);
  }
  return allow(null);
}

type Pick = { officeId: string } | { bodyId: string };
type Listed = { officeId: string | null; bodyId: string };

function pickOf(cast: Cast, who: string): Pick {
  const officeId = cast.find("office", who);
  return officeId ? { officeId } : { bodyId: cast.id("body", who) };
}

const isFor = (row: Listed, pick: Pick) =>
  "officeId" in pick ? row.officeId === pick.officeId : row.officeId === null && row.bodyId === pick.bodyId;

function answerSteps(cast: Cast, debateKey: string, who: string, answer: DemoAnswer): Step[] {
  const what = `${debateKey} answer of ${who}`;
  const answered: Step = {
    at: clock(answer.at),
    what,
    run: async (at) => {
      const id = cast.id("guest", `${debateKey}:${who}`);
      const said = wordsOf(answer);
      if (answer.via) return recordAnswer(cast.staff(), id, said, answer.via, at);
      return answerInvitation(cast.as(`invitation:${id}`), id, said, at);
    },
  };
  if (answer.status !== "substituted") return [answered];
  const { confirmedAt, email } = answer;
  const confirmed: Step = {
    at: clock(confirmedAt ?? answer.at),
    what: `${what}: the substitute`,
    run: async (at) => {
      const substitute = await findSubstitute(cast.staff(), cast.id("guest", `${debateKey}:${who}`));
      if (!substitute) throw new Error(`Nobody was named: ${what}`);
      // Without an address there is no link, so somebody has phoned.
      const scope = email ? cast.as(`substitute:${substitute.id}`) : cast.staff();
      return confirmSubstitute(scope, substitute.id, {}, at);
    },
  };
  return confirmedAt || !email ? [answered, confirmed] : [answered];
}

function wordsOf(answer: DemoAnswer): RsvpAnswer {
  if (answer.status === "accepted") return { status: "accepted", needs: answer.needs ?? "" };
  if (answer.status === "declined") return { status: "declined", statement: answer.statement };
  const { name, post, email = "" } = answer;
  return { status: "substituted", name, post, email };
}

function presenceSteps(cast: Cast, { key, day, from }: DemoDebate, guest: DemoGuest): Step[] {
  const { who, presence, arrived = from, left, notedAt } = guest;
  const id = () => cast.id("guest", `${key}:${who}`);
  const came: Step = {
    at: clock(`${day} ${arrived}`),
    what: `${key} presence of ${who}`,
    run: (at) => setPresence(cast.staff("clerk"), id(), presence ?? null, at),
  };
  if (!left) return [came];
  const gone: Step = {
    at: clock(notedAt ?? `${day} ${left}`),
    what: `${key} leaving of ${who}`,
    run: (at) => noteHours(cast.staff("clerk"), id(), "left", left as ClockTime, at),
  };
  return [came, gone];
}
