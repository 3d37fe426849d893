import "../setup/database";
import { expect, test } from "vitest";
import { read } from "~/platform/db.server";
import { networkOf } from "~/platform/networks";
import { createRates, forgetOldRates } from "~/platform/rates.server";
import { rateLimits } from "~db/schema";

const NOON = Date.parse("2026-05-06T12:00:00Z");
let others = 0;
/** Nobody else's counter. */
const aLimit = (most: number, windowS = 60) => ({ of: "test", who: `198.51.100.${++others}`, most, windowS });
const aProcess = (now: () => number = () => NOON) => createRates({ now });
const times = (count: number, ask: () => number) => Array.from({ length: count }, ask).filter((wait) => wait === 0);

test("counts up to the limit, then says how long to wait, and begins anew", () => {
  let now = NOON + 20_000;
  const { admit } = aProcess(() => now);
  const limit = aLimit(3);
  expect([1, 2, 3, 4, 5].map(() => admit(limit))).toEqual([0, 0, 0, 40, 40]);
  now = NOON + 59_900;
  expect(admit(limit)).toBe(1);
  now = NOON + 60_000;
  expect(admit(limit)).toBe(0);
});

test("of several limits all have room or none is used", () => {
  const { admit } = aProcess();
  const [narrow, wide] = [aLimit(1), aLimit(5, 600)];
  expect([admit(narrow, wide), admit(narrow, wide), admit(wide, narrow)]).toEqual([0, 60, 60]);
  expect(times(9, () => admit(wide))).toHaveLength(4);
});

test("two processes share one limit as soon as they have met", async () => {
  const [one, two] = [aProcess(), aProcess()];
  const limit = aLimit(100);
  expect(times(60, () => one.admit(limit))).toHaveLength(60);
  expect(times(30, () => two.admit(limit))).toHaveLength(30);
  await Promise.all([one.meet(), two.meet()]);
  expect(times(1, () => one.admit(limit))).toHaveLength(1);
  await one.meet();
  // 91 are in the table; the second knows it since it has met the first, give or take its own last turn.
  times(1, () => two.admit(limit));
  await two.meet();
  const left = times(50, () => two.admit(limit)).length;
  expect(left).toBe(8);
  await two.meet();
  times(1, () => one.admit(limit));
  await one.meet();
  expect([one.admit(limit), two.admit(limit)]).toEqual([60, 60]);
  const rows = await read.select().from(rateLimits);
  expect(rows.reduce((sum, { count }) => Math.max(sum, count), 0)).toBeLessThanOrEqual(101);
});

test("many processes that meet at the same moment lose nothing", async () => {
  const limit = aLimit(10_000);
  const processes = Array.from({ length: 6 }, () => aProcess());
  for (let round = 0; round < 5; round++) {
    for (const { admit } of processes) times(10, () => admit(limit));
    await Promise.all(processes.map(({ meet }) => meet()));
  }
  const last = aProcess();
  await last.remember();
  expect(times(10_000, () => last.admit(limit))).toHaveLength(10_000 - 6 * 5 * 10);
});

test("a restart forgets nothing that was told", async () => {
  const limit = aLimit(5);
  const before = aProcess();
  times(5, () => before.admit(limit));
  await before.meet();
  const after = aProcess();
  await after.remember();
  expect(after.admit(limit)).toBe(60);
});

test("a request writes nothing: a thousand of them are told in one go", async () => {
  const told: number[] = [];
  const { admit, meet } = createRates({
    now: () => NOON,
    exchange: async (rows) => {
      told.push(rows.length);
      return rows;
    },
  });
  const [one, two] = [aLimit(1000), aLimit(1000)];
  times(500, () => admit(one));
  times(500, () => admit(two));
  expect(told).toEqual([]);
  await meet();
  await meet();
  expect(told).toEqual([2]);
});

test("while the database is away, limits are counted here and told later", async () => {
  let isAway = true;
  const sums = new Map<string, number>();
  const { admit, meet } = createRates({
    now: () => NOON,
    exchange: async (rows) => {
      if (isAway) throw new Error("away");
      return rows.map((row) => {
        sums.set(row.key, (sums.get(row.key) ?? 0) + row.count);
        return { ...row, count: sums.get(row.key) ?? 0 };
      });
    },
  });
  const limit = aLimit(4);
  times(2, () => admit(limit));
  await expect(meet()).rejects.toThrow("away");
  isAway = false;
  times(1, () => admit(limit));
  await meet();
  expect([...sums.values()]).toEqual([3]);
  expect(times(5, () => admit(limit))).toHaveLength(1);
});

test("the table tells nobody who it was, and what is over is deleted", async () => {
  const { admit, meet } = aProcess();
  const limit = { ...aLimit(5), who: "203.0.113.77" };
  admit(limit);
  await meet();
  const rows = await read.select().from(rateLimits);
  expect(JSON.stringify(rows)).not.toContain("203.0.113");
  expect(rows.every(({ key }) => /^[\w-]{22}$/.test(key))).toBe(true);
  await forgetOldRates(new Date(NOON + 23 * 3_600_000));
  expect(await read.$count(rateLimits)).toBe(rows.length);
  await forgetOldRates(new Date(NOON + 25 * 3_600_000));
  expect(await read.$count(rateLimits)).toBe(0);
});

test("a network is an address of IPv4, or 64 bits of IPv6 however they are written", () => {
  expect(["192.0.2.1", "::ffff:192.0.2.1", undefined].map((address) => networkOf(address))).toEqual([
    "192.0.2.1",
    "192.0.2.1",
    "unknown",
  ]);
  const one = ["2001:db8::1", "2001:DB8:0:0:ffff::", "2001:0db8:0000:0000:1:2:3:4", "2001:db8::1%eth0"];
  expect(new Set(one.map((address) => networkOf(address)))).toEqual(new Set(["2001:db8:0:0::/64"]));
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
});
