import { expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { signaturesOf } from "~/domain/minutes/rules.signatures";
import { minutedFacts } from "../../setup/factories.minutes";

const stamp = { ...UNSTAMPED, approvedBy: "insp. Imię Nazwisko" };

test("the office signs with the name of whoever approved", () => {
  expect(signaturesOf(composeMinutes(minutedFacts(), "internal", stamp)).map(({ name }) => name)).toEqual([
    "inspektor Wydziału Prewencji",
    "Komendant Powiatowy Policji",
    "insp. Imię Nazwisko",
  ]);
});

test("in public only functions stand under the minutes", () => {
  const signed = signaturesOf(composeMinutes(minutedFacts(), "public", stamp));
  expect(signed.map(({ name }) => name)).toEqual([
    "",
    "Komendant Powiatowy Policji",
    "Komendant Powiatowy Policji w Wierzbinowie",
  ]);
});
