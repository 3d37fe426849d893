import { describe, expect, test } from "vitest";
import { decideMove, decidePriority, mayBeReminded, prioritiesFirst, watch } from "~/domain/tasks/rules";
import {
  DESK_ANSWERS,
  decideDecline,
  decideDisown,
  decideGrant,
  decideHandOver,
  decideInsist,
  decideProposal,
  deskAnswers,
  deskGroupOf,
  dueAfterHandOver,
} from "~/domain/tasks/rules.desk";
import { calendarDate } from "~/platform/time";
import { TASK_STATES, type TaskState } from "~db/vocabulary";

const NOW = new Date("2026-04-01T10:00:00Z");
const day = calendarDate;
const reasonOf = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? null : outcome.reason);

test("the desk offers what the rules accept", () => {
  expect(Object.fromEntries(TASK_STATES.map((state) => [state, deskAnswers(state).join(" ")]))).toEqual({
    new: "accepted in_progress reported_done more_time needs_funds refused not_ours evidence",
    accepted: "in_progress reported_done more_time needs_funds refused not_ours evidence",
    in_progress: "in_progress reported_done more_time needs_funds refused not_ours evidence",
    reported_done: "in_progress evidence",
    confirmed: "",
    partly_done: "in_progress reported_done evidence",
    refused: "in_progress",
    needs_funds: "in_progress reported_done more_time refused not_ours evidence",
    transferred: "",
  });
  expect(new Set(TASK_STATES.flatMap(deskAnswers)).size).toBe(DESK_ANSWERS.length);
});

const owed = { state: "accepted" as TaskState, dueOn: day("2026-04-20") };

describe("another date", () => {
  test.each([
    ["accepted", "2026-06-01", "Czekamy.", null],
    ["needs_funds", "2026-06-01", "Czekamy.", null],
    ["accepted", "2026-06-01", "", "reason_required"],
    ["accepted", "2026-04-20", "Czekamy.", "not_later"],
    ["accepted", "2031-04-01", "Czekamy.", null],
    ["accepted", "2031-04-02", "Czekamy.", "too_far"],
    ["reported_done", "2026-06-01", "Czekamy.", "not_open"],
    ["confirmed", "2026-06-01", "Czekamy.", "not_open"],
  ] as const)("%s, %s, %j: %s", (state, dueOn, text, reason) => {
    expect(reasonOf(decideProposal({ ...owed, state }, { dueOn: day(dueOn), text }, NOW))).toBe(reason);
  });

  test("a date that is later than the old one, but has passed", () => {
    const late = { ...owed, dueOn: day("2026-03-01") };
    expect(reasonOf(decideProposal(late, { dueOn: day("2026-03-20"), text: "x" }, NOW))).toBe("date_past");
  });

  const asked = { state: "accepted" as TaskState, proposedDueOn: day("2026-06-01"), proposedReason: "Czekamy." };
  test("granted, it becomes the date, and nothing is asked any more", () => {
    expect(decideGrant(asked, NOW)).toEqual({
      ok: true,
      value: {
        ...{ dueOn: "2026-06-01", text: "Czekamy." },
        ...{ proposedDueOn: null, proposedReason: "", proposedBy: "", proposedAt: null },
      },
    });
    expect(reasonOf(decideGrant({ ...asked, proposedDueOn: null }, NOW))).toBe("nothing_asked");
    expect(reasonOf(decideGrant({ ...asked, state: "confirmed" }, NOW))).toBe("nothing_asked");
    expect(reasonOf(decideGrant(asked, new Date("2026-06-02T10:00:00Z")))).toBe("asked_date_past");
  });

  test("declined only with a reason", () => {
    expect(reasonOf(decideDecline(asked, ""))).toBe("reason_required");
    expect(reasonOf(decideDecline({ proposedDueOn: null }, "x"))).toBe("nothing_asked");
    expect(decideDecline(asked, "Umówiono się na debacie.")).toMatchObject({ ok: true, value: { proposedAt: null } });
  });
});

