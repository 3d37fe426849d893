import { expect, test } from "vitest";
import { overSince } from "~/domain/debates/rules.life";
import { DEBATE_STATUSES } from "~db/vocabulary";

const endsAt = new Date("2026-03-18T18:00:00Z");
const debate = { endsAt, heldAt: null, datePending: false };

test("a debate is over when it was to end, or when it was ended later; never while it goes on", () => {
  const table = DEBATE_STATUSES.map((status) => [status, overSince({ ...debate, status })]);
  expect(Object.fromEntries(table)).toEqual({
    ...{ draft: endsAt, announced: endsAt, live: null, held: endsAt, closed: endsAt },
    ...{ postponed: endsAt, cancelled: endsAt },
  });
  const heldAt = new Date("2026-03-18T20:30:00Z");
  expect(overSince({ ...debate, status: "held", heldAt })).toEqual(heldAt);
  expect(overSince({ ...debate, status: "held", heldAt: new Date("2026-03-18T17:00:00Z") })).toEqual(endsAt);
});

test("nor while its new day is not known", () => {
  expect(overSince({ ...debate, status: "postponed", datePending: true })).toBeNull();
});
