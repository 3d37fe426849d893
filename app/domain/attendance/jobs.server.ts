import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import { debateInvite } from "~/platform/calendar.server";
import type { Scope } from "~/platform/scope";
import { type SeatOccasion, seatLetter } from "./mail.server";
import { entryOf } from "./queries.calendar.server";
import { getRegistration, listRegisteredAddresses } from "./queries.server";

type Registration = Awaited<ReturnType<typeof getRegistration>>;

/** Between the event and its letter somebody may have thought better of it: what is no longer true is not sent. */
const write =
  (occasion: (registration: Registration, event: RecordedEvent) => SeatOccasion | undefined): Job =>
  async (scope, event) => {
    const registration = await getRegistration(scope, event.subjectId);
    const about = occasion(registration, event);
    if (about) await send(scope, event, registration, about);
  };

/** Everybody who gave an address and still has a seat, or waits for one. */
const tellEverybody =
  (occasion: (event: RecordedEvent) => SeatOccasion): Job =>
  async (scope, event) => {
    for (const { id } of await listRegisteredAddresses(scope, event.subjectId))
      await send(scope, event, await getRegistration(scope, id), occasion(event));
  };

async function send(scope: Scope, event: RecordedEvent, registration: Registration, occasion: SeatOccasion) {
  if (!registration.email) return;
  const { id, name, email, debateId, debate, unit } = registration;
  await queueMail(
    scope,
    {
      kind: `seat_${occasion}`,
      subjectId: id,
      debateId,
      to: { name, address: email },
      letter: seatLetter(occasion, { unit, debate, registration }),
      revision: event.id,
      calendar: CALENDAR.has(occasion) ? { method: "PUBLISH", text: fileOf(registration, event) } : undefined,
    },
    event.occurredAt,
  );
}

const CALENDAR = new Set<SeatOccasion>(["confirmed", "moved_up", "debate_moved"]);

const fileOf = ({ debateId, debate, unit }: Registration, { occurredAt }: RecordedEvent) =>
  debateInvite({ ...entryOf(unit, { ...debate, id: debateId }, occurredAt), method: "PUBLISH" });

export const attendanceJobs: Readonly<Record<string, Job>> = {
  seats_reserved: write(({ status }, { data }) => {
    const then = data?.waiting ? "waiting" : "confirmed";
    return status === then ? then : undefined; // who has moved up meanwhile gets that letter
  }),
  seats_withdrawn: write(() => "withdrawn"),
  seats_moved_up: write(({ status }) => (status === "confirmed" ? "moved_up" : undefined)),
  debate_moved: tellEverybody(() => "debate_moved"),
  debate_rescheduled: tellEverybody(() => "debate_moved"),
  debate_postponed: tellEverybody(() => "debate_postponed"),
  debate_cancelled: tellEverybody(() => "debate_cancelled"),
};
