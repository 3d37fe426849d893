import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideEnd,
  decideFinish,
  decideSpeech,
  decideStart,
  decideTakingBack,
  type Item,
  minutesLate,
  nextItem,
  secondsLeft,
  stateOf,
} from "~/domain/live/rules";
import { DEBATE_STATUSES } from "~db/vocabulary";

const NOW = new Date("2026-03-18T16:30:00Z");
const EARLIER = new Date("2026-03-18T16:00:00Z");
const ITEM = {
  waiting: { startedAt: null, finishedAt: null },
  running: { startedAt: EARLIER, finishedAt: null },
  over: { startedAt: EARLIER, finishedAt: EARLIER },
} as const;
const STATES = ["waiting", "running", "over"] as const;
const items = (...states: (keyof typeof ITEM)[]): Item[] => states.map((state, i) => ({ id: `i${i}`, ...ITEM[state] }));

/** What the list looks like when the changes are written. */
function after(list: readonly Item[], decision: ReturnType<typeof decideStart>) {
  if (!decision.ok) return decision.reason;
  return list.map((item) => stateOf({ ...item, ...decision.value.find(({ id }) => id === item.id) })).join(", ");
}

test("with the evening ends what runs; on a later day the planned hour stands for the one that nobody knows", () => {
  const list = items("over", "running", "waiting");
  const planned = new Date("2026-03-18T18:00:00Z");
  expect(decideEnd(list, planned, NOW)).toEqual([{ id: "i1", finishedAt: NOW }]);
  const nextMorning = new Date("2026-03-19T07:00:00Z");
  expect(decideEnd(list, planned, nextMorning)).toEqual([{ id: "i1", finishedAt: planned }]);
  expect(decideEnd(list, new Date("2026-03-18T15:00:00Z"), nextMorning)).toEqual([{ id: "i1", finishedAt: EARLIER }]);
});

describe("an agenda item on the evening", () => {
  test("the whole transition table", () => {
    const table = STATES.map((state) => {
      const list = items("running", state);
      return `${state}: start → ${after(list, decideStart("live", list, "i1", NOW))}; finish → ${after(list, decideFinish("live", list, "i1", NOW))}`;
    });
    expect(table).toEqual([
      "waiting: start → over, running; finish → not_running",
      "running: start → already_running; finish → running, over",
      "over: start → over, running; finish → not_running",
    ]);
  });

  test("only while the debate is live", () => {
    const list = items("waiting", "running");
    const table = DEBATE_STATUSES.map((status) => {
      const [start, finish] = [decideStart(status, list, "i0", NOW), decideFinish(status, list, "i1", NOW)];
      return `${status}: ${start.ok ? "yes" : start.reason}, ${finish.ok ? "yes" : finish.reason}`;
    });
    expect(table).toEqual([
      "draft: not_live, not_live",
      "announced: not_live, not_live",
      "live: yes, yes",
      "held: not_live, not_live",
      "closed: not_live, not_live",
      "postponed: not_live, not_live",
      "cancelled: not_live, not_live",
    ]);
  });

  test("an item of another debate is not there", () => {
    expect(decideStart("live", items("waiting"), "elsewhere", NOW)).toEqual({ ok: false, reason: "no_item" });
    expect(decideFinish("live", items("running"), "elsewhere", NOW)).toEqual({ ok: false, reason: "no_item" });
  });

  test("taking an item up again keeps when it first began", () => {
    const decision = decideStart("live", items("over"), "i0", NOW);
    expect(decision).toEqual({ ok: true, value: [{ id: "i0", startedAt: EARLIER, finishedAt: null }] });
  });

  test("whatever is pressed in whatever order, one item runs at most", () => {
    const press = fc.record({ verb: fc.constantFrom("start", "finish"), id: fc.constantFrom("i0", "i1", "i2", "i3") });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        let list = items("waiting", "waiting", "waiting", "waiting");
        for (const { verb, id } of presses) {
          const decision = (verb === "start" ? decideStart : decideFinish)("live", list, id, NOW);
          if (decision.ok)
            list = list.map((item) => ({ ...item, ...decision.value.find((change) => change.id === item.id) }));
          expect(list.filter((item) => stateOf(item) === "running").length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("the next item is the first one behind the running one that waits, else any that was left out", () => {
    expect(nextItem(items("waiting", "running", "over", "waiting"))?.id).toBe("i3");
    expect(nextItem(items("waiting", "running", "over"))?.id).toBe("i0");
    expect(nextItem(items("waiting", "waiting"))?.id).toBe("i0");
    expect(nextItem(items("over", "running"))).toBeUndefined();
  });

  test("the clock counts down from the real start and goes below zero", () => {
    expect(secondsLeft({ startedAt: EARLIER, minutes: 31 }, NOW)).toBe(60);
    expect(secondsLeft({ startedAt: EARLIER, minutes: 29 }, NOW)).toBe(-60);
    expect(minutesLate({ startedAt: NOW, plannedAt: EARLIER })).toBe(30);
    expect(minutesLate({ startedAt: null, plannedAt: EARLIER })).toBe(0);
  });
});

test("who speaks is noted while the debate goes on, under the item that runs", () => {
  const table = DEBATE_STATUSES.map((status) => {
    const [speech, back] = [decideSpeech(status, items("over", "running")), decideTakingBack(status)];
    return `${status}: ${speech.ok ? speech.value : speech.reason}, back: ${back.ok ? "yes" : back.reason}`;
  });
  expect(table).toEqual([
    "draft: not_live, back: not_live",
    "announced: not_live, back: not_live",
    "live: i1, back: yes",
    "held: not_live, back: not_live",
    "closed: not_live, back: not_live",
    "postponed: not_live, back: not_live",
    "cancelled: not_live, back: not_live",
  ]);
  expect(decideSpeech("live", items("over", "waiting"))).toEqual({ ok: false, reason: "nothing_runs" });
});
