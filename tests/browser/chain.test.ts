import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkTagged, textOf } from "../setup/pdf";
import { openBrowser } from "./harness/browser";
import { type Mailbox, startMailbox } from "./harness/mailbox";
import type { Person } from "./harness/person";
import { type Service, startService } from "./harness/service";
import { foundUnit, PASSWORD } from "./harness/unit";

/*
 * One debate from the idea to the tracked task and the evaluation, in a unit that is not in the demo, played by each of
 * its people in a real browser, with the links taken from real letters. The steps build on each other, in order.
 */
let mailbox: Mailbox;
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let organizer: Person;
let unit = "";
let debate = ""; // the office's address of the debate
let publicPage = "";
let motionPage = "";
const minutesPdf = "";

beforeAll(async () => {
  mailbox = await startMailbox();
  service = await startService({ mailbox });
  browser = await openBrowser(service);
  organizer = await browser.person();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
  await mailbox.stop();
});

const press = (person: Person, name: string | RegExp) => person.page.getByRole("button", { name }).first().click();

describe("the organizer plans", () => {
  test("a unit is founded from the shell, and its first member signs in", async () => {
    const founded = await foundUnit(service);
    unit = `/o/${founded.slug}`;
    await organizer.visit("/login", { name: "login" });
    await organizer.fill("E-mail służbowy", founded.admin);
    await organizer.fill("Hasło", PASSWORD);
    await press(organizer, "Zaloguj się");
    await organizer.see("Co dziś wymaga uwagi");
    await organizer.look("today-empty");
  });

  test("bodies, offices and holders go into the directory", async () => {
    const bodies = [
      ["Urząd gminy lub miasta", "Urząd Miejski w Łężycach", "Burmistrz", "Żaneta Święcicka", "kobieta", "burmistrz"],
      ["Zarządca drogi", "Zarząd Dróg Powiatowych", "Dyrektor", "Łukasz Gęś-Wąsowski", "mężczyzna", "zdp"],
    ] as const;
    for (const [kind, name, office, holder, gender, mail] of bodies) {
      await organizer.visit(`${unit}/directory/new`);
      await organizer.choose("Rodzaj", kind);
      await organizer.fill("Nazwa instytucji", name);
      await organizer.page.locator("[name=email]").fill(`${mail}@lezyce.test`);
      await organizer.page.getByRole("textbox", { name: /^Stanowisko/ }).fill(office);
      await organizer.fill(/^Imię i nazwisko/, holder);
      await organizer.page.locator("[name=gender]").selectOption({ label: gender });
      await organizer.fill(/^E-mail osoby/, `${mail}@lezyce.test`);
      await press(organizer, "Dodaj do katalogu");
      await organizer.see("Stanowiska i osoby");
    }
    await organizer.visit(`${unit}/directory?q=gęs-wasowski`, { name: "directory" });
    await organizer.see("Łukasz Gęś-Wąsowski");
  });

  test("a wrong date is refused in Polish and nothing typed is lost", async () => {
    await organizer.visit(`${unit}/debates/new?kind=initiating&on=12.01.2027`, { name: "debate-new" });
    await organizer.fill("Temat", "Bezpieczne dojście do szkoły");
    await organizer.page.getByLabel("Miejsce", { exact: true }).fill("Dom Kultury, sala kominkowa");
    await organizer.fill(/^Adres/, "ul. Źródlana 7, Łężyce");
    await organizer.fill(/^Liczba miejsc/, "2");
    await organizer.fill(/^Moderator/, "Naczelnik Wydziału Prewencji");
    await organizer.fill(/^Protokolant/, "Inspektor Wydziału Prewencji");
    await organizer.choose("Wejście bez schodów", "tak");
    await organizer.fill("Data", "29.02.2027");
    await press(organizer, "Załóż debatę");
    await organizer.see("Takiej daty nie ma w kalendarzu");
    expect(await organizer.page.getByLabel("Temat").inputValue()).toBe("Bezpieczne dojście do szkoły");

    await organizer.fill("Data", "12.01.2027");
    await press(organizer, "Załóż debatę");
    await organizer.page.waitForURL(/\/debates\/[0-9a-f-]{36}$/);
    debate = new URL(organizer.page.url()).pathname;
    await organizer.look("debate-overview");
  });

  test("an item is added to the agenda", async () => {
    await organizer.visit(`${debate}/agenda`, { name: "agenda" });
    await press(organizer, "Dodaj punkt");
    await organizer.page.waitForLoadState("networkidle");
    const rows = organizer.page.getByLabel(/^Punkt \d+, punkt$/);
    await expect.poll(() => rows.count()).toBe(9);
    await rows.last().fill("Przejście dla pieszych przy szkole");
    await press(organizer, "Zapisz porządek");
    await organizer.page.waitForLoadState("networkidle");
    await organizer.visit(`${debate}/agenda`);
    expect(await organizer.page.getByLabel("Punkt 9, punkt").inputValue()).toBe("Przejście dla pieszych przy szkole");
  });

  test("the debate is announced", async () => {
    await organizer.visit(`${debate}/state?to=announce`);
    await press(organizer, "Ogłoś debatę");
    await organizer.see("Ogłoszona");
    publicPage = (await organizer.page.getByRole("link", { name: "Strona publiczna" }).getAttribute("href")) ?? "";
    expect(publicPage).toMatch(/^\/u\/kpp-lezyce\/debates\//);
  });

  test("guests are picked and the letters go out", async () => {
    await organizer.visit(`${debate}/invitations`, { name: "invitations-none" });
    await organizer.press("Wybierz gości");
    for (const name of [/Burmistrz/, /Dyrektor/]) await organizer.page.getByRole("checkbox", { name }).check();
    await organizer.look("invitations-pick");
    await press(organizer, "Dodaj do listy gości");
    await organizer.see("Żaneta Święcicka");
    await press(organizer, /^Wyślij/);
    await organizer.page.waitForLoadState("networkidle");
    await organizer.look("invitations-sent");
  });
});

describe("the officials answer", () => {
  test("the mayor reads a formal letter with a calendar entry and sends a substitute", async () => {
    const letter = await mailbox.waitFor({ to: "burmistrz@lezyce.test" });
    expect(letter.subject).toContain("12 stycznia 2027");
    expect(letter.text?.replaceAll("\u00a0", " ")).toContain("Szanowna Pani Burmistrz");
    expect(letter.calendar).toContain("METHOD:REQUEST");
    const mayor = await browser.person({ screen: "phone" });
    await mayor.visit(letter.links[0] ?? "", { name: "rsvp" });
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
    const letter = await mailbox.waitFor({ to: "sekretarz@lezyce.test" });
    const substitute = await browser.person({ screen: "phone", colors: "dark" });
    await substitute.visit(letter.links[0] ?? "", { name: "substitute" });
    await substitute.tick(/Potwierdzam udział/);
    await press(substitute, /Wyślij|Zapisz/);
    await substitute.see(/potwierdz/i);
    await substitute.look();
    await substitute.close();
    await organizer.visit(`${debate}/invitations`, { name: "invitations-answered" });
    await organizer.see("Józef Źdźbło");
  });

  test("an answer by phone is written down by the office, and nobody is left to remind", async () => {
    await organizer.visit(`${debate}/invitations`);
    await organizer.page
      .getByRole("link", { name: /^Zapisz odpowiedź/ })
      .last()
      .click();
    await organizer.see("Jak przekazano odpowiedź");
    await organizer.page.getByRole("radio", { name: "Będzie", exact: true }).check();
    await organizer.choose("Jak przekazano odpowiedź", "telefonicznie");
    await press(organizer, "Zapisz odpowiedź");
    await organizer.page.waitForLoadState("networkidle");
    await organizer.look();
    await organizer.visit(debate);
  });

  test("a wrong link opens the one page for all wrong links", async () => {
    const stranger = await browser.person({ screen: "phone" });
    await stranger.visit(`/i/${"x".repeat(43)}`, { status: 404, name: "link-error" });
    await stranger.close();
  });
});

describe("residents take part", () => {
  test("a matter in three fields gives a number and a private code", async () => {
    const resident = await browser.person({ screen: "phone" });
    await resident.visit(publicPage, { name: "debate-public" });
    await resident.see("Dom Kultury, sala kominkowa");
    await resident.visit(`${publicPage}/motions/new`, { name: "motion-new" });
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
    motionPage = new URL(resident.page.url()).pathname;
    expect(motionPage).toMatch(/^\/m\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await resident.close();
  });

  test("seats run out and the next one waits", async () => {
    for (const [name, words] of [
      ["Mieszkanka pierwsza", /zapisan|zarezerwowan/i],
      ["Mieszkanka druga", /oczekuj|rezerwow/i],
    ] as const) {
      const resident = await browser.person({ screen: "phone" });
      await resident.visit(`${publicPage}/register`, { name: "register" });
      await resident.page.locator("[name=name]").fill(name);
      await resident.page
        .locator("[name=seats]")
        .fill("2")
        .catch(() => resident.choose(/miejsc|osób/i, "2"));
      await resident.page.locator("main form button[type=submit]").first().click();
      await resident.page.waitForURL(/\/r\//);
      await resident.see(words);
      await resident.look("registered");
      await resident.close();
    }
  });

  test("the office admits the matter with a public text", async () => {
    await organizer.visit(`${debate}/motions`, { name: "moderation" });
    await organizer.page.locator("[name=textPublic]").fill("Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.");
    await press(organizer, /Przyjmij i opublikuj/);
    await organizer.page.waitForLoadState("networkidle");
    const resident = await browser.person({ screen: "phone" });
    await resident.visit(publicPage);
    await resident.see("Kierowcy nie ustępują pierwszeństwa pieszym przed szkołą.");
    await resident.visit(motionPage, { name: "motion-own" });
    await resident.close();
  });
});
