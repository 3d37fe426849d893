import { describe, expect, test } from "vitest";
import { decideReferral, referralClock, titleOf } from "~/domain/motions/rules.referral";

const NOW = new Date("2026-03-19T10:00:00Z");
const MOTION = {
  status: "admitted",
  outcome: null,
  sensitivity: "public",
  legalTrack: "debate_only",
  raisedBy: "resident",
  referredAt: null,
} as const;
const BODY = { archivedAt: null };

describe("passing on", () => {
  test.each([
    ["what was said at a debate", {}, "courtesy", "2026-04-20"],
    ["a motion after KPA", { legalTrack: "kpa_motion" }, "art_244", "2026-04-20"],
    ["a councillor's", { legalTrack: "kpa_motion", raisedBy: "councillor" }, "art_247", "2026-04-02"],
    ["what a councillor merely said", { raisedBy: "councillor" }, "courtesy", "2026-04-20"],
    ["a petition", { legalTrack: "petition" }, "petition", "2026-06-19"],
    ["an internal motion after KPA", { legalTrack: "kpa_motion", sensitivity: "internal" }, "art_244", "2026-04-20"],
    ["what the hall has decided to pass on", { outcome: "referred" }, "courtesy", "2026-04-20"],
  ] as const)("%s: the body owes an answer by the term that counts from today", (_, over, dueBasis, dueOn) => {
    const wanted = { ok: true, value: { dueBasis, dueFrom: "2026-03-19", dueOn } };
    expect(decideReferral({ ...MOTION, ...over }, BODY, NOW)).toEqual(wanted);
  });

  test.each([
    ["not admitted", { status: "submitted" }, BODY, "not_admitted"],
    ["given back", { status: "returned" }, BODY, "is_returned"],
    ["merged", { outcome: "merged" }, BODY, "is_merged"],
    ["a task already", { outcome: "task" }, BODY, "has_task"],
    ["for the police", { outcome: "police_only", sensitivity: "police_only" }, BODY, "is_police_only"],
    ["passed on already", { outcome: "referred", referredAt: NOW }, BODY, "already_passed_on"],
    ["a complaint", { legalTrack: "complaint" }, BODY, "is_complaint"],
    ["internal, and no statute asks for it", { sensitivity: "internal" }, BODY, "not_public"],
    ["an unknown body", {}, undefined, "unknown_body"],
    ["a body of the archive", {}, { archivedAt: NOW }, "body_archived"],
  ] as const)("%s is refused", (_, over, body, reason) => {
    expect(decideReferral({ ...MOTION, ...over }, body, NOW)).toEqual({ ok: false, reason });
  });
});

describe("the unit's own seven days", () => {
  const kpa = { ...MOTION, legalTrack: "kpa_motion", submittedAt: new Date("2026-05-28T10:00:00Z") } as const;
  test.each([
    ["2026-05-28T22:30:00Z", 7], // already the 29th in Poland
    ["2026-06-05T10:00:00Z", 0], // the 4th is Corpus Christi
    ["2026-06-09T10:00:00Z", -4],
  ])("seen at %s: %i days", (now, dueInDays) => {
    expect(referralClock(kpa, new Date(now))).toEqual({ dueOn: "2026-06-05", dueInDays });
  });

  test.each([
    ["said at a debate", { legalTrack: "debate_only" }],
    ["passed on", { outcome: "referred", referredAt: NOW }],
    ["settled by the unit itself", { outcome: "answered_on_spot" }],
    ["followed as a task", { outcome: "task" }],
    ["given back", { status: "returned" }],
  ] as const)("stands still for what is %s", (_, over) => {
    expect(referralClock({ ...kpa, ...over }, NOW)).toBeNull();
  });

  test("runs from the day it came in, also before anybody has looked, and after the hall has decided", () => {
    expect(referralClock({ ...kpa, status: "submitted" }, NOW)).not.toBeNull();
    expect(referralClock({ ...kpa, outcome: "referred" }, NOW)).not.toBeNull();
  });
});

test("a task is called by its motion, on one line and not longer than a title may be", () => {
  expect(titleOf({ textPublic: " Ciemno\n\nw parku. " })).toBe("Ciemno w parku.");
  const long = titleOf({ textPublic: "ą".repeat(400) });
  expect([[...long].length, long.endsWith("…")]).toEqual([300, true]);
});
