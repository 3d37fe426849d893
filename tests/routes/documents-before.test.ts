import { describe, expect, test } from "vitest";
import { loader as pageLoader } from "~/routes/o.$unit.debates.$id.documents";
import { loader as fileLoader } from "~/routes/o.$unit.debates.$id.documents_.$file";
import { loader as posterLoader } from "~/routes/u.$unit.debates.$slug.poster[.]pdf";
import type { Role } from "~db/vocabulary";
import { aUnit } from "../setup/factories";
import { aDebate } from "../setup/factories.debates";
import { anInvitation } from "../setup/factories.invitations";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { checkTagged, pagesOf, textOf } from "../setup/pdf";

async function anOffice(role: Role = "organizer") {
  const unit = await aUnit();
  const { cookie } = await aMember(role, { unit });
  const file = async (debateId: string, address: string) => {
    const [name = ""] = address.split("?");
    return fileLoader(doorArgs(`/${address}`, { cookie, params: { unit: unit.slug, id: debateId, file: name } }));
  };
  const page = async (debateId: string) =>
    pageLoader(doorArgs("/x", { cookie, params: { unit: unit.slug, id: debateId } }));
  return { ...unit, file, page };
}
const bytesOf = async (answer: Response) => {
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  return new Uint8Array(await answer.arrayBuffer());
};

const FILES = [
  "plakat.pdf",
  "zaproszenia.pdf",
  "scenariusz.pdf",
  "lista-obecnosci.pdf?blanks=3",
  "karty-zgloszen.pdf?sheets=1",
];

describe("papers before the evening", () => {
  test.each(FILES)("%s comes tagged, and with its name", async (address) => {
    const { scope, file } = await anOffice();
    const { debateId } = await anInvitation({ scope });
    const answer = await file(debateId, address);
    expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toMatch(/debata \d+-\d{4}\.pdf$/);
    const bytes = await bytesOf(answer);
    expect(await checkTagged(bytes)).toEqual([]);
    expect(await textOf(bytes)).toContain("Bezpieczny ruch drogowy");
  });

  test.each(FILES)("%s of another unit does not exist", async (address) => {
    const { file } = await anOffice();
    const { debateId } = await anInvitation();
    await expect(file(debateId, address)).rejects.toMatchObject({ status: 404 });
  });

  test("personal links are for whoever may invite", async () => {
    const { scope, file, page } = await anOffice("clerk");
    const { debateId } = await anInvitation({ scope });
    expect((await page(debateId)).papers.map(({ name }) => name)).not.toContain("invitations");
    await expect(file(debateId, "zaproszenia.pdf")).rejects.toMatchObject({ status: 403 });
    expect((await file(debateId, "lista-obecnosci.pdf")).status).toBe(200);
  });

  test("sixty guests are sixty letters, or the one that was chosen", async () => {
    const { scope, file } = await anOffice();
    const { debate } = await aDebate({}, { scope, announced: true });
    const on = { scope, debateId: debate.id };
    let last = "";
    for (let i = 0; i < 60; i++) last = (await anInvitation({ ...on, bodyName: `Urząd ${i}` })).invitation.id;
    expect(await pagesOf(await bytesOf(await file(debate.id, "zaproszenia.pdf")))).toHaveLength(60);
    const one = await pagesOf(await bytesOf(await file(debate.id, `zaproszenia.pdf?invitee=${last}`)));
    expect(one).toHaveLength(1);
    expect(one[0]).toContain("Urząd 59");
  });
});

describe("the poster on the public page", () => {
  const open = (unit: string, slug: string) => posterLoader(doorArgs("/x", { params: { unit, slug } }));

  test("is for everybody once the debate is announced, and not before", async () => {
    const { scope, slug } = await aUnit();
    const { debate } = await aDebate({}, { scope, announced: true });
    const answer = await open(slug, debate.slug);
    expect(await textOf(await bytesOf(answer))).toContain(`/d/${debate.code}`);
    const { debate: draft } = await aDebate({}, { scope });
    await expect(open(slug, draft.slug)).rejects.toMatchObject({ status: 404 });
  });
});
