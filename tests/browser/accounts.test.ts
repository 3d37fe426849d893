import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf } from "./accounts/phone";
import { linkIn, press, send } from "./chain/story";
import { openBrowser, type PersonOptions } from "./harness/browser";
import { type Mailbox, startMailbox } from "./harness/mailbox";
import type { Person } from "./harness/person";
import { type Service, startService } from "./harness/service";
import { foundUnit, PASSWORD } from "./harness/unit";

/*
 * Two colleagues and their accounts, the one at a desk, the other on a phone of 360 px without JavaScript: a weak password
 * and a good one, a second factor, a code that was used already, a sheet of codes, a computer left signed in, and a
 * forgotten password. The admin then asks everybody for a second factor, and has to begin with their own.
 */
let mailbox: Mailbox;
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let admin: Person;
let unit: Awaited<ReturnType<typeof foundUnit>>;

beforeAll(async () => {
  mailbox = await startMailbox();
  service = await startService({ mailbox });
  browser = await openBrowser(service);
  unit = await foundUnit(service);
  admin = await browser.person();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await mailbox?.stop();
});

async function password(person: Person, email: string, secret = PASSWORD) {
  await person.visit("/login", { name: "login" });
  await person.fill("E-mail służbowy", email);
  await person.fill("Hasło", secret);
  await press(person, "Zaloguj się");
}
const BAR = "lokaty na rowerze w deszczu";
const letterTo = (to: string, subject: RegExp) => mailbox.waitFor({ to, subject });

test("an admin signs in and invites two colleagues", async () => {
  await password(admin, unit.admin);
  await admin.see("Co dziś wymaga uwagi");
  for (const email of ["biurko@lezyce.test", "telefon@lezyce.test"]) {
    await admin.visit(`/o/${unit.slug}/settings/members`);
    await admin.fill("E-mail służbowy", email);
    await press(admin, "Wyślij zaproszenie");
    await admin.see("Zaproszenie czeka");
  }
});

const WAYS: [string, string, PersonOptions][] = [
  ["at a desk", "biurko@lezyce.test", {}],
  ["on a phone without JavaScript", "telefon@lezyce.test", { screen: "phone", javaScript: false, colors: "dark" }],
];

