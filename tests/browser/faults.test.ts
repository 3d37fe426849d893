import { expect, test } from "vitest";
import { sufferAll } from "../../scripts/lib/faults.mjs";

// In small what `npm run campaign -- faults` does three times over: no browser, but the build.
test("a database in trouble and a clock that jumps: forms are kept or come back whole, letters go out once", async () => {
  const { faults } = await sufferAll({ quick: true });
  expect(faults).toEqual([]);
});
