import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, calendarFeed, debateInvite, type Invite } from "~/platform/calendar.server";

const invite: Invite = {
  uid: "debate-7f3a@debata.example",
  sequence: 2,
  method: "REQUEST",
  start: new Date("2026-03-18T16:00:00Z"),
  end: new Date("2026-03-18T18:05:00Z"),
  summary: "Debata społeczna: bezpieczny ruch; porządek, „w mieście”",
  location: "Gminny Ośrodek Kultury, sala widowiskowa, ul. Kolejowa 1",
  description:
    "Zażółć gęślą jaźń, ZAŻÓŁĆ GĘŚLĄ JAŹŃ; \\ ukośnik.\nOdpowiedź do środy, 11 marca 2026 r.\n\nhttps://debata.example/i/abc",
  url: "https://debata.example/u/kpp-wierzbinow/debates/ruch-drogowy",
  organizer: { name: "Komenda Powiatowa Policji w Wierzbinowie", email: "prewencja@kpp.example" },
  attendee: { name: "Burmistrz Wierzbinowa", email: "burmistrz@um.example" },
  stamp: new Date("2026-02-25T09:30:00Z"),
};

function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { calendar, events, event: events[0]! };
}
const lines = (file: string) => file.split("\r\n");

describe("an invitation", () => {
  test("as the whole file reads", () => {
    expect(lines(debateInvite({ ...invite, description: "Zapraszamy.", alarms: [1440] }))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Debata//Debata//PL",
      "METHOD:REQUEST",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Warsaw",
      "BEGIN:DAYLIGHT",
      "DTSTART:19960331T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "TZNAME:CEST",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:19961027T030000",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "TZNAME:CET",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:debate-7f3a@debata.example",
      "SEQUENCE:2",
      "DTSTAMP:20260225T093000Z",
      "DTSTART;TZID=Europe/Warsaw:20260318T170000",
      "DTEND;TZID=Europe/Warsaw:20260318T190500",
      "SUMMARY:Debata społeczna: bezpieczny ruch\\; porządek\\, „w mieście”",
      "LOCATION:Gminny Ośrodek Kultury\\, sala widowiskowa\\, ul. Kolejowa 1",
      "DESCRIPTION:Zapraszamy.",
      'ORGANIZER;CN="Komenda Powiatowa Policji w Wierzbinowie":mailto:prewencja@k',
      " pp.example",
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Burmistr',
      ' z Wierzbinowa":MAILTO:burmistrz@um.example',
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-P1D",
      "DESCRIPTION:Debata społeczna: bezpieczny ruch\\; porządek\\, „w mieście",
      " ”",
      "END:VALARM",
      "URL;VALUE=URI:https://debata.example/u/kpp-wierzbinow/debates/ruch-drogowy",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("a calendar reads back every word of it", () => {
    const { calendar, event } = parse(debateInvite(invite));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event).toMatchObject({
      uid: invite.uid,
      sequence: 2,
      summary: invite.summary,
      location: invite.location,
      description: invite.description,
      organizer: "mailto:prewencja@kpp.example",
    });
    expect(event.startDate.toJSDate()).toEqual(invite.start);
    expect(event.endDate.toJSDate()).toEqual(invite.end);
    const [attendee] = event.attendees;
    expect(attendee?.getParameter("cn")).toBe("Burmistrz Wierzbinowa");
    expect(attendee?.getParameter("rsvp")).toBe("TRUE");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:burmistrz@um.example");
  });

  test("no line is longer than 75 bytes, and no letter is cut", () => {
    const file = debateInvite({ ...invite, description: "ąćęłńóśźż🚒".repeat(200) });
    for (const line of lines(file)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(file).toString().includes("\ufffd")).toBe(false);
    expect(parse(file).event.description).toBe("ąćęłńóśźż🚒".repeat(200));
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test.each([
    ["winter", "2026-12-11T15:00:00Z", "20261211T160000"],
    ["summer", "2026-07-11T15:00:00Z", "20260711T170000"],
    ["before the clocks go forward", "2027-03-28T00:59:00Z", "20270328T015900"],
    ["after the clocks went forward", "2027-03-28T01:00:00Z", "20270328T030000"],
    ["the evening of that day", "2027-03-28T15:00:00Z", "20270328T170000"],
    ["the evening when clocks went back", "2027-10-31T16:00:00Z", "20271031T170000"],
    ["just after midnight", "2026-06-30T22:05:00Z", "20260701T000500"],
  ])("%s", (_, instant, wall) => {
    const start = new Date(instant);
    const file = debateInvite({ ...invite, start, end: new Date(start.getTime() + 7_200_000) });
    expect(file).toContain(`DTSTART;TZID=Europe/Warsaw:${wall}\r\n`);
    expect(parse(file).event.startDate.toJSDate()).toEqual(start);
  });

  test.each(["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"])(
    "the hour that comes twice is said in UTC: %s",
    (instant) => {
      const start = new Date(instant);
      const file = debateInvite({ ...invite, start, end: new Date(start.getTime() + 7_200_000) });
      expect(file).toContain(`DTSTART:${instant.replace(/[-:]/g, "")}\r\n`);
      expect(parse(file).event.startDate.toJSDate()).toEqual(start);
    },
  );

  test("a later version replaces the earlier one: same uid, higher sequence", () => {
    const moved = parse(debateInvite({ ...invite, sequence: 3, start: new Date("2026-03-25T16:00:00Z") })).event;
    expect([moved.uid, moved.sequence]).toEqual([invite.uid, 3]);
  });

  test("CANCEL takes it back and asks for nothing", () => {
    const file = debateInvite({ ...invite, method: "CANCEL", sequence: 3, alarms: [60] });
    const { calendar, event } = parse(file);
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect([event.uid, event.sequence]).toEqual([invite.uid, 3]);
    expect(event.attendees).toHaveLength(1);
    expect(file).not.toContain("VALARM");
    expect(file).not.toContain("RSVP=TRUE");
  });

  test("PUBLISH names nobody who was invited", () => {
    const { calendar, event } = parse(debateInvite({ ...invite, method: "PUBLISH" }));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event.attendees).toHaveLength(0);
    expect(event.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  test("nothing that people type becomes a line of its own", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        'a"\r\nATTENDEE:mailto:x@example.com',
        "a\\",
        '";X="',
        "a\u2028BEGIN:VEVENT",
        "a;b,c:d\\n",
        "\u0000\n",
      ),
    );
    const known = /^[A-Z][A-Z-]*[;:]|^ /;
    fc.assert(
      fc.property(hostile, hostile, (text, name) => {
        const person = { name: `x${name}`, email: "a@example.com" };
        const event = {
          ...invite,
          summary: text,
          location: text,
          description: text,
          organizer: person,
          attendee: person,
        };
        const file = debateInvite(event);
        for (const line of lines(file).slice(0, -1)) expect(line).toMatch(known);
        const { events } = parse(file);
        const names = events.flatMap(({ component }) => component.getAllProperties().map(({ name }) => name));
        expect(names.filter((name) => name !== "location" && name !== "description")).toEqual(
          "uid sequence dtstamp dtstart dtend summary organizer attendee url status".split(" "),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("the feed of a unit", () => {
  const { method: _, attendee: __, ...event } = invite;

  test("holds all its debates, the cancelled ones too", () => {
    const later: CalendarEvent = { ...event, uid: "debate-2@debata.example", cancelled: true };
    const file = calendarFeed("Debaty: KPP, Wierzbinów; Łąka", [event, later]);
    const { calendar, events } = parse(file);
    expect(lines(file)).toContain("X-WR-CALNAME:Debaty: KPP\\, Wierzbinów\\; Łąka");
    expect(calendar.getAllSubcomponents("vtimezone")).toHaveLength(1);
    expect(events.map(({ uid, component }) => [uid, component.getFirstPropertyValue("status")])).toEqual([
      [event.uid, "CONFIRMED"],
      [later.uid, "CANCELLED"],
    ]);
  });

  test("its name cannot smuggle in a line, and it may be empty", () => {
    const file = calendarFeed("Debaty\r\nX-EVIL:1\u2028", []);
    expect(lines(file).some((line) => line.startsWith("X-EVIL"))).toBe(false);
    expect(parse(file).events).toEqual([]);
  });
});
