import { describe, expect, test } from "vitest";
import { minutesSheet } from "~/domain/minutes/document.server";
import { type Facts, type MinutesVersion, type Stamp, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { renderSheet } from "~/platform/pdf/render";
import { minutedFacts } from "../../setup/factories.minutes";
import { checkTagged, pagesOf, rolesOf, textOf } from "../../setup/pdf";

const sha256 = `4f1c93ab07d255e0${"b8a92c617f301d4e".repeat(3)}`;
const STAMP: Stamp = {
  number: "3/2026",
  drawnUpOn: "2026-03-23",
  approvedBy: "insp. Imię Nazwisko",
  approvedAt: "2026-03-25T10:00:00.000Z",
  seal: "x",
};

const draw = (version: MinutesVersion, stamp: Stamp | null, facts: Facts = minutedFacts()) =>
  renderSheet(
    minutesSheet({
      document: composeMinutes(facts, version, stamp ?? UNSTAMPED),
      sha256: stamp && sha256,
      origin: "https://debata.example",
    }),
  );

describe("the minutes on paper", () => {
  test("are tagged, speak Polish, count their pages and say where they can be checked", async () => {
    const pdf = await draw("internal", STAMP);
    expect(await checkTagged(pdf)).toEqual([]);
    const text = (await textOf(pdf)).replaceAll("\u00a0", " ");
    for (const words of [
      "PROTOKÓŁ NR 3/2026",
      "„Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ”",
      "Wierzbinów, dnia 23 marca 2026 r.",
      "środa, 18 marca 2026 r., godz. 17.02–19.05",
      "Zwracanie uwagi, szczególnie przez Straż Miejską",
      "Na tym debatę zakończono o godz. 19.05.",
      "Rozdzielnik",
      "Zatwierdzam",
      "insp. Imię Nazwisko",
      "strona 1 z ",
      "4f1c 93ab 07d2 55e0 · Sprawdź: debata.example/verify/4f1c93ab07d255e0",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("PROJEKT");
    expect(await rolesOf(pdf)).toMatchObject({ H1: 1, H2: 14 });
  });

  test("a draft says so on each page and in its text, and has no number and no hash", async () => {
    const pdf = await draw("internal", null);
    expect(await checkTagged(pdf)).toEqual([]);
    const pages = await pagesOf(pdf);
    for (const page of pages) expect(page).toContain("PROJEKT");
    expect(pages.join()).toContain("Projekt: tekst niezatwierdzony");
    expect(pages.join()).not.toContain("verify");
  });

  test("an evening with nothing to tell is still a paper", async () => {
    const empty = { guests: [], headCounts: [], items: [], motions: [], tasks: [] };
    const pdf = await draw("internal", STAMP, minutedFacts(empty));
    expect(await checkTagged(pdf)).toEqual([]);
    expect((await textOf(pdf)).replaceAll("\u00a0", " ")).toContain("Podczas debaty nie zgłoszono wniosków.");
  });

  test("the public version has nothing of what is only for the police, and no names", async () => {
    const pdf = await draw("public", STAMP);
    expect(await checkTagged(pdf)).toEqual([]);
    const text = await textOf(pdf);
    for (const secret of [
      "narkotyków",
      "Ukrytej",
      "3/2026/12",
      "Kryminalny",
      "Imię",
      "Brzęczyszczykiewicz",
      "Rozdzielnik",
      "L.dz.",
      "Sporządzono w",
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain("Wicestarosta");
  });

  test("an address too long for the foot is not cut: as much is printed as leads somewhere", async () => {
    const document = composeMinutes(minutedFacts(), "public", STAMP);
    const footOf = async (host: string) => {
      const [first = ""] = await pagesOf(
        await renderSheet(minutesSheet({ document, sha256, origin: `https://${host}` })),
      );
      return first.replace(/\s+/g, " ");
    };
    const host = "debaty.komenda-wojewodzka.policja.example";
    expect(await footOf(host)).toContain(`Sprawdź: ${host}/verify/4f1c93ab07d255e0`);
    const long = await footOf(`${"bardzo-dluga-nazwa.".repeat(5)}example`);
    expect(long).toContain("4f1c 93ab 07d2 55e0");
    expect(long).not.toMatch(/…|verify/);
  });
});
