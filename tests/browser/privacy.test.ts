import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./harness/browser";
import { type Mailbox, startMailbox } from "./harness/mailbox";
import { type Service, startService } from "./harness/service";
import { foundUnit, PASSWORD } from "./harness/unit";

let mailbox: Mailbox;
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  mailbox = await startMailbox();
  service = await startService({ mailbox, env: { SECURITY_CONTACT: "abuse@debata.test" } });
  browser = await openBrowser(service);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await mailbox?.stop();
});

test("an admin keeps periods, texts, requests and the log, on a phone without JavaScript and at a desk with it", async () => {
  const unit = await foundUnit(service);
  for (const options of [{ screen: "phone", javaScript: false }, { screen: "desk" }] as const) {
    const admin = await browser.person(options);
    await admin.visit("/login");
    await admin.fill("E-mail", unit.admin);
    await admin.fill("Hasło", PASSWORD);
    await admin.press("Zaloguj się");
    await admin.see("Co dziś");
    const settings = `/o/${unit.slug}/settings`;
    await admin.visit(`${settings}/retention`, { name: "retention" });
    await admin.press("Zapisz okresy");
    await admin.see("Zapisano.");
    await admin.visit(`${settings}/notices`, { name: "notices" });
    await admin.fill("Uzupełnienie informacji o danych osobowych", "Serwis prowadzi Firma X.");
    await admin.press("Podgląd");
    await admin.see("Podgląd uzupełnień");
    await admin.press("Zapisz");
    await admin.see("Zapisano.");
    await admin.visit(`${settings}/persons`, { name: "persons" });
    await admin.fill("Adres e-mail albo kod wniosku", unit.admin);
    await admin.press("Sprawdź");
    await admin.see("Co jednostka wie");
    await admin.look("person-found");
    await admin.press("Usuń dane tej osoby");
    await admin.see("Usunąć dane tej osoby?");
    await admin.look("person-asked");
    await admin.visit(`${settings}/audit`, { name: "audit" });
    await admin.see("Sprawdzenie danych osoby");
    await admin.visit(`/u/${unit.slug}/privacy`, { name: "privacy" });
    await admin.see("Serwis prowadzi Firma X.");
    await admin.visit(`/u/${unit.slug}/accessibility`, { name: "accessibility" });
    await admin.close();
  }
});

test("whoever finds a hole is told whom to write to", async () => {
  const answer = await fetch(`${service.url}/.well-known/security.txt`);
  expect(answer.headers.get("Content-Type")).toContain("text/plain");
  expect(await answer.text()).toContain("Contact: mailto:abuse@debata.test");
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(browser.problems()).toEqual([]);
});
