import { describe, expect, test } from "vitest";
import { minutesSheet } from "~/domain/minutes/document.server";
import { paper as words } from "~/domain/minutes/messages.document.pl";
import { type Facts, itemKey } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { a4 } from "~/platform/pdf/a4";
import { renderSheet } from "~/platform/pdf/render";
import { P } from "~/platform/pdf/text";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../setup/factories.minutes";
import { layoutOf, type PageLayout } from "../setup/pdf-layout";
import { hangingWords, readingOrderFaults, typesettingFaults } from "../setup/pdf-order";

const STAMP = {
  ...{ number: "3/2026", drawnUpOn: "2026-03-23", approvedBy: "insp. Jan Próbny w zastępstwie" },
  ...{ approvedAt: "2026-03-25T10:00:00.000Z", seal: "x" },
};
const sha256 = "4f1c93ab07d255e0".repeat(4);
const SENTENCE = "Omówiono zgłoszenia i uwagi z osiedla, a o terminie w sprawie parku powie Urząd w tym tygodniu. ";

/** Minutes of about any length: so many motions, tasks and sentences. */
function factsOf({ motions = 12, tasks = 8, sentences = 2, items = 8 }): Facts {
  const facts = minutedFacts();
  const many = <T,>(count: number, make: (no: number) => T) => Array.from({ length: count }, (_, i) => make(i + 1));
  const text = (no: number) => `${"O".repeat(1 + (no % 9))} wniosek o poprawę w i z okolicy. ${SENTENCE}`;
  const used = facts.items.slice(0, items);
  return {
    ...facts,
    items: used,
    motions: many(motions, (no) =>
      aMinutedMotion({ id: `m${no}`, number: `3/2026/${no}`, textInternal: text(no), textPublic: text(no) }),
    ),
    tasks: many(tasks, (no) => aMinutedTask({ number: `Z${no}`, title: text(no) })),
    // A word of another length in front of each text, so that lines end elsewhere.
    parts: used.map(({ id }, i) => ({
      ...{ key: itemKey(id), internal: false },
      text: sentences ? `${"O".repeat(1 + 2 * i)} ${SENTENCE.repeat(sentences)}` : "",
    })),
  };
}

const draw = async (size: Parameters<typeof factsOf>[0], version: "internal" | "public" = "internal") => {
  const document = composeMinutes(factsOf(size), version, STAMP);
  return renderSheet(minutesSheet({ document, sha256, origin: "https://debata.example" }));
};

const LENGTHS = [
  { motions: 0, tasks: 0, sentences: 0, items: 0 },
  ...Array.from({ length: 12 }, (_, i) => ({ motions: i, tasks: 3, sentences: 1 })),
  ...Array.from({ length: 14 }, (_, i) => ({ motions: 4, tasks: 2, sentences: i })),
  ...Array.from({ length: 14 }, (_, i) => ({ motions: 3, tasks: i, sentences: 2, items: 3 })),
  { motions: 120, tasks: 60, sentences: 12 },
];

describe("minutes of every length", () => {
  test.each(["internal", "public"] as const)(
    "%s: numbered pages, headings with their text, headers on each page of a table, no lonely signatures",
    async (version) => {
      // The public version has fewer words and the same rules: a third of the lengths will do.
      for (const size of LENGTHS.filter((_, i) => version === "internal" || i % 3 === 0)) {
        const bytes = await draw(size, version);
        const pages = await layoutOf(bytes);
        const faults = [
          ...typesettingFaults(pages, words.signatures.minuteTaker),
          ...(await readingOrderFaults(bytes)),
        ];
        expect({ size, faults }).toEqual({ size, faults: [] });
      }
    },
  );
});

describe("each of these is noticed", () => {
  const line = (text: string, top: number, left = 64) => ({ text, top, left, right: left + 100 });
  const piece = (text: string, role: string, top: number) => ({
    id: text,
    roles: ["Document", role],
    lines: [line(text, top)],
  });
  const furniture = [line("strona 1 z 1", 40)];
  const page = (over: Partial<PageLayout>): PageLayout[] => [{ pieces: [], artifacts: furniture, tables: [], ...over }];

  test.each([
    ["no number", page({ artifacts: [] }), "page 1: no number"],
    [
      "a heading at the end",
      page({ pieces: [piece("Tekst", "P", 700), piece("7. Wnioski", "H2", 90)] }),
      "page 1 ends with the heading “7. Wnioski”",
    ],
    [
      "signatures alone",
      page({ pieces: [piece("Protokolant", "P", 700), piece("Ewa", "P", 690)] }),
      "page 1: signatures alone",
    ],
    [
      "a table that goes on without its header",
      page({
        tables: [
          { header: ["Nr", "Treść"], cells: 5, first: piece("Nr", "TH", 400) },
          { header: null, cells: 5, first: piece("3/2026/07", "TH", 700) },
        ],
      }),
      "page 1: a table goes on without its header",
    ],
    [
      "a short word at a line end",
      page({ pieces: [{ id: "p", roles: ["P"], lines: [line("Komendant w", 700), line("Kłodawie i", 690)] }] }),
      "a short word ends the line “Komendant w”",
    ],
  ])("%s", (_, pages, fault) => expect(typesettingFaults(pages, "Protokolant")).toEqual([fault]));

  test("without non-breaking spaces, words do hang", async () => {
    const body = Array.from({ length: 12 }, (_, i) => <P key={i}>{"x".repeat(i) + SENTENCE.repeat(4)}</P>);
    const bytes = await renderSheet(a4({ title: "Próba", footer: "" }, body));
    expect(hangingWords(await layoutOf(bytes))).not.toEqual([]);
  });
});
