import { expect, test } from "vitest";
import { type Ability, may } from "~/domain/organizations/policy";
import { ROLES } from "~db/vocabulary";

const ABILITIES: Ability[] = ["read", "organize", "record", "follow_up", "approve", "administer"];

test("what each role may do, in one table", () => {
  const table = ROLES.map((role) =>
    [role, ...ABILITIES.map((ability) => (may(role, ability) ? ability : "–"))].join(" "),
  );

  expect(table).toEqual([
    "admin read organize record follow_up approve administer",
    "organizer read organize record follow_up approve –",
    "clerk read – record – – –",
    "officer read – – follow_up – –",
    "viewer read – – – – –",
  ]);
});

test("somebody without a role may do nothing", () => {
  expect(ABILITIES.filter((ability) => may(undefined, ability))).toEqual([]);
});
