import { expect, test } from "vitest";
import { sentenceOf } from "~/domain/reports/messages.pl";
import { type AttentionFacts, composeAttention } from "~/domain/reports/rules";

const NOTHING: AttentionFacts = {
  ...{
    tasks: [],
    motions: [],
    substitutes: [],
    upcoming: [],
    minutes: [],
    remarks: [],
    windows: [],
    corrections: [],
    failedLetters: 0,
    referrals: [],
    repeats: [],
  },
};
const motion = {
  ...{ id: "m", motionNumber: "3/2026/07", debateId: "d", number: 3, year: 2026, bodyName: "Zarząd Dróg" },
  status: "admitted",
  outcome: null,
  legalTrack: "kpa_motion",
  referredAt: null,
  submittedAt: new Date("2026-05-28T10:00:00Z"),
  decidedAt: null,
} as const;

test.each([
  ["2026-06-01T10:00:00Z", "referral_due", "week", 4],
  ["2026-06-05T10:00:00Z", "referral_due", "today", 0],
  ["2026-06-09T10:00:00Z", "referral_late", "late", 4],
])("the seven days of a motion after KPA, seen at %s: %s", (now, kind, group, days) => {
  const [matter] = composeAttention({ ...NOTHING, referrals: [motion] }, new Date(now));
  expect(matter).toMatchObject({ kind, group, days });
  expect(matter && sentenceOf(matter, new Date(now)).title).toContain("3/2026/07");
});

test("what the hall has decided to pass on waits without a term; a problem that repeats stands beside it", () => {
  const now = new Date("2026-06-01T10:00:00Z");
  const said = { ...motion, legalTrack: "debate_only", outcome: "referred", decidedAt: motion.submittedAt } as const;
  const repeat = { category: "LIGHT", place: "ul. Leśna", many: 3, debates: 2, lastAt: now } as const;
  const matters = composeAttention({ ...NOTHING, referrals: [said], repeats: [repeat] }, now);
  expect(matters.map(({ kind, group }) => [kind, group])).toEqual([
    ["referral_waiting", "today"],
    ["repeats", "today"],
  ]);
  expect(matters.map((matter) => sentenceOf(matter, now).title.replaceAll("\u00a0", " "))).toEqual([
    "Wniosek 3/2026/07 czeka na przekazanie",
    "Oświetlenie – ul. Leśna",
  ]);
});
