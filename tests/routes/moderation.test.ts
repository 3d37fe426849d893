import { describe, expect, test } from "vitest";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { countSeats, listHeadCounts } from "~/domain/attendance/queries.server";
import { getMotion, listDebateMotions } from "~/domain/motions/queries.server";
import { action as atDoor, loader as doorPage } from "~/routes/o.$unit.debates.$id.attendance";
import { action as actInDebate, loader as debateInbox } from "~/routes/o.$unit.debates.$id.motions";
import { action as act, loader as inbox } from "~/routes/o.$unit.motions";
import { aGuest } from "../setup/factories.attendance";
import { aMotion, anAdmittedMotion, anOpenDebate, BEFORE } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { visit } from "../setup/site";

async function anOffice(role: Parameters<typeof aMember>[0] = "organizer") {
  const member = await aMember(role);
  const debateId = await anOpenDebate(member.scope, { capacity: 5 });
  const base = `/o/${member.unit.slug}`;
  return { ...member, debateId, base, params: { unit: member.unit.slug, id: debateId } };
}
type Office = Awaited<ReturnType<typeof anOffice>>;

type Seen = {
  status: number;
  to?: string;
  errors: Record<string, { message: string }>;
  fields: Record<string, string>;
  isConflict: boolean;
};

/** An action answers with a Response, or with data and a status. */
function seen(answer: unknown) {
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get("Location") ?? "" } as unknown as Seen;
  const { data, init } = answer as { data: Record<string, unknown>; init?: { status?: number } };
  return { status: init?.status ?? 200, ...data } as unknown as Seen;
}

const FACE = { textPublic: "W parku jest ciemno.", place: "park", category: "LIGHT", kmzb: "", sensitivity: "public" };
const press = async ({ base, params, cookie }: Office, fields: Record<string, string>, query = "") =>
  seen(
    await act(
      doorArgs(`${base}/motions${query}`, { params, cookie, fields: { _key: crypto.randomUUID(), ...fields } }),
    ),
  );

describe("the inbox", () => {
  test("shows what waits, with the first one open, and a page of fifty", async () => {
    const office = await anOffice();
    for (let i = 0; i < 51; i++) await aMotion(office.scope, office.debateId);
    const page = await inbox(doorArgs(`${office.base}/motions`, office));
    expect([page.rows.length, page.waiting, page.newer]).toEqual([50, 51, null]);
    expect(page.selected?.id).toBe(page.rows[0]?.id);
    const older = await inbox(doorArgs(`${office.base}/motions?przed=${page.older}`, office));
    expect([older.rows.length, older.older]).toEqual([1, null]);
  });

  test("an author's name is for organizers only", async () => {
    const office = await anOffice();
    await aMotion(office.scope, office.debateId, { authorName: "Zenon Tajny", authorEmail: "z@poczta.test" });
    const page = await inbox(doorArgs(`${office.base}/motions`, office));
    expect(page.selected?.author).toEqual({ name: "Zenon Tajny", email: "z@poczta.test" });
    for (const role of ["clerk", "officer", "viewer"] as const) {
      const colleague = await aMember(role, { unit: office.unit });
      const seenBy = await inbox(
        doorArgs(`${office.base}/motions`, { params: office.params, cookie: colleague.cookie }),
      );
      expect(JSON.stringify(seenBy)).not.toMatch(/Zenon|poczta/);
    }
  });

  test("is closed to strangers, and its buttons to those who may only read", async () => {
    const office = await anOffice();
    const { id } = await aMotion(office.scope, office.debateId);
    const stranger = await aMember("admin");
    const path = `${office.base}/motions`;
    await expect(inbox(doorArgs(path, { params: office.params }))).rejects.toMatchObject({ status: 302 });
    await expect(inbox(doorArgs(path, { params: office.params, cookie: stranger.cookie }))).rejects.toMatchObject({
      status: 404,
    });
    for (const role of ["clerk", "officer", "viewer"] as const) {
      const { cookie } = await aMember(role, { unit: office.unit });
      await expect(press({ ...office, cookie }, { o: "return", motionId: id, reason: "x" })).rejects.toMatchObject({
        status: 403,
      });
    }
    expect((await getMotion(office.scope, id)).status).toBe("submitted");
  });

  test.each(["x", "'", "-1", "9".repeat(50), "../..", "%00"])("odd search parameters are ignored: %s", async (odd) => {
    const office = await anOffice();
    await aMotion(office.scope, office.debateId);
    const query = new URLSearchParams({ q: "", stan: odd, kat: odd, przed: odd, po: odd });
    expect((await inbox(doorArgs(`${office.base}/motions?${query}`, office))).rows).toHaveLength(1);
    const one = new URLSearchParams({ wniosek: odd });
    await expect(inbox(doorArgs(`${office.base}/motions?${one}`, office))).rejects.toMatchObject({ status: 404 });
  });
});

