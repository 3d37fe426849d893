import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { queueMail, sendDueMail } from "~/domain/history/commands.mail.server";
import { listMessages } from "~/domain/history/queries.server";
import { inviteMember } from "~/domain/organizations/commands.members.server";
import { inTransaction } from "~/platform/db.server";
import { placeholderOf } from "~/platform/links.server";
import * as outboxPage from "~/routes/o.$unit.outbox._index";
import * as letterPage from "~/routes/o.$unit.outbox.$message";
import type { Role } from "~db/vocabulary";
import { aMember, doorArgs } from "../setup/factories.organizations";

type Member = Awaited<ReturnType<typeof aMember>>;
const args = ({ unit, cookie }: Member, path = "", fields?: Record<string, string>) => ({
  ...doorArgs(`/o/${unit.slug}/outbox${path}`, {
    cookie,
    params: { unit: unit.slug, message: path.slice(1) },
    fields,
  }),
  context: {},
});

async function aLetter(member: Member, now?: Date) {
  const subjectId = randomUUID();
  const href = placeholderOf("invitation", subjectId);
  const letter = {
    subject: "Zaproszenie",
    sender: "KPP",
    salutation: "Szanowni Państwo,",
    body: [{ actions: [{ label: "Odpowiedz", href }] }],
    signature: [],
    footer: [],
  };
  const to = { name: "Burmistrz", address: "um@urzad.test" };
  await inTransaction(() => queueMail(member.scope, { kind: "invitation", subjectId, to, letter, revision: 1 }, now));
  const [newest] = await listMessages(member.scope);
  return newest?.id ?? "";
}
const refuseAll = async () => {
  throw Object.assign(new Error("no such mailbox"), { responseCode: 550, code: "EENVELOPE" });
};

describe("the outbox", () => {
  test("lists letters by state and page", async () => {
    const member = await aMember();
    for (let i = 1; i <= 52; i++) await aLetter(member, new Date(Date.UTC(2026, 2, 1, 0, i)));
    const first = await outboxPage.loader(args(member));
    expect([first.letters.length, first.counts, first.newest]).toEqual([50, { queued: 52 }, undefined]);
    const second = await outboxPage.loader(args(member, first.older?.slice(`/o/${member.unit.slug}/outbox`.length)));
    expect([second.letters.length, second.older]).toEqual([2, undefined]);
    expect((await outboxPage.loader(args(member, "?stan=failed"))).letters).toEqual([]);
    expect((await outboxPage.loader(args(member, "?stan=zly&przed=x_y"))).letters).toHaveLength(50);
  });

  test("a failed letter is sent again, once for two clicks; another one is not", async () => {
    const member = await aMember();
    const id = await aLetter(member);
    while ((await sendDueMail(refuseAll)) > 0);
    expect(await letterPage.loader(args(member, `/${id}`))).toMatchObject({
      letter: { status: "failed", failure: "550" },
    });

    const fields = { _key: randomUUID() };
    const clicks = (await Promise.all(
      [1, 2].map(() => letterPage.action(args(member, `/${id}`, fields))),
    )) as Response[];
    expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
    expect(await letterPage.loader(args(member, `/${id}`))).toMatchObject({ letter: { status: "queued" } });
    expect(await letterPage.action(args(member, `/${id}`, { _key: randomUUID() }))).toMatchObject({
      init: { status: 409 },
    });
  });

  test("a link that makes a member is shown to admins only", async () => {
    const admin = await aMember("admin");
    const organizer = await aMember("organizer", { unit: admin.unit });
    await inviteMember(admin.scope, { email: `${randomUUID()}@policja.test`, role: "admin" });
    const [invite] = await listMessages(admin.scope);
    const partsFor = async (member: Member) => (await letterPage.loader(args(member, `/${invite?.id}`))).letter.parts;
    expect(await partsFor(admin)).toContainEqual({ href: expect.stringContaining("/join/") });
    expect(JSON.stringify(await partsFor(organizer))).not.toContain("/join/");
    expect(await partsFor(organizer)).toContainEqual({ masked: true });
  });

  test("is for those who send letters", async () => {
    for (const role of ["clerk", "officer", "viewer"] satisfies Role[]) {
      const member = await aMember(role);
      await expect(outboxPage.loader(args(member))).rejects.toMatchObject({ status: 403 });
      await expect(letterPage.loader(args(member, "/x"))).rejects.toMatchObject({ status: 403 });
      await expect(letterPage.action(args(member, "/x", {}))).rejects.toMatchObject({ status: 403 });
    }
  });

  test("a letter of another unit does not exist", async () => {
    const [ours, other] = [await aMember(), await aMember()];
    const id = await aLetter(ours);
    await expect(letterPage.loader(args(other, `/${id}`))).rejects.toMatchObject({ status: 404 });
    await expect(letterPage.action(args(other, `/${id}`, {}))).rejects.toMatchObject({ status: 404 });
  });
});
