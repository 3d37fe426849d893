import { expect } from "vitest";
import { addDays, formatShort, warsawDate } from "~/platform/time";
import { linkIn, pathOf, press, STARTS_ON } from "../chain/story";
import { openBrowser } from "../harness/browser";
import { type Mailbox, startMailbox } from "../harness/mailbox";
import type { Person } from "../harness/person";
import { type Service, startService } from "../harness/service";
import { foundUnit, PASSWORD } from "../harness/unit";

export const ROADS = {
  name: "Zarząd Dróg Powiatowych w Jarzębowie",
  mail: "drogi@jarzebow.test",
  kind: "Zarządca drogi",
};
export const TOWN_HALL = {
  name: "Urząd Miejski w Jarzębowie",
  mail: "urzad@jarzebow.test",
  kind: "Urząd gminy lub miasta",
};
export const LAMPS = { name: "Jarzębowskie Oświetlenie", mail: "lampy@jarzebow.test", kind: "Inna instytucja" };
type Body = typeof ROADS;

/** As many days from today, as people type it. */
export const inDays = (days: number) => formatShort(addDays(warsawDate(new Date()), days));

/** Bodies and residents sit before phones of 360 px without JavaScript all the time, the organizer at a computer. */
export type Town = {
  mailbox: Mailbox;
  service: Service;
  browser: Awaited<ReturnType<typeof openBrowser>>;
  staff: Person;
  official: Person;
  resident: Person;
  unit: string;
  /** The office's address of the debate, and that of everybody. */
  debate: string;
  publicPage: string;
  /** The one address of each body, as its first letter gave it. */
  desks: Record<string, string>;
};

export async function beginTown(town: Town) {
  town.mailbox = await startMailbox();
  town.service = await startService({ mailbox: town.mailbox });
  town.browser = await openBrowser(town.service);
  town.staff = await town.browser.person();
  town.official = await town.browser.person({ screen: "phone", colors: "dark", javaScript: false });
  town.resident = await town.browser.person({ screen: "phone", javaScript: false });
  town.desks = {};
}

export async function endTown({ browser, service, mailbox }: Partial<Town>) {
  await browser?.close();
  await service?.stop();
  await mailbox?.stop();
}

/** A unit, three bodies, who is competent for lamps of one street, and a debate to come. Played in full elsewhere. */
export async function settle(town: Town) {
  const founded = await foundUnit(town.service, {
    name: "Komenda Powiatowa Policji w Jarzębowie",
    "short-name": "KPP w Jarzębowie",
    slug: "kpp-jarzebow",
    email: "debaty@kpp-jarzebow.test",
    locality: "Jarzębów",
    "locality-in": "w Jarzębowie",
    address: "ul. Owocowa 3, Jarzębów",
    "head-office": "Komendant Powiatowy Policji w Jarzębowie",
  });
  const { staff } = town;
  town.unit = `/o/${founded.slug}`;
  await staff.page.goto("/login");
  await staff.fill("E-mail służbowy", founded.admin);
  await staff.fill("Hasło", PASSWORD);
  await press(staff, "Zaloguj się");
  await staff.see("Co dziś wymaga uwagi");
  for (const { kind, name, mail } of [ROADS, TOWN_HALL, LAMPS]) {
    await staff.page.goto(`${town.unit}/directory/new`);
    await staff.choose("Rodzaj", kind);
    await staff.fill("Nazwa instytucji", name);
    await staff.page.locator("[name=email]").fill(mail);
    await press(staff, "Dodaj do katalogu");
    await staff.see("Stanowiska i osoby");
  }
  await staff.page.goto(`${town.unit}/directory/competence`);
  await staff.choose("Instytucja", ROADS.name);
  await staff.choose("Kategoria", "Oświetlenie");
  await staff.fill("Obszar", "ul. Klonowa");
  await staff.fill("Dlaczego ona", "zarządca dróg powiatowych");
  await press(staff, "Dodaj");
  await staff.page.getByRole("cell", { name: "zarządca dróg powiatowych" }).waitFor();
  await announceDebate(town);
}

