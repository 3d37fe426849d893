import { expect, test } from "vitest";
import { formatShort } from "~/platform/time";
import { foundUnit, PASSWORD } from "../harness/unit";
import { press, STARTS_ON, type Story, send } from "./story";

export function planning(story: Story) {
  test("a unit is founded from the shell, and its first member signs in", async () => {
    const founded = await foundUnit(story.service);
    story.unit = `/o/${founded.slug}`;
    await story.organizer.visit("/login", { name: "login" });
    await story.organizer.fill("E-mail służbowy", founded.admin);
    await story.organizer.fill("Hasło", PASSWORD);
    await press(story.organizer, "Zaloguj się");
    await story.organizer.see("Co dziś wymaga uwagi");
    await story.organizer.look("today-empty");
  });

  test("bodies, offices and holders go into the directory", async () => {
    const bodies = [
      ["Urząd gminy lub miasta", "Urząd Miejski w Łężycach", "Burmistrz", "Żaneta Święcicka", "kobieta", "burmistrz"],
      ["Zarządca drogi", "Zarząd Dróg Powiatowych", "Dyrektor", "Łukasz Gęś-Wąsowski", "mężczyzna", "zdp"],
    ] as const;
    for (const [kind, name, office, holder, gender, mail] of bodies) {
      await story.organizer.visit(`${story.unit}/directory/new`);
      await story.organizer.choose("Rodzaj", kind);
      await story.organizer.fill("Nazwa instytucji", name);
      await story.organizer.page.locator("[name=email]").fill(`${mail}@lezyce.test`);
      await story.organizer.page.getByRole("textbox", { name: /^Stanowisko/ }).fill(office);
      await story.organizer.fill(/^Imię i nazwisko/, holder);
      await story.organizer.page.locator("[name=gender]").selectOption({ label: gender });
      await story.organizer.fill(/^E-mail osoby/, `${mail}@lezyce.test`);
      await press(story.organizer, "Dodaj do katalogu");
      await story.organizer.see("Stanowiska i osoby");
    }
    await story.organizer.visit(`${story.unit}/directory?q=gęs-wasowski`, { name: "directory" });
    await story.organizer.see("Łukasz Gęś-Wąsowski");
  });

  test("a wrong date is refused in Polish and nothing typed is lost", async () => {
    await story.organizer.visit(`${story.unit}/debates/new?kind=initiating&on=${formatShort(STARTS_ON)}`, {
      name: "debate-new",
    });
    await story.organizer.fill("Temat", "Bezpieczne dojście do szkoły");
    await story.organizer.page.getByLabel("Miejsce", { exact: true }).fill("Dom Kultury, sala kominkowa");
    await story.organizer.fill(/^Adres/, "ul. Źródlana 7, Łężyce");
    await story.organizer.fill(/^Liczba miejsc/, "2");
    await story.organizer.fill(/^Moderator/, "Naczelnik Wydziału Prewencji");
    await story.organizer.fill(/^Protokolant/, "Inspektor Wydziału Prewencji");
    await story.organizer.choose("Wejście bez schodów", "tak");
    await story.organizer.fill("Data", "29.02.2027");
    await press(story.organizer, "Załóż debatę");
    await story.organizer.see("Takiej daty nie ma w kalendarzu");
    expect(await story.organizer.page.getByLabel("Temat").inputValue()).toBe("Bezpieczne dojście do szkoły");

    await story.organizer.fill("Data", formatShort(STARTS_ON));
    await press(story.organizer, "Załóż debatę");
    await story.organizer.page.waitForURL(/\/debates\/[0-9a-f-]{36}$/);
    story.debate = new URL(story.organizer.page.url()).pathname;
    await story.organizer.look("debate-overview");
  });

  test("an item is added to the agenda", async () => {
    await story.organizer.visit(`${story.debate}/agenda`, { name: "agenda" });
    await press(story.organizer, "Dodaj punkt");
    const rows = story.organizer.page.getByLabel(/^Punkt \d+, punkt$/);
    await expect.poll(() => rows.count()).toBe(9);
    await rows.last().fill("Przejście dla pieszych przy szkole");
    await send(story.organizer, "Zapisz porządek");
    await story.organizer.visit(`${story.debate}/agenda`);
    expect(await story.organizer.page.getByLabel("Punkt 9, punkt").inputValue()).toBe(
      "Przejście dla pieszych przy szkole",
    );
  });

  test("the debate is announced", async () => {
    await story.organizer.visit(`${story.debate}/state?to=announce`);
    await press(story.organizer, "Ogłoś debatę");
    await story.organizer.see("Ogłoszona");
    story.publicPage =
      (await story.organizer.page.getByRole("link", { name: "Strona publiczna" }).getAttribute("href")) ?? "";
    expect(story.publicPage).toMatch(/^\/u\/kpp-lezyce\/debates\//);
  });

  test("guests are picked and the letters go out", async () => {
    await story.organizer.visit(`${story.debate}/invitations`, { name: "invitations-none" });
    await story.organizer.press("Wybierz gości");
    for (const name of [/Burmistrz/, /Dyrektor/]) await story.organizer.page.getByRole("checkbox", { name }).check();
    await story.organizer.look("invitations-pick");
    await press(story.organizer, "Dodaj do listy gości");
    await story.organizer.see("Żaneta Święcicka");
    await press(story.organizer, /^Wyślij/);
    await story.organizer.page.waitForURL(/zapisano=send/);
    await story.organizer.look("invitations-sent");
  });
}
