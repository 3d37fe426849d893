import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addVotes,
  ballotState,
  type Closing,
  decideClosing,
  decideDropping,
  decideOpening,
  decideVote,
  NO_VOTES,
  sumOf,
  type Votes,
  verdictOf,
} from "~/domain/evaluation/rules.ballot";
import { HALL_VERDICTS } from "~db/vocabulary";

const votes = (done: number, partly: number, not_done: number): Votes => ({ done, partly, not_done });

test.each<[Votes, string | null]>([
  [votes(0, 0, 0), null],
  [votes(1, 0, 0), "done"],
  [votes(5, 4, 4), "done"],
  [votes(4, 5, 4), "partly"],
  [votes(4, 4, 5), "not_done"],
  // A tie is decided against whoever promised.
  [votes(5, 5, 1), "partly"],
  [votes(5, 1, 5), "not_done"],
  [votes(1, 5, 5), "not_done"],
  [votes(3, 3, 3), "not_done"],
])("%j: %s", (counted, verdict) => expect(verdictOf(counted)).toBe(verdict));

test("the verdict always has the most votes, and no choice that says less was done has as many", () => {
  const any = fc.record({ done: fc.nat(500), partly: fc.nat(500), not_done: fc.nat(500) });
  fc.assert(
    fc.property(any, any, (heads, phones) => {
      const total = addVotes(heads, phones);
      expect(sumOf(total)).toBe(sumOf(heads) + sumOf(phones));
      const verdict = verdictOf(total);
      if (!verdict) return expect(sumOf(total)).toBe(0);
      const worse = HALL_VERDICTS.slice(HALL_VERDICTS.indexOf(verdict) + 1);
      expect(total[verdict]).toBe(Math.max(...Object.values(total)));
      for (const other of worse) expect(total[other]).toBeLessThan(total[verdict]);
    }),
  );
});

describe("a ballot", () => {
  const live = { status: "live" } as const;
  const open = (over = {}) => ({ isForHall: true, ballot: "none" as const, ...over });
  test("opens on the evening, one at a time, over what the hall may hear of", () => {
    expect(decideOpening(live, open(), false)).toEqual({ ok: true, value: "new" });
    expect(decideOpening(live, open({ ballot: "closed" }), false)).toEqual({ ok: true, value: "again" });
    expect(decideOpening(live, open({ ballot: "open" }), true)).toMatchObject({ reason: "already_open" });
    expect(decideOpening(live, open(), true)).toMatchObject({ reason: "other_open" });
    expect(decideOpening(live, open({ isForHall: false }), false)).toMatchObject({ reason: "not_for_hall" });
    for (const status of ["draft", "announced", "held", "closed", "postponed", "cancelled"] as const)
      expect(decideOpening({ status }, open(), false)).toMatchObject({ reason: "not_live" });
  });

  test("takes votes only while it is open on a live evening", () => {
    expect(decideVote(live, "open").ok).toBe(true);
    expect([decideVote(live, "closed"), decideVote(live, "none"), decideVote({ status: "held" }, "open")]).toEqual(
      Array(3).fill({ ok: false, reason: "vote_closed" }),
    );
    expect([undefined, { closedAt: null }, { closedAt: new Date(0) }].map(ballotState)).toEqual([
      "none",
      "open",
      "closed",
    ]);
  });

  const closing = (over: Partial<Closing> = {}): Closing => ({ heads: NO_VOTES, overruled: null, note: "", ...over });
  test("closes with what heads and phones say together; the chair may say otherwise, with a reason", () => {
    expect(decideClosing("open", votes(3, 0, 0), closing({ heads: votes(0, 4, 0) }))).toEqual({
      ok: true,
      value: { verdict: "partly", counted: "partly", isOverruled: false },
    });
    expect(decideClosing("open", votes(3, 0, 0), closing({ overruled: "partly" }))).toMatchObject({
      reason: "note_missing",
    });
    expect(decideClosing("open", votes(3, 0, 0), closing({ overruled: "done" }))).toMatchObject({ ok: true });
    expect(decideClosing("open", votes(3, 0, 0), closing({ overruled: "partly", note: "x" }))).toEqual({
      ok: true,
      value: { verdict: "partly", counted: "done", isOverruled: true },
    });
    expect(decideClosing("open", NO_VOTES, closing())).toMatchObject({ reason: "no_votes" });
    expect(decideClosing("closed", votes(3, 0, 0), closing())).toMatchObject({ reason: "not_open" });
  });

  test("goes away unanswered, never answered", () => {
    expect(decideDropping("open", NO_VOTES).ok).toBe(true);
    expect(decideDropping("open", votes(1, 0, 0)).ok).toBe(false);
    expect(decideDropping("closed", NO_VOTES).ok).toBe(false);
  });
});
