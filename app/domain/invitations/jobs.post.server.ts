import type { Debate } from "~/domain/debates/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { queueMail } from "~/domain/history/commands.mail.server";
import type { RecordedEvent } from "~/domain/history/jobs.server";
import { debateInvite } from "~/platform/calendar.server";
import { config } from "~/platform/config.server";
import type { Letter } from "~/platform/letter.server";
import { absolute, placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import type { LetterProps } from "./mail.server";
import { placeOf } from "./messages.letters.pl";
import { getSender, listAgendaLines, type Sender } from "./queries.letters.server";
import type { Invitation, Substitute } from "./queries.server";

/** Everything that the letters about one debate have in common. */
export async function openPost(scope: Scope, event: RecordedEvent, debateId: string) {
  const debate = await getDebate(scope, debateId);
  const unit = await getSender(scope);
  const agenda = await listAgendaLines(scope, debateId);
  const privacy = absolute(`/u/${unit.slug}/privacy`);
  const shared = { unit, debate, agenda, privacy, now: event.occurredAt };
  return { scope, event, debate, unit, shared };
}
export type Post = Awaited<ReturnType<typeof openPost>>;

export const propsFor = ({ shared }: Post, guest: Invitation): LetterProps => ({
  ...shared,
  guest,
  link: placeholderOf("invitation", guest.id, guest.generation),
});

export const propsForSubstitute = (post: Post, guest: Invitation, substitute: Substitute) => ({
  ...propsFor(post, guest),
  substitute,
  link: placeholderOf("substitute", substitute.id),
});

type Sent = { kind: string; letter: Letter; calendar?: "REQUEST" | "CANCEL" };

export const sendToGuest = (post: Post, guest: Invitation, sent: Sent) =>
  send(post, guest.id, { name: guest.personName || guest.officeTitle || guest.bodyName, address: guest.email }, sent);

export const sendToSubstitute = (post: Post, { id, name, email }: Substitute, sent: Sent) =>
  send(post, id, { name, address: email }, sent);

/** One event, one letter to each person: a job that is run again finds it in the outbox. */
async function send(
  { scope, event, debate, unit }: Post,
  subjectId: string,
  to: { name: string; address: string },
  { kind, letter, calendar }: Sent,
) {
  if (to.address === "") return;
  const entry = calendar && { method: calendar, text: calendarEntry(debate, unit, to, calendar, event.occurredAt) };
  await queueMail(
    scope,
    { kind, subjectId, debateId: debate.id, to, letter, revision: event.id, calendar: entry },
    event.occurredAt,
  );
}

function calendarEntry(
  debate: Debate,
  unit: Sender,
  { name, address }: { name: string; address: string },
  method: "REQUEST" | "CANCEL",
  stamp: Date,
) {
  // The public page, not the personal link: calendar entries are passed on to deputies and secretaries.
  const url = absolute(`/u/${unit.slug}/debates/${debate.slug}`);
  return debateInvite({
    method,
    uid: `debate-${debate.id}@${config.publicUrl.hostname}`,
    sequence: debate.calendarSequence,
    start: debate.startsAt,
    end: debate.endsAt,
    summary: debate.topic,
    location: placeOf(debate),
    description: `${debate.cycleTitle}\n${unit.name}`,
    url,
    organizer: { name: unit.name, email: unit.email || config.mailFrom },
    attendee: { name, email: address },
    alarms: [24 * 60, 2 * 60],
    stamp,
  });
}
