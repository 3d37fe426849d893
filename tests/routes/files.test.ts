import { describe, expect, test } from "vitest";
import { messages } from "~/domain/minutes/messages.files.pl";
import * as files from "~/routes/o.$unit.debates.$id.files";
import { loader as download } from "~/routes/o.$unit.debates.$id.files_.$file";
import { aUnit } from "../setup/factories";
import { aHeldDebate } from "../setup/factories.minutes-held";
import { aMember } from "../setup/factories.organizations";
import { aJpeg } from "../setup/pictures";

async function aClerk() {
  const unit = await aUnit();
  const { debateId } = await aHeldDebate(unit.scope);
  const { cookie } = await aMember("clerk", { unit });
  const params = { unit: unit.slug, id: debateId };
  const asking = (init: RequestInit = {}, more = {}) => {
    const request = new Request("http://app.test/x", { ...init, headers: { Cookie: cookie } });
    return { request, params: { ...params, ...more }, context: {} };
  };
  const send = (title: string, content?: Uint8Array<ArrayBuffer>, name = "zdjęcie.jpg") => {
    const body = new FormData();
    body.append("title", title);
    if (content) body.append("file", new File([content], name));
    return files.action(asking({ method: "POST", body }));
  };
  return { send, asking, list: async () => (await files.loader(asking())).files };
}

describe("attachments of the minutes", () => {
  test("a picture comes in without the place where it was taken, and goes out as a download", async () => {
    const { send, list, asking } = await aClerk();
    expect(await send("Wizja lokalna: ul. Łąkowa", aJpeg())).toMatchObject({ status: 303 });
    const [file] = await list();
    expect(file).toMatchObject({
      title: "Wizja lokalna: ul. Łąkowa",
      mediaType: "image/jpeg",
      name: "01-wizja-lokalna-ul-lakowa.jpg",
    });
    const answer = await download(asking({}, { file: file?.id }));
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="wizja lokalna ul. lakowa.jpg"/);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    expect(bytes).not.toMatch(/GPS|TAJNE/);
  });

  test.each([
    ["nothing chosen", undefined, messages.fileMissing],
    ["empty", new Uint8Array(0), messages.refusals.empty],
    ["a page", new TextEncoder().encode("<script>alert(1)</script>"), messages.refusals.wrong_type],
    ["no real picture", aJpeg().slice(0, 50), messages.refusals.broken_picture],
    ["too large", new Uint8Array(2_600_000), messages.refusals.too_large],
  ])("%s: a sentence beside the field, and the title is kept", async (_, content, sentence) => {
    const { send, list } = await aClerk();
    expect(await send("Tytuł", content)).toMatchObject({
      init: { status: 422 },
      data: { fields: { title: "Tytuł" }, errors: { file: { message: sentence } } },
    });
    expect(await list()).toEqual([]);
  });

  test("a name that no disk would take is no reason to fail", async () => {
    const { send, list } = await aClerk();
    expect(await send("Zdjęcie", aJpeg(), `zły\0\u202egpj.exe${"😀".repeat(150)}.jpg`)).toMatchObject({ status: 303 });
    expect(await list()).toMatchObject([{ name: "01-zdjecie.jpg" }]);
  });

  test("a file without a title is told so, and the same file twice, too", async () => {
    const { send } = await aClerk();
    expect(await send("", aJpeg())).toMatchObject({ data: { errors: { title: { message: messages.titleMissing } } } });
    await send("Raz", aJpeg());
    expect(await send("Dwa", aJpeg())).toMatchObject({
      data: { errors: { file: { message: messages.refusals.duplicate } } },
    });
  });
});
