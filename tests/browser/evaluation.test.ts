import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../setup/pdf";
import { pathOf, press } from "./chain/story";
import { type Evening, heldDebate, row, signIn, watch } from "./evaluation/evening";
import { openBrowser } from "./harness/browser";
import type { Person } from "./harness/person";
import { startService } from "./harness/service";

/*
 * The evening on which promises come back to the hall: made in one click from a debate of the demo, led from one computer,
 * seen on the projector's, and voted on by phones with and without JavaScript and by raised hands.
 */
const LAMP = "Na przystanku rano jest ciemno";
const LESSONS = "Warsztaty dla klas pierwszych";
const evening = {} as Evening;
let phone: Person;
let plainPhone: Person;
let third: Person;

beforeAll(async () => {
  evening.service = await startService({ demo: true });
  evening.browser = await openBrowser(evening.service);
  evening.staff = await evening.browser.person();
  evening.projector = await evening.browser.person({
    colors: "dark",
    context: { viewport: { width: 1280, height: 720 } },
  });
  phone = await evening.browser.person({ screen: "phone" });
  plainPhone = await evening.browser.person({ screen: "phone", colors: "dark", javaScript: false });
  third = await evening.browser.person({ screen: "phone" });
  evening.unit = "/o/kpp-wierzbinow";
  evening.earlier = `${evening.unit}/debates/${heldDebate(evening.service)}`;
}, 120_000);
afterAll(async () => {
  await evening.browser?.close();
  await evening.service?.stop(); // with open streams of the screen and the phones
});

test("the evaluation is made in one click from the debate that was held", async () => {
  const { staff } = evening;
  await signIn(evening);
  await staff.visit(evening.earlier, { name: "evaluation-from-debate" });
  await staff.press("Debata ewaluacyjna");
  await staff.see("Porządek powstanie z zadań tej debaty");
  await staff.look("evaluation-plan");
  await press(staff, "Przygotuj debatę ewaluacyjną");
  await staff.see("Ewaluacja: Bezpiecznie w sieci i po lekcjach");
  await staff.page.waitForURL(/\/debates\/[0-9a-f-]{36}$/);
  evening.debate = pathOf(staff);
  expect(evening.debate).not.toBe(evening.earlier);
  await staff.look("evaluation-made");
  await staff.visit(`${evening.debate}/agenda`, { name: "evaluation-agenda" });
  await staff.visit(`${evening.debate}/state?to=announce`);
  await press(staff, "Ogłoś debatę");
  await staff.see("Ogłoszona");
});

test("before the hall is open the screen shows the agenda and the phones wait", async () => {
  const { staff, projector } = evening;
  await staff.visit(`${evening.debate}/hall`, { name: "hall-desk-early" });
  evening.screen = (await staff.page.getByRole("link", { name: "Otwórz ekran sali" }).getAttribute("href")) ?? "";
  const addresses = await staff.page.locator("dd .num").allInnerTexts();
  evening.vote = addresses[1]?.replace(/^[^/]+/, "") ?? "";
  await projector.visit(evening.screen);
  await watch(projector, /Ewaluacja:/, "screen-agenda");
  for (const each of [phone, plainPhone]) {
    await each.visit(evening.vote, { name: "vote-early" });
    await each.see("Debata jeszcze się nie rozpoczęła");
  }
  await third.visit(evening.vote);
});

test("staff open the hall and steer the screen to a slide, also with the arrow key", async () => {
  const { staff, projector } = evening;
  await staff.visit(`${evening.debate}/state?to=open`);
  await staff.page.getByRole("checkbox", { name: /przed terminem/ }).check();
  await press(staff, "Otwórz salę");
  await staff.see("Otwarto salę");
  await staff.visit(`${evening.debate}/hall`);
  await phone.see("Teraz nie ma głosowania");
  await press(staff, "Pierwszy slajd");
  await watch(projector, "Obiecaliśmy", "screen-slide");
  await projector.see("Zrobiliśmy");
  await projector.see("Czego brak i dlaczego");
  await projector.see(LESSONS);
  await row(evening, LESSONS).and(staff.page.locator("[aria-current=step]")).waitFor();
  await staff.page.keyboard.press("ArrowRight");
  await projector.see(LAMP);
  await projector.see(/Lampę naprawiono/);
  await watch(projector, "Głosuj telefonem", "screen-slide-done");
  await staff.look("hall-desk-slide");
});

