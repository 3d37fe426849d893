import { expect, test } from "vitest";
import { recordEvent } from "~/domain/history/commands.server";
import { findRevision } from "~/domain/history/queries.revision.server";
import { database, inTransaction } from "~/platform/db.server";
import { revisions } from "~/platform/revisions.server";
import { aUnit } from "../setup/factories";

/** A database whose answers the test lets out one by one, each with what was true when it was asked. */
function aSlowDatabase() {
  const truth = { revision: 1 };
  const waiting: (() => void)[] = [];
  const find = () => {
    const { revision } = truth;
    return new Promise<number>((resolve) => waiting.push(() => resolve(revision)));
  };
  return { truth, waiting, find, letOut: () => waiting.splice(0).map((answer) => answer()) };
}

test("whoever asks after a write hears of it, though an older question is still under way", async () => {
  const { truth, find, waiting, letOut } = aSlowDatabase();
  const revisionOf = revisions(find);
  const before = revisionOf("kpp-a");
  truth.revision = 2;
  const after = [revisionOf("kpp-a"), revisionOf("kpp-a"), revisionOf("kpp-a")];
  expect(waiting).toHaveLength(1);
  letOut();
  expect(await before).toBe(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(waiting, "those who waited share one question").toHaveLength(1);
  letOut();
  expect(await Promise.all(after)).toEqual([2, 2, 2]);
});

test("a question that fails is asked again by those behind it", async () => {
  let asked = 0;
  const revisionOf = revisions(async () => {
    if (asked++ === 0) throw new Error("gone");
    return 7;
  });
  const [first, second] = [revisionOf("kpp-a"), revisionOf("kpp-a")];
  await expect(first).rejects.toThrow("gone");
  expect(await second).toBe(7);
});

test("what is known is asked again after any commit, and is not believed when one came in between", async () => {
  const { truth, find, waiting, letOut } = aSlowDatabase();
  let version = 1;
  const revisionOf = revisions(find, () => version);
  const first = revisionOf("kpp-a");
  letOut();
  expect(await first).toBe(1);
  expect(revisionOf("kpp-a"), "nobody has committed").toBe(1);

  truth.revision = version = 2;
  const late = revisionOf("kpp-a");
  truth.revision = version = 3; // while the answer is on its way
  letOut();
  expect(await late).toBe(2);
  const now = revisionOf("kpp-a");
  expect(now, "an answer from between two commits is not kept").toBeInstanceOf(Promise);
  expect(waiting).toHaveLength(1);
  letOut();
  expect(await now).toBe(3);
});

test("each of a hundred writes is seen by who asks next", async () => {
  const { scope, slug } = await aUnit();
  const revisionOf = revisions(findRevision, database.version);
  const before = (await revisionOf(slug)) ?? 0;
  const seen: unknown[] = [];
  for (let i = 0; i < 100; i++) {
    await inTransaction(() => recordEvent(scope, { action: "motion_submitted", subjectId: "x" }));
    // In turns known and asked, and sometimes by two at once.
    const asked = [revisionOf(slug), i % 3 ? revisionOf(slug) : undefined];
    seen.push((await Promise.all(asked)).filter((revision) => revision !== undefined));
    if (i % 2) seen.push([await revisionOf(slug)]);
  }
  const wanted = Array.from({ length: 100 }, (_, i) => before + i + 1);
  expect([...new Set(seen.flat())]).toEqual(wanted);
}, 60_000);
