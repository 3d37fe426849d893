import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openQueue, QueueIsFull, type QueueLimits } from "~/platform/documents-queue";

const never = () => new AbortController().signal;

/** A queue whose work is done when the test says so, in the order in which it was started. */
function gated(limits: Partial<QueueLimits> = {}) {
  const queue = openQueue({ running: 1, waitingPerUnit: 100, waitingInAll: 1_000, ...limits });
  const started: string[] = [];
  const doors = new Map<string, { finish: () => void; fail: (error: Error) => void }>();
  const ask = (unit: string, name = unit, signal = never()) =>
    queue.take(
      unit,
      () => {
        started.push(name);
        return new Promise<string>((finish, fail) => doors.set(name, { finish: () => finish(name), fail }));
      },
      signal,
    );
  const settle = () => new Promise(setImmediate);
  const finishNext = async (at: number) => {
    await settle();
    doors.get(started[at]!)!.finish();
    await settle();
  };
  return { ask, started, doors, settle, finishNext };
}

describe("whose document is drawn next", () => {
  test("one unit's fifty do not hold up another unit's single one", async () => {
    const { ask, started, finishNext } = gated();
    for (let i = 0; i < 50; i++) ask("big", `big ${i}`);
    ask("small");
    for (let i = 0; i < 3; i++) await finishNext(i);
    expect(started.indexOf("small")).toBeLessThanOrEqual(2);
  });

  test("a unit that comes back at once does not push in before the others", async () => {
    const { ask, started, finishNext } = gated();
    ask("a", "a0");
    for (let i = 1; i < 5; i++) ask("a", `a${i}`);
    for (let i = 0; i < 6; i++) {
      ask("b", `b${i}`);
      await finishNext(i);
    }
    expect(started.filter((name) => name.startsWith("a")).length).toBeGreaterThanOrEqual(3);
    expect(started.filter((name) => name.startsWith("b")).length).toBeGreaterThanOrEqual(3);
  });

  test("however they come, no unit has two turns while another waits for one", async () => {
    const asked = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 3 }), async (units, running) => {
        const { ask, started, finishNext } = gated({ running });
        units.forEach((unit, i) => {
          ask(unit, `${unit}${i}`);
        });
        for (let i = 0; i < units.length; i++) await finishNext(i);
        expect([...started].sort()).toEqual(units.map((unit, i) => `${unit}${i}`).sort());
        const turns = started.slice(running).map((name) => name[0]);
        turns.forEach((unit, i) => {
          const again = turns.indexOf(unit, i + 1);
          if (again < 0) return;
          const between = new Set(turns.slice(i + 1, again));
          const waited = new Set(turns.slice(again + 1));
          for (const other of waited) if (other !== unit) expect(between).toContain(other);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("within a unit, first come, first drawn", async () => {
    const { ask, started, finishNext } = gated();
    for (const name of ["1", "2", "3"]) ask("a", name);
    for (let i = 0; i < 3; i++) await finishNext(i);
    expect(started).toEqual(["1", "2", "3"]);
  });
});

describe("how many come before", () => {
  test("those being drawn, those of the unit itself, and a turn of every other unit", async () => {
    const { ask, finishNext } = gated();
    const first = ask("a", "a0");
    for (let i = 1; i < 10; i++) ask("a", `a${i}`);
    const other = ask("b");
    expect(first.ahead()).toBe(0);
    expect(other.ahead()).toBe(1);
    const last = ask("a", "last");
    expect(last.ahead()).toBe(1 + 9 + 1);
    await finishNext(0);
    expect(other.ahead()).toBe(0);
  });
});

describe("bounds", () => {
  test("a unit's queue is bounded, and the others' is not touched by it", async () => {
    const { ask, started, finishNext } = gated({ waitingPerUnit: 2 });
    for (const name of ["1", "2", "3"]) ask("a", name);
    expect(() => ask("a", "4")).toThrow(QueueIsFull);
    ask("b");
    for (let i = 0; i < 4; i++) await finishNext(i);
    expect(started).toEqual(["1", "b", "2", "3"]);
  });

  test("all queues together are bounded", () => {
    const { ask } = gated({ waitingInAll: 2 });
    for (const unit of ["a", "b", "c"]) ask(unit);
    expect(() => ask("d")).toThrow(QueueIsFull);
  });

  test("who gives up while waiting leaves the queue, and is never started", async () => {
    const { ask, started, finishNext } = gated();
    const patience = new AbortController();
    ask("a");
    const waiting = ask("b", "b", patience.signal);
    const behind = ask("c");
    patience.abort(new Error("too long"));
    await expect(waiting.ended).rejects.toThrow("too long");
    expect(behind.ahead()).toBe(1);
    for (let i = 0; i < 2; i++) await finishNext(i);
    expect(started).toEqual(["a", "c"]);
  });

  test("work that fails makes room for the next", async () => {
    const { ask, started, doors, settle } = gated();
    const failing = ask("a");
    ask("b");
    await settle();
    doors.get("a")!.fail(new Error("no"));
    await expect(failing.ended).rejects.toThrow("no");
    await settle();
    expect(started).toEqual(["a", "b"]);
  });
});