test("the question reaches the screen and the phones by itself; one vote a phone, which may be changed", async () => {
  const { staff, projector } = evening;
  await row(evening, LAMP)
    .getByRole("button", { name: /Otwórz głosowanie/ })
    .click();
  await watch(projector, "Czy ten wniosek zrealizowano?", "screen-ballot");
  await phone.see(LAMP);
  await phone.look("vote-open");
  await press(phone, "Zrealizowano");
  await phone.see("Zapisano głos: zrealizowano.");
  await phone.look("vote-cast");

  await plainPhone.visit(evening.vote, { name: "vote-plain" });
  await press(plainPhone, "Częściowo");
  await plainPhone.see("Zapisano głos: częściowo.");
  await plainPhone.look("vote-plain-cast");

  await third.see(LAMP);
  await press(third, "Nie zrealizowano");
  await third.see("Zapisano głos: nie zrealizowano.");
  await press(third, "Częściowo");
  await third.see("Zapisano głos: częściowo.");
  await projector.see(/3.głosy z.telefonów/);
  await staff.page.locator(".pair .num", { hasText: "2" }).waitFor();
});

test("raised hands are typed; what cannot be read is said at its field and nothing typed is lost", async () => {
  const { staff, projector } = evening;
  await staff.page.getByLabel("Zrealizowano: podniesione ręce", { exact: true }).fill("siedem");
  await staff.page.getByLabel("Częściowo: podniesione ręce").fill("1");
  await press(staff, /Zamknij głosowanie/);
  await staff.page.locator("[aria-invalid=true]").waitFor();
  await staff.look("hall-desk-invalid");
  expect(await staff.page.getByLabel("Częściowo: podniesione ręce").inputValue()).toBe("1");
  await staff.page.getByLabel("Zrealizowano: podniesione ręce", { exact: true }).fill("7");
  await staff.look("hall-desk-open");
  await press(staff, /Zamknij głosowanie/);
  await staff.see("zrealizowano 8 · częściowo 3 · nie 0");
  await watch(projector, /11.głosów: 8.przez podniesienie ręki, 3.telefonem/, "screen-result");
  await phone.see("Teraz nie ma głosowania");
  await plainPhone.press("Sprawdź, czy jest nowe pytanie");
  await plainPhone.see("Teraz nie ma głosowania");
  await staff.look("hall-desk-result");
});

test("a tie says that less was done; the chair may see it otherwise, with a reason", async () => {
  const { staff, projector } = evening;
  await row(evening, LESSONS)
    .getByRole("button", { name: /Otwórz głosowanie/ })
    .click();
  await projector.see("Czy ten wniosek zrealizowano?");
  await staff.page.getByLabel("Częściowo: podniesione ręce").fill("5");
  await staff.page.getByLabel("Nie zrealizowano: podniesione ręce").fill("5");
  await staff.choose("Ocena", "Częściowo");
  await press(staff, /Zamknij głosowanie/);
  await staff.see("Ocena jest inna niż wynik głosowania");
  await staff.look("hall-desk-note");
  expect(await staff.page.getByLabel("Nie zrealizowano: podniesione ręce").inputValue()).toBe("5");
  await staff.fill(/^Powód innej oceny/, "Pierwsze zajęcia już się odbyły.");
  await press(staff, /Zamknij głosowanie/);
  await staff.see("zrealizowano 0 · częściowo 5 · nie 5");
  await watch(projector, /10.głosów/, "screen-result-overruled");
  await press(staff, "Pusty ekran");
  await projector.page.locator(".hall--blank").waitFor();
  await projector.look("screen-blank");
});

test("„Zamknij ewaluację…” carries the unkept promise on", async () => {
  const { staff } = evening;
  await staff.visit(`${evening.debate}/evaluation`, { name: "evaluation-table" });
  await staff.see("Zadania przenoszone");
  expect(await staff.page.getByRole("checkbox", { name: /Warsztaty o.cyberprzemocy/ }).isChecked()).toBe(true);
  await press(staff, /^Zamknij ewaluację/);
  await staff.see(/Już przeniesione: /);
  await staff.look("evaluation-carried");
});

test("the draft of the minutes carries the table of results", async () => {
  const { staff } = evening;
  await staff.visit(`${evening.debate}/state?to=hold`);
  await press(staff, "Zakończ debatę");
  await staff.see("Zakończono debatę");
  await phone.see("Debata się zakończyła");
  await phone.look("vote-over");
  await staff.visit(`${evening.debate}/minutes`, { name: "evaluation-minutes" });
  const answer = await staff.page.context().request.get(`${evening.debate}/minutes.pdf?wersja=wewnetrzna`);
  const pdf = (await textOf(new Uint8Array(await answer.body()))).replace(/\s+/g, " ");
  await staff.see(/4.2026.02/);
  for (const words of [/Ocena sali/i, /8.:.3.:.0/, /0.:.5.:.5/]) expect(pdf).toMatch(words);
  expect(pdf).toContain("Zadania przenoszone");
});

test("everybody finds the hall's verdict on the public page of the matter", async () => {
  const resident = await evening.browser.person({ screen: "phone" });
  await resident.visit("/u/kpp-wierzbinow/tracker/4-2026-02", { name: "evaluation-public" });
  await resident.see(/[Zz]realizowano/);
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(evening.browser.problems()).toEqual([]);
});