describe("not ours", () => {
  test.each([
    ["new", "To droga powiatowa.", null],
    ["needs_funds", "To droga powiatowa.", null],
    ["new", "", "body_or_reason"],
    ["confirmed", "x", "not_possible"],
    ["refused", "x", "not_possible"],
    ["transferred", "x", "not_possible"],
  ] as const)("%s, %j: %s", (state, text, reason) => {
    expect(reasonOf(decideDisown({ state }, text, NOW))).toBe(reason);
  });

  test("the organizer insists only on what was disowned, and says why", () => {
    expect(reasonOf(decideInsist({ disownedAt: null }, "x"))).toBe("not_disowned");
    expect(reasonOf(decideInsist({ disownedAt: NOW }, ""))).toBe("reason_required");
    expect(decideInsist({ disownedAt: NOW }, "Park jest gminny.")).toMatchObject({ ok: true });
  });

  const task = { state: "new" as TaskState, ownerBodyId: "b" };
  test.each([
    ["c", "", null],
    ["b", "", "same_body"],
    ["a", "", "in_chain"],
    ["a", "Oni to mają.", "in_chain"],
  ])("to %s, %j: %s", (toBodyId, text, reason) => {
    expect(reasonOf(decideHandOver(task, { toBodyId, text }, ["a", "b"], NOW))).toBe(reason);
  });

  test.each([
    ["art_243", "art_244", "2026-05-04"],
    ["art_244", "art_244", "2026-05-04"],
    ["art_247", "art_247", "2026-04-15"],
    ["commitment", "courtesy", "2026-05-04"],
  ] as const)("the clock of %s begins anew as %s", (basis, next, dueOn) => {
    const due = dueAfterHandOver(basis, NOW);
    expect([due.dueBasis, due.dueFrom]).toEqual([next, "2026-04-01"]);
    if (next !== "courtesy") expect(due.dueOn).toBe(dueOn);
  });
});

describe("while the organizer has to decide", () => {
  const late = { ...owed, heardAt: null, createdAt: new Date("2026-03-18T18:00:00Z"), budgetYear: null };
  const on = new Date("2026-06-01T10:00:00Z");
  test.each([
    [{}, true],
    [{ proposedAt: NOW }, false],
    [{ disownedAt: NOW }, false],
  ])("%j: reminded %s", (waiting, isReminded) => {
    expect(mayBeReminded({ ...late, ...waiting })).toBe(isReminded);
    const seen = watch({ ...late, ...waiting }, on);
    expect(seen.silentDays > 0).toBe(isReminded);
    expect(seen).toMatchObject({ overdueDays: 42, isLongOverdue: true });
  });

  test("long overdue from the thirtieth day", () => {
    expect(watch(late, new Date("2026-05-19T10:00:00Z"))).toMatchObject({ overdueDays: 29, isLongOverdue: false });
    expect(watch(late, new Date("2026-05-20T10:00:00Z"))).toMatchObject({ overdueDays: 30, isLongOverdue: true });
  });

  test("a report of what was done answers the question; news on the way does not", () => {
    const from = { state: "in_progress" as TaskState, result: "" };
    const done = decideMove(from, { to: "reported_done", text: "x" }, "body", NOW);
    expect(done).toMatchObject({ value: { proposedAt: null, disownedAt: null, progress: 100 } });
    const news = decideMove(from, { to: "in_progress", text: "", progress: 40 }, "body", NOW);
    expect(news).toMatchObject({ ok: true, value: { progress: 40, disownedAt: null } });
    expect(news.ok && "proposedAt" in news.value).toBe(false);
  });

  test.each(TASK_STATES)("%s stands in the group of whoever has to act", (state) => {
    const groups = {
      new: "waiting",
      accepted: "waiting",
      in_progress: "waiting",
      reported_done: "asked",
      needs_funds: "funds",
    };
    const expected = groups[state as keyof typeof groups] ?? "finished";
    expect(deskGroupOf({ state, proposedAt: null, disownedAt: null })).toBe(expected);
    if (expected === "waiting") expect(deskGroupOf({ state, proposedAt: NOW, disownedAt: null })).toBe("asked");
  });
});

test("three come first, a fourth does not", () => {
  expect([0, 1, 2, 3].map((many) => reasonOf(decidePriority(many)))).toEqual([null, null, null, "too_many_priorities"]);
  const rows = [
    { id: "a", priority: false },
    { id: "b", priority: true },
    { id: "c", priority: false },
    { id: "d", priority: true },
  ];
  expect(prioritiesFirst(rows).map(({ id }) => id)).toEqual(["b", "d", "a", "c"]);
});
