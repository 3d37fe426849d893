import { expect, test } from "vitest";
import type { Person } from "../harness/person";
import { PASSWORD } from "../harness/unit";
import { CLERK, LAMP, linkIn, pathOf, press, SECRET, type Story } from "./story";

/** The motion's line on the live screen; an earlier one may be quoted in the form of a later one. */
const taken = (clerk: Person, words: string) => clerk.page.locator(".taken > li").filter({ has: title(clerk, words) });
const title = (clerk: Person, words: string) => clerk.page.locator(".rows__title", { hasText: words });

const said = (clerk: Person, words: string, outcome: string) =>
  taken(clerk, words).locator(".badge", { hasText: outcome }).waitFor();

/** „/” leads to the line, Ctrl+Enter saves it. Keys are heard as soon as the page has its scripts. */
async function capture(clerk: Person, words: string, more: () => Promise<unknown> = async () => {}) {
  const line = clerk.page.getByLabel("Treść", { exact: true });
  await expect
    .poll(async () => {
      await clerk.page.keyboard.press("/");
      return line.evaluate((field) => field === document.activeElement);
    })
    .toBe(true);
  await clerk.page.keyboard.type(words);
  await more();
  await line.press("Control+Enter");
  await taken(clerk, words).waitFor();
  await expect.poll(() => line.inputValue()).toBe("");
  await line.blur();
}

async function decide(clerk: Person, words: string, outcome: string, fill: (row: ReturnType<typeof taken>) => unknown) {
  const row = taken(clerk, words);
  const details = row.locator("details");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await fill(row);
  await row.getByRole("button", { name: new RegExp(`${outcome} – wniosek`) }).click();
}

export function evening(story: Story) {
  test("a clerk is invited into the unit and joins from the letter", async () => {
    await story.organizer.visit(`${story.unit}/settings/members`, { name: "members" });
    await story.organizer.fill("E-mail służbowy", CLERK);
    await story.organizer.page.getByRole("radio", { name: /^Protokolant/ }).check();
    await press(story.organizer, "Wyślij zaproszenie");
    await story.organizer.see("Zaproszenie czeka w skrzynce nadawczej");
    story.clerk = await story.browser.person();
    await story.clerk.visit(linkIn(await story.mailbox.waitFor({ to: CLERK })), { name: "join" });
    await story.clerk.fill(/^Imię/, "Wioletta Świątek-Źrebiec");
    await story.clerk.fill(/^Hasło$/, PASSWORD);
    await story.clerk.fill("Hasło jeszcze raz", PASSWORD);
    await press(story.clerk, /^Załóż konto/);
    await story.clerk.see("Co dziś wymaga uwagi");
  });

  test("the organizer opens the hall, and the clerk leads through the agenda with a button and with a key", async () => {
    await story.organizer.visit(`${story.debate}/state?to=open`, { name: "state-open" });
    await story.organizer.page.getByRole("checkbox", { name: /przed terminem/ }).check();
    await press(story.organizer, "Otwórz salę");
    await story.organizer.see("Otwarto salę");
    const { clerk } = story;
    await clerk.visit(`${story.debate}/live`, { name: "live-start" });
    await press(clerk, /Rozpocznij pierwszy punkt/);
    await clerk.see("Punkt 1 z 9");
    const second = clerk.page.getByText("Punkt 2 z 9");
    await expect
      .poll(async () => {
        if (!(await second.isVisible())) await clerk.page.keyboard.press("n");
        return second.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
      })
      .toBe(true);
  });

  test("motions are typed while people speak, without the mouse", async () => {
    const { clerk } = story;
    await capture(clerk, LAMP, () => clerk.choose("Kategoria", "Oświetlenie"));
    await capture(clerk, "Latarnia koło przystanku znowu zgasła.");
    await capture(clerk, "Kto jest naszym dzielnicowym?");
    await capture(clerk, "Za cmentarzem leży dzikie wysypisko.");
    await capture(clerk, "Bilety kolejowe są za drogie.");
    await clerk.fill("Treść", SECRET);
    await press(clerk, "Zapisz jako utajniony");
    await said(clerk, SECRET, "Tylko dla Policji");
    await clerk.look("live-taken");
  });

  test("each motion gets its outcome in the hall", async () => {
    const { clerk } = story;
    await decide(clerk, "Bilety kolejowe", "Poza zakresem", (row) =>
      row.getByLabel("Odpowiedź lub uzasadnienie").fill("Cen biletów nie ustala żaden z obecnych podmiotów."),
    );
    await said(clerk, "Bilety kolejowe", "Poza zakresem");
    await decide(clerk, "dzikie wysypisko", "Przekazanie", (row) =>
      row.getByLabel("Podmiot").selectOption({ label: "Urząd Miejski w Łężycach" }),
    );
    await said(clerk, "dzikie wysypisko", "Przekazanie: Urząd Miejski w Łężycach");
    await decide(clerk, "naszym dzielnicowym", "Odpowiedziano", (row) =>
      row.getByLabel("Odpowiedź lub uzasadnienie").fill("Dzielnicowy dyżuruje w szkole w każdy wtorek."),
    );
    await said(clerk, "naszym dzielnicowym", "Odpowiedziano na debacie");
    await decide(clerk, "znowu zgasła", "Połącz", async (row) => {
      const into = row.getByLabel("Połącz z wnioskiem");
      const lamp = into.locator("option", { hasText: LAMP.slice(0, 20) });
      await into.selectOption((await lamp.getAttribute("value")) ?? "");
    });
    await said(clerk, "znowu zgasła", "Połączono z");
    await decide(clerk, LAMP, "Zadanie", (row) =>
      row.getByLabel("Podmiot").selectOption({ label: "Zarząd Dróg Powiatowych" }),
    );
    await said(clerk, LAMP, "Zadanie: Zarząd Dróg Powiatowych");
    await clerk.look("live-decided");
  });

  test("people are counted by group, officials by name", async () => {
    const { clerk } = story;
    const residents = clerk.page.locator(".stepper", { hasText: "Mieszkańcy" });
    for (const count of ["1", "2", "3"]) {
      await residents.getByRole("button", { name: "Dodaj: Mieszkańcy" }).click();
      await residents.locator("b", { hasText: count }).waitFor();
    }
    await clerk.visit(`${story.debate}/attendance`, { name: "attendance" });
    for (const presence of ["Obecny przez zastępcę", "Obecny"]) {
      const row = clerk.page
        .locator("tr", { has: clerk.page.getByRole("combobox", { name: "Obecność" }) })
        .filter({ hasText: presence === "Obecny" ? "Zarząd Dróg" : "Burmistrz" });
      await row.getByRole("combobox").selectOption({ label: presence });
      await row.getByRole("button", { name: /^Zapisz/ }).click();
      await row.locator(".badge", { hasText: presence }).waitFor();
    }
    await clerk.look("attendance-noted");
  });

  test("the debate is ended", async () => {
    await story.organizer.visit(`${story.debate}/state?to=hold`, { name: "state-hold" });
    await press(story.organizer, "Zakończ debatę");
    await story.organizer.see("Zakończono debatę");
    expect(pathOf(story.organizer)).toBe(story.debate);
    await story.organizer.look("debate-held");
  });
}
