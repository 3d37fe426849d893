import { expect, test } from "vitest";
import { LAMP, press, type Story } from "./story";

export function closing(story: Story) {
  test("anybody reads the minutes and what was done, and nobody reads what is for the police", async () => {
    const reader = await story.browser.person({ screen: "phone" });
    const unitPage = `/u/${story.unit.split("/").at(-1)}`;
    await reader.visit(`${unitPage}/tracker`, { name: "tracker" });
    await reader.see("Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.");
    const matter = reader.page.getByRole("link", { name: /Kierowcy nie ustępują/ });
    const places = [unitPage, `${unitPage}/tracker`, (await matter.getAttribute("href")) ?? "", story.publicPage];
    places.push(`${story.publicPage}/minutes`, story.motionPage);
    for (const [no, place] of places.entries()) {
      await reader.visit(place, { name: `public-${no}` });
      expect(await reader.page.content(), place).not.toContain("handluje się");
    }
    await reader.visit(places[2] ?? "");
    await reader.see("Założono barierki i odnowiono pasy.");
    await reader.see("Sprawdzono na miejscu, barierki stoją.");

    const csv = await reader.page.context().request.get(`${unitPage}/tracker.csv`);
    const table = await csv.text();
    expect(table).toContain("Zrealizowane");
    expect(table).toContain(LAMP);
    expect(table).not.toContain("handluje się");
    await reader.close();
  });

  test("the evaluation debate has an item for each body, and its people on the guest list", async () => {
    const { organizer } = story;
    await organizer.visit(`${story.debate}/evaluation`, { name: "evaluation-plan" });
    await press(organizer, "Przygotuj debatę ewaluacyjną");
    await organizer.page.waitForURL(
      (url) => /\/debates\/[0-9a-f-]{36}$/.test(url.pathname) && url.pathname !== story.debate,
    );
    const next = new URL(organizer.page.url()).pathname;
    await organizer.look("evaluation");
    await organizer.visit(`${next}/agenda`);
    const titles = organizer.page.getByLabel(/^Punkt \d+, punkt$/);
    const items = await titles.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(items).toContain("Realizacja zadań: Zarząd Dróg Powiatowych");
    await organizer.visit(`${next}/invitations`, { name: "evaluation-guests" });
    await organizer.see("Łukasz Gęś-Wąsowski");
    await organizer.visit(`${next}/evaluation`, { name: "evaluation-reports" });
    await organizer.see(LAMP);
  });
}
