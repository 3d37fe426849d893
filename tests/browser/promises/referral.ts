import { expect, test } from "vitest";
import {
  answer,
  keepDesk,
  LAMPS,
  openForm,
  openMotion,
  pathOf,
  press,
  ROADS,
  raise,
  TOWN_HALL,
  type Town,
  threadOf,
} from "./town";

const TEXT = "Latarnia przy przystanku nie świeci od miesiąca.";
const NEIGHBOUR = "sasiadka@jarzebow.test";
const AT_ROADS = "Lampy przy tej ulicy przejęło miasto.";
const AT_TOWN_HALL = "Naprawy wykonuje spółka oświetleniowa.";

const plain = (text = "") => text.replaceAll("\u00a0", " ");

export function referral(town: Town) {
  let own = "";
  let task = "";

  test("a resident writes from a phone, and hears that it has been passed on to whom the table names", async () => {
    own = await raise(
      town,
      { text: TEXT, place: "ul. Klonowa, przystanek", category: "Oświetlenie", email: NEIGHBOUR },
      { track: "kpa_motion" },
    );
    await town.resident.look("promises-raised");
    const { staff, mailbox } = town;
    await openMotion(town, TEXT);
    await staff.see(/^Przekazać do/);
    await staff.page.getByRole("link", { name: "Zobacz, co zostanie wysłane przy przekazaniu" }).click();
    await staff.see(`Podpowiedź: ${ROADS.name} – zarządca dróg powiatowych`);
    await staff.look("promises-refer");
    await press(staff, `Przekaż: ${ROADS.name}`);
    await staff.page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
    task = pathOf(staff);
    await staff.see("art. 244 KPA – załatwienie w miesiąc");
    await mailbox.waitFor({ to: ROADS.mail }).then(keepDesk(town, ROADS));
    const notice = await mailbox.waitFor({ to: NEIGHBOUR, subject: /przekazano instytucji właściwej/ });
    expect(plain(notice.text)).toContain(`instytucji właściwej: ${ROADS.name}`);
  });

  test("„to nie nasza sprawa”: the first body names the second, and whoever wrote hears why", async () => {
    const { official, mailbox } = town;
    await official.visit(town.desks[ROADS.mail] ?? "", { name: "promises-desk" });
    const more = () => official.choose("Czyja to sprawa", TOWN_HALL.name);
    await answer(town, ROADS, TEXT, { state: "To nie nasza sprawa", text: AT_ROADS, name: "promises-not-ours", more });
    await mailbox.waitFor({ to: TOWN_HALL.mail }).then(keepDesk(town, TOWN_HALL));
    const notice = await mailbox.waitFor({ to: NEIGHBOUR, subject: /przekazano dalej/ });
    expect(plain(notice.text)).toContain(`innej instytucji: ${TOWN_HALL.name}`);
    expect(plain(notice.text)).toContain(AT_ROADS);
  });

  test("the second names the third, but never the first again; the third reads the whole way and accepts", async () => {
    const { official, mailbox } = town;
    await openForm(town, TOWN_HALL, TEXT);
    const offered = await official.page.getByLabel("Czyja to sprawa").locator("option").allInnerTexts();
    expect(offered).toContain(LAMPS.name);
    expect(offered).not.toContain(ROADS.name);
    const more = () => official.choose("Czyja to sprawa", LAMPS.name);
    await answer(town, TOWN_HALL, TEXT, { state: "To nie nasza sprawa", text: AT_TOWN_HALL, more });
    await mailbox.waitFor({ to: LAMPS.mail }).then(keepDesk(town, LAMPS));
    await mailbox.waitFor({ to: NEIGHBOUR, subject: /przekazano dalej/ });

    await openForm(town, LAMPS, TEXT);
    for (const words of ["Droga sprawy", ROADS.name, AT_ROADS, TOWN_HALL.name, AT_TOWN_HALL]) await official.see(words);
    await official.look("promises-way-at-desk");
    await answer(town, LAMPS, TEXT, { state: "Przyjmujemy", text: "Wymienimy źródło światła." });
  });

  test("the office and everybody see the three bodies with their reasons, and who has it now", async () => {
    const { staff, resident } = town;
    await staff.page.goto(task);
    await staff.see("Droga sprawy");
    await staff.page.getByRole("link", { name: LAMPS.name }).click();
    await staff.page.locator(".sub .badge", { hasText: "Przyjęte" }).waitFor();
    for (const words of [ROADS.name, AT_ROADS, TOWN_HALL.name, AT_TOWN_HALL]) await staff.see(words);
    await staff.look("promises-way");

    const thread = await threadOf(town, own);
    await resident.see(`zajmuje się: ${LAMPS.name}`);
    await resident.look("promises-own");
    await resident.visit(thread, { name: "promises-thread" });
    await resident.see(`${ROADS.name} przekazuje sprawę dalej: ${TOWN_HALL.name}.`);
    await resident.see(`${TOWN_HALL.name} przekazuje sprawę dalej: ${LAMPS.name}.`);
    for (const words of [AT_ROADS, AT_TOWN_HALL, "Wymienimy źródło światła.", "Droga sprawy"])
      await resident.see(words);
    await resident.see(`${LAMPS.name} wykona zadanie`);
  });
}