describe("the buttons", () => {
  test("admit publishes and comes back to the list as it was filtered", async () => {
    const office = await anOffice();
    const { id } = await aMotion(office.scope, office.debateId);
    const answer = await press(office, { ...FACE, o: "admit", motionId: id }, "?stan=waiting&kat=LIGHT");
    expect(answer).toEqual({
      status: 303,
      to: `${office.base}/motions?stan=waiting&kat=LIGHT&zapisano=1%2F2026%2F01&co=admit`,
    });
    expect(await getMotion(office.scope, id)).toMatchObject({ status: "admitted", textPublic: FACE.textPublic });
  });

  test("a text that may name somebody is held until the box is ticked", async () => {
    const office = await anOffice();
    const { id } = await aMotion(office.scope, office.debateId);
    const fields = { ...FACE, textPublic: "Pan Nowak hałasuje.", o: "admit", motionId: id };
    const held = await press(office, fields);
    expect([held.status, Object.keys(held.errors), held.fields.textPublic]).toEqual([
      422,
      ["looked"],
      fields.textPublic,
    ]);
    expect((await press(office, { ...fields, looked: "on" })).status).toBe(303);
  });

  test("each asks for what it needs", async () => {
    const office = await anOffice();
    const { id } = await aMotion(office.scope, office.debateId);
    const wrong = async (o: string) => {
      const answer = await press(office, { ...FACE, o, motionId: id });
      return `${o} ${answer.status} ${Object.keys(answer.errors)}`;
    };
    expect([await wrong("refer"), await wrong("merge"), await wrong("return"), await wrong("out_of_scope")]).toEqual([
      "refer 422 referredToBodyId",
      "merge 422 into",
      "return 422 reason",
      "out_of_scope 422 reason",
    ]);
    const nowhere = await press(office, { ...FACE, o: "merge", motionId: id, into: "99" });
    expect([nowhere.status, Object.keys(nowhere.errors)]).toEqual([409, ["into"]]);
    await expect(press(office, { o: "explode", motionId: id })).rejects.toMatchObject({ status: 404 });
    await expect(press(office, { ...FACE, o: "admit", motionId: "nobody" })).rejects.toMatchObject({ status: 404 });
    expect((await getMotion(office.scope, id)).status).toBe("submitted");
  });

  test("out of scope publishes and decides at once; after a task it does neither", async () => {
    const office = await anOffice();
    const { id } = await aMotion(office.scope, office.debateId);
    const fields = { ...FACE, o: "out_of_scope", motionId: id, reason: "Sprawa gminy." };
    expect((await press(office, fields)).status).toBe(303);
    expect(await getMotion(office.scope, id)).toMatchObject({ outcome: "out_of_scope", answer: "Sprawa gminy." });
  });

  test("a stale form is a conflict and both texts are there", async () => {
    const office = await anOffice();
    const { id } = await anAdmittedMotion(office.scope, office.debateId);
    const answer = await press(office, { ...FACE, textPublic: "Moja wersja", o: "admit", motionId: id, _version: "1" });
    expect(answer).toMatchObject({ status: 409, isConflict: true, fields: { textPublic: "Moja wersja" } });
    expect((await getMotion(office.scope, id)).textPublic).not.toBe("Moja wersja");
  });
});

describe("the inbox of one debate", () => {
  const inDebate = async ({ base, params, cookie }: Office, fields: Record<string, string>) =>
    seen(
      await actInDebate(
        doorArgs(`${base}/debates/${params.id}/motions?wpisz`, {
          params,
          cookie,
          fields: { _key: crypto.randomUUID(), ...fields },
        }),
      ),
    );

  test("takes what came on paper, once", async () => {
    const office = await anOffice();
    const slip = {
      o: "capture",
      text: "Dziura w jezdni",
      category: "INFRA",
      raisedBy: "village_head",
      channel: "paper",
      _key: crypto.randomUUID(),
    };
    for (let twice = 0; twice < 2; twice++) expect((await inDebate(office, slip)).status).toBe(303);
    expect(await listDebateMotions(office.scope, office.debateId)).toMatchObject([
      { channel: "paper", raisedBy: "village_head", status: "admitted" },
    ]);
    expect(await inDebate(office, { o: "capture", text: "" })).toMatchObject({ status: 422 });
  });

  test("knows no motion of another debate", async () => {
    const office = await anOffice();
    const other = await anOpenDebate(office.scope, { topic: "Inna" });
    const { id } = await aMotion(office.scope, other);
    const path = `${office.base}/debates/${office.debateId}/motions?wniosek=${id}`;
    expect((await debateInbox(doorArgs(path, office))).selected).toBeNull();
    await expect(inDebate(office, { ...FACE, o: "admit", motionId: id })).rejects.toMatchObject({ status: 404 });
  });
});

