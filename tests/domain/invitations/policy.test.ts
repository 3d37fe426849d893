import { expect, test } from "vitest";
import { isStaff, mayActOnGuests } from "~/domain/invitations/policy";
import { ACTIONS } from "~/domain/invitations/schema";
import { ROLES } from "~db/vocabulary";

test("who plans invites; a clerk may write down an answer", () => {
  const table = ROLES.map((role) => `${role}: ${ACTIONS.filter((action) => mayActOnGuests(role, action)).join(" ")}`);
  expect(table).toEqual([
    "admin: add send remind record substitute withdraw correct",
    "organizer: add send remind record substitute withdraw correct",
    "clerk: record substitute",
    "officer: ",
    "viewer: ",
  ]);
  expect(mayActOnGuests(undefined, "record")).toBe(false);
});

test("the holder of a link is never staff", () => {
  expect(isStaff({ actor: "user:1" })).toBe(true);
  expect(isStaff({ actor: "system" })).toBe(true);
  for (const actor of ["invitation:1", "substitute:1", "body:1", "registration:1", "motion:1", "public"] as const)
    expect(isStaff({ actor })).toBe(false);
});
