import { expect, test } from "vitest";
import { linkIn, pathOf, press, type Story, send } from "./story";

const DONE = "Założono barierki i odnowiono pasy. Dziękujemy za zgłoszenie.";

export function tasks(story: Story) {
  test("one action makes a task of a motion, and the deadline is suggested", async () => {
    const { organizer } = story;
    await organizer.visit(`${story.debate}/tasks`, { name: "tasks-give" });
    await organizer.tick(/Kierowcy nie ustępują/);
    await organizer.fill("Co ma zostać zrobione", "Barierki i nowe pasy przed szkołą");
    await organizer.choose("Podmiot odpowiedzialny", "Zarząd Dróg Powiatowych");
    const basis = organizer.page.getByLabel("Podstawa terminu").locator("option:checked");
    const [suggested = "no date"] = (await basis.innerText()).match(/\d\d\.\d\d\.\d{4}/) ?? [];
    await press(organizer, "Wyznacz zadanie");
    await organizer.see("Zadanie wyznaczone");
    story.task = pathOf(organizer);
    await organizer.see(new RegExp(suggested));
    await organizer.look("task-new");
  });

  test("the body opens its page from the letter, takes the task over and later reports it done", async () => {
    const letter = await story.mailbox.waitFor({ to: "zdp@lezyce.test", subject: /Barierki i nowe pasy/ });
    expect(letter.text?.replaceAll("\u00a0", " ")).toContain(
      "Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.",
    );
    const body = await story.browser.person({ screen: "phone" });
    const desk = linkIn(letter);
    const answer = async (state: string, text: string, name: string) => {
      await body.visit(desk);
      await body.page
        .locator(".motion, article, li")
        .filter({ hasText: "Barierki i nowe pasy przed szkołą" })
        .getByRole("link", { name: /^Odpowiedz/ })
        .first()
        .click();
      await body.see("Odpowiedź w sprawie zadania");
      await body.look(`${name}-form`);
      await body.page.getByRole("radio", { name: new RegExp(`^${state}`) }).check();
      await body.fill("Informacja dla mieszkańców", text);
      await body.fill("Imię i nazwisko", "Anna Drogowska");
      await body.fill("Stanowisko", "Kierownik Referatu Dróg");
      await press(body, "Wyślij odpowiedź");
      await body.see("Dziękujemy. Odpowiedź w sprawie zadania");
      await body.look(name);
    };
    await answer("Przyjmujemy", "Zajmiemy się tym w kwietniu.", "desk-accepted");
    await story.organizer.visit(story.task, { name: "task-accepted" });
    await answer("Zrealizowane", DONE, "desk-done");
    await body.close();
  });

  test("the organizer, whose page was older, is told so, and confirms what was reported", async () => {
    const { organizer } = story;
    await organizer.page.locator("[name=text]").fill("Sprawdzono na miejscu, barierki stoją.");
    const refused = await send(organizer, "Potwierdź wykonanie");
    expect(refused.status()).toBe(409);
    await organizer.see("Nic nie zginęło");
    await organizer.page.locator("#konflikt-zapisana").waitFor();
    await organizer.see(DONE);
    await organizer.look("task-conflict");
    await send(organizer, "Potwierdź wykonanie");
    await organizer.page.locator(".sub .badge", { hasText: "Zrealizowane" }).waitFor();
    await expect.poll(() => organizer.page.locator("[name=text]").inputValue()).toBe("");
    await organizer.look("task-confirmed");
    await organizer.visit(`${story.unit}/tasks?view=all`, { name: "tasks" });
  });
}
