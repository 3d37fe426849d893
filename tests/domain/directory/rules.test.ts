import { describe, expect, test } from "vitest";
import {
  decideAppointment,
  decideEndOfTerm,
  holdsOn,
  isNameTaken,
  resolveSalutation,
  suggestSalutation,
  type Term,
} from "~/domain/directory/rules";
import { calendarDate } from "~/platform/time";

const on = calendarDate;

test.each([
  ["Wójt Gminy", "Szanowny Panie Wójcie", "Szanowna Pani Wójt"],
  ["Burmistrz", "Szanowny Panie Burmistrzu", "Szanowna Pani Burmistrz"],
  ["Zastępca Burmistrza", "Szanowny Panie Burmistrzu", "Szanowna Pani Burmistrz"],
  ["I Zastępca Komendanta Miejskiego Policji", "Szanowny Panie Komendancie", "Szanowna Pani Komendant"],
  ["p.o. Kierownika Posterunku", "Szanowny Panie Kierowniku", "Szanowna Pani Kierownik"],
  ["Prezydent Miasta", "Szanowny Panie Prezydencie", "Szanowna Pani Prezydent"],
  ["Wiceprezydent", "Szanowny Panie Prezydencie", "Szanowna Pani Prezydent"],
  ["Wicestarosta", "Szanowny Panie Starosto", "Szanowna Pani Starosto"],
  ["Wojewoda", "Szanowny Panie Wojewodo", "Szanowna Pani Wojewodo"],
  ["Przewodnicząca Rady Powiatu", "Szanowny Panie Przewodniczący", "Szanowna Pani Przewodnicząca"],
  ["Radna", "Szanowny Panie Radny", "Szanowna Pani Radna"],
  ["Sołtys wsi Łąka", "Szanowny Panie Sołtysie", "Szanowna Pani Sołtys"],
  ["Naczelnik Wydziału Prewencji", "Szanowny Panie Naczelniku", "Szanowna Pani Naczelnik"],
  ["Dyrektor", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"],
  ["Prezes Zarządu", "Szanowny Panie Prezesie", "Szanowna Pani Prezes"],
  ["Sekretarz Gminy", "Szanowny Panie Sekretarzu", "Szanowna Pani Sekretarz"],
  ["Skarbnik", "Szanowny Panie Skarbniku", "Szanowna Pani Skarbnik"],
  ["Prokurator Rejonowy", "Szanowny Panie Prokuratorze", "Szanowna Pani Prokurator"],
  ["Sędzia", "Szanowny Panie Sędzio", "Szanowna Pani Sędzio"],
  ["Nadleśniczy", "Szanowny Panie Nadleśniczy", "Szanowna Pani Nadleśniczy"],
  ["Dzielnicowy", "Szanowny Panie Dzielnicowy", "Szanowna Pani Dzielnicowa"],
  ["Proboszcz", "Czcigodny Księże Proboszczu", "Szanowni Państwo"],
  ["Wojewódzki Inspektor Transportu", "Szanowny Panie", "Szanowna Pani"],
  ["Asystentka Burmistrza", "Szanowny Panie", "Szanowna Pani"],
  ["", "Szanowny Panie", "Szanowna Pani"],
])("%s is addressed „%s” or „%s”", (title, male, female) => {
  expect(suggestSalutation(title)).toEqual({ male, female });
});

test("her own wish, then the office's form, then nobody in particular", () => {
  const office = { salutationMale: "Szanowny Panie Wójcie", salutationFemale: "Szanowna Pani Wójt" };
  const person = (gender: "female" | "male" | "unknown", salutation = "") => ({ gender, salutation });
  expect(resolveSalutation(office, person("female"))).toBe("Szanowna Pani Wójt");
  expect(resolveSalutation(office, person("male"))).toBe("Szanowny Panie Wójcie");
  expect(resolveSalutation(office, person("unknown"))).toBe("Szanowni Państwo");
  expect(resolveSalutation(office, person("female", "Szanowna Pani Doktor"))).toBe("Szanowna Pani Doktor");
  expect(resolveSalutation(office, null)).toBe("Szanowni Państwo");
});

describe("terms", () => {
  const term = (overrides: Partial<Term> = {}): Term => ({
    id: "t1",
    personId: "anna",
    startsOn: on("2024-05-07"),
    endsOn: null,
    ...overrides,
  });

  test("a day belongs to a term from its first to its last day", () => {
    const past = term({ endsOn: on("2026-01-31") });
    const days = ["2024-05-06", "2024-05-07", "2026-01-31", "2026-02-01"].map((day) => holdsOn(past, on(day)));
    expect(days).toEqual([false, true, true, false]);
    expect(holdsOn(term(), on("2099-01-01"))).toBe(true);
  });

  test.each([
    ["the first holder", [], "jan", "2026-02-01", { ok: true, value: { ends: [] } }],
    ["a successor", [term()], "jan", "2026-02-01", { ok: true, value: { ends: [{ id: "t1", endsOn: "2026-01-31" }] } }],
    ["after a gap", [term({ endsOn: on("2025-12-31") })], "jan", "2026-02-01", { ok: true, value: { ends: [] } }],
    ["the same person again", [term()], "anna", "2026-02-01", { ok: false, reason: "holds_already" }],
    [
      "the same person after a gap",
      [term({ endsOn: on("2025-12-31") })],
      "anna",
      "2026-02-01",
      { ok: true, value: { ends: [] } },
    ],
    ["on the day the last one began", [term()], "jan", "2024-05-07", { ok: false, reason: "term_before_last" }],
    ["before the last one", [term()], "jan", "2020-01-01", { ok: false, reason: "term_before_last" }],
  ])("appointing %s", (_, terms, personId, startsOn, expected) => {
    expect(decideAppointment(terms, { personId, startsOn: on(startsOn) })).toEqual(expected);
  });

  test("a term ends once, not before it began", () => {
    expect(decideEndOfTerm(term(), on("2026-03-31"))).toEqual({ ok: true, value: { endsOn: "2026-03-31" } });
    expect(decideEndOfTerm(term(), on("2024-05-07")).ok).toBe(true);
    expect(decideEndOfTerm(term(), on("2024-05-06"))).toEqual({ ok: false, reason: "term_ends_before_start" });
    const over = term({ endsOn: on("2025-01-01") });
    expect(decideEndOfTerm(over, on("2026-03-31"))).toEqual({ ok: false, reason: "term_over" });
  });
});

test("a name is taken however it is spelled", () => {
  expect(isNameTaken("URZAD  GMINY", ["Urząd Gminy"])).toBe(true);
  expect(isNameTaken("Urząd Gminy Łąka", ["Urząd Gminy"])).toBe(false);
});
