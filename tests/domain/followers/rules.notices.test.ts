import { expect, test } from "vitest";
import { decideNotice, newsSince } from "~/domain/followers/rules.notices";

const at = (hour: number) => ({ at: new Date(Date.UTC(2026, 3, 1, hour)) });

test("news is what nobody has been told yet, oldest first", () => {
  const steps = [at(9), at(7), at(8)];
  expect(newsSince(steps, undefined, at(8).at)).toEqual([at(8), at(9)]);
  expect(newsSince(steps, { at: at(20).at, upTo: at(8).at }, at(0).at)).toEqual([at(9)]);
  expect(newsSince(steps, { at: at(20).at, upTo: at(9).at }, at(0).at)).toEqual([]);
});

test("one letter about a matter a day", () => {
  const told = { at: at(8).at, upTo: at(8).at };
  const later = (hours: number) => new Date(at(8).at.getTime() + hours * 3_600_000);
  const open = { news: [at(9)], told, isWaiting: false };
  expect(decideNotice({ ...open, told: undefined }, later(0))).toEqual({ do: "tell" });
  expect(decideNotice(open, later(23))).toEqual({ do: "wait", until: later(24) });
  expect(decideNotice({ ...open, isWaiting: true }, later(23))).toEqual({ do: "nothing" });
  expect(decideNotice(open, later(24))).toEqual({ do: "tell" });
  expect(decideNotice({ ...open, news: [] }, later(99))).toEqual({ do: "nothing" });
});
