import { expect, test } from "vitest";
import { addressOf } from "~/domain/invitations/rules.address";

test.each([
  ["Szanowna Pani Burmistrz", "woman"],
  ["Szanowny Panie Wójcie,", "man"],
  ["Szanowny Panie", "man"],
  ["Czcigodny Księże Proboszczu", "priest"],
  ["Szanowni Państwo", "several"],
  ["Szanowna Panienko", "several"],
  ["", "several"],
])("„%s” is said to a %s", (salutation, address) => {
  expect(addressOf(salutation)).toBe(address);
});
