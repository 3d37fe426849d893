import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalDayJsStub,
  ICalEventStatus,
  escape as icalText,
} from "ical-generator";
import { withoutPlaceholders } from "./links.server";
import { cleanLine, cleanParagraph } from "./text";
import { instantAt, warsawParts, ZONE } from "./warsaw";

type Person = { name: string; email: string };

export type CalendarEvent = {
  /** Stays the same for the life of the debate and its invitation, else a change makes a second entry. */
  uid: string;
  /** Grows with every change that was sent: a calendar ignores what is not newer. */
  sequence: number;
  start: Date;
  end: Date;
  summary: string;
  location: string;
  description: string;
  url: string;
  organizer: Person;
  /** When this version was made. */
  stamp: Date;
  cancelled?: boolean;
};

export type Invite = Omit<CalendarEvent, "cancelled"> & {
  /** REQUEST invites and changes, CANCEL takes it back, PUBLISH is for everybody and asks for no answer. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  attendee?: Person;
  /** Minutes before the start. */
  alarms?: number[];
};

/** The rule of Directive 2000/84/EC, in force in Poland since 1996. Outlook understands no other way of saying it. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE`;

/** One event as a file beside a letter, or behind a link. */
export function debateInvite({ method, attendee, alarms = [], ...event }: Invite): string {
  const cancelled = method === "CANCEL";
  const calendar = emptyCalendar().method(ICalCalendarMethod[method]);
  const entry = addEvent(calendar, { ...event, cancelled });
  if (attendee && method !== "PUBLISH")
    entry.createAttendee({
      ...person(attendee),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: !cancelled,
    });
  if (!cancelled)
    for (const minutes of alarms) entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: minutes * 60 });
  return `${calendar.toString()}\r\n`;
}

/** All debates of a unit, to subscribe to; calendars ask again every six hours. */
export function calendarFeed(name: string, events: readonly CalendarEvent[]): string {
  const calendar = emptyCalendar()
    .method(ICalCalendarMethod.PUBLISH)
    .name(icalText(cleanLine(name), false)) // the library escapes everything but this
    .ttl(6 * 60 * 60);
  for (const event of events) addEvent(calendar, event);
  return `${calendar.toString()}\r\n`;
}

/** No zone of its own: the library would write DTSTAMP in it, which has to be UTC. */
const emptyCalendar = () =>
  ical({
    prodId: { company: "Debata", product: "Debata", language: "PL" },
    timezone: { name: null, generator: () => VTIMEZONE },
  });

function addEvent(calendar: ICalCalendar, event: CalendarEvent) {
  // Programs disagree which of the two hours a doubled wall time means: only there UTC says it better.
  const zoned = !isDoubled(event.start) && !isDoubled(event.end);
  return calendar.createEvent({
    id: cleanLine(event.uid),
    sequence: event.sequence,
    stamp: event.stamp,
    start: zoned ? inPoland(event.start) : event.start,
    end: zoned ? inPoland(event.end) : event.end,
    timezone: zoned ? ZONE : null,
    summary: withoutPlaceholders(cleanLine(event.summary)),
    location: withoutPlaceholders(cleanLine(event.location)),
    description: withoutPlaceholders(cleanParagraph(event.description)),
    url: event.url,
    organizer: person(event.organizer),
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

function isDoubled(instant: Date): boolean {
  const { date, time } = warsawParts(instant);
  const found = instantAt(date, time);
  return found.ok && found.ambiguous;
}

/** A parameter cannot hold a quotation mark or a backslash in any spelling (RFC 5545, 3.2). */
const person = ({ name, email }: Person) => ({
  name: withoutPlaceholders(cleanLine(name).replace(/["\\]/g, "'")),
  email: cleanLine(email),
});

/** The library prints a Date in the zone of the server's clock; in the shape of a Day.js value we may print it ourselves. */
function inPoland(instant: Date): ICalDayJsStub {
  const { date, time } = warsawParts(instant);
  const seconds = String(instant.getUTCSeconds()).padStart(2, "0");
  return {
    format: (shape) => (shape === "YYYYMMDD" ? date.replaceAll("-", "") : time.replace(":", "") + seconds),
    isValid: () => !Number.isNaN(instant.getTime()),
    toDate: () => instant,
    toJSON: () => instant.toJSON(),
  };
}
