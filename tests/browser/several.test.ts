import { expect, test } from "vitest";
import { run } from "../../scripts/campaigns/several.mjs";

// In small what `npm run campaign -- several` does with three processes: no browser, but the build.
test("two processes behind nginx are one service: pages, sessions, numbers, letters, streams, a restart that nobody sees", async () => {
  const { faults, figures } = await run({ quick: true });
  expect(faults).toEqual([]);
  expect(figures["planted fault"]).toBe("seen");
});
