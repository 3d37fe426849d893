import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agendaBalance,
  clockTimes,
  decideAddition,
  decideRemoval,
  decideReorder,
  decideSaving,
  MOST_ITEMS,
  type SavedItem,
  versionOf,
} from "~/domain/agenda/rules";
import { AGENDA_TEMPLATES, templateMinutes } from "~/domain/agenda/rules.templates";
import { formatTime } from "~/platform/time";
import { DEBATE_KINDS, DEBATE_STATUSES } from "~db/vocabulary";
import { wallClock } from "../../setup/factories.debates";

const START = wallClock("2027-03-18", "17:00");
const item = (id: string, overrides: Partial<SavedItem> = {}): SavedItem => ({
  id,
  position: 0,
  kind: "speech",
  title: `Punkt ${id}`,
  minutes: 10,
  presenter: "",
  note: "",
  bodyId: null,
  internal: false,
  startedAt: null,
  ...overrides,
});

describe("clock times", () => {
  test("follow the minutes", () => {
    const times = clockTimes(START, [{ minutes: 10 }, { minutes: 0 }, { minutes: 55 }, { minutes: 10 }]);
    expect(times.map(({ startsAt }) => formatTime(startsAt))).toEqual(["17:00", "17:10", "17:10", "18:05"]);
  });

  test("pass the change of clocks as time does", () => {
    const night = clockTimes(wallClock("2027-03-28", "01:30"), [{ minutes: 30 }, { minutes: 60 }, { minutes: 1 }]);
    expect(night.map(({ startsAt }) => formatTime(startsAt))).toEqual(["1:30", "3:00", "4:00"]);
  });

  const items = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 600 }) }), { maxLength: MOST_ITEMS });
  const start = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

  test("property: items touch, keep their minutes, and end where the balance says", () => {
    fc.assert(
      fc.property(start, items, (startsAt, agenda) => {
        const times = clockTimes(startsAt, agenda);
        expect(times).toHaveLength(agenda.length);
        times.forEach(({ startsAt: begins, endsAt, minutes }, index) => {
          expect(begins).toEqual(times[index - 1]?.endsAt ?? startsAt);
          expect(endsAt.getTime() - begins.getTime()).toBe(minutes * 60_000);
        });
        expect(agendaBalance(agenda, startsAt, startsAt).endsAt).toEqual(times.at(-1)?.endsAt ?? startsAt);
      }),
    );
  });

  test("property: what is over and what is planned make the sum, whatever the order", () => {
    fc.assert(
      fc.property(start, items, fc.integer({ min: 1, max: 720 }), (startsAt, agenda, planned) => {
        const endsAt = new Date(startsAt.getTime() + planned * 60_000);
        const balance = agendaBalance(agenda, startsAt, endsAt);
        expect(balance.plannedMinutes + balance.overByMinutes).toBe(balance.totalMinutes);
        expect(balance).toEqual(agendaBalance([...agenda].reverse(), startsAt, endsAt));
      }),
    );
  });
});

describe("what may be changed, and when", () => {
  const items = [item("a", { startedAt: START }), item("b"), item("c")];

  test("the whole table of statuses", () => {
    const table = DEBATE_STATUSES.map((status) => {
      const may = {
        add: decideAddition(status, 3),
        remove: decideRemoval(status, items[1]),
        move: decideReorder(status, items, "b", "down"),
        save: decideSaving(status, items, versionOf(items), items),
      };
      return `${status}: ${Object.entries(may).flatMap(([name, { ok }]) => (ok ? name : []))}`;
    });
    expect(table).toEqual([
      "draft: add,remove,move,save",
      "announced: add,remove,move,save",
      "live: add,remove,move,save",
      "held: ",
      "closed: ",
      "postponed: add,remove,move,save",
      "cancelled: ",
    ]);
  });

  test("moving", () => {
    const orderOf = (id: string, direction: "up" | "down") => {
      const decision = decideReorder("live", items, id, direction);
      return decision.ok ? decision.value.join("") : decision.reason;
    };
    expect(orderOf("c", "up")).toBe("acb");
    expect(orderOf("b", "down")).toBe("acb");
    expect(orderOf("c", "down")).toBe("abc");
    expect(orderOf("b", "up")).toBe("item_started");
    expect(orderOf("a", "down")).toBe("item_started");
    expect(orderOf("x", "up")).toBe("item_unknown");
  });

  test("what has begun stays, what is gone is said to be gone, and sixty are enough", () => {
    expect(decideRemoval("live", items[0])).toEqual({ ok: false, reason: "item_started" });
    expect(decideRemoval("live", undefined)).toEqual({ ok: false, reason: "item_unknown" });
    expect(decideAddition("draft", MOST_ITEMS)).toEqual({ ok: false, reason: "too_many_items" });
  });

  test("rows are saved over the very agenda that they were typed over", () => {
    const stale = { ok: false, reason: "agenda_stale" };
    const newer = [item("a", { startedAt: START }), item("b", { title: "Inny" }), item("c")];
    expect(decideSaving("draft", newer, versionOf(items), items)).toEqual(stale);
    expect(decideSaving("draft", items, versionOf(items), items.slice(1))).toEqual(stale);
    expect(decideSaving("draft", items, versionOf(items), [...items.slice(1), item("x")])).toEqual(stale);
    expect(decideSaving("draft", items, versionOf(items), [...items].reverse()).ok).toBe(true);
  });

  test("the version changes with each word, and stays a number that a form may send", () => {
    const versions = [
      items,
      [...items].reverse(),
      items.slice(1),
      [item("a", { note: "x" }), item("b"), item("c")],
      [item("a", { minutes: 11 }), item("b"), item("c")],
      [item("a", { internal: true }), item("b"), item("c")],
    ].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
    for (const version of versions) expect(String(version)).toMatch(/^\d{1,9}$/);
  });
});

test("each template opens, leaves most time for talking or speeches, and fits an evening", () => {
  for (const kind of DEBATE_KINDS) {
    expect(AGENDA_TEMPLATES[kind][0]?.kind).toBe("opening");
    expect(AGENDA_TEMPLATES[kind].some((each) => each.kind === "discussion")).toBe(true);
  }
  expect(DEBATE_KINDS.map((kind) => `${kind} ${templateMinutes(kind)}`)).toEqual([
    "initiating 120",
    "evaluation 90",
    "forum 120",
    "working_meeting 120",
    "youth 90",
  ]);
});