describe.each(WAYS)("a colleague %s", (_, email, options) => {
  let person: Person;
  let elsewhere: Person;
  const phone = { secret: "", code: "" };
  let sheet: string[] = [];
  const way = options.screen ?? "desk";

  test("joins with a password that anybody would guess, then with a good one", async () => {
    person = await browser.person(options);
    await person.visit(linkIn(await letterTo(email, /Dostęp/)), { name: `${way}-join` });
    await person.fill("Imię i nazwisko", "Żaneta Łoś");
    for (const weak of ["Password2026!", "Żaneta Łoś 2026"]) {
      await person.fill(/^Hasło$/, weak);
      await person.fill("Hasło jeszcze raz", weak);
      await press(person, "Załóż konto");
      await person.see(/^To hasło/);
      await person.look(`${way}-join-weak`);
    }
    await person.fill(/^Hasło$/, PASSWORD);
    await person.fill("Hasło jeszcze raz", PASSWORD);
    await press(person, "Załóż konto");
    await person.see("Co dziś wymaga uwagi");
  });

  test("finds the account beside the name, and sets up a phone", async () => {
    await person.press("Moje konto");
    await person.look(`${way}-account`);
    await person.press("Ustawienia drugiego składnika");
    await person.look(`${way}-factor-off`);
    await person.fill("Hasło", PASSWORD);
    await press(person, "Zacznij");
    await person.see("Krok 2 z 2");
    await person.look(`${way}-factor-offer`);
    phone.secret = ((await person.read()).match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)?.[0] ?? "").replaceAll(" ", "");
    expect(phone.secret).toHaveLength(32);
    await person.fill("Kod z aplikacji", "000000");
    await press(person, /^Włącz$/);
    await person.see("nieprawidłowy");
    await person.fill("Kod z aplikacji", codeOf(phone.secret));
    await press(person, /^Włącz$/);
    await person.see("Kody zapasowe");
    await person.look(`${way}-factor-codes`);
    sheet = (await person.read()).match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
    expect(new Set(sheet).size).toBe(10);
    await person.press("Mam je, dalej");
    await person.see("włączony");
    await letterTo(email, /składnik logowania został włączony/);
  });

  test("signs out, and in again with a code, which opens nothing a second time", async () => {
    await press(person, "Wyloguj się");
    await password(person, email);
    await person.see("Hasło się zgadza");
    await person.look(`${way}-code`);
    phone.code = codeOf(phone.secret, 1);
    await person.fill(/^Kod, 6/, phone.code);
    await press(person, /^Zaloguj się$/);
    await person.see("Co dziś wymaga uwagi");

    elsewhere = await browser.person(options);
    await password(elsewhere, email);
    await elsewhere.fill(/^Kod, 6/, phone.code);
    await press(elsewhere, /^Zaloguj się$/);
    await elsewhere.see("był już użyty");
    await elsewhere.look(`${way}-code-replayed`);
  });

  test("gets in elsewhere with a code of the sheet, once", async () => {
    const [first = ""] = sheet;
    await elsewhere.page.getByText("Nie mam przy sobie telefonu").click();
    await elsewhere.fill("Kod zapasowy", first.toLowerCase());
    await press(elsewhere, "Zaloguj się kodem zapasowym");
    await elsewhere.see("Zostało: 9 kodów zapasowych");
    await elsewhere.look(`${way}-factor-on`);
    await letterTo(email, /Użyto kodu zapasowego/);
    const third = await browser.person(options);
    await password(third, email);
    await third.page.getByText("Nie mam przy sobie telefonu").click();
    await third.fill("Kod zapasowy", first);
    await press(third, "Zaloguj się kodem zapasowym");
    await third.see("nieprawidłowy");
    await third.look(`${way}-code-spent`);
    await third.close();
  });

  test("signs the other computer out, which is really out", async () => {
    await elsewhere.visit(`/o/${unit.slug}`);
    await elsewhere.see("Co dziś wymaga uwagi");
    await person.visit("/account", { name: `${way}-account-on` });
    await person.press(/^Wyloguj –/);
    await person.look(`${way}-session-end`);
    await person.fill("Obecne hasło", "nie to haslo");
    await press(person, /^Wyloguj$/);
    await person.see("To nie jest hasło");
    await person.fill("Obecne hasło", PASSWORD);
    await press(person, /^Wyloguj$/);
    await person.see("Wylogowano.");
    await elsewhere.visit(`/o/${unit.slug}`);
    await elsewhere.see("E-mail służbowy");
    await person.visit(`/o/${unit.slug}`);
    await person.see("Co dziś wymaga uwagi");
  });

  test("has forgotten the password: the same answer for anybody, a letter, a new one; signed out everywhere", async () => {
    await elsewhere.press("Nie pamiętam hasła");
    await elsewhere.look(`${way}-forgotten`);
    for (const asked of ["nikt@lezyce.test", email]) {
      await elsewhere.fill("E-mail służbowy", asked);
      await send(elsewhere, "Wyślij link");
      await elsewhere.see("Jeżeli jest konto z tym adresem");
    }
    await elsewhere.look(`${way}-forgotten-sent`);
    const link = linkIn(await letterTo(email, /^Nowe hasło/));
    await elsewhere.visit(link, { name: `${way}-reset` });
    await elsewhere.fill(/^Nowe hasło$/, BAR);
    await elsewhere.fill("Nowe hasło jeszcze raz", BAR);
    await press(elsewhere, "Zapisz nowe hasło");
    await elsewhere.see("Hasło zostało zmienione");
    await letterTo(email, /^Hasło zostało zmienione/);
    await elsewhere.visit(link, { status: 404, name: `${way}-reset-used` });
    await person.visit(`/o/${unit.slug}`);
    await person.see("E-mail służbowy");
    await password(person, email, BAR);
    await person.page.getByText("Nie mam przy sobie telefonu").click();
    await person.fill("Kod zapasowy", sheet[1] ?? "");
    await press(person, "Zaloguj się kodem zapasowym");
    await person.see("Zostało: 8 kodów zapasowych");
  });

  test("changes it once more, and switches the second factor off and on", async () => {
    await person.visit("/account");
    await person.fill("Obecne hasło", BAR);
    await person.fill(/^Nowe hasło$/, PASSWORD);
    await person.fill("Nowe hasło jeszcze raz", PASSWORD);
    await press(person, "Zmień hasło");
    await person.see("Hasło zostało zmienione");
    await person.look(`${way}-account-changed`);
    await person.visit("/account/second-factor?wylacz", { name: `${way}-factor-end` });
    await person.fill("Hasło", PASSWORD);
    await person.fill("Kod z aplikacji albo kod zapasowy", sheet[2] ?? "");
    await press(person, /^Wyłącz$/);
    await person.see("został wyłączony");
    await letterTo(email, /składnik logowania został wyłączony/);
  });
});

test("the admin asks everybody for it, and is the first to be led there", async () => {
  await admin.visit(`/o/${unit.slug}/settings`, { name: "settings-factor" });
  await admin.page.getByLabel("wymagany od wszystkich").check();
  await press(admin, /^Zapisz$/);
  await admin.see("Jednostka wymaga drugiego składnika");
  await admin.look("factor-needed");
  await admin.fill("Hasło", PASSWORD);
  await press(admin, "Zacznij");
  await admin.see("Krok 2 z 2");
  const secret = ((await admin.read()).match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)?.[0] ?? "").replaceAll(" ", "");
  await admin.fill("Kod z aplikacji", codeOf(secret));
  await press(admin, /^Włącz$/);
  await admin.see("Kody zapasowe");
  await admin.press("Mam je, dalej");
  await admin.see("Co dziś wymaga uwagi");
  await admin.visit(`/o/${unit.slug}/settings/members`, { name: "members-factor" });
  await admin.see("brak");
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(browser.problems()).toEqual([]);
});
