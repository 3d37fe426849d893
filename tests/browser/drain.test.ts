import { expect, test } from "vitest";
import { drain } from "../../scripts/lib/drain.mjs";

// In small what scripts/campaigns/drain.mjs does on both databases.
test("an end on request: stream, half a form, a document and a letter are finished, and nothing is lost or doubled", async () => {
  const { faults, delivered, isSlow } = await drain();
  expect([faults, isSlow || delivered === 4]).toEqual([[], true]);
});

test("a letter that the mail server does not answer holds up nobody, and waits", async () => {
  expect(await drain({ deaf: true })).toMatchObject({ faults: [], delivered: 0 });
});

test("a planted fault is seen: letters under way are not waited for", async () => {
  expect((await drain({ plant: "letters are not waited for" })).faults).not.toEqual([]);
});
