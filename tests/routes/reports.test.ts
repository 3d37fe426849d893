import { describe, expect, test } from "vitest";
import { aUnit } from "../setup/factories";
import { aHeldDebate } from "../setup/factories.minutes-held";
import { aMember } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

test("the page of figures: an honest page of nothing, then numbers that lead to their rows", async () => {
  const { unit, scope, cookie } = await aMember("viewer");
  const page = `/o/${unit.slug}/reports`;
  const empty = await (await visit(page, { cookie })).text();
  expect(empty).toContain("Nie ma jeszcze zakończonych zadań");
  expect(empty).toContain("Żaden podmiot nie ma zadań.");
  expect(empty).not.toMatch(/NaN|null%|Infinity/);

  const { debateId } = await aHeldDebate(scope);
  const { body } = await aTask({}, { scope, debateId });
  const html = await (await visit(`${page}?debate=${debateId}`, { cookie })).text();
  const href = `/o/${unit.slug}/tasks?debate=${debateId}&amp;body=${body.id}&amp;show=late`;
  expect(html).toContain(href);
  const list = await (await visit(href.replaceAll("&amp;", "&"), { cookie })).text();
  expect(list).toContain("Oświetlenie alejek parku");
  // Each drawing has its numbers in a table.
  expect(html.match(/<svg class="chart"[^>]*aria-hidden="true"/g)?.length).toBe(2);
  expect(html.match(/<caption class="vh">(Zadania otwarte|Wnioski według sposobu załatwienia)/g)?.length).toBe(2);
  expect(html).not.toMatch(/style="/);
});

test("a period that cannot be read is this year, a debate of somebody else is not found", async () => {
  const { unit, cookie } = await aMember("viewer");
  const { debateId } = await aHeldDebate();
  const ask = (query: string) => visit(`/o/${unit.slug}/reports?${query}`, { cookie });
  expect((await ask("period=%00&debate=%22")).status).toBe(200);
  expect((await ask(`debate=${debateId}`)).status).toBe(404);
});

describe("the coordinator's page", () => {
  test("is there for members of a unit above, in the order of its address, and for nobody else", async () => {
    const { unit, cookie } = await aMember("viewer");
    const below = await aMember("admin", { unit: await aUnit({ parentId: unit.id, shortName: "KPP w Łące" }) });
    await aUnit({ parentId: unit.id, shortName: "KPP w Ćmielowie" });
    const page = (slug: string, who: string, query = "") => visit(`/o/${slug}/reports/units${query}`, { cookie: who });

    const html = await (await page(unit.slug, cookie)).text();
    expect(html.indexOf("KPP w\u00a0Ćmielowie")).toBeLessThan(html.indexOf("KPP w\u00a0Łące"));
    expect(html).toContain('aria-sort="ascending"');
    expect(html.match(/Bez debaty od\s24\smiesięcy/g)).toHaveLength(2);
    const turned = await (await page(unit.slug, cookie, "?sort=name&order=turned")).text();
    expect(turned.indexOf("KPP w\u00a0Łące")).toBeLessThan(turned.indexOf("KPP w\u00a0Ćmielowie"));
    expect((await page(unit.slug, cookie, "?sort=password&order=x&period=x")).status).toBe(200);
    expect((await page(below.unit.slug, below.cookie)).status).toBe(404);
    expect((await page(unit.slug, below.cookie)).status).toBe(404);
    expect(await (await visit(`/o/${unit.slug}/reports`, { cookie })).text()).toContain(
      `/o/${unit.slug}/reports/units`,
    );
  });
});

describe("the year sheet", () => {
  test("a page and two files of the same; what does not exist is not found", async () => {
    const { unit, scope, cookie } = await aMember("viewer");
    await aHeldDebate(scope);
    await aUnit({ parentId: unit.id, shortName: "KPP w Łące" });
    const page = `/o/${unit.slug}/reports/year`;
    const get = (path: string) => visit(`${page}/${path}`, { cookie });
    const html = await (await get("2026")).text();
    for (const file of ["zestawienie-2026.pdf", "zestawienie-2026.xlsx"])
      expect(html).toContain(`${page}/2026/${file}`);
    expect(html).toContain("Bezpieczny ruch drogowy i\u00a0porządek w\u00a0mieście");
    expect(html).toContain("Zadanie przekazane innemu podmiotowi".toLowerCase());
    expect(await (await get("2026?whose=units")).text()).toContain("KPP w\u00a0Łące");
    const [pdf, xlsx] = [await get("2026/zestawienie-2026.pdf"), await get("2026/jednostki-2026.xlsx")];
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.headers.get("Cache-Control")).toBe("no-store");
    expect(xlsx.headers.get("Content-Disposition")).toMatch(/^attachment; filename="zestawienie roczne jednostek/);
    const wrong = ["1999", "2099", "x", "2026/zestawienie-2025.pdf", "2026/zestawienie-2026.docx", "2026/%2e%2e"];
    for (const path of wrong) expect([path, (await get(path)).status]).toEqual([path, 404]);
    const stranger = await aMember("admin");
    for (const path of ["2026", "2026/zestawienie-2026.pdf"])
      expect((await visit(`${page}/${path}`, { cookie: stranger.cookie })).status).toBe(404);
    const below = `/o/${stranger.unit.slug}/reports/year/2026`;
    for (const path of ["?whose=units", "/jednostki-2026.pdf"])
      expect((await visit(below + path, { cookie: stranger.cookie })).status).toBe(404);
  });
});
