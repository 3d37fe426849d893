import { expect, test } from "vitest";
import { decideRetry, RETRY_AFTER_S } from "~/domain/history/rules";

const NOW = new Date("2026-03-09T12:00:00Z");

test("how long a letter waits after each attempt, in one table", () => {
  const table = Array.from({ length: RETRY_AFTER_S.length + 2 }, (_, i) => {
    const { status, nextAttemptAt } = decideRetry(i + 1, false, NOW);
    return `${i + 1} ${status} ${(nextAttemptAt.getTime() - NOW.getTime()) / 1000}`;
  });
  expect(table).toEqual([
    "1 queued 10",
    "2 queued 60",
    "3 queued 300",
    "4 queued 900",
    "5 queued 3600",
    "6 queued 10800",
    "7 queued 21600",
    "8 queued 43200",
    "9 failed 0",
    "10 failed 0",
  ]);
});

test("what will never work is not tried again", () => {
  expect(decideRetry(1, true, NOW)).toEqual({ status: "failed", nextAttemptAt: NOW });
});
