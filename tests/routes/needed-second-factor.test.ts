import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addMember } from "~/domain/organizations/commands.server";
import { may, mayOpenLinks, maySee } from "~/domain/organizations/policy";
import { getUnitSettings, listMembers } from "~/domain/organizations/queries.server";
import { settingsVersion } from "~/domain/organizations/rules";
import { inTransaction, write } from "~/platform/db.server";
import { findUserId } from "~/platform/session.server";
import { loader as account } from "~/routes/account";
import { loader as second } from "~/routes/account.second-factor";
import { loader as office } from "~/routes/o.$unit";
import { action as autosave } from "~/routes/o.$unit.debates.$id.minutes_.autosave";
import { action as settings } from "~/routes/o.$unit.settings._index";
import { action as members, loader as membersPage } from "~/routes/o.$unit.settings.members";
import { organizations } from "~db/schema";
import { withSight } from "~db/sight";
import { aUnit } from "../setup/factories";
import { aMemberWithPhone, aPhoneOf, asking, traceOf, userOf } from "../setup/factories.accounts";
import { aMember, doorArgs } from "../setup/factories.organizations";

const need = ({ unit }: { unit: { id: string } }) =>
  inTransaction(async () => {
    await write.update(organizations).set({ needsSecondFactor: true }).where(eq(organizations.id, unit.id));
  });
const at = (who: { cookie: string; unit: { slug: string } }, fields?: Record<string, string>) => ({
  ...doorArgs(`/o/${who.unit.slug}`, { cookie: who.cookie, params: { unit: who.unit.slug, id: "x" }, fields }),
  context: {},
});
const location = async (door: Promise<unknown>) => {
  const answer = await door.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.headers.get("Location") ?? answer.status;
  const { data, init } = answer as { data?: { errors?: object }; init?: object };
  return init ? JSON.stringify(data?.errors) : "in";
};

describe("a unit that asks for a second factor", () => {
  test("leads whoever has none to where it is set up, from every door, and opens then", async () => {
    const who = await aMember("organizer");
    expect(await location(office(at(who)))).toBe("in");
    await need(who);
    expect(await location(office(at(who)))).toBe("/account/second-factor");
    expect(await location(autosave(at(who, { "part-findings": "x" }) as ActionFunctionArgs))).toBe(
      "/account/second-factor",
    );
    expect(await second(at(who))).toMatchObject({ isNeeded: true, since: null });
    expect(await account(at(who)), "nothing else is offered").toMatchObject({ sections: [] });
    await aPhoneOf(who);
    expect(await location(office(at(who)))).toBe("in");
    expect(await second(at(who))).toMatchObject({ goOn: `/o/${who.unit.slug}` });
  });

  test("does not tell a stranger that it does, and does not close other units to its people", async () => {
    const [ours, stranger] = [await aMember(), await aMember()];
    await need(ours);
    expect(await location(office(at({ ...stranger, unit: ours.unit })))).toBe(404);
    await addMember(stranger.scope, { email: ours.email, name: ours.name, role: "viewer", passwordHash: "-" });
    expect(await location(office(at({ ...ours, unit: stranger.unit })))).toBe("in");
  });

  test("is made so by an admin in the settings, with both ways written down", async () => {
    const admin = await aMemberWithPhone("admin");
    const save = async (needsSecondFactor: "on" | "off") => {
      const saved = await getUnitSettings(admin.scope);
      const texts = Object.fromEntries(
        Object.entries(saved).filter(([, value]) => typeof value === "string"),
      ) as Record<string, string>;
      const fields = {
        ...texts,
        phone: "600100200",
        reminds: "on",
        needsSecondFactor,
        _version: String(settingsVersion(saved)),
        _key: randomUUID(),
      };
      return location(settings({ ...at(admin, fields) } as ActionFunctionArgs));
    };
    expect(await save("on")).toMatch(/zapisano$/);
    expect((await getUnitSettings(admin.scope)).needsSecondFactor).toBe(true);
    expect(await save("off")).toMatch(/zapisano$/);
    expect((await getUnitSettings(admin.scope)).needsSecondFactor).toBe(false);
  });
});

describe("an admin", () => {
  async function aColleague() {
    const admin = await aMember("admin");
    const colleague = await aMemberWithPhone("clerk", { unit: admin.unit });
    const row = (await listMembers(admin.scope)).find(({ userId }) => userId === colleague.userId);
    return { admin, colleague, id: row?.id ?? "" };
  }
  const reset = async (who: Awaited<ReturnType<typeof aMember>>, id: string) =>
    withSight(async () => members(at(who, { intent: "second_factor", id, _key: randomUUID() }) as ActionFunctionArgs));

  test("sees who has it and no more, and lets somebody in again who has lost the phone", async () => {
    const { admin, colleague, id } = await aColleague();
    const page = await membersPage(at(admin));
    expect(page.members.map(({ secondFactorAt }) => secondFactorAt !== null).sort()).toEqual([false, true]);
    expect(JSON.stringify(page)).not.toMatch(/totpSecret|passwordHash/);
    expect(await location(reset(admin, id))).toMatch(/members$/);
    expect(await userOf(colleague.userId)).toMatchObject({ totpSecret: null, totpConfirmedAt: null });
    expect(await findUserId(asking(colleague.cookie))).toBeUndefined();
    expect(await traceOf(colleague.userId, colleague.email)).toMatchObject({
      acts: expect.arrayContaining(["second_factor_ended"]),
      subjects: expect.arrayContaining([
        "Drugi składnik logowania został wyłączony przez administratora: konto w serwisie Debata",
      ]),
    });
    expect(await reset(admin, id)).toMatchObject({ init: { status: 409 } });
  });

  test("cannot open another unit by it, nor switch off one's own here", async () => {
    const { admin, colleague, id } = await aColleague();
    const other = await aUnit();
    await addMember(other.scope, { email: colleague.email, name: "x", role: "viewer", passwordHash: "-" });
    expect(await reset(admin, id)).toMatchObject({
      data: { errors: { root: { message: expect.stringContaining("innej jednostki") } } },
    });
    expect((await userOf(colleague.userId))?.totpConfirmedAt).not.toBeNull();

    const own = await aMemberWithPhone("admin");
    const [row] = await listMembers(own.scope);
    expect(await reset(own, row?.id ?? "")).toMatchObject({ init: { status: 409 } });
    expect((await userOf(own.userId))?.totpConfirmedAt).not.toBeNull();
  });
});

test("who may open the links of kept letters, and sees which sections", () => {
  expect(["admin", "organizer", "clerk"].map((role) => mayOpenLinks(role as "admin", "password_reset"))).toEqual([
    false,
    false,
    false,
  ]);
  expect(["admin", "organizer"].map((role) => mayOpenLinks(role as "admin", "member_invite"))).toEqual([true, false]);
  expect(["organizer", "clerk"].map((role) => mayOpenLinks(role as "clerk", "invitation"))).toEqual([true, false]);
  expect(["settings", "outbox", "debates"].map((section) => maySee("organizer", section))).toEqual([false, true, true]);
  expect(may(undefined, "read")).toBe(false);
});
