import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { type ClockTime, warsawTime } from "~/platform/time";
import { headCounts, invitations } from "~db/schema";
import type { HeadCountGroup, Presence } from "~db/vocabulary";
import { getGuest, getHouse, listHeadCounts } from "./queries.server";
import { decideHeadCount, decidePresence } from "./rules";
import { decideHours, type HourMove } from "./rules.hours";

/** Was the official there, or somebody for them? null takes the note back. */
export function setPresence(scope: Scope, invitationId: string, presence: Presence | null, now = new Date()) {
  return inTransaction(async () => {
    const guest = await getGuest(scope, invitationId);
    const { status: rsvp, debateStatus: debate, arrivedAt, leftAt } = guest;
    const decision = decidePresence({ rsvp, debate, arrivedAt, leftAt }, presence, now);
    if (!decision.ok) return decision;
    if (guest.presence === presence) return allow({ id: guest.id });
    await write
      .update(invitations)
      .set(decision.value)
      .where(and(eq(invitations.id, guest.id), eq(invitations.organizationId, scope.organizationId)));
    const data = { office: guest.officeTitle, presence };
    await recordEvent(scope, { action: "presence_noted", subjectId: guest.id, debateId: guest.debateId, data }, now);
    return allow({ id: guest.id });
  });
}

/** When the official came, or left before the end; "stayed" takes the leaving back. */
export function noteHours(
  scope: Scope,
  invitationId: string,
  move: HourMove,
  hour: ClockTime | null,
  now = new Date(),
) {
  return inTransaction(async () => {
    const guest = await getGuest(scope, invitationId);
    const { debateStatus: debate, debateId, officeTitle: office } = guest;
    const decision = decideHours({ ...guest, debate, startsAt: guest.debateStartsAt }, move, hour, now);
    if (!decision.ok) return decision;
    const { arrivedAt, leftAt } = decision.value;
    if (move === "stayed" && guest.leftAt === null) return allow({ id: guest.id });
    await write
      .update(invitations)
      .set({ arrivedAt, leftAt })
      .where(and(eq(invitations.id, guest.id), eq(invitations.organizationId, scope.organizationId)));
    const at = move === "arrived" ? arrivedAt : leftAt;
    const data = { office, hour: at ? warsawTime(at) : "" };
    await recordEvent(scope, { action: EVENTS[move], subjectId: guest.id, debateId, data }, now);
    return allow({ id: guest.id });
  });
}

const EVENTS: Record<HourMove, string> = {
  arrived: "arrival_noted",
  left: "leaving_noted",
  stayed: "leaving_taken_back",
};

/** Sets a group to a number that somebody has counted. */
export function setHeadCount(scope: Scope, debateId: string, group: HeadCountGroup, count: number, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getHouse(scope, debateId);
    const decision = decideHeadCount(status, count);
    if (!decision.ok) return decision;
    const known = (await listHeadCounts(scope, debateId)).find((row) => row.group === group)?.count ?? 0;
    if (known !== decision.value) await saveHeadCount(scope, debateId, group, decision.value, now);
    return allow({ group, count: decision.value });
  });
}

/** One more, one less: the buttons of the evening. */
export function changeHeadCount(scope: Scope, debateId: string, group: HeadCountGroup, by: number, now = new Date()) {
  return inTransaction(async () => {
    const counts = await listHeadCounts(scope, debateId);
    const known = counts.find((row) => row.group === group)?.count ?? 0;
    return setHeadCount(scope, debateId, group, known + by, now);
  });
}

async function saveHeadCount(scope: Scope, debateId: string, group: HeadCountGroup, count: number, now: Date) {
  const { organizationId } = scope;
  await write
    .insert(headCounts)
    .values({ organizationId, debateId, group, count })
    .onConflictDoUpdate({ target: [headCounts.organizationId, headCounts.debateId, headCounts.group], set: { count } });
  const data = { group, count };
  await recordEvent(scope, { action: "head_count_noted", subjectId: debateId, debateId, data }, now);
}
