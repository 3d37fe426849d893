import { describe, expect, test } from "vitest";
import { anAgreement } from "../setup/factories.agreements";
import { aMember } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

async function anOffice(role: Parameters<typeof aMember>[0] = "organizer") {
  const { unit, cookie } = await aMember(role);
  const home = `/o/${unit.slug}`;
  const scope = unit.scope;
  const open = async (path: string) => (await visit(home + path, { cookie })).text();
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await visit(home + path, { cookie, fields: { _key: crypto.randomUUID(), ...fields } });
    return { status: answer.status, to: answer.headers.get("Location") ?? "", text: await answer.text() };
  };
  return { scope, home, open, send };
}

const plain = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");

const TERMS = {
  ...{ subject: "Patrole", parties: "Gmina\r\nKomenda", resolution: "", places: "Rynek" },
  ...{ signedOn: "27.02.2026", startsOn: "1.03.2026", endsOn: "31.12.2099" },
  ...{ amountGrosze: "33 000,00 zł", services: "150", unitPriceGrosze: "" },
};

describe("through the office", () => {
  test("recorded beside its task, counted, corrected, and told", async () => {
    const { scope, open, send, home } = await anOffice();
    const { task } = await aTask({}, { scope });
    expect(plain(await open(`/tasks/${task.id}`))).toContain("Dodaj porozumienie");
    const recorded = await send(`/tasks/${task.id}/agreement`, TERMS);
    expect(recorded).toMatchObject({ status: 303, to: expect.stringMatching(`^${home}/tasks/agreements/`) });
    const path = recorded.to.slice(home.length);
    const page = plain(await open(path));
    expect(page).toContain("Wykorzystano : 0 z 150 służb".replace(" :", ":"));
    expect(page).toContain("150 służb po 220 zł");

    const use = { do: "use", usedOn: "15.03.2026", services: "96", place: "Rynek", fined: "3", _version: "1" };
    expect(await send(path, use)).toMatchObject({ status: 303 });
    expect(plain(await open(path))).toContain("54 służby, 11 880 zł");
    const late = await send(path, { ...use, services: "1" });
    expect([late.status, plain(late.text)]).toEqual([409, expect.stringContaining("Ktoś zmienił to porozumienie")]);
    expect(late.text).toContain('value="Rynek"');

    const many = await send(path, { ...use, services: "55", _version: "2" });
    expect([many.status, plain(many.text)]).toEqual([422, expect.stringContaining("Można wpisać najwyżej 54.")]);
    const outside = await send(path, { ...use, usedOn: "28.02.2026", _version: "2" });
    expect(plain(outside.text)).toContain("obowiązuje od 01.03.2026 do 31.12.2099");
    const future = await send(path, { ...use, usedOn: "1.03.2099", _version: "2" });
    expect(plain(future.text)).toContain("Ten dzień jeszcze nie nadszedł.");

    const back = { ...use, services: "-1", note: "Policzono dwa razy.", fined: "", _version: "2" };
    expect(await send(path, back)).toMatchObject({ status: 303 });
    expect(await send(path, { do: "report", report: "Służby w parku.", _version: "3" })).toMatchObject({ status: 303 });
    const told = plain(await open(path));
    for (const words of ["95 z 150 służb", "marzec 2026", "Policzono dwa razy.", "mandaty: 3"])
      expect(told).toContain(words);
    expect(plain(await open(`/tasks/${task.id}`))).toContain("95 z 150 służb");
    expect(plain(await open("/tasks/agreements"))).toContain("95 z 150 służb");
  });

  test("numbers that do not fit are refused with the numbers, and everything typed stays", async () => {
    const { scope, send } = await anOffice();
    const { task } = await aTask({}, { scope });
    const post = (over: object) => send(`/tasks/${task.id}/agreement`, { ...TERMS, ...over });
    const wrong = await post({ unitPriceGrosze: "220,01" });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain("150 służb po 220,01 zł to 33 001,50 zł, a wpisano kwotę 33 000 zł");
    expect(wrong.text).toContain('value="33 000,00 zł"');
    expect((await post({ endsOn: "1.01.2026" })).status).toBe(422);
    expect(plain((await post({ parties: "Gmina" })).text)).toContain("co najmniej dwie strony");
    expect(plain((await post({ amountGrosze: "", services: "" })).text)).toContain("dwie z trzech liczb");
    expect((await post({ amountGrosze: "", unitPriceGrosze: "220" })).status).toBe(303);
  });

  test("terms are edited over what was read; a newer text is shown beside one's own", async () => {
    const { scope, send, open } = await anOffice();
    const { id } = await anAgreement({}, { scope });
    const path = `/tasks/agreements/${id}/edit`;
    expect(await open(path)).toContain('value="33\u00a0000\u00a0zł"');
    expect(await send(path, { ...TERMS, subject: "Nowe", _version: "1" })).toMatchObject({ status: 303 });
    const stale = await send(path, { ...TERMS, subject: "Moje", _version: "1" });
    expect(stale.status).toBe(409);
    for (const words of ["Moje", "Nowe"]) expect(plain(stale.text)).toContain(words);
  });

  test("when all is used, the organizer is asked to look whether the task is done", async () => {
    const { scope, send, open } = await anOffice();
    const { id, task } = await anAgreement({ services: 2, amountGrosze: 200 }, { scope });
    const use = { do: "use", usedOn: "15.03.2026", services: "2", place: "Rynek", _version: "1" };
    expect((await send(`/tasks/agreements/${id}`, use)).status).toBe(303);
    expect(plain(await open(`/tasks/${task.id}`))).toContain("czy można potwierdzić wykonanie zadania");
    expect(plain(await open("/tasks/agreements"))).not.toContain("Służby ponadnormatywne");
    expect(plain(await open("/tasks/agreements?show=ended"))).toContain("Służby ponadnormatywne");
    expect(await send(`/tasks/${task.id}`, { do: "move", to: "confirmed", text: "", _version: "1" })).toMatchObject({
      status: 303,
    });
    expect(plain(await open(`/tasks/${task.id}`))).not.toContain("czy można potwierdzić");
  });

  test("residents read it on the page of their matter, without anybody's name", async () => {
    const { scope, home, send } = await anOffice();
    const { id, motion } = await anAgreement({ resolution: "uchwała tajna" }, { scope });
    await send(`/tasks/agreements/${id}`, {
      do: "use",
      usedOn: "15.03.2026",
      services: "2",
      place: "Rynek",
      _version: "1",
    });
    const page = await visit(`${home.replace("/o/", "/u/")}/tracker/${motion.number.replaceAll("/", "-")}`);
    const told = plain(await page.text());
    for (const words of ["Służby ponadnormatywne", "33 000 zł", "2 z 150 służb", "Gmina Opocznica"])
      expect(told).toContain(words);
    for (const words of ["uchwała tajna", "Rynek", "Ewa Sikora"]) expect(told).not.toContain(words);
  });

  test("a clerk reads it and changes nothing", async () => {
    const { scope, open, send } = await anOffice("clerk");
    const { id } = await anAgreement({}, { scope });
    const page = await open(`/tasks/agreements/${id}`);
    expect(plain(page)).toContain("Służby ponadnormatywne");
    expect(page).not.toContain('name="services"');
    expect((await send(`/tasks/agreements/${id}`, { do: "use" })).status).toBe(403);
  });
});
