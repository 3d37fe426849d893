import { expect, test } from "vitest";
import { aPhoto } from "../../setup/photos";
import { answer, give, LAMPS, linkIn, press, raise, type Town, threadOf } from "./town";

const RAIL = {
  text: "Urwana poręcz przy zejściu do przejścia podziemnego.",
  place: "przejście podziemne przy dworcu",
  category: "Porządek publiczny",
};
const TITLE = "Nowa poręcz przy zejściu";
const LOOSE = "Poręcz jest, ale chwieje się po stronie dworca.";
const WITH_ADDRESS = ["emeryt@jarzebow.test", "mama@jarzebow.test"] as const;

export function proof(town: Town) {
  let own = "";
  let task = "";
  let thread = "";
  const follower: string[] = [];

  test("two neighbours ask to be told, and are only after they have said so twice", async () => {
    const { resident, mailbox } = town;
    own = await raise(town, RAIL);
    task = await give(town, RAIL.text, TITLE, LAMPS);
    thread = await threadOf(town, own);
    for (const email of WITH_ADDRESS) {
      await resident.page.goto(thread);
      await resident.fill("E-mail", email);
      await resident.tick("Mnie też to dotyczy");
      await press(resident, "Powiadom mnie");
      await resident.see("Proszę sprawdzić pocztę");
      const link = linkIn(await mailbox.waitFor({ to: email, subject: /Proszę potwierdzić/ }));
      await resident.page.goto(link);
      await resident.see("Potwierdzić powiadomienia?");
      if (follower.length === 0) await resident.look("promises-confirm");
      await press(resident, "Potwierdzam");
      await resident.see("Powiadomienia są włączone");
      follower.push(link);
    }
    await resident.visit(thread, { name: "promises-supported" });
    await resident.see("popiera: 2 osoby");
  });

  test("the body reports per cent with a photograph, which loses what the camera wrote, and then that it is done", async () => {
    const { official, staff, mailbox } = town;
    const photo = { name: "IMG_0815.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await aPhoto({ width: 640 })) };
    expect(photo.buffer.includes("TAJNE")).toBe(true);
    const more = async () => {
      await official.fill(/^Ile już zrobiono/, "60");
      await official.page.setInputFiles("[name=evidence]", photo);
      await official.fill(/^Co jest na zdjęciu/, "Słupki nowej poręczy");
    };
    await answer(town, LAMPS, TITLE, { state: "W realizacji", text: "Słupki stoją.", more, name: "promises-progress" });
    await official.see("Postęp: 60%");
    const picture = official.page.getByRole("link", { name: "Słupki nowej poręczy" });
    const kept = await official.page.request.get((await picture.getAttribute("href")) ?? "");
    expect(kept.headers()["content-type"]).toBe("image/jpeg");
    expect((await kept.body()).includes("TAJNE")).toBe(false);
    for (const to of WITH_ADDRESS) await mailbox.waitFor({ to, subject: /Zmiana w sprawie/ });

    await staff.page.goto(task);
    await staff.see("60%");
    await press(staff, /^Pokaż mieszkańcom/);
    await staff.see("Widoczne dla mieszkańców");
    await answer(town, LAMPS, TITLE, { state: "Zrealizowane", text: "Poręcz zamontowano." });
  });

  test("whoever wrote it answers behind the code, and the neighbours from their letters", async () => {
    const { resident, mailbox } = town;
    const say = async (verdict: string, note = "") => {
      await resident.page.getByRole("radio", { name: verdict }).check();
      if (note) await resident.fill(/^Uwaga dla organizatora/, note);
      await press(resident, "Wyślij odpowiedź");
      await resident.see(`Państwa odpowiedź: ${verdict.toLowerCase()}.`);
    };
    await resident.visit(own, { name: "promises-question" });
    await say("Jeszcze nie", LOOSE);
    await resident.page.goto(thread);
    await resident.see("1 odpowiedź – wynik pokażemy od 2");
    for (const [to, verdict] of [
      [WITH_ADDRESS[0], "Jeszcze nie"],
      [WITH_ADDRESS[1], "Tak"],
    ] as const) {
      const letter = await mailbox.waitFor({ to, subject: /Czy sprawa .* jest załatwiona/ });
      expect(letter.text).toContain("Poręcz zamontowano.");
      await resident.page.goto(linkIn(letter));
      await say(verdict);
    }
    await resident.look("promises-answered");
  });

  test("both sides stand side by side: before the office confirms, and on the public page", async () => {
    const { staff, resident } = town;
    await staff.visit(task, { name: "promises-voices" });
    await staff.page.locator(".note", { hasText: "2 z 3 mieszkańców: jeszcze nie" }).waitFor();
    await staff.see(LOOSE);
    await resident.visit(thread, { name: "promises-two-sides" });
    const sides = await resident.read();
    expect(sides).toContain(`${LAMPS.name}: Zgłoszono wykonanie`);
    expect(sides).toContain("2 z 3 mieszkańców: jeszcze nie");
    expect(sides).not.toContain(LOOSE);
    const [shown = ""] = await resident.page
      .locator("img[src*=evidence]")
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src));
    const picture = await (await resident.page.request.get(shown)).body();
    expect([picture.subarray(0, 2).toString("hex"), picture.includes("TAJNE")]).toEqual(["ffd8", false]);
    await staff.page.locator("[name=text]").fill("Mieszkańcy piszą, że poręcz się chwieje. Prosimy o poprawkę.");
    await press(staff, "Nie potwierdzaj");
    await staff.page.locator(".sub .badge", { hasText: "W realizacji" }).waitFor();
    await resident.page.goto(thread);
    await resident.see("Mieszkańcy piszą, że poręcz się chwieje. Prosimy o poprawkę.");
  });

  test("one click in a mail program, and nobody writes any more", async () => {
    const { resident, mailbox } = town;
    const news = mailbox.mails.find(
      ({ recipient, subject }) => recipient === WITH_ADDRESS[1] && /Zmiana/.test(subject ?? ""),
    );
    expect(news?.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toContain("One-Click");
    const address =
      news?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line.match(/<(http[^>]+)>/)?.[1] ?? "";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answered = await fetch(address, { method: "POST", headers, body: "List-Unsubscribe=One-Click" });
    expect(answered.status).toBe(200);
    await resident.visit(follower[1] ?? "", { name: "promises-unsubscribed" });
    await resident.see("Powiadomienia są wyłączone");
    await resident.page.goto(thread);
    await resident.see("popiera: 1 osoba");
  });
}
