import { expect, test } from "vitest";
import { DEFAULT_PHRASES, PLACES } from "~/domain/minutes/messages.phrases.pl";
import { knownOf } from "~/domain/minutes/rules.known";
import { fillPhrase, placesIn } from "~/domain/minutes/rules.phrases";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../../setup/factories.minutes";

const open = minutedFacts({ motions: [aMinutedMotion(), aMinutedMotion()], tasks: [aMinutedTask()] });

test("what the debate knows stands in its places", () => {
  const text = "Nr {numer}, {data}, godz. {godzina}–{godzina zakończenia}, {miejsce}; {przewodniczący}.";
  expect(fillPhrase(text, knownOf(open))).toBe(
    "Nr 3/2026, 18\u00a0marca 2026\u00a0r., godz. 17.02–19.05, Gminny Ośrodek Kultury, sala widowiskowa; Komendant Powiatowy Policji.",
  );
  const counts =
    "{liczba:wniosek|wnioski|wniosków}, {liczba:zadanie|zadania|zadań}, {liczba:uczestnik|uczestników|uczestników}";
  expect(fillPhrase(counts, knownOf(open))).toBe("2\u00a0wnioski, 1\u00a0zadanie, 64\u00a0uczestników");
});

test("a count that would tell of what is hidden stays open", () => {
  const { counts } = knownOf(minutedFacts());
  expect(counts).toEqual({ uczestnik: 64, mieszkaniec: 47 });
  const { counts: none } = knownOf({ ...open, headCounts: [] });
  expect(none).toEqual({ wniosek: 2, zadanie: 1 });
});

test("what is not known stays open", () => {
  const debate = { ...open.debate, moderator: "", heldAt: null, evaluationOn: null };
  const text = "{moderator}, {godzina zakończenia}, {numer poprzedniej debaty}, {data debaty ewaluacyjnej}";
  expect(fillPhrase(text, knownOf({ ...open, debate }))).toBe(text);
});

test("every place that the page promises is filled, and every phrase to start with has its own name", () => {
  const earlier = { number: 1, year: 2025, heldOn: "2025-03-18" };
  const known = knownOf({ ...open, debate: { ...open.debate, earlier } });
  for (const place of PLACES) expect(placesIn(fillPhrase(`{${place}}`, known)), place).toEqual([]);
  expect(new Set(DEFAULT_PHRASES.map(({ title }) => title)).size).toBe(DEFAULT_PHRASES.length);
  expect(DEFAULT_PHRASES.length).toBeGreaterThanOrEqual(20);
});
