import { describe, expect, test } from "vitest";
import { loader as pageLoader } from "~/routes/o.$unit.debates.$id.documents";
import { loader as fileLoader } from "~/routes/o.$unit.debates.$id.documents_.$file";
import { aUnit } from "../setup/factories";
import { aDebate } from "../setup/factories.debates";
import { aHeldDebate } from "../setup/factories.minutes-held";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { textOf } from "../setup/pdf";

async function aClerk() {
  const unit = await aUnit();
  const { cookie } = await aMember("clerk", { unit });
  const page = async (debateId: string) =>
    pageLoader(doorArgs("/x", { cookie, params: { unit: unit.slug, id: debateId } }));
  const file = async (debateId: string, address: string) => {
    const [name = ""] = address.split("?");
    const params = { unit: unit.slug, id: debateId, file: name };
    return fileLoader(doorArgs(`/${address}`, { cookie, params }));
  };
  return { ...unit, unit, page, file };
}

describe("documents of a debate", () => {
  test("before the evening the page says why there are no minutes, and their address leads to it", async () => {
    const { scope, slug, page, file } = await aClerk();
    const { debate } = await aDebate({}, { scope, announced: true });
    const { papers } = await page(debate.id);
    expect(papers).toContainEqual(expect.objectContaining({ name: "minutes", missing: "not_held" }));
    const answer = await file(debate.id, "protokol.pdf");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/o/${slug}/debates/${debate.id}/documents#protokol`);
  });

  test("afterwards the file comes in the version that was asked for", async () => {
    const { scope, file } = await aClerk();
    const { debateId } = await aHeldDebate(scope);
    const answer = await file(debateId, "protokol.pdf?version=public");
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(await textOf(new Uint8Array(await answer.arrayBuffer()))).toContain("Wersja publiczna");
  });

  test("the minutes for Word are kept, not shown in the browser", async () => {
    const { scope, file } = await aClerk();
    const { debateId } = await aHeldDebate(scope);
    const answer = await file(debateId, "protokol.docx");
    expect(answer.headers.get("Content-Type")).toContain("wordprocessingml");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; .*\.docx"/);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  test("the archive is a ZIP for those who write the minutes, once there is something to keep", async () => {
    const { scope, slug, unit, file } = await aClerk();
    const { debate } = await aDebate({}, { scope, announced: true });
    expect((await file(debate.id, "archiwum.zip")).headers.get("Location")).toContain("/documents#archiwum");
    const { debateId } = await aHeldDebate(scope);
    const answer = await file(debateId, "archiwum.zip");
    expect(answer.headers.get("Content-Type")).toBe("application/zip");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="debata .* - archiwum.zip"/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    for (const name of ["akta-debaty.pdf", "protokol.docx", "protokol.html", "manifest.json", "SHA256SUMS.txt"])
      expect(bytes.includes(name)).toBe(true);
    const { cookie } = await aMember("viewer", { unit });
    const params = { unit: slug, id: debateId, file: "archiwum.zip" };
    await expect(fileLoader(doorArgs("/x", { cookie, params }))).rejects.toMatchObject({ status: 403 });
  });

  test("there is no other file", async () => {
    const { scope, file } = await aClerk();
    const { debateId } = await aHeldDebate(scope);
    await expect(file(debateId, "umowa.pdf")).rejects.toMatchObject({ status: 404 });
  });
});
