import fc from "fast-check";
import { expect, test } from "vitest";
import { messages } from "~/domain/attendance/messages.pl";
import { decideHours, HOUR_MOVES, type Stay } from "~/domain/attendance/rules.hours";
import type { ClockTime } from "~/platform/time";
import { DEBATE_STATUSES, PRESENCES } from "~db/vocabulary";

const at = (hour: string) => new Date(`2026-03-18T${hour}:00+01:00`);
const hour = (typed: string) => typed as ClockTime;
const stay: Stay = { debate: "live", startsAt: at("17:00"), presence: "present", arrivedAt: at("16:55"), leftAt: null };
const NOW = at("18:30");

const said = (over: Partial<Stay>, move: (typeof HOUR_MOVES)[number], typed: string | null) => {
  const result = decideHours({ ...stay, ...over }, move, typed === null ? null : hour(typed), NOW);
  if (!result.ok) return result.reason;
  const { arrivedAt, leftAt } = result.value;
  return [arrivedAt, leftAt].map((each) => each?.toISOString().slice(11, 16) ?? "–").join(" ");
};

test("only while the evening goes on and after it, and only of those who came", () => {
  expect(DEBATE_STATUSES.map((debate) => `${debate}: ${said({ debate }, "left", "18:10")}`)).toEqual([
    "draft: evening_not_open",
    "announced: evening_not_open",
    "live: 15:55 17:10",
    "held: 15:55 17:10",
    "closed: evening_not_open",
    "postponed: evening_not_open",
    "cancelled: evening_not_open",
  ]);
  expect([...PRESENCES, null].map((presence) => said({ presence }, "left", "18:10"))).toEqual([
    "15:55 17:10",
    "15:55 17:10",
    "not_here",
    "not_here",
    "not_here",
  ]);
});

test.each<[string, Partial<Stay>, (typeof HOUR_MOVES)[number], string | null, string]>([
  ["now", {}, "left", null, "15:55 17:30"],
  ["now, as long as it goes on", { debate: "held" }, "left", null, "hour_missing"],
  ["back", { leftAt: at("18:00") }, "stayed", null, "15:55 –"],
  ["back, also after it", { debate: "held", leftAt: at("18:00") }, "stayed", null, "15:55 –"],
  ["not before it is time", {}, "left", "18:31", "hour_ahead"],
  ["not before having come", {}, "left", "16:50", "wrong_order"],
  ["not in the moment of coming", {}, "left", "16:55", "wrong_order"],
  ["later than noted", {}, "arrived", "17:40", "16:40 –"],
  ["not later than having left", { leftAt: at("17:30") }, "arrived", "17:40", "wrong_order"],
  ["nobody knows when that one came", { arrivedAt: null }, "left", "17:10", "– 16:10"],
])("%s", (_case, over, move, typed, expected) => expect(said(over, move, typed)).toBe(expected));

test("an hour that the clock leaves out in spring is none", () => {
  const spring = { ...stay, startsAt: new Date("2026-03-28T23:30:00Z") };
  expect(decideHours(spring, "left", hour("02:30"), new Date("2026-03-30T00:00:00Z"))).toMatchObject({
    reason: "no_such_hour",
  });
});

test("whatever is pressed, nobody leaves before coming, and each refusal has its sentence", () => {
  const press = fc.record({
    move: fc.constantFrom(...HOUR_MOVES),
    typed: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))),
  });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
      let hours = { arrivedAt: stay.arrivedAt, leftAt: stay.leftAt };
      for (const { move, typed } of presses) {
        const text = typed && hour(typed.map((n) => String(n).padStart(2, "0")).join(":"));
        const result = decideHours({ ...stay, ...hours }, move, text, NOW);
        if (result.ok) hours = result.value;
        else expect(messages.refusals[result.reason]).toMatch(/\.$/);
        if (hours.arrivedAt && hours.leftAt) expect(hours.leftAt > hours.arrivedAt).toBe(true);
      }
    }),
  );
});
