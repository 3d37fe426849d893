import { describe, expect, test } from "vitest";
import { type ChecklistFacts, composeChecklist } from "~/domain/debates/rules.checklist";
import { calendarDate } from "~/platform/time";
import { wallClock } from "../../setup/factories.debates";

const FAR = wallClock("2027-01-04", "09:00");
type Debate = ChecklistFacts["debate"];

const debate = (overrides: Partial<Debate> = {}): Debate => ({
  kind: "initiating",
  status: "announced",
  startsAt: wallClock("2027-03-18", "17:00"),
  venueAddress: "ul. Kolejowa 4",
  access: { step_free: true },
  answersCloseAt: wallClock("2027-03-11", "23:59"),
  announcedAt: FAR,
  datePending: false,
  moderator: "Naczelnik",
  minuteTaker: "Inspektor",
  evaluationOn: calendarDate("2027-10-14"),
  ...overrides,
});

const look = (facts: Partial<Omit<ChecklistFacts, "debate">> & { debate?: Partial<Debate> }, now = FAR) =>
  composeChecklist({ ...facts, debate: debate(facts.debate) }, now).map(
    ({ step, state, missing }) => `${step}: ${[state, ...missing].join(" ")}`,
  );

describe("composeChecklist", () => {
  test("rooms that say nothing have no step; a plan without a gap is done", () => {
    expect(look({})).toEqual(["place: done", "people: done", "announced: done", "evaluation: done"]);
  });

  test("after the evening the minutes are the step that is left, until their own day", () => {
    const held = { status: "held", startsAt: wallClock("2027-01-03", "17:00") } as const;
    const minutes = { approved: false, published: false, dueOn: calendarDate("2027-01-10") };
    const step = (over = {}, now = FAR) =>
      look({ debate: held, minutes: { ...minutes, ...over } }, now).find((line) => line.startsWith("minutes"));
    expect(step()).toBe("minutes: warn not_approved");
    expect(step({}, wallClock("2027-01-11", "09:00"))).toBe("minutes: bad not_approved");
    expect(step({ approved: true })).toBe("minutes: warn not_published");
    expect(step({ approved: true, published: true })).toBe("minutes: done");
  });

  test("everything is missing, months ahead", () => {
    const nothing = {
      venueAddress: "",
      access: {},
      moderator: "",
      minuteTaker: "",
      evaluationOn: null,
      announcedAt: null,
    };
    expect(
      look({
        debate: nothing,
        agenda: { items: 0, overByMinutes: -120 },
        invitations: { drafted: 0, sent: 0, unanswered: 0 },
        motions: { waiting: 0 },
      }),
    ).toEqual([
      "place: todo address access",
      "agenda: todo no_items",
      "people: todo moderator minute_taker",
      "invitations: todo no_guests",
      "announced: todo not_announced",
      "motions: done",
      "evaluation: todo no_evaluation",
    ]);
  });

  test("work under way is a warning, what is wrong is bad at once", () => {
    expect(
      look({
        debate: { minuteTaker: "" },
        agenda: { items: 8, overByMinutes: 5 },
        invitations: { drafted: 2, sent: 17, unanswered: 5, bounced: 1 },
        motions: { waiting: 3 },
      }),
    ).toEqual([
      "place: done",
      "agenda: bad too_long",
      "people: warn minute_taker",
      "invitations: bad not_sent bounced",
      "announced: done",
      "answers: warn unanswered",
      "motions: warn waiting",
      "evaluation: done",
    ]);
  });

  test.each([
    ["2027-02-28", "todo"],
    ["2027-03-01", "warn"],
    ["2027-03-04", "warn"],
    ["2027-03-05", "bad"],
  ])("announcing is due on 4 March: on %s it is %s", (day, state) => {
    expect(look({ debate: { announcedAt: null, status: "draft" } }, wallClock(day, "09:00"))).toContain(
      `announced: ${state} not_announced`,
    );
  });

  test("answers have their own deadline", () => {
    const invitations = { drafted: 0, sent: 19, unanswered: 5 };
    const [answers] = composeChecklist({ debate: debate(), invitations }, wallClock("2027-03-12", "08:00")).filter(
      ({ step }) => step === "answers",
    );
    expect(answers).toMatchObject({ state: "bad", dueOn: "2027-03-11", count: 5, of: 19 });
  });

  test("a postponed debate is not announced, and one without a date has no place in time", () => {
    expect(look({ debate: { status: "postponed", datePending: true } })).toEqual([
      "place: todo date",
      "people: done",
      "announced: todo not_announced",
      "evaluation: done",
    ]);
  });

  test.each([
    ["held", "warn waiting", "bad no_evaluation"],
    ["closed", "warn waiting", "bad no_evaluation"],
    ["cancelled", "past waiting", "past no_evaluation"],
  ] as const)("%s: what should have been ready for the evening is no longer a task", (status, motions, evaluation) => {
    const facts = {
      debate: { status, minuteTaker: "", evaluationOn: null },
      agenda: { items: 8, overByMinutes: 0 },
      invitations: { drafted: 0, sent: 19, unanswered: 4, bounced: 1 },
      motions: { waiting: 2 },
    };
    const lines = look(facts, wallClock("2027-03-16", "21:00")).concat(look(facts, wallClock("2027-03-19", "09:00")));
    expect(lines).toEqual(
      expect.arrayContaining([
        "place: done",
        "agenda: done",
        "people: past minute_taker",
        "invitations: past bounced",
        "announced: done",
        "answers: past unanswered",
        `motions: ${motions}`,
        `evaluation: ${evaluation}`,
      ]),
    );
  });

  test("only what collects concerns needs an evaluation", () => {
    const kinds = ["initiating", "evaluation", "forum", "working_meeting", "youth"] as const;
    const asked = kinds.filter((kind) => look({ debate: { kind } }).some((line) => line.startsWith("evaluation")));
    expect(asked).toEqual(["initiating", "forum"]);
  });
});
