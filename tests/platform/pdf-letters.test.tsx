import { expect, test } from "vitest";
import { letters } from "~/platform/pdf/a4";
import { Addressee, Closing, Enclosure, Paragraph, Quotation, Salutation, Subject } from "~/platform/pdf/letter";
import { Letterhead } from "~/platform/pdf/official";
import { renderSheet } from "~/platform/pdf/render";
import { checkTagged, pagesOf, rolesOf } from "../setup/pdf";

const letter = (to: string, paragraphs: number) => (
  <>
    <Letterhead unit="Komenda" placeAndDate="Wierzbinów, dnia 23 marca 2026 r." />
    <Addressee lines={["Szanowna Pani", to, "", "Burmistrz"]} />
    <Subject>Podziękowanie</Subject>
    <Salutation>Szanowna Pani Burmistrz,</Salutation>
    {Array.from({ length: paragraphs }, (_, i) => (
      <Paragraph key={i}>{`Akapit ${i + 1}: ${"dziękuję za udział w debacie. ".repeat(20)}`}</Paragraph>
    ))}
    <Quotation>Oświetlenie parku.</Quotation>
    <Closing office="Komendant" />
    <Enclosure title="Załączniki:" items={["1. Lista"]} />
  </>
);

const print = (...bodies: React.ReactNode[]) =>
  renderSheet(letters({ title: "Listy", footer: "Debata nr 3/2026" }, bodies));

test("each letter of a print begins on its own page and counts its own pages", async () => {
  const bytes = await print(letter("Anna Pierwsza", 1), letter("Jan Drugi", 7), letter("Ewa Trzecia", 1));
  const pages = await pagesOf(bytes);
  expect(pages[0]).toContain("Anna Pierwsza");
  expect(pages[0]).not.toContain("strona");
  expect(pages[1]).toContain("strona 1 z 2");
  expect(pages[2]).toContain("strona 2 z 2");
  expect(pages[3]).toContain("Ewa Trzecia");
  expect(pages).toHaveLength(4);
  expect(await checkTagged(bytes)).toEqual([]);
  expect((await rolesOf(bytes)).H1).toBe(3);
});

test("the signature is never alone on a page", async () => {
  for (let paragraphs = 4; paragraphs < 9; paragraphs++) {
    const last = (await pagesOf(await print(letter("Anna", paragraphs)))).at(-1) ?? "";
    expect(last, `${paragraphs}`).toMatch(
      /Oświetlenie parku[\s\S]*Z wyrazami szacunku[\s\S]*Komendant[\s\S]*1\. Lista/,
    );
  }
});
