import { expect, test } from "vitest";
import { slideLine } from "~/domain/evaluation/messages.screen.pl";
import { decideScreen, neighbours } from "~/domain/evaluation/rules.screen";
import { composeSlide, forTheHall, suggestReport } from "~/domain/evaluation/rules.slide";
import { calendarDate } from "~/platform/time";
import type { TaskState } from "~db/vocabulary";

const aTask = (state: TaskState, over: object = {}) => ({
  title: "Lustro przy młynie",
  body: "ZDP",
  state,
  result: "",
  refusalReason: "",
  budgetYear: null as number | null,
  dueOn: calendarDate("2025-08-31"),
  internal: false,
  priority: false,
  ...over,
});
const motion = (tasks: ReturnType<typeof aTask>[], over: object = {}) => ({
  id: "m",
  number: "1/2025/06",
  place: "zakręt",
  text: "Lustro drogowe.",
  answer: "",
  outcome: "task" as const,
  sensitivity: "public" as const,
  tasks,
  ...over,
});

/** The three columns as they are read. */
const read = (tasks: ReturnType<typeof aTask>[]) => {
  const slide = composeSlide(motion(tasks));
  return [slide?.promised, slide?.done, slide?.missing].map((lines) => lines?.map(slideLine).join(" | "));
};
const PROMISE = "ZDP: Lustro przy młynie – do 31.08.2025";

test.each<[TaskState, object, string, string]>([
  ["new", {}, "", "ZDP: „Lustro przy młynie” – w toku, termin 31.08.2025"],
  ["accepted", {}, "", "ZDP: „Lustro przy młynie” – w toku, termin 31.08.2025"],
  ["in_progress", { result: "Zamówiono." }, "ZDP: Zamówiono.", "ZDP: „Lustro przy młynie” – w toku, termin 31.08.2025"],
  ["reported_done", { result: "Stoi." }, "ZDP: Stoi. – zgłoszono wykonanie, czeka na potwierdzenie", ""],
  ["confirmed", { result: "Stoi." }, "ZDP: Stoi.", ""],
  ["confirmed", {}, "ZDP: wykonano", ""],
  [
    "partly_done",
    { result: "Jedno z dwóch." },
    "ZDP: Jedno z dwóch. – wykonano częściowo",
    "ZDP: „Lustro przy młynie” – w toku, termin 31.08.2025",
  ],
  ["refused", { refusalReason: "Droga tranzytowa." }, "", "ZDP: odmowa – Droga tranzytowa."],
  [
    "needs_funds",
    { budgetYear: 2027, result: "Projekt." },
    "ZDP: Projekt.",
    "ZDP: „Lustro przy młynie” wymaga środków w budżecie na 2027 r.",
  ],
])("%s: what was promised, done, and is missing", (state, over, done, missing) => {
  expect(read([aTask(state, over)])).toEqual([PROMISE, done, missing]);
});

test("never an internal task, never one that was passed on, never a motion that is not public", () => {
  const secret = aTask("confirmed", { title: "Obserwacja", result: "Zatrzymano dwie osoby.", internal: true });
  expect(read([secret, aTask("transferred"), aTask("confirmed")])).toEqual([PROMISE, "ZDP: wykonano", ""]);
  for (const sensitivity of ["internal", "police_only"] as const) {
    expect(composeSlide(motion([aTask("confirmed")], { sensitivity }))).toBeNull();
    expect(forTheHall([motion([], { sensitivity })])).toEqual([]);
  }
  expect(suggestReport(motion([secret]))).toBe("");
});

test("a referral without a task says where it went", () => {
  const slide = composeSlide(motion([], { outcome: "referred", answer: "Do GITD." }));
  expect(slide?.promised.map(slideLine)).toEqual(["Przekazano według właściwości: Do GITD."]);
});

test("the report is what the bodies have said, once", () => {
  const said = [
    aTask("confirmed", { result: "Stoi." }),
    aTask("confirmed", { result: "Stoi." }),
    aTask("refused", { result: "x", refusalReason: "Droga tranzytowa." }),
  ];
  expect(suggestReport(motion(said))).toBe("Stoi. Droga tranzytowa.");
});

test("the screen shows a question only while it is asked, a result only when there is one", () => {
  const motionOf = (ballot: "none" | "open" | "closed", isForHall = true) => ({ ballot, isForHall });
  expect(decideScreen("live", "agenda", null)).toEqual({ ok: true, value: { withMotion: false } });
  expect(decideScreen("draft", "slide", motionOf("none"))).toEqual({ ok: true, value: { withMotion: true } });
  expect(decideScreen("live", "slide", null)).toMatchObject({ reason: "no_slide" });
  expect(decideScreen("live", "slide", motionOf("none", false))).toMatchObject({ reason: "no_slide" });
  expect(decideScreen("live", "ballot", motionOf("closed"))).toMatchObject({ reason: "no_ballot" });
  expect(decideScreen("live", "result", motionOf("open"))).toMatchObject({ reason: "no_result" });
  expect(decideScreen("live", "ballot", motionOf("open")).ok).toBe(true);
  expect(decideScreen("cancelled", "blank", null)).toMatchObject({ reason: "called_off" });
  const slides = [{ id: "a" }, { id: "b" }];
  expect([null, "a", "b"].map((shown) => neighbours(slides, shown))).toEqual([
    { previous: undefined, next: { id: "a" } },
    { previous: undefined, next: { id: "b" } },
    { previous: { id: "a" }, next: undefined },
  ]);
});
