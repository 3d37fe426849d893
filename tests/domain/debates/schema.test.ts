import { describe, expect, test } from "vitest";
import { debateSchema, fieldsOf, MOVE_SCHEMAS } from "~/domain/debates/schema";
import { newFields } from "~/domain/debates/schema.new";
import { errorsOf } from "~/platform/forms.server";
import { calendarDate } from "~/platform/time";
import { aDebate, wallClock } from "../../setup/factories.debates";

const NOW = wallClock("2026-11-02", "09:00");
const template = { kind: "initiating", day: calendarDate("2027-03-18"), minutes: 120, chair: "Komendant" } as const;
const filled = { ...newFields(template, NOW), topic: "Ruch", venueName: "Sala" };

const problemsWith = (fields: Record<string, string>) => {
  const result = debateSchema.safeParse({ ...filled, ...fields });
  if (result.success) return {};
  return Object.fromEntries(Object.entries(errorsOf(result.error)).map(([name, { message }]) => [name, message]));
};

describe("the form of a debate", () => {
  test("is filled in by its kind and its day", () => {
    expect(filled).toMatchObject({
      cycleTitle: "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ",
      startsTime: "17:00",
      endsTime: "19:00",
      answersOn: "11.03.2027",
      motionsOn: "25.03.2027",
      minutesOn: "25.03.2027",
      evaluationOn: "20.09.2027",
    });
    expect(debateSchema.parse(filled)).toMatchObject({
      startsAt: wallClock("2027-03-18", "17:00"),
      endsAt: wallClock("2027-03-18", "19:00"),
      answersCloseAt: new Date("2027-03-11T22:59:59.999Z"),
      capacity: null,
      access: {},
    });
  });

  test.each<[string, Record<string, string>, Record<string, RegExp>]>([
    ["29 February", { startsOn: "29.02.2027" }, { startsOn: /nie ma w kalendarzu/ }],
    ["a wrong weekday", { startsOn: "środa, 18.03.2027" }, { startsOn: /nie zgadza się/ }],
    ["the hour that does not exist", { startsOn: "28.03.2027", startsTime: "2:30" }, { startsTime: /02:30 nie ma/ }],
    ["the hour that comes twice", { startsOn: "31.10.2027", startsTime: "2.30" }, { startsTime: /jest dwa razy/ }],
    [
      "both hours missing that night",
      { startsOn: "28.03.2027", startsTime: "02:00", endsTime: "02:59", answersOn: "", motionsOn: "", minutesOn: "" },
      { startsTime: /02:00 nie ma/, endsTime: /02:59 nie ma/ },
    ],
    ["an end before the start", { endsTime: "16:00" }, { endsTime: /później niż początek/ }],
    ["25 o'clock", { startsTime: "25:00" }, { startsTime: /godziny nie ma/ }],
    ["no seats", { capacity: "0" }, { capacity: /Najmniej może być 1/ }],
    ["a stadium", { capacity: "20001" }, { capacity: /Najwięcej może być 20/ }],
    ["half a seat", { capacity: "12,5" }, { capacity: /całkowitą/ }],
    ["answers after the debate", { answersOn: "19.03.2027" }, { answersOn: /najpóźniej w dniu debaty/ }],
    ["minutes before it", { minutesOn: "17.03.2027" }, { minutesOn: /przed debatą/ }],
    ["an evaluation before it", { evaluationOn: "18.03.2027" }, { evaluationOn: /później niż ta debata/ }],
    ["an unknown kind", { kind: "party" }, { kind: /rodzaj debaty/ }],
    ["an unknown answer about access", { access_toilet: "maybe" }, { access_toilet: /jedną z możliwości/ }],
    ["a megabyte", { topic: "x".repeat(1_000_000) }, { topic: /Za długie/ }],
    ["only invisible characters", { topic: "\u200b\u202e \u0007" }, { topic: /podać temat/ }],
  ])("%s", (_, fields, expected) => {
    const problems = problemsWith(fields);
    expect(Object.keys(problems).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, sentence] of Object.entries(expected)) expect(problems[name]).toMatch(sentence);
  });

  test("says everything that is wrong at once", () => {
    expect(Object.keys(problemsWith({ topic: "", venueName: "", capacity: "x" }))).toEqual([
      "topic",
      "venueName",
      "capacity",
    ]);
  });

  test("keeps an emoji, drops what turns the direction of text", () => {
    expect(debateSchema.parse({ ...filled, topic: "Bezpieczna 🚸 droga\u202e" }).topic).toBe("Bezpieczna 🚸 droga");
  });
});

test("a saved debate fills its own form, and the form gives the same debate", async () => {
  const { debate } = await aDebate({ access: { step_free: true, stream: false } }, { now: NOW });
  const fields = fieldsOf(debate);
  expect(fields).toMatchObject({ access_step_free: "yes", access_stream: "no", access_toilet: "", capacity: "120" });
  const { startsAt, endsAt, access, answersCloseAt, motionsCloseAt, minutesDueOn } = debate;
  expect(debateSchema.parse(fields)).toMatchObject({
    startsAt,
    endsAt,
    access,
    answersCloseAt,
    motionsCloseAt,
    minutesDueOn,
  });
});

describe("changes of state", () => {
  test("a postponement has a reason, and either a whole new date or none", () => {
    const parse = (fields: object) => MOVE_SCHEMAS.postpone.safeParse({ reason: "awaria", ...fields });
    expect(parse({}).data).toEqual({ reason: "awaria" });
    expect(parse({ startsOn: "07.04.2027", startsTime: "17", endsTime: "19.05" }).data).toEqual({
      reason: "awaria",
      startsAt: wallClock("2027-04-07", "17:00"),
      endsAt: wallClock("2027-04-07", "19:05"),
    });
    expect(parse({ startsOn: "07.04.2027" }).error?.issues).toMatchObject([{ path: ["startsTime"] }]);
    expect(parse({ reason: " \n " }).error?.issues).toMatchObject([{ path: ["reason"] }]);
  });

  test("a new announcement needs the whole date; the other moves need nothing", () => {
    expect(MOVE_SCHEMAS.reschedule.safeParse({}).error?.issues.map(({ path }) => path[0])).toEqual([
      "startsOn",
      "startsTime",
      "endsTime",
    ]);
    expect(MOVE_SCHEMAS.cancel.safeParse({}).success).toBe(false);
    expect(MOVE_SCHEMAS.announce.safeParse({}).success).toBe(true);
  });
});
