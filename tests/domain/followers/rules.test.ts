import { describe, expect, test } from "vitest";
import {
  countsAsSupport,
  DAY_MS,
  decideConfirm,
  decideRequest,
  KEEP_REQUESTS_MS,
  MOST_LETTERS_A_DAY,
  stateOf,
} from "~/domain/followers/rules";
import { followSchema } from "~/domain/followers/schema";

const now = new Date("2026-04-01T10:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const row = (over: object = {}) => ({ requestedAt: ago(2 * DAY_MS), confirmedAt: null, endedAt: null, ...over });

describe("a request", () => {
  test.each([
    ["of somebody new", undefined, 0, "ask"],
    ["repeated within a day", row({ requestedAt: ago(DAY_MS - 1) }), 0, "keep_quiet"],
    ["repeated a day later", row({ requestedAt: ago(DAY_MS) }), 0, "ask_again"],
    ["of somebody who follows", row({ confirmedAt: ago(DAY_MS) }), 0, "tell_again"],
    ["of somebody who was just told", row({ confirmedAt: ago(1), requestedAt: ago(1) }), 0, "keep_quiet"],
    ["for an address that got many letters", undefined, MOST_LETTERS_A_DAY, "keep_quiet"],
    ["for an address that got nearly as many", undefined, MOST_LETTERS_A_DAY - 1, "ask"],
    ["again, for an address that got many", row(), MOST_LETTERS_A_DAY, "keep_quiet"],
  ])("%s", (_, known, lettersToday, step) => {
    expect(decideRequest(known, lettersToday, now)).toBe(step);
  });
});

test("a request lives seven days, what was confirmed until it ends", () => {
  expect(stateOf(row({ requestedAt: ago(KEEP_REQUESTS_MS - 1) }), now)).toBe("asked");
  expect(stateOf(row({ requestedAt: ago(KEEP_REQUESTS_MS) }), now)).toBeNull();
  expect(stateOf(row({ requestedAt: ago(KEEP_REQUESTS_MS), confirmedAt: ago(1) }), now)).toBe("following");
  expect(stateOf(row({ confirmedAt: ago(2), endedAt: ago(1) }), now)).toBe("ended");
  expect(decideConfirm("asked")).toEqual({ ok: true, value: { isNew: true } });
  expect(decideConfirm("following")).toEqual({ ok: true, value: { isNew: false } });
  expect(decideConfirm("ended")).toEqual({ ok: false, reason: "ended" });
});

test("who raised a matter does not support it as well", () => {
  expect([countsAsSupport(true, false), countsAsSupport(true, true), countsAsSupport(false, false)]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  "a@b.test\r\nBcc: ofiara@dom.test",
  "a@b.test\nSubject: x",
  "a@b.test, c@d.test",
  "a@b.test;c@d.test",
  "<a@b.test>",
  '"a b"@c.test',
  "a@b.test\0",
  "a b@c.test",
  "a@[127.0.0.1]",
  "-oProxy@x",
  "@b.test",
  `${"a".repeat(65)}@b.test`,
  `a@${"b".repeat(250)}.test`,
])("%j never becomes more than one plain address", (email) => {
  const read = followSchema.safeParse({ email });
  if (read.success) expect(read.data.email).toMatch(/^[a-z0-9.]+@[a-z0-9.]+$/);
  else expect(read.error.issues.map(({ message }) => message).join()).toMatch(/^[A-ZŻ„].*\.$/s);
});
