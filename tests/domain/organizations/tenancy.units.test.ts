import { expect, test } from "vitest";
import { placeUnit } from "~/domain/organizations/commands.server";
import { hasUnitsBelow, sayExpired } from "~/domain/organizations/queries.server";
import { decidePlace } from "~/domain/organizations/rules";
import { aUnit } from "../../setup/factories";

test("the operator puts a unit under another, never under itself or one of its own", async () => {
  const [above, below, stranger] = [await aUnit(), await aUnit(), await aUnit()];
  expect(await placeUnit(below.scope, above.id)).toMatchObject({ ok: true });
  expect(await placeUnit(above.scope, below.id)).toEqual({ ok: false, reason: "ring" });
  expect(await placeUnit(above.scope, above.id)).toEqual({ ok: false, reason: "ring" });
  const seen = [above, below, stranger].map(({ scope }) => hasUnitsBelow(scope));
  expect(await Promise.all(seen)).toEqual([true, false, false]);
});

test.each([
  [["kwp"], true],
  [["kpp"], false],
  [["kp", "kpp", "kwp"], false],
])("a unit under %j: %s", (above, allowed) => expect(decidePlace("kpp", above).ok).toBe(allowed));

test("an expired link tells of the unit that gave it, and of no other", async () => {
  const [one, other] = [await aUnit(), await aUnit()];
  const told = await sayExpired(one.scope, { lead: "x" }).catch((thrown: Response) => thrown.json());
  expect(told).toMatchObject({ gone: { lead: "x", from: { slug: one.slug } } });
  expect(JSON.stringify(told)).not.toContain(other.slug);
});
