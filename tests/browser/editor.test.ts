import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./harness/browser";
import type { Person } from "./harness/person";
import { type Service, startService } from "./harness/service";

/*
 * The editor of the minutes as two people use it: nothing has to be saved by hand, nothing is lost on the way, and a
 * sentence is three keys away. The demo has a debate whose minutes nobody has begun.
 */
const UNIT = "/o/kpp-wierzbinow";
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let clerk: Person;
let minutes: string;

async function signIn(person: Person, account: string) {
  const password = /hasło do wszystkich kont: (\S+)/.exec(service.log())?.[1] ?? "";
  await person.visit("/login");
  await person.fill("E-mail", `${account}@kpp-wierzbinow.example`);
  await person.fill("Hasło", password);
  await person.press("Zaloguj się");
  await person.see("Dziś");
}

beforeAll(async () => {
  service = await startService({ demo: true });
  browser = await openBrowser(service);
  clerk = await browser.person();
  await signIn(clerk, "protokol");
  await clerk.visit(`${UNIT}/debates`);
  const row = clerk.page
    .getByRole("listitem")
    .or(clerk.page.getByRole("row"))
    .filter({ hasText: /4\/20\d\d/ });
  minutes = `${await row.getByRole("link").first().getAttribute("href")}/minutes`;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const field = ({ page }: Person, title: string) => page.getByRole("textbox", { name: `Treść: ${title}` });
const kept = ({ page }: Person) => page.evaluate(() => Object.keys(localStorage).length);

/** A slow machine saves once more on the way, so that versions are read and not counted on. */
async function savedVersion(person: Person, title: string) {
  await expect.poll(() => kept(person), { timeout: 15_000 }).toBe(0);
  const place = (await field(person, title).getAttribute("name")) ?? "";
  return Number(await person.page.locator(`input[name="${place.replace("part-", "version-")}"]`).inputValue());
}

test("what is typed is saved by itself, and the cursor stays where it is", async () => {
  await clerk.visit(minutes, { name: "editor" });
  await clerk.see("Tekst zapisuje się sam.");
  await field(clerk, "Ustalenia").click();
  await clerk.page.keyboard.press("ControlOrMeta+a");
  await clerk.page.keyboard.type("Ustalono przegląd oświetlenia");
  await clerk.see(/Zapisano \d/);
  await clerk.page.keyboard.type(" na całym osiedlu.");
  expect(await field(clerk, "Ustalenia").inputValue()).toBe("Ustalono przegląd oświetlenia na całym osiedlu.");
  await clerk.page.keyboard.press("ControlOrMeta+s");
  await clerk.see(/Wersja 2 ·/);
  await clerk.look("editor-saved");
  expect(await kept(clerk)).toBe(0);
  await clerk.visit(minutes);
  expect(await field(clerk, "Ustalenia").inputValue()).toBe("Ustalono przegląd oświetlenia na całym osiedlu.");
});

test("the check follows what saved itself, and leaves the cursor alone", async () => {
  const survey = field(clerk, "Wyniki ankiet");
  const fault = clerk.page.getByRole("link", { name: "„Wyniki ankiet”: do uzupełnienia zostało" });
  await survey.fill("Zwrócono {liczba} ankiet");
  await fault.waitFor();
  await survey.press("ControlOrMeta+End");
  await clerk.page.keyboard.type(" razem.");
  expect(await survey.inputValue()).toBe("Zwrócono {liczba} ankiet razem.");
  expect(await fault.getAttribute("href")).toBe(`#${await survey.getAttribute("id")}`);
  expect(await survey.evaluate((text) => text === document.activeElement)).toBe(true);
  await survey.fill("");
  await fault.waitFor({ state: "hidden" });
});

test("a phrase and its places, from the keyboard alone; and back to the text when none is taken", async () => {
  const survey = field(clerk, "Wyniki ankiet");
  await survey.click();
  await clerk.page.keyboard.type("/prze wlasc");
  await clerk.see("Przekazanie według właściwości");
  await clerk.look("editor-phrases");
  await clerk.page.keyboard.press("Enter");
  await clerk.page.keyboard.type("4/12");
  await clerk.page.keyboard.press("Tab");
  await clerk.page.keyboard.type("Zarząd Dróg");
  await clerk.page.keyboard.press("Tab");
  expect(await survey.inputValue()).toBe(
    "Wniosek nr 4/12 zostanie przekazany według właściwości: Zarząd Dróg. O przekazaniu zostanie zawiadomiony wnioskodawca.",
  );
  await survey.press("ControlOrMeta+End");
  await clerk.page.keyboard.type("\n/ankieta");
  await clerk.page.keyboard.press("Enter");
  await clerk.page.keyboard.type("22");
  await clerk.page.keyboard.press("Tab");
  expect(await survey.inputValue()).toContain("Zwrócono 22\u00a0ankiety.");
  await survey.press("ControlOrMeta+End");
  await clerk.page.keyboard.type(" /Nie ma");
  await clerk.page.keyboard.press("Escape");
  await clerk.page.keyboard.type(" takiej frazy");
  expect(await survey.inputValue()).toMatch(/ankiety\. \/Nie ma takiej frazy$/);
});

test("a marked passage is in the office's paper only", async () => {
  const findings = field(clerk, "Ustalenia");
  await findings.press("ControlOrMeta+End");
  await clerk.page.keyboard.type(" Zgłosił sąsiad spod siódemki");
  for (let i = 0; i < "sąsiad spod siódemki".length; i++) await clerk.page.keyboard.press("Shift+ArrowLeft");
  await clerk.page.keyboard.press("ControlOrMeta+[");
  expect(await findings.inputValue()).toMatch(/Zgłosił \[\[sąsiad spod siódemki\]\]$/);
  await clerk.page.keyboard.press("ControlOrMeta+s");
  expect(await savedVersion(clerk, "Ustalenia")).toBeGreaterThan(2);
});

test("two people in one part: each text is there, and the other parts go on", async () => {
  const version = await savedVersion(clerk, "Ustalenia");
  const organizer = await browser.person({ colors: "dark" });
  await signIn(organizer, "debaty");
  await organizer.visit(minutes, { name: "editor-dark" });
  await field(organizer, "Ustalenia").fill("Tekst organizatora.");
  await organizer.page.keyboard.press("ControlOrMeta+s");
  await organizer.see(`Wersja ${version + 1} ·`);

  await field(clerk, "Ustalenia").fill("Tekst protokolanta.");
  await field(clerk, "Załączniki").fill("Lista obecności");
  await clerk.see("Nic nie zginęło");
  await clerk.see("Tekst organizatora.");
  expect(await field(clerk, "Ustalenia").inputValue()).toBe("Tekst protokolanta.");
  await clerk.look("editor-both");
  await clerk.press("Dopisz zapisany tekst do pola");
  await clerk.press(`Zapisz jako wersję ${version + 2}`);
  await clerk.see(`Wersja ${version + 2} ·`);
  expect(await field(clerk, "Ustalenia").inputValue()).toBe("Tekst protokolanta.\nTekst organizatora.");
  await organizer.visit(minutes);
  expect(await field(organizer, "Załączniki").inputValue()).toBe("Lista obecności");
  await organizer.page.getByRole("link", { name: "Historia – Ustalenia" }).click();
  for (const text of ["Tekst organizatora.", "Tekst protokolanta."]) await organizer.see(text);
  await organizer.look("editor-history");
  await organizer.close();
});

test("without a connection nothing is lost, not even when the page is closed; then it is saved", async () => {
  const distribution = field(clerk, "Rozdzielnik");
  await clerk.page.context().setOffline(true);
  await distribution.fill("egz. nr 1 – aa, pisane bez sieci");
  await clerk.page.keyboard.press("ControlOrMeta+s");
  await clerk.see("Nie zapisano: brak połączenia, tekst jest bezpieczny w tej przeglądarce");
  expect(await kept(clerk)).toBe(1);
  await clerk.page.context().setOffline(false);
  await clerk.page.getByText("Nie zapisano").first().waitFor({ state: "hidden" });
  expect(await kept(clerk)).toBe(0);

  // The door answers nothing: the page is closed with the text still unsaved, and opened again.
  await clerk.page.route("**/autosave", (route) => route.abort());
  await distribution.fill("egz. nr 1 – aa, zamknięte bez zapisu");
  await clerk.page.keyboard.press("ControlOrMeta+s");
  await clerk.see("Nie zapisano: brak połączenia");
  // Only that page is cut off, and it stays so until it is closed: it tries again by itself.
  const again = await clerk.page.context().newPage();
  await clerk.page.close();
  await again.goto(`${service.url}${minutes}`);
  await again
    .getByText(/Zapisano \d/)
    .first()
    .waitFor();
  expect(await again.getByRole("textbox", { name: "Treść: Rozdzielnik" }).inputValue()).toContain(
    "zamknięte bez zapisu",
  );
  await again.close();
});

test("the library of phrases belongs to the unit", async () => {
  const admin = await browser.person();
  await signIn(admin, "koordynator");
  await admin.visit(`${UNIT}/settings/phrases`, { name: "phrases" });
  await admin.fill("Nazwa", "Podziękowanie straży");
  await admin.fill("Treść", "Podziękowano strażakom za {za co}.");
  await admin.press("Dodaj frazę");
  await admin.see("Zapisano.");
  await admin.see("Podziękowanie straży");
  await admin.look("phrases-added");
  await admin.close();
});

test("without scripts a phrase comes under what was typed", async () => {
  const plain = await browser.person({ javaScript: false, screen: "phone" });
  await signIn(plain, "debaty");
  await plain.visit(minutes, { name: "editor-plain" });
  await field(plain, "Ustalenia").fill("Napisane bez skryptów.");
  await plain.choose("Fraza do części: Ustalenia", "Brak wniosków");
  await plain.press("Wstaw frazę – Ustalenia");
  expect(await field(plain, "Ustalenia").inputValue()).toBe(
    "Napisane bez skryptów.\nW tym punkcie nie zgłoszono wniosków.",
  );
  await plain.close();
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(browser.problems()).toEqual([]);
});
