import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishMinutes } from "~/domain/minutes/commands.server";
import { database } from "~/platform/db.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { visit } from "../setup/site";
import { lettersOf, run, withFile } from "./programs";
import { approvedPaper, loadScenarios, SCENARIOS } from "./scenarios";

// The page is the accessible original: whoever reads it must read what the paper says, in the same order.

beforeAll(loadScenarios, 300_000);
afterAll(() => database.close());

/** „Lp.” and the marks of lists say nothing on a page, where rows have headers and lists are lists. */
const isCounter = (role: string, text: string) => role === "Lbl" || /^(Lp\.|\d{1,3}\.)$/.test(text.trim());

/** The letters of each section between two headings of the second level, by heading. */
function sectionsOfPdf(printed: string) {
  const sections: Record<string, string> = {};
  let heading: string | undefined;
  let role = "";
  for (const line of printed.split("\n")) {
    const text = line.match(/^\s*"(.*)"\s*$/)?.[1];
    if (text === undefined) role = line.trim().split(" ")[0] ?? role;
    else if (role === "H2") {
      heading = lettersOf(text);
      sections[heading] = "";
    } else if (heading !== undefined && !isCounter(role, text)) sections[heading] += lettersOf(text);
  }
  return sections;
}

function sectionsOfPage(document: Document) {
  const sections = [...document.querySelectorAll("article > section")].map((section) => {
    const heading = section.querySelector("h2");
    const title = lettersOf(heading?.textContent ?? "");
    heading?.remove();
    for (const caption of section.querySelectorAll("caption")) caption.remove(); // the heading says it on paper
    return [title, lettersOf(section.textContent ?? "")];
  });
  return Object.fromEntries(sections) as Record<string, string>;
}

async function published(slug: string, name: string) {
  const { bytes } = await approvedPaper(slug, name, "public");
  const unit = await demoUnit(slug);
  const { debate } = await demoDebate(unit.scope, name);
  await publishMinutes(unit.scope, debate.id);
  const html = await (await visit(`/u/${slug}/debates/${debate.slug}/minutes`)).text();
  return { bytes, document: new JSDOM(html).window.document };
}

describe.each(SCENARIOS)("the published minutes of %s, debate %s", (slug, name) => {
  test("page and paper have the same sections with the same words in the same order", async () => {
    const { bytes, document } = await published(slug, name);
    const printed = await withFile("minutes.pdf", bytes, (path) => run("pdfinfo", "-struct-text", path));
    const [onPaper, onPage] = [sectionsOfPdf(printed), sectionsOfPage(document)];
    expect(Object.keys(onPage)).toHaveLength(12);
    const last = lettersOf("12. Zakończenie");
    // In public nobody is named as the minute taker: an empty place to sign is for paper only.
    onPaper[last] = onPaper[last]?.replace("Protokolant", "") ?? "";
    for (const [title, words] of Object.entries(onPage)) expect([title, words]).toEqual([title, onPaper[title]]);
  });

  test("the page says its language, names its tables and tells which cells are headers", async () => {
    const { document } = await published(slug, name);
    expect(document.documentElement.lang).toBe("pl");
    expect([...document.querySelectorAll("h1")]).toHaveLength(1);
    for (const table of document.querySelectorAll("article table")) {
      expect(table.querySelector("caption")?.textContent?.trim()).toBeTruthy();
      expect([...table.querySelectorAll("thead th")].every((th) => th.getAttribute("scope") === "col")).toBe(true);
      for (const row of table.querySelectorAll("tbody tr"))
        expect(row.querySelector("th")?.getAttribute("scope")).toBe("row");
    }
  });
});
