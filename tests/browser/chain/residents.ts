import { expect, test } from "vitest";
import { press, type Story } from "./story";

export function residentsTakePart(story: Story) {
  test("a matter in three fields gives a number and a private code", async () => {
    const resident = await story.browser.person({ screen: "phone" });
    await resident.visit(story.publicPage, { name: "debate-public" });
    await resident.see("Dom Kultury, sala kominkowa");
    await resident.visit(`${story.publicPage}/motions/new`, { name: "motion-new" });
    await press(resident, "Wyślij zgłoszenie");
    await resident.see("Proszę");
    await resident.look("motion-new-error");
    await resident.fill(
      "Co się dzieje?",
      "Kierowcy nie ustępują pierwszeństwa przed szkołą <script>alert(1)</script> 🚸",
    );
    await resident.fill("Gdzie?", "ul. Źródlana przy szkole");
    await resident.choose("Czego dotyczy?", "Ruch drogowy");
    await press(resident, "Wyślij zgłoszenie");
    await resident.see("Dziękujemy, sprawa jest zapisana");
    await resident.look("motion-done");
    story.motionPage = new URL(resident.page.url()).pathname;
    expect(story.motionPage).toMatch(/^\/m\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await resident.close();
  });

  test("seats run out and the next one waits", async () => {
    for (const [name, button, words] of [
      ["Mieszkanka pierwsza", "Zapisz mnie", "Mają Państwo miejsca"],
      ["Mieszkanka druga", "Zapisz na listę oczekujących", "Są Państwo na liście oczekujących"],
    ] as const) {
      const resident = await story.browser.person({ screen: "phone" });
      await resident.visit(`${story.publicPage}/register`, { name: "register" });
      await resident.page.locator("[name=name]").fill(name);
      await resident.choose("Liczba osób", "2 osoby");
      await press(resident, button);
      await resident.page.waitForURL(/\/r\//);
      await resident.see(words);
      await resident.look("registered");
      await resident.close();
    }
  });

  test("the office admits the matter with a public text", async () => {
    await story.organizer.visit(`${story.debate}/motions`, { name: "moderation" });
    await story.organizer.page
      .locator("[name=textPublic]")
      .fill("Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.");
    await press(story.organizer, /Przyjmij i opublikuj/);
    await story.organizer.see(/przyjęty i opublikowany/);
    const resident = await story.browser.person({ screen: "phone" });
    await resident.visit(story.publicPage);
    await resident.see("Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.");
    await resident.visit(story.motionPage, { name: "motion-own" });
    await resident.close();
  });
}
