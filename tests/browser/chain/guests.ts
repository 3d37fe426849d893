import { expect, test } from "vitest";
import { formatDate } from "~/platform/time";
import { linkIn, press, STARTS_ON, type Story, send } from "./story";

export function officialsAnswer(story: Story) {
  test("the mayor reads a formal letter with a calendar entry and sends a substitute", async () => {
    const letter = await story.mailbox.waitFor({ to: "burmistrz@lezyce.test" });
    expect(letter.subject?.replaceAll("\u00a0", " ")).toContain(
      formatDate(STARTS_ON).replaceAll("\u00a0", " ").replace(" r.", ""),
    );
    expect(letter.text?.replaceAll("\u00a0", " ")).toContain("Szanowna Pani Burmistrz");
    expect(letter.calendar).toContain("METHOD:REQUEST");
    const mayor = await story.browser.person({ screen: "phone" });
    await mayor.visit(linkIn(letter), { name: "rsvp" });
    await mayor.see(/Burmistrz/);
    await mayor.tick(/Wskazuję zastępcę/);
    await mayor.fill("Imię i nazwisko zastępcy", "Józef Źdźbło");
    await mayor.fill("Funkcja", "Sekretarz Miasta");
    await mayor.fill("E-mail zastępcy", "burmistrz@lezyce.test");
    await press(mayor, "Wyślij odpowiedź");
    await mayor.see(/zastępcą|inna osoba|inną osobę/i);
    expect(await mayor.page.getByLabel("Imię i nazwisko zastępcy").inputValue()).toBe("Józef Źdźbło");
    await mayor.fill("E-mail zastępcy", "sekretarz@lezyce.test");
    await press(mayor, "Wyślij odpowiedź");
    await mayor.see("Dziękujemy, odpowiedź jest zapisana");
    await mayor.look("rsvp-done");
    await mayor.close();
  });

  test("the substitute gets a letter of their own and confirms", async () => {
    const letter = await story.mailbox.waitFor({ to: "sekretarz@lezyce.test" });
    const substitute = await story.browser.person({ screen: "phone", colors: "dark" });
    await substitute.visit(linkIn(letter), { name: "substitute" });
    await substitute.tick(/Potwierdzam udział/);
    await press(substitute, /Wyślij|Zapisz/);
    await substitute.see(/potwierdz/i);
    await substitute.look();
    await substitute.close();
    await story.organizer.visit(`${story.debate}/invitations`, { name: "invitations-answered" });
    await story.organizer.see("Józef Źdźbło");
  });

  test("an answer by phone is written down by the office, and nobody is left to remind", async () => {
    await story.organizer.visit(`${story.debate}/invitations`);
    await story.organizer.page
      .getByRole("link", { name: /^Zapisz odpowiedź/ })
      .last()
      .click();
    await story.organizer.see("Jak przekazano odpowiedź");
    await story.organizer.page.getByRole("radio", { name: "Będzie", exact: true }).check();
    await story.organizer.choose("Jak przekazano odpowiedź", "telefonicznie");
    await send(story.organizer, "Zapisz odpowiedź");
    await story.organizer.visit(`${story.debate}/invitations`, { name: "invitations-by-phone" });
    await story.organizer.visit(story.debate);
  });

  test("a wrong link opens the one page for all wrong links", async () => {
    const stranger = await story.browser.person({ screen: "phone" });
    await stranger.visit(`/i/${"x".repeat(43)}`, { status: 404, name: "link-error" });
    await stranger.close();
  });
}