describe.each(["motions", "debates/:id/motions"])("a refusal at %s", (page) => {
  test("shows the motion that was being worked on, with what was typed, wherever it stands in the queue", async () => {
    const office = await anOffice();
    const queue = [await aMotion(office.scope, office.debateId), await aMotion(office.scope, office.debateId)];
    const base = `${office.base}/${page.replace(":id", office.debateId)}`;
    const { cookie } = office;
    for (const { id: motionId } of queue) {
      const html = await (await visit(`${base}?wniosek=${motionId}`, { cookie })).text();
      const action = /<form[^>]*aria-labelledby="wn"[^>]*>/.exec(html)?.[0].match(/action="([^"]+)"/)?.[1] ?? "";
      const fields = {
        ...FACE,
        _key: crypto.randomUUID(),
        motionId,
        o: "return",
        textPublic: "Długo poprawiany tekst.",
      };
      const refused = await visit(action.replaceAll("&amp;", "&"), { cookie, fields });
      const answer = await refused.text();
      expect([refused.status, answer.includes(`value="${motionId}"`)]).toEqual([422, true]);
      expect(answer).toContain("Długo poprawiany tekst.");
      expect(answer).toContain('href="#reason"');
    }
  });
});

test("where all motions of a debate are listed, the next that waits is open", async () => {
  const office = await anOffice();
  const waiting = await aMotion(office.scope, office.debateId);
  await anAdmittedMotion(office.scope, office.debateId);
  const page = await debateInbox(doorArgs(`${office.base}/debates/${office.debateId}/motions`, office));
  expect([page.rows.length, page.selected?.id]).toEqual([2, waiting.id]);
});

describe("the door", () => {
  const knock = async ({ base, params, cookie }: Office, fields: Record<string, string>) =>
    seen(
      await atDoor(
        doorArgs(`${base}/debates/${params.id}/attendance`, {
          params,
          cookie,
          fields: { _key: crypto.randomUUID(), ...fields },
        }),
      ),
    );

  test("a clerk notes officials, heads and reservations; a viewer reads", async () => {
    const office = await anOffice("clerk");
    const { scope, debateId } = office;
    const guest = await aGuest(scope, debateId, { officeTitle: "Burmistrz", status: "accepted" });
    const seat = await reserveSeat(scope, debateId, { name: "Ania", seats: 2 }, BEFORE);
    const seatId = seat.ok ? seat.value.id : "";
    const heads = {
      count_residents: "47",
      count_youth: "0",
      count_seniors: "3",
      count_institutions: "17",
      count_media: "1",
    };

    expect(
      (await knock(office, { o: "presence", invitationId: guest, presence: "present_by_substitute" })).status,
    ).toBe(303);
    expect((await knock(office, { o: "heads", ...heads })).status).toBe(303);
    expect((await knock(office, { o: "plus:media" })).status).toBe(303);
    expect((await knock(office, { o: `in:${seatId}` })).status).toBe(303);

    const viewer = await aMember("viewer", { unit: office.unit });
    const path = `${office.base}/debates/${debateId}/attendance`;
    const page = await doorPage(doorArgs(path, { params: office.params, cookie: viewer.cookie }));
    expect(page.guests).toMatchObject([{ presence: "present_by_substitute" }]);
    expect(page.heads.map(({ count }) => count)).toEqual([47, 0, 3, 17, 2]);
    expect([page.seats.present, page.mayRecord]).toEqual([2, false]);
    await expect(knock({ ...office, cookie: viewer.cookie }, { o: "plus:media" })).rejects.toMatchObject({
      status: 403,
    });
    expect((await countSeats(scope, debateId)).present).toBe(2);
  });

  test("a wrong number is 422 beside its field, and none of them is saved", async () => {
    const office = await anOffice("clerk");
    const heads = {
      count_residents: "47",
      count_youth: "-1",
      count_seniors: "x",
      count_institutions: "",
      count_media: "1",
    };
    const answer = await knock(office, { o: "heads", ...heads });
    expect([answer.status, Object.keys(answer.errors)]).toEqual([
      422,
      ["count_youth", "count_seniors", "count_institutions"],
    ]);
    expect((await listHeadCounts(office.scope, office.debateId)).every(({ count }) => count === 0)).toBe(true);
    await expect(knock(office, { o: "plus:everybody" })).rejects.toMatchObject({ status: 404 });
    await expect(knock(office, {})).rejects.toMatchObject({ status: 404 });
  });
});
