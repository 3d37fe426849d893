import { expect, test } from "vitest";
import { checkTagged, textOf } from "../../setup/pdf";
import type { Person } from "../harness/person";
import { LAMP, press, SECRET, type Story } from "./story";

const FIRST = "Debatę otwarła Komendantka, powitała mieszkańców Łężyc i przedstawiła żółtą książkę skarg.";
const SECOND = "Debatę otwarto punktualnie, wszystkich powitano serdecznie.";

/** The first item of the agenda, the first field of the editor. */
const firstPart = (person: Person) => person.page.locator("textarea[name^=part-item]").first();
const saveFirst = (person: Person) =>
  person.page
    .getByRole("button", { name: /^Zapisz/ })
    .first()
    .click();

async function download(person: Person, address: string) {
  const { headers, status, bytes } = await person.page
    .context()
    .request.get(address)
    .then(async (answer) => ({
      headers: answer.headers(),
      status: answer.status(),
      bytes: new Uint8Array(await answer.body()),
    }));
  expect([status, headers["content-type"]], address).toEqual([200, "application/pdf"]);
  return bytes;
}

export function minutes(story: Story) {
  test("two people write at once, and neither text is lost", async () => {
    const { clerk, organizer } = story;
    await clerk.visit(`${story.debate}/minutes`, { name: "minutes" });
    await organizer.visit(`${story.debate}/minutes`);
    await firstPart(organizer).fill(SECOND);
    await saveFirst(organizer);
    await organizer.see(/Wersja 1/);

    await firstPart(clerk).fill(FIRST);
    const [answer] = await Promise.all([
      clerk.page.waitForResponse((response) => response.request().method() === "POST"),
      saveFirst(clerk),
    ]);
    expect(answer.status()).toBe(409);
    await clerk.see("Nic nie zginęło");
    const both = await clerk.read();
    expect(both).toContain(FIRST);
    expect(both).toContain(SECOND);
    await clerk.look("minutes-conflict");
    await press(clerk, "Zapisz jako wersję 2");
    await clerk.see(/Wersja 2/);
    expect(await firstPart(clerk).inputValue()).toBe(FIRST);
    await clerk.look("minutes-saved");
  });

  test("the draft says that it is one; approval gives it a number", async () => {
    const { organizer } = story;
    const draft = await textOf(await download(organizer, `${story.debate}/minutes.pdf?wersja=wewnetrzna`));
    expect(draft).toContain("PROJEKT");
    await organizer.visit(`${story.debate}/minutes/approve`, { name: "minutes-approve" });
    await organizer.fill("Kto zatwierdza", "Komendant Powiatowy Policji");
    await press(organizer, "Zatwierdź i nadaj numer");
    await organizer.see(/Zatwierdzony, nr 1\//);
    await organizer.look("minutes-approved");
    await organizer.press("Opublikuj");
    await organizer.see("Opublikować protokół?");
    await organizer.look("minutes-publish");
    await press(organizer, "Opublikuj");
    await organizer.see("Każdy może przeczytać protokół");
    await story.clerk.visit(`${story.debate}/minutes`, { name: "minutes-published" });
    await story.clerk.close();
  });

  test("both papers are tagged, numbered and tell the evening; only the inner one tells the secret", async () => {
    const { organizer } = story;
    const inner = await download(organizer, `${story.debate}/minutes.pdf?wersja=wewnetrzna`);
    const open = await download(organizer, `${story.debate}/minutes.pdf?wersja=publiczna`);
    const asAnybody = await story.browser.person();
    const anybodys = await download(asAnybody, `${story.publicPage}/minutes.pdf`);
    await asAnybody.close();
    const texts = await Promise.all([inner, open, anybodys].map(textOf));
    for (const [no, bytes] of [inner, open, anybodys].entries()) {
      expect(await checkTagged(bytes)).toEqual([]);
      for (const words of [
        /PROTOKÓŁ NR 1\/\d{4}/i,
        "strona 1 z ",
        FIRST,
        LAMP,
        "Bezpieczne dojście do szkoły",
        "Ad 9.",
      ])
        expect(texts[no]).toMatch(words);
      expect(texts[no]).toContain("Dzielnicowy dyżuruje w szkole w każdy wtorek.");
      expect(texts[no]).not.toContain("PROJEKT");
      expect(texts[no]?.includes("handluje się"), `paper ${no}`).toBe(no === 0);
    }
    expect(texts[0]).toContain(SECRET);
    expect(texts[0]).toContain("Józef Źdźbło");
    expect(texts[1]).not.toContain("Źdźbło");
  });
}
