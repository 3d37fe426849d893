import { describe, expect, test } from "vitest";
import {
  challengeExpiry,
  decideAttempt,
  decideCode,
  decideReset,
  decideSecondFactorReset,
  mayAskForReset,
  resetExpiry,
  resetsSince,
  setUpExpiry,
} from "~/domain/organizations/rules.account";

const now = new Date("2026-03-18T17:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const word = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? "allowed" : outcome.reason);

test("how long things live", () => {
  expect([challengeExpiry(now), setUpExpiry(now), resetExpiry(now), resetsSince(now)]).toEqual([
    ...[after(10), after(20), after(60), after(-60)],
  ]);
  expect([0, 1, 2, 3, 4].map(mayAskForReset)).toEqual([true, true, true, false, false]);
});

test.each([
  [0, 1, "allowed"],
  [4, 1, "allowed"],
  [5, 1, "exhausted"],
  [6, 1, "exhausted"],
  [0, 0, "expired"],
  [5, -1, "expired"],
])("a challenge after %i attempts, with %i minutes left: %s", (attempts, minutes, expected) => {
  const decided = decideAttempt({ attempts, expiresAt: after(minutes) }, now);
  expect(word(decided)).toBe(expected);
  if (decided.ok) expect(decided.value.attempts).toBe(attempts + 1);
});

test.each([
  [undefined, null, "wrong_code"],
  [undefined, 7, "wrong_code"],
  [7, null, "allowed"],
  [8, 7, "allowed"],
  [7, 7, "replayed"],
  [6, 7, "replayed"],
])("a code of step %s after one of step %s: %s", (step, last, expected) => {
  const decided = decideCode(step, last);
  expect(word(decided)).toBe(expected);
  if (decided.ok) expect(decided.value).toEqual({ totpLastStep: step });
});

test.each([
  [null, 1, "allowed"],
  [null, 0, "expired"],
  [now, 1, "used"],
  [now, 0, "used"],
])("a link used %s with %i minutes left: %s", (usedAt, minutes, expected) => {
  expect(word(decideReset({ usedAt, expiresAt: after(minutes) }, now))).toBe(expected);
});

describe("an admin resets a second factor", () => {
  const member = { endedAt: null, hasSecondFactor: true };
  test.each([
    [member, { isMe: false, isElsewhere: false }, "allowed"],
    [{ ...member, hasSecondFactor: false }, { isMe: false, isElsewhere: false }, "no_second_factor"],
    [{ ...member, endedAt: now }, { isMe: false, isElsewhere: false }, "already_ended"],
    [member, { isMe: true, isElsewhere: false }, "own_second_factor"],
    [member, { isMe: false, isElsewhere: true }, "member_elsewhere"],
  ])("%o %o: %s", (state, about, expected) => {
    expect(word(decideSecondFactorReset(state, about))).toBe(expected);
  });
});
