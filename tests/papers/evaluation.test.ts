import { beforeAll, expect, test } from "vitest";
import { sectionsOf } from "~/domain/minutes/rules.sections";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { visit } from "../setup/site";
import { run, withFile } from "./programs";
import { approvedPaper, loadScenarios } from "./scenarios";

beforeAll(loadScenarios, 300_000);

/** Scenario „Wysokocin”: nr (2025), realizacja pokazana 08.05.2026, ocena sali. */
const RESULTS = [
  ["1/2025/01", "46 kontroli, 71 mandatów", "zrealizowano (18 : 3 : 1, w tym telefonem 6)"],
  ["1/2025/02", "lustracja 03.06.2025, 4 znaki wymienione", "zrealizowano (16 : 5 : 0, w tym telefonem 6)"],
  ["1/2025/03", "ZDP: koncepcja kładki, projekt 2026/27", "częściowo (3 : 16 : 4, w tym telefonem 6)"],
  [
    "1/2025/04",
    "odmowa ZDP: droga tranzytowa, zamiast – wyspa i aktywne znaki",
    "częściowo (4 : 11 : 6, w tym telefonem 6)",
  ],
  ["1/2025/05", "wykonano 11.2025", "zrealizowano (22 : 1 : 0, w tym telefonem 6)"],
  ["1/2025/06", "zamontowano", "zrealizowano (19 : 2 : 1, w tym telefonem 6)"],
  [
    "1/2025/07",
    "przekazano do GITD – niezakwalifikowano (powód: liczba zdarzeń)",
    "nie zrealizowano (1 : 6 : 15, w tym telefonem 7)",
  ],
  ["1/2025/08", "4 lekcje, odblaski 120 szt.", "zrealizowano (15 : 5 : 2, w tym telefonem 6)"],
] as const;

/** Words only: lines of a narrow column, soft and non-breaking spaces and hyphens aside. */
const squeezed = (text: string) => text.replace(/[\s\u00a0\u00ad\u2011\u2060-]+/g, "");

test("the evaluation made of its initiating debate carries the table of results in its minutes: page, PDF and Word", async () => {
  const { scope } = await demoUnit("kpp-wysokocin");
  const { debate } = await demoDebate(scope, "4/2026");
  const { document, bytes } = await approvedPaper("kpp-wysokocin", "4/2026", "public");
  const reported = sectionsOf(document).find(({ name }) => name === "reported");
  const table = reported?.blocks.find((block) => block.kind === "table");
  const cells =
    table?.kind === "table" ? table.rows.map((row) => row.map((cell) => cell.replaceAll("\u00a0", " "))) : [];
  expect(cells.map((row) => [row[0], row[4], row[5]])).toEqual(RESULTS.map((row) => [...row]));
  expect(cells[2]?.slice(1, 4)).toEqual([
    "Poprawa bezpieczeństwa pieszych na moście. – most przy SP",
    "Zarząd Dróg Powiatowych w Wysokocinie",
    "Kładka dla pieszych przy moście obok szkoły",
  ]);

  const page = await (await visit(`/u/kpp-wysokocin/debates/${debate.slug}/minutes`)).text();
  const pdf = await withFile("minutes.pdf", bytes, (path) => run("pdftotext", "-raw", path, "-"));
  const word = await (await visit(`/u/kpp-wysokocin/debates/${debate.slug}/minutes.docx`)).arrayBuffer();
  const docx = await withFile("minutes.docx", Buffer.from(word), (path) =>
    run("unzip", "-p", path, "word/document.xml"),
  );
  const plain = (xml: string) => squeezed(xml.replace(/<[^>]+>/g, " ").replaceAll("&quot;", '"'));
  for (const [what, text] of Object.entries({
    page: plain(page),
    pdf: squeezed(pdf.toString()),
    docx: plain(docx.toString()),
  })) {
    for (const row of RESULTS)
      for (const cell of row) expect([what, cell, text.includes(squeezed(cell))]).toEqual([what, cell, true]);
    for (const words of ["Co obiecano", "Co zrobiono", "Ocena sali", "Zadania przenoszone z poprzedniej debaty"])
      expect([what, words, text.includes(squeezed(words))]).toEqual([what, words, true]);
    expect(text).toContain(squeezed("1/2025/Z3 Kładka dla pieszych przy moście obok szkoły"));
    expect(text).toContain(squeezed("wymaga środków, budżet 2027 r."));
  }
});
