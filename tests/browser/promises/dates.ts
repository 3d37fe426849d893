import { expect, test } from "vitest";
import { dateParts, today } from "~/platform/time";
import { answer, give, inDays, openForm, press, ROADS, raise, TOWN_HALL, type Town, threadOf } from "./town";

const HOLES = { text: "W jezdni są głębokie dziury.", place: "ul. Polna", category: "Ruch drogowy" };
const BUMP = { text: "Kierowcy rozpędzają się przy placu zabaw.", place: "ul. Długa", category: "Ruch drogowy" };
const CAMERA = { text: "W parku niszczone są ławki.", place: "park przy ul. Owocowej", category: "Wandalizm" };

const WINTER = "Masa bitumiczna nie wiąże przy mrozie.";
const LONGER = "Chcemy połączyć to z remontem chodnika.";
const NO_LONGER = "Dziury są przy szkole, remont chodnika może poczekać.";
const NO_BUMP = "Tą ulicą jeździ autobus, a próg wyklucza rozporządzenie.";
const NEXT_YEAR = dateParts(today(new Date())).year + 1;

export function dates(town: Town) {
  test("another date, asked for with a reason, is granted in one click, and everybody reads both", async () => {
    const { official, staff, resident, mailbox } = town;
    const own = await raise(town, HOLES);
    const task = await give(town, HOLES.text, "Uzupełnienie ubytków w jezdni", ROADS);
    const ask = (days: number, text: string, name?: string) => {
      const more = () => official.fill(/^Nowy termin/, inDays(days));
      return answer(town, ROADS, "Uzupełnienie ubytków", { state: "Prosimy o inny termin", text, more, name });
    };
    await ask(200, WINTER, "promises-more-time");
    await official.see(/Organizator jeszcze nie zdecydował/);
    await staff.visit(task, { name: "promises-asked" });
    await staff.see(WINTER);
    await press(staff, "Zgódź się na ten termin");
    await staff.page.getByText("Podmiot prosi o inny termin").waitFor({ state: "detached" });
    await mailbox.waitFor({ to: ROADS.mail, subject: /zgoda na nowy termin/ });
    const thread = await threadOf(town, own);
    await resident.page.goto(thread);
    await resident.see(/^Nowy termin: /);
    await resident.see(WINTER);

    await ask(400, LONGER);
    await staff.page.goto(task);
    await press(staff, "Nie zgadzaj się");
    await staff.see("Proszę podać powód.");
    await staff.fill("Dlaczego nie", NO_LONGER);
    await press(staff, "Nie zgadzaj się");
    await staff.page.getByText("Podmiot prosi o inny termin").waitFor({ state: "detached" });
    const letter = await mailbox.waitFor({ to: ROADS.mail, subject: /termin pozostaje bez zmian/ });
    expect(letter.text?.replaceAll("\u00a0", " ")).toContain(NO_LONGER);
    await resident.visit(thread, { name: "promises-declined" });
    for (const words of ["Nie zgodzono się na inny termin", LONGER, NO_LONGER]) await resident.see(words);
    await staff.look("promises-task-declined");
  });

  test("a refusal needs a reason, and stands in the open with it", async () => {
    const { official, resident } = town;
    const own = await raise(town, BUMP);
    await give(town, BUMP.text, "Próg zwalniający przy placu zabaw", TOWN_HALL);
    await openForm(town, TOWN_HALL, "Próg zwalniający");
    await official.page.getByRole("radio", { name: "Nie możemy tego zrobić" }).check();
    await official.fill("Imię i nazwisko", "Zdzisława Jarząbek");
    await official.fill("Stanowisko", "inspektor");
    await press(official, "Wyślij odpowiedź");
    await official.see("Proszę podać powód.");
    expect(await official.page.getByLabel("Stanowisko").inputValue()).toBe("inspektor");
    await official.look("promises-refused-why");
    await official.fill("Informacja dla mieszkańców", NO_BUMP);
    await press(official, "Wyślij odpowiedź");
    await official.see("Dziękujemy");

    await resident.visit(own, { name: "promises-refused-own" });
    await resident.see(NO_BUMP);
    await resident.see("Zobacz historię sprawy");
    const { unit } = town;
    await resident.visit(`/u/${unit.slice(3)}/tracker?stan=refused`, { name: "promises-refused-list" });
    await resident.see(NO_BUMP);
    await resident.see("Nie zostanie zrealizowane");
  });

  test("what needs money says in which year's budget", async () => {
    const { official, resident } = town;
    const own = await raise(town, CAMERA);
    await give(town, CAMERA.text, "Oświetlenie i kamera przy ławkach", TOWN_HALL);
    const text = "Wpiszemy zakup do projektu budżetu.";
    const more = () => official.fill(/^Rok budżetowy/, String(NEXT_YEAR));
    const said = { state: "Potrzebne są środki", text, more, name: "promises-funds" };
    await answer(town, TOWN_HALL, "Oświetlenie i kamera", said);
    await resident.visit(await threadOf(town, own), { name: "promises-funds-thread" });
    await resident.see(`Wymaga środków – plan na ${NEXT_YEAR} r.`);
    await resident.see(text);
  });
}
