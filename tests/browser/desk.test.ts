import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPhoto } from "../setup/photos";
import { press } from "./chain/story";
import { openBrowser } from "./harness/browser";
import type { Person } from "./harness/person";
import { type Service, startService } from "./harness/service";

/*
 * A town hall at its desk, two colleagues on phones without JavaScript, and the organizer at a computer: news with a
 * picture, a question for another date and its answer, "not ours" and its answer. The unit is one of the demo.
 */
let service: Service;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let clerk: Person;
let colleague: Person;
let organizer: Person;
const at = { desk: "", task: "", office: "" };

beforeAll(async () => {
  service = await startService({ demo: true });
  browser = await openBrowser(service);
  clerk = await browser.person({ screen: "phone", javaScript: false });
  colleague = await browser.person({ screen: "phone", colors: "dark", javaScript: false });
  organizer = await browser.person();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** A personal link stands in letters only; here it is made as the service makes it. */
function findDesk() {
  const database = new Database(join(service.folder, "debata.db"), { readonly: true });
  const row = database
    .prepare(
      "select t.id as task, b.id as body, b.desk_generation as generation from tasks t join bodies b on b.id = t.owner_body_id where t.state = 'in_progress' and b.name = 'Urząd Miejski w Wierzbinowie'",
    )
    .get() as { task: string; body: string; generation: number };
  database.close();
  const secret = readFileSync(join(service.folder, "secret"), "utf8").trim();
  const token = createHmac("sha256", secret).update(`desk:${row.body}:${row.generation}`).digest("base64url");
  return { desk: `/b/${token}`, task: row.task, office: `/o/kpp-wierzbinow/tasks/${row.task}` };
}

async function sign(person: Person, name: string, post: string) {
  await person.fill("Imię i nazwisko", name);
  await person.fill("Stanowisko", post);
  await press(person, "Wyślij odpowiedź");
}
const openForm = (person: Person) => person.visit(`${at.desk}?zadanie=${at.task}`, { name: "desk-form" });
const answer = (person: Person, state: RegExp) => person.page.getByRole("radio", { name: state }).check();

test("news, per cent and a picture, from a phone", async () => {
  await expect.poll(() => service.log(), { timeout: 60_000 }).toMatch(/kont: \S+/);
  Object.assign(at, findDesk());
  await openForm(clerk);
  await answer(clerk, /^W.realizacji/);
  await clerk.fill(/^Ile już zrobiono/, "30");
  await clerk.fill("Informacja dla mieszkańców", "Zamówiono oprawy.");
  const buffer = Buffer.from(await aPhoto({ width: 400, height: 300 }));
  await clerk.page.setInputFiles("[name=evidence]", { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer });
  await clerk.fill(/^Co jest na zdjęciu/, "Stara latarnia");
  await sign(clerk, "Jan Kowal", "kierownik Referatu Dróg");
  await clerk.see("Dziękujemy");
  await clerk.see("Postęp: 30%");
  await clerk.look("desk-with-picture");
  const picture = await clerk.page.request.get(
    (await clerk.page.getByRole("link", { name: "Stara latarnia" }).getAttribute("href")) ?? "",
  );
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
});

test("a film of 50 MB is refused beside its field, and the text stays", async () => {
  await openForm(clerk);
  await answer(clerk, /^Zrealizowane/);
  await clerk.fill("Informacja dla mieszkańców", "Gotowe.");
  const film = join(service.folder, "film.mp4");
  writeFileSync(film, Buffer.alloc(50_000_000, 1));
  await clerk.page.setInputFiles("[name=evidence]", film);
  await sign(clerk, "Jan Kowal", "kierownik Referatu Dróg");
  await clerk.see("Ten plik ma więcej niż 12 MB");
  expect(await clerk.page.inputValue("[name=text]")).toBe("Gotowe.");
  await clerk.look("desk-too-large");
});

test("a colleague reads what was said, and asks for another date", async () => {
  await openForm(colleague);
  await colleague.page.getByText("Przebieg sprawy").click();
  await colleague.see(/Jan Kowal, kierownik Referatu Dróg/);
  await answer(colleague, /^Prosimy o.inny termin/);
  await colleague.fill(/^Nowy termin/, "30.12.2028");
  await sign(colleague, "Anna Lis", "inspektor");
  await colleague.see("Proszę podać powód.");
  await colleague.fill("Informacja dla mieszkańców", "Czekamy na uchwałę budżetową.");
  await press(colleague, "Wyślij odpowiedź");
  await colleague.see(/Organizator jeszcze nie zdecydował/);
  await colleague.look("desk-asked");
});

test("the organizer sees it in the morning, and agrees in one click", async () => {
  const [, password = ""] = /kont: (\S+)/.exec(service.log()) ?? [];
  await organizer.visit("/login");
  await organizer.fill("E-mail", "debaty@kpp-wierzbinow.example");
  await organizer.fill("Hasło", password);
  await press(organizer, "Zaloguj się");
  await organizer.see("Prośba o termin");
  await organizer.visit("/o/kpp-wierzbinow/tasks?show=proposed", { name: "tasks-proposed" });
  await organizer.visit(at.office, { name: "task-asked" });
  await organizer.see("Anna Lis, inspektor");
  await press(organizer, "Zgódź się na ten termin");
  await organizer.see(/sobota,.30.grudnia.2028/);
  await organizer.page.getByText("Podmiot prosi o inny termin").waitFor({ state: "detached" });
  await organizer.look("task-granted");
});

test("„to nie nasza sprawa” needs a body or a reason; the organizer says why it stays", async () => {
  await openForm(colleague);
  await answer(colleague, /^To nie nasza sprawa/);
  await sign(colleague, "Anna Lis", "inspektor");
  await colleague.see(/Proszę wybrać właściwą instytucję albo napisać/);
  await colleague.look("desk-not-ours-why");
  await colleague.fill("Informacja dla mieszkańców", "To droga powiatowa.");
  await press(colleague, "Wyślij odpowiedź");
  await colleague.see(/Organizator rozstrzygnie/);
  await organizer.visit(at.office, { name: "task-disowned" });
  await organizer.fill("Dlaczego to jednak jego sprawa", "Ulica jest gminna od stycznia.");
  await press(organizer, "Zostaw przy tym podmiocie");
  await organizer.see(/Organizator podtrzymuje/);
  await openForm(colleague);
  await colleague.page.getByText("Przebieg sprawy").click();
  await colleague.see("Ulica jest gminna od stycznia.");
});

test("the organizer shows the picture to everybody; until then nobody finds it", async () => {
  await organizer.visit(at.office);
  await organizer.fill(/^Co jest na zdjęciu/, "Latarnia przed wymianą");
  await press(organizer, /Pokaż mieszkańcom/);
  await organizer.see("Widoczne dla mieszkańców");
  await organizer.look("task-evidence-shown");
});

test("nothing was wrong on any page that anybody looked at", () => {
  expect(browser.problems()).toEqual([]);
});
