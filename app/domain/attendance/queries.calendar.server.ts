import { type Debate, listPublicDebates } from "~/domain/debates/queries.server";
import { type CalendarEvent, calendarFeed, debateInvite } from "~/platform/calendar.server";
import { config } from "~/platform/config.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";

type Sender = { name: string; slug: string; email: string };
type Meeting = Pick<
  Debate,
  "id" | "slug" | "topic" | "startsAt" | "endsAt" | "venueName" | "venueAddress" | "calendarSequence"
>;

/** One entry for the life of a debate, whoever gets it: residents by letter, by file, or by subscription. */
export const entryOf = (unit: Sender, debate: Meeting, stamp: Date): CalendarEvent => ({
  uid: `debate-${debate.id}@${config.publicUrl.hostname}`,
  sequence: debate.calendarSequence,
  start: debate.startsAt,
  end: debate.endsAt,
  summary: debate.topic,
  location: [debate.venueName, debate.venueAddress].filter(Boolean).join(", "),
  description: absolute(`/u/${unit.slug}/debates/${debate.slug}`),
  url: absolute(`/u/${unit.slug}/debates/${debate.slug}`),
  organizer: { name: unit.name, email: unit.email || config.mailFrom },
  stamp,
});

const isOff = ({ status, datePending }: Debate) => status === "cancelled" || datePending;

export function debateFile(unit: Sender, debate: Debate) {
  const entry = entryOf(unit, debate, debate.updatedAt);
  return debateInvite({ ...entry, method: isOff(debate) ? "CANCEL" : "PUBLISH" });
}

/** All debates that were ever announced; what is called off says so, else it would stay in calendars. */
export async function unitFeed(scope: Scope, unit: Sender) {
  const debates = await listPublicDebates(scope);
  return calendarFeed(
    unit.name,
    debates.map((debate) => ({ ...entryOf(unit, debate, debate.updatedAt), cancelled: isOff(debate) })),
  );
}
