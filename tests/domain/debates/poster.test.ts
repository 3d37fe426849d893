import { describe, expect, test } from "vitest";
import { cancelDebate, postponeDebate } from "~/domain/debates/commands.moves.server";
import { posterSheet } from "~/domain/debates/document.poster.server";
import { getPoster, type PosterProps } from "~/domain/debates/queries.poster.server";
import { renderSheet } from "~/platform/pdf/render";
import { aDebate, wallClock } from "../../setup/factories.debates";
import { HOSTILE_WORDS } from "../../setup/hostile-words";
import { checkTagged, pagesOf } from "../../setup/pdf";

const NOW = wallClock("2027-02-01", "10:00");
const announced = async () => {
  const times = { startsAt: wallClock("2027-03-18", "17:00"), endsAt: wallClock("2027-03-18", "19:00") };
  const { scope, debate } = await aDebate(times, { announced: true, now: NOW });
  return { scope, debate, props: await getPoster(scope, debate.id) };
};
const onePage = async (props: PosterProps) => {
  const bytes = await renderSheet(posterSheet(props));
  expect(await checkTagged(bytes)).toEqual([]);
  const pages = await pagesOf(bytes);
  expect(pages).toHaveLength(1);
  return (pages[0] ?? "").replace(/\s+/g, " ");
};

describe("the poster", () => {
  test("says what, when with its weekday, where, how to get in and where to write", async () => {
    const { debate, props } = await announced();
    const text = await onePage(props);
    for (const words of [
      "Bezpieczny ruch drogowy i porządek w mieście",
      "czwartek 18 marca 2027 r., godz. 17.00",
      "Gminny Ośrodek Kultury",
      "ul. Kolejowa 4, Testów",
      "wejście bez schodów",
      `app.test/d/${debate.code}`,
      "112",
    ])
      expect(text).toContain(words);
    expect(text, "what a place lacks stands on the page").not.toContain("pętl");
  });

  test("never names a day that fell through", async () => {
    const { scope, debate } = await announced();
    await postponeDebate(scope, debate.id, { reason: "awaria sali" }, NOW);
    const pending = await onePage(await getPoster(scope, debate.id));
    expect(pending).toContain("Nowy termin podamy wkrótce");
    await cancelDebate(scope, debate.id, "brak sali", NOW);
    const cancelled = await onePage(await getPoster(scope, debate.id));
    expect(cancelled).toContain("Spotkanie odwołane");
    for (const text of [pending, cancelled]) expect(text).not.toMatch(/18 marca|17\.00|czwartek/);
  });

  test.each(Object.entries(HOSTILE_WORDS))("stays one page with %s in every field", async (_, words) => {
    const { props } = await announced();
    const text = words || "–";
    await onePage({
      ...props,
      topic: text,
      cycleTitle: words,
      coOrganizer: words,
      unit: { name: text },
      venue: { name: words, address: words },
      access: Array.from({ length: 7 }, () => words),
      address: `https://${"bardzo-dluga-nazwa.".repeat(4)}example/d/CDFGH`,
    });
  });
});
