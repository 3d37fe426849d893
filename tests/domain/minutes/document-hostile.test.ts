import { describe, expect, test } from "vitest";
import { minutesSheet } from "~/domain/minutes/document.server";
import { type Facts, type MinutesVersion, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { renderDocument } from "~/platform/documents.server";
import { renderSheet } from "~/platform/pdf/render";
import { minutedFacts } from "../../setup/factories.minutes";
import { checkTagged, rolesOf, textOf } from "../../setup/pdf";

/** Everything that people type: names of places and people, texts of motions, tasks and parts. Dates and states are ours. */
const TYPED = new Set(
  "name shortName department locality headOffice cycleTitle topic venueName venueAddress chair moderator minuteTaker coOrganizer title presenter bodyName officeTitle personName place textInternal textPublic answer answeredBy owner text post".split(
    " ",
  ),
);

const everywhere = (hostile: string, facts = minutedFacts()): Facts =>
  JSON.parse(JSON.stringify(facts, (key, value) => (TYPED.has(key) && typeof value === "string" ? hostile : value)));

const propsOf = (facts: Facts, version: MinutesVersion = "internal") => ({
  document: composeMinutes(facts, version, UNSTAMPED),
  sha256: null,
  origin: "https://debata.example",
});

const WORD = "abcdefghij".repeat(20);
const hostile: [name: string, text: string][] = [
  ["a word of 200 letters", WORD],
  ["a name of 300 letters", `${"Ząbkowicka-Wólczańska ".repeat(14)}`.slice(0, 300)],
  ["emoji", "👍🏽 dobrze 👨‍👩‍👧‍👦 ❤️ 1️⃣ 🇵🇱"],
  ["right to left", "שלום עולם مرحبا بالعالم \u202eabc"],
  ["combining marks", `Z\u0301o\u0302ł\u0323 ${"e".padEnd(200, "\u0301\u0323")}`],
  ["control characters", Array.from({ length: 160 }, (_, code) => String.fromCharCode(code)).join("x")],
  ["halves of surrogate pairs", "a\ud83d b\udc4d c"],
  ["a script", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["a formula", '=HYPERLINK("http://evil.example";"Kliknij")'],
  ["a link that runs", "javascript:alert(1) data:text/html,x file:///etc/passwd"],
  ["the PDF's own language", ") Tj ET endstream endobj %%EOF <</S /JavaScript /JS (app.alert(1))>> (\\"],
  ["nothing", ""],
  ["blanks and line ends", " \u00a0\n\n\r\n\t "],
];

describe("minutes whose every text is hostile", () => {
  test.each(hostile)("%s: drawn, tagged without a fault, with no address but ours", async (_, text) => {
    for (const version of ["internal", "public"] as const) {
      const bytes = await renderSheet(minutesSheet(propsOf(everywhere(text), version)));
      expect(await checkTagged(bytes)).toEqual([]);
      expect(await rolesOf(bytes)).not.toHaveProperty("Link");
      expect(await textOf(bytes)).toContain("strona 1 z");
    }
  });

  test("an empty debate is a document, too", async () => {
    const { unit, debate } = everywhere("");
    const facts: Facts = {
      ...minutedFacts(),
      unit,
      debate,
      guests: [],
      items: [],
      motions: [],
      tasks: [],
      headCounts: [],
      speeches: [],
      reported: [],
      parts: [],
    };
    expect(await checkTagged(await renderSheet(minutesSheet(propsOf(facts))))).toEqual([]);
  });
});

describe("through the worker", () => {
  const draw = (facts: Facts) => renderDocument("minutes", propsOf(facts), { unit: "hostile" });

  test("a motion of 100 000 letters, 2 000 guests: whole, and the next document is drawn", async () => {
    const facts = minutedFacts();
    const [motion] = facts.motions;
    const [guest] = facts.guests;
    const long = "Zażółć gęślą jaźń. ".repeat(5_300);
    const motions = [{ ...motion!, textInternal: long, textPublic: long }];
    const guests = Array.from({ length: 2_000 }, (_, i) => ({ ...guest!, id: `${i}`, bodyName: `Urząd nr ${i} z` }));
    const text = await textOf(await draw({ ...facts, motions, guests }));
    expect(text.match(/gęślą/g)!.length).toBeGreaterThanOrEqual(5_300);
    for (const i of [0, 999, 1_999]) expect(text).toContain(`Urząd nr ${i} z`);
    expect(await textOf(await draw(facts))).toContain("strona 1 z");
  });

  test("a word of 100 000 letters in every part", async () => {
    const facts = minutedFacts();
    const text = await textOf(await draw({ ...facts, debate: { ...facts.debate, topic: "x".repeat(100_000) } }));
    expect(text).toContain("strona 1 z");
    expect(await textOf(await draw(facts))).toContain("strona 1 z");
  });
});
