import { describe, expect, test } from "vitest";
import { type Competence, decideCompetence, suggestBody } from "~/domain/directory/rules.competence";
import { placeKeyOf } from "~/platform/places";

const row = (bodyName: string, category: Competence["category"], area = "", reason = ""): Competence => ({
  ...{ bodyId: bodyName, bodyName, category, area, reason },
  areaKey: placeKeyOf(area),
});
const TABLE = [
  row("Urząd", "ANY", "", "gmina"),
  row("ZDP", "ROAD", "drogi powiatowe", "zarządca dróg powiatowych"),
  row("Drogi gminne", "ROAD", "", "zarządca dróg gminnych"),
  row("Spółdzielnia", "ANY", "os. Górnicze"),
  row("Straż", "ORDER", "os. Górnicze"),
  row("Wspólnota", "ORDER", "os. Górnicze, ul. Węglowa", "zarządca budynku"),
];

describe("who is competent", () => {
  test.each([
    ["ROAD", "droga powiatowa nr 2170W", "ZDP", "zarządca dróg powiatowych"],
    ["ROAD", "na drodze powiatowej w Kłonowie", "ZDP", "zarządca dróg powiatowych"],
    ["ROAD", "ul. Leśna", "Drogi gminne", "zarządca dróg gminnych"],
    ["LIGHT", "ul. Leśna", "Urząd", "gmina"],
    ["LIGHT", "na Osiedlu Górniczym", "Spółdzielnia", "os. Górnicze"],
    ["ORDER", "Os. Górnicze 12", "Straż", "os. Górnicze"],
    ["ORDER", "ul. Węglowa 3, os. Górnicze", "Wspólnota", "zarządca budynku"],
    // An area says more than a category.
    ["ROAD", "os. Górnicze", "Spółdzielnia", "os. Górnicze"],
    ["ROAD", "", "Drogi gminne", "zarządca dróg gminnych"],
    // The street is not the estate.
    ["ORDER", "ul. Górnicza", "Urząd", "gmina"],
  ] as const)("%s at „%s”: %s", (category, place, bodyName, reason) => {
    expect(suggestBody(TABLE, { category, place })).toEqual({ bodyId: bodyName, bodyName, reason });
    expect(suggestBody([...TABLE].reverse(), { category, place })).toMatchObject({ bodyName });
  });

  test("nothing is written down, nothing is suggested", () => {
    expect(suggestBody([], { category: "ROAD", place: "x" })).toBeNull();
    expect(suggestBody([row("ZDP", "ROAD")], { category: "LIGHT", place: "x" })).toBeNull();
  });
});

test("one body for each category and area, however the area is written; none from the archive", () => {
  const known = [{ id: "1", category: "ROAD", areaKey: "gornicze" }] as const;
  const wanted = { id: "2", category: "ROAD", areaKey: placeKeyOf("Osiedle Górnicze") } as const;
  const body = { archivedAt: null };
  expect(decideCompetence(known, wanted, body)).toEqual({ ok: false, reason: "competence_taken" });
  expect(decideCompetence(known, { ...wanted, id: "1" }, body).ok).toBe(true);
  expect(decideCompetence(known, { ...wanted, category: "ANY" }, body).ok).toBe(true);
  expect(decideCompetence([], wanted, { archivedAt: new Date() })).toEqual({ ok: false, reason: "competence_body" });
  expect(decideCompetence([], wanted, undefined)).toEqual({ ok: false, reason: "competence_body" });
});