async function announceDebate(town: Town) {
  const { staff } = town;
  await staff.page.goto(`${town.unit}/debates/new?kind=initiating&on=${formatShort(STARTS_ON)}`);
  await staff.fill("Temat", "Bezpieczne ulice Jarzębowa");
  await staff.page.getByLabel("Miejsce", { exact: true }).fill("Dom Kultury, sala lustrzana");
  await staff.fill(/^Adres/, "ul. Owocowa 12, Jarzębów");
  await press(staff, "Załóż debatę");
  await staff.page.waitForURL(/\/debates\/[0-9a-f-]{36}$/);
  town.debate = pathOf(staff);
  await staff.page.goto(`${town.debate}/state?to=announce`);
  await press(staff, "Ogłoś debatę");
  await staff.see("Ogłoszona");
  town.publicPage = (await staff.page.getByRole("link", { name: "Strona publiczna" }).getAttribute("href")) ?? "";
}

type Matter = { text: string; place: string; category: string; email?: string };

/** Three fields on a phone, and the office publishes them. Gives the private page of whoever wrote it. */
export async function raise(town: Town, { text, place, category, email }: Matter, { track = "" } = {}) {
  const { resident, staff } = town;
  await resident.page.goto(`${town.publicPage}/motions/new`);
  await resident.fill("Co się dzieje?", text);
  await resident.fill("Gdzie?", place);
  await resident.choose("Czego dotyczy?", category);
  if (email) {
    await resident.page.getByText("Dodaj imię lub kontakt").click();
    await resident.fill(/^E-mail/, email);
  }
  await press(resident, "Wyślij zgłoszenie");
  await resident.see("Dziękujemy, sprawa jest zapisana");
  await openMotion(town, text);
  if (track) await staff.page.locator("[name=legalTrack]").selectOption(track);
  await press(staff, /Przyjmij i opublikuj/);
  await staff.see(/przyjęty i opublikowany/);
  return pathOf(resident);
}

export async function openMotion({ staff, debate }: Town, text: string) {
  await staff.page.goto(`${debate}/motions?stan=all`);
  await staff.page.locator(".queue a", { hasText: text.slice(0, 40) }).click();
  await expect.poll(() => staff.page.locator("[name=textPublic]").inputValue()).toBe(text);
}

/** A task that was agreed on, with the letter to its body. Gives the office's address of it. */
export async function give(town: Town, motion: string, title: string, body: Body) {
  const { staff } = town;
  await staff.page.goto(`${town.debate}/tasks`);
  await staff.page.getByLabel(motion).check();
  await staff.fill("Co ma zostać zrobione", title);
  await staff.choose("Podmiot odpowiedzialny", body.name);
  await press(staff, "Wyznacz zadanie");
  await staff.see("Zadanie wyznaczone");
  await town.mailbox.waitFor({ to: body.mail, subject: title }).then(keepDesk(town, body));
  return pathOf(staff);
}

/** A body has one address: every letter to it leads there. */
export const keepDesk =
  ({ desks }: Town, { mail }: Body) =>
  (letter: Parameters<typeof linkIn>[0]) => {
    const link = linkIn(letter);
    expect(link).toMatch(/\/b\/[\w-]{40,}$/);
    expect(link).toBe(desks[mail] ?? link);
    desks[mail] = link;
  };

/** Opens the form of one task at a body's desk. */
export async function openForm({ official, desks }: Town, { mail }: Body, title: string) {
  await official.page.goto(desks[mail] ?? "");
  await official.page
    .locator(".motion")
    .filter({ hasText: title })
    .getByRole("link", { name: /^Odpowiedz/ })
    .first()
    .click();
  await official.see("Odpowiedź w sprawie zadania");
}

type Answer = { state: string; text: string; name?: string; more?: () => Promise<unknown> };

/** One answer, signed, from the phone of an official. */
export async function answer(town: Town, body: Body, title: string, { state, text, name, more }: Answer) {
  const { official } = town;
  await openForm(town, body, title);
  await official.page.getByRole("radio", { name: state }).first().check();
  await more?.();
  await official.fill("Informacja dla mieszkańców", text);
  await official.fill("Imię i nazwisko", "Zdzisława Jarząbek");
  await official.fill("Stanowisko", "kierownik działu utrzymania");
  if (name) await official.look(`${name}-form`);
  await press(official, "Wyślij odpowiedź");
  await official.see("Dziękujemy. Odpowiedź w sprawie zadania");
  if (name) await official.look(name);
}

/** The public address of a matter, as its author finds it. */
export async function threadOf({ resident }: Town, own: string) {
  await resident.page.goto(own);
  return (await resident.page.getByRole("link", { name: "Zobacz historię sprawy" }).getAttribute("href")) ?? "";
}

export { linkIn, pathOf, press };
