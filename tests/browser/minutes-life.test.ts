import { afterAll, beforeAll, expect, test } from "vitest";
import { press, send } from "./chain/story";
import { openBrowser } from "./harness/browser";
import type { Person } from "./harness/person";
import { type Service, startService } from "./harness/service";

/*
 * The life of minutes after they are written, in a unit of the demo: remarks of somebody who was there, on a phone and
 * without JavaScript; decisions; approval; both versions side by side; publication; a correction; the address on paper.
 */
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let organizer: Person;
let official: Person;
const at = { minutes: "", link: "", page: "", hash: "" };

beforeAll(async () => {
  service = await startService({ demo: true });
  browser = await openBrowser(service);
  organizer = await browser.person();
  official = await browser.person({ screen: "phone", colors: "dark", javaScript: false });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

test("the organizer asks those who were there, by letter", async () => {
  await expect.poll(() => service.log(), { timeout: 60_000 }).toMatch(/kont: \S+/);
  const [, password = ""] = /kont: (\S+)/.exec(service.log()) ?? [];
  await organizer.visit("/login");
  await organizer.fill("E-mail", "debaty@kpp-wierzbinow.example");
  await organizer.fill("Hasło", password);
  await press(organizer, "Zaloguj się");
  await organizer.see("Co dziś");
  await organizer.visit("/o/kpp-wierzbinow/debates?show=all");
  await organizer.page
    .getByRole("link", { name: /Bezpiecznie w.sieci/ })
    .first()
    .click();
  await organizer.page.waitForURL(/debates\/[0-9a-f-]{36}/);
  at.minutes = `${/.*\/debates\/[0-9a-f-]{36}/.exec(organizer.page.url())?.[0]}/minutes`;
  await organizer.visit(`${at.minutes}/window`, { name: "minutes-window" });
  await send(organizer, "Wyślij listy i czekaj na uwagi");
  await organizer.see("Zmień termin uwag");
  await organizer.look("minutes-in-correction");
  await organizer.visit("/o/kpp-wierzbinow/outbox");
  await organizer.page
    .getByRole("link", { name: /Projekt protokołu/ })
    .first()
    .click();
  const letter = organizer.page.locator('a[href*="/c/"]').first();
  at.link = (await letter.getAttribute("href")) ?? "";
  expect(at.link).toContain("/c/");
});

test("the official proposes two changes on a phone", async () => {
  await official.visit(at.link, { name: "reader" });
  await official.page
    .getByRole("link", { name: /^Zaproponuj zmianę/ })
    .first()
    .click();
  await official.look("reader-form");
  await official.fill("Akapit po zmianie", "Debatę otwarto o godz. 10.05.");
  await official.fill(/Uzasadnienie/, "Zaczęło się później.");
  await press(official, "Wyślij uwagę");
  await official.see("uwaga jest zapisana");
  await official.page
    .getByRole("link", { name: /^Zaproponuj dopisanie/ })
    .first()
    .click();
  await official.fill("Zdania do dopisania", "Zdanie, które nie padło.");
  await press(official, "Wyślij uwagę");
  await official.see("Zgłoszone uwagi");
  await official.look("reader-sent");
});

test("one is accepted, one is rejected with a reason, and both are told", async () => {
  await organizer.visit(`${at.minutes}/remarks`, { name: "remarks" });
  await send(organizer, /^Przyjmij/);
  await organizer.see("Decyzja zapisana");
  await organizer.page.getByText("Nie przyjmuj").first().click();
  await organizer.page.getByLabel("Dlaczego nie").first().fill("Tego zdania nie było na sali.");
  await send(organizer, /^Nie przyjmuj/);
  await organizer.see("Tego zdania nie było na sali.");
  await organizer.look("remarks-decided");
  await official.visit(at.link);
  await official.see("Tego zdania nie było na sali.");
  expect(await official.read()).toContain("Przyjęta");
});

test("approved, seen side by side, published", async () => {
  await organizer.visit(`${at.minutes}/approve`);
  await send(organizer, "Zatwierdź i nadaj numer");
  await organizer.see(/Zatwierdzony, nr/);
  await organizer.visit(`${at.minutes}/publish`, { name: "publish-preview" });
  await organizer.see("Podgląd obu wersji");
  await send(organizer, "Opublikuj");
  await organizer.see("Każdy może przeczytać protokół");
  await official.visit(at.link, { name: "reader-closed" });
  await official.see("Uwagi są już zamknięte");
  await official.press("Przeczytaj protokół");
  await official.see("Debatę otwarto o godz. 10.05.");
  at.page = official.page.url();
  at.hash = (await official.page.locator('a[href^="/verify/"]').first().getAttribute("href")) ?? "";
  await official.visit(at.hash);
  await official.see("prawdziwy i aktualny");
});

test("a correction takes its place, and the paper of before is known as superseded", async () => {
  await organizer.visit(`${at.minutes}/amendment`, { name: "amendment" });
  await organizer.fill("Powód sprostowania", "Błąd w godzinie.");
  await send(organizer, "Rozpocznij");
  await organizer.see("Co poprawić");
  for (const folded of ["5. Przebieg", "Ad 1."])
    await organizer.page
      .locator("summary")
      .filter({ hasText: folded.replace(/^\d\. /, "") })
      .first()
      .click();
  await organizer.page.locator("[name=text-item-1]").fill("Debatę otwarto o godz. 10.10.");
  await send(organizer, "Zapisz szkic");
  await organizer.see("Szkic sprostowania jest zapisany");
  await organizer.see("Podgląd sprostowania");
  await organizer.look("amendment-draft");
  await send(organizer, "Zatwierdź sprostowanie");
  await organizer.see(/Sprostowanie nr.1 z.dnia/);
  await organizer.look("amended");
  await official.visit(at.hash, { name: "verify-superseded" });
  await official.see(/zastąpiono sprostowaniem nr.1/);
  await official.press("Przeczytaj zastąpiony tekst");
  await official.see("Debatę otwarto o godz. 10.05.");
  await official.look("superseded");
  await official.visit(at.page, { name: "corrected" });
  await official.see("Debatę otwarto o godz. 10.10.");
  await official.visit((await official.page.locator('a[href^="/verify/"]').first().getAttribute("href")) ?? "");
  await official.see("prawdziwy i aktualny");
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(browser.problems()).toEqual([]);
});
