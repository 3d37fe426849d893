import { describe, expect, test } from "vitest";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { listPapers } from "~/domain/papers/queries.lists.server";
import { fitted } from "~/platform/lists";
import { loader as fileLoader } from "~/routes/o.$unit.debates.$id.documents_.$file";
import { aUnit } from "../setup/factories";
import { aDebate } from "../setup/factories.debates";
import { anInvitation } from "../setup/factories.invitations";
import { anAdmittedMotion } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";

async function anAnnouncedDebate() {
  const unit = await aUnit();
  const { debate } = await aDebate({ capacity: 50 }, { scope: unit.scope, announced: true });
  const asking = async (role: Parameters<typeof aMember>[0]) => {
    const { cookie } = await aMember(role, { unit });
    return async (file: string) =>
      fileLoader(doorArgs(`/${file}`, { cookie, params: { unit: unit.slug, id: debate.id, file } }));
  };
  return { scope: unit.scope, debate, asking };
}

describe("lists of a debate", () => {
  test("are tables for Excel, and hold neither addresses nor authors", async () => {
    const { scope, debate, asking } = await anAnnouncedDebate();
    await anInvitation({
      scope,
      debateId: debate.id,
      bodyName: "=Urząd; Miejski",
      name: "Jan Gość",
      email: "gosc@um.test",
    });
    const author = { authorName: "Anna Autorka", authorEmail: "anna@dom.test" };
    await anAdmittedMotion(scope, debate.id, { ...author, text: "Ciemno w parku.", place: "park" });
    const file = await asking("clerk");
    const guests = await (await file("lista-gosci.csv")).text();
    expect(guests).toMatch(/^Instytucja;Funkcja;/); // decoding has taken the mark away
    expect(guests).toContain(`"'=Urząd; Miejski"`);
    expect(guests).toContain("Jan Gość");
    expect(guests).not.toContain("gosc@um.test");
    const motions = await file("wnioski-lista.csv");
    expect(motions.headers.get("Content-Disposition")).toMatch(/^attachment; filename="debata .* - wnioski.csv"/);
    const text = await motions.text();
    expect(text).toContain("Ciemno w parku.");
    expect(text).not.toMatch(/Autorka|anna@/);
    const sheet = await file("wnioski-lista.xlsx");
    expect(sheet.headers.get("Content-Type")).toContain("spreadsheetml");
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  test("names of residents are for those who work at the door", async () => {
    const { scope, debate, asking } = await anAnnouncedDebate();
    await reserveSeat(scope, debate.id, { name: "Pani Zofia", seats: 2, email: "zofia@dom.test" });
    const seats = await (await (await asking("clerk"))("lista-miejsc.csv")).text();
    expect(seats).toContain("Pani Zofia;2;Miejsce zarezerwowane;");
    expect(seats).not.toContain("zofia@");
    for (const role of ["viewer", "officer"] as const) {
      await expect((await asking(role))("lista-miejsc.csv")).rejects.toMatchObject({ status: 403 });
      expect((await (await asking(role))("zadania-lista.csv")).status).toBe(200);
    }
  });

  test("another unit's lists do not exist", async () => {
    const { debate } = await anAnnouncedDebate();
    const { scope } = await aUnit();
    for (const compose of Object.values(listPapers))
      await expect(compose(scope, debate.id, {}, new Date())).rejects.toMatchObject({ status: 404 });
  });
});

test("a list that would not fit into memory has shorter texts, and says so", () => {
  const rows = Array.from({ length: 400 }, () => ["ą".repeat(20_000), null, 1]);
  const { rows: cut } = fitted({ sheet: "x", columns: [], rows, cut: "(skrócono)" });
  expect(cut[0]).toEqual([`${"ą".repeat(600)}… (skrócono)`, null, 1]);
  expect(fitted({ sheet: "x", columns: [], rows: rows.slice(0, 3), cut: "" }).rows).toEqual(rows.slice(0, 3));
});
