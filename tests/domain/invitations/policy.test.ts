import { expect, test } from "vitest";
import { mayActOnGuests } from "~/domain/invitations/policy";
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
