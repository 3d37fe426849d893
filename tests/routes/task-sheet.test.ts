import { describe, expect, test } from "vitest";
import { moveTask } from "~/domain/tasks/commands.server";
import { getTask } from "~/domain/tasks/queries.server";
import * as importRoute from "~/routes/o.$unit.tasks.import";
import { aMember } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";
import { bytesOf, edited } from "../setup/task-sheet";

async function anOffice(role: Parameters<typeof aMember>[0] = "organizer") {
  const member = await aMember(role);
  const { unit, cookie } = member;
  const made = await aTask({ title: "Latarnie" }, { scope: unit.scope });
  const home = `/o/${unit.slug}/tasks`;
  const open = async (path: string) => (await visit(home + path, { cookie })).text();
  const download = async (query = "?show=all") => (await visit(`${home}.csv${query}`, { cookie })).text();
  const post = (body: FormData) => {
    body.set("_key", crypto.randomUUID());
    const request = new Request(`http://app.test${home}/import`, { method: "POST", headers: { Cookie: cookie }, body });
    return importRoute.action({ request, params: { unit: unit.slug }, context: {} });
  };
  const upload = (bytes: Uint8Array, name = "zadania.csv") => {
    const form = new FormData();
    form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], name, { type: "text/csv" }));
    return post(form);
  };
  const confirm = async (preview: string) => {
    const fields = { do: "apply", preview, _key: crypto.randomUUID() };
    const answer = await visit(`${home}/import?podglad=${preview}`, { cookie, fields });
    return { status: answer.status, to: answer.headers.get("Location"), text: plain(await answer.text()) };
  };
  return { ...made, home, open, download, upload, post, confirm };
}

const plain = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
const previewIn = (answer: unknown) =>
  new URL((answer as Response).headers.get("Location") ?? "", "http://x").searchParams.get("podglad") ?? "";
const sentenceIn = (answer: unknown) => {
  const { data, init } = answer as { data: { errors: { file?: { message: string } } }; init: { status: number } };
  return [init.status, data.errors.file?.message];
};

describe("the sheet of tasks", () => {
  test("is downloaded by the filters of the list, for a double click in Poland", async () => {
    const { download, task } = await anOffice();
    const csv = await download();
    expect(csv).toContain("\r\n");
    expect(csv).toContain(`${task.number};Latarnie;;Urząd Miejski`);
    expect(csv).toContain("20.04.2026");
    expect((await download("?show=settled")).trim().split("\r\n")).toHaveLength(1);
    expect(await download(`?show=all&q=latarnie`)).toContain("Latarnie");
  });

  test("comes back through a preview, and is written when it is confirmed; all without JavaScript", async () => {
    const { download, upload, open, confirm, scope, task } = await anOffice();
    const csv = edited(await download(), (rows) => [
      ...rows.map((row) => ({ ...row, title: "Lampy", priority: "tak" })),
      { number: "9/2026/Z9", title: "x", owner: "x", state: "Nowe", dueOn: "kiedyś" },
    ]);
    const preview = previewIn(await upload(bytesOf(csv)));
    const page = plain(await open(`/import?podglad=${preview}`));
    for (const words of ["Latarnie → Lampy", "nie → tak", "Wiersz 3, kolumna Termin:", "Wprowadź zmiany"])
      expect(page).toContain(words);
    expect((await getTask(scope, task.id)).title).toBe("Latarnie");

    const done = await confirm(preview);
    expect(done).toMatchObject({ status: 303, to: expect.stringContaining(`podglad=${preview}`) });
    expect(await getTask(scope, task.id)).toMatchObject({ title: "Lampy", priority: true });
    const after = plain(await open(`/import?podglad=${preview}`));
    expect(after).toContain("Wprowadzono. Zmienione: 1, nowe: 0, pominięte z powodu błędów: 1.");
    expect(after).not.toContain("Wprowadź zmiany");
    expect((await confirm(preview)).status).toBe(303);
    expect((await getTask(scope, task.id)).version).toBe(task.version + 2);
  });

  test("is not written over what somebody has changed meanwhile; the row is named", async () => {
    const { download, upload, confirm, scope, task } = await anOffice();
    const csv = edited(await download(), (rows) => rows.map((row) => ({ ...row, title: "Lampy" })));
    const preview = previewIn(await upload(bytesOf(csv)));
    await moveTask(scope, task.id, undefined, { to: "accepted", text: "" });
    const refused = await confirm(preview);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(`Wiersz 2: ${task.number} – Lampy`);
    expect(refused.text).not.toContain("Wprowadź zmiany");
    expect((await getTask(scope, task.id)).title).toBe("Latarnie");
  });

  test("what cannot be read is refused with its reason", async () => {
    const { upload, post, open, download } = await anOffice();
    const refused = async (text: string | Uint8Array) =>
      sentenceIn(await upload(typeof text === "string" ? bytesOf(text) : text));
    expect(sentenceIn(await post(new FormData()))).toEqual([422, "Proszę wybrać plik CSV."]);
    expect(await refused("")).toEqual([422, expect.stringContaining("jest pusty")]);
    expect(await refused("Numer;Podmiot\r\n1;2")).toEqual([
      422,
      expect.stringContaining("Treść zadania, Stan, Termin"),
    ]);
    expect(await refused("PK\u0003\u0004xl/workbook.xml")).toEqual([422, expect.stringContaining("a nie CSV")]);
    expect(await refused(new Uint8Array([0x89, 0x50, 0, 1, 2]))).toEqual([422, expect.stringContaining("tekstowy")]);
    expect(await refused(new Uint8Array(2 * 1024 * 1024 + 1))).toEqual([
      422,
      expect.stringContaining("większy niż 2 MB"),
    ]);
    const garbled = (await download()).replace("Treść", "TreĹ›Ä‡");
    expect(await refused(garbled)).toEqual([422, expect.stringContaining("polskie litery")]);
    expect(await refused(`${await download()}"x`)).toEqual([422, expect.stringContaining("cudzysłów")]);
    const [head = "", row = ""] = (await download()).split("\r\n");
    const many = [head, ...Array.from({ length: 5001 }, () => row)].join("\r\n");
    expect(await refused(many)).toEqual([422, expect.stringContaining("więcej niż 5000")]);
    expect(plain(await open("/import?podglad=nie-ma"))).toContain("Tego podglądu już nie ma.");
  });

  test("a clerk downloads and does not write", async () => {
    const { open, download, upload } = await anOffice("clerk");
    expect(await download()).toContain("Latarnie");
    expect(await open("/import")).not.toContain('type="file"');
    await expect(upload(bytesOf(await download()))).rejects.toMatchObject({ status: 403 });
  });
});
