import { describe, expect, test } from "vitest";
import { endMembership } from "~/domain/organizations/commands.members.server";
import { openMemberInvite, openUnit, requireMember } from "~/domain/organizations/gate.server";
import { type Ability, may } from "~/domain/organizations/policy";
import { listMembers } from "~/domain/organizations/queries.server";
import { ROLES } from "~db/vocabulary";
import { aUnit } from "../../setup/factories";
import { aMember } from "../../setup/factories.organizations";

const ABILITIES: Ability[] = ["read", "organize", "record", "follow_up", "approve", "administer"];
const enter = (cookie: string, slug: string | undefined, ability?: Ability) => {
  const request = new Request(`http://app.test/o/${slug}/settings?x=1`, { headers: { Cookie: cookie } });
  return requireMember(request, slug, ability);
};
const statusOf = (entering: Promise<unknown>) =>
  entering.then(
    () => 200,
    (answer: Response) => answer.status,
  );

describe("requireMember", () => {
  test("lets each role do what the policy says, and answers 403 otherwise", async () => {
    for (const role of ROLES) {
      const { cookie, unit } = await aMember(role);
      for (const ability of ABILITIES)
        expect([role, ability, await statusOf(enter(cookie, unit.slug, ability))]).toEqual([
          role,
          ability,
          may(role, ability) ? 200 : 403,
        ]);
    }
  });

  test("says who acts, where and as what", async () => {
    const member = await aMember("clerk");
    const entered = await enter(member.cookie, member.unit.slug);
    expect(entered.scope).toEqual({ organizationId: member.unit.id, actor: `user:${member.userId}`, role: "clerk" });
    expect(entered.me).toEqual({ id: member.userId, name: "Ewa Sikora", rank: "mł. asp.", role: "clerk" });
    expect(entered.unit).not.toHaveProperty("revision");
  });

  test("another unit, an unknown one and an impossible one look the same", async () => {
    const { cookie } = await aMember("admin");
    const other = await aUnit();
    for (const slug of [other.slug, "nie-ma", "../x", "", undefined, "a b", "x".repeat(200), "\0"])
      expect([slug, await statusOf(enter(cookie, slug))]).toEqual([slug, 404]);
  });

  test("nobody signed in is sent to sign in, and back", async () => {
    for (const cookie of ["", "session=guess", "session=", "other=1"]) {
      const refused = await enter(cookie, "kpp-x").catch((answer: Response) => answer);
      expect(refused).toMatchObject({ status: 302 });
      expect((refused as Response).headers.get("Location")).toBe("/login?dalej=%2Fo%2Fkpp-x%2Fsettings");
    }
  });

  test("who has left finds nothing any more, even with a session of another unit", async () => {
    const { cookie, scope, unit } = await aMember("clerk");
    await aMember("admin", { unit });
    const row = (await listMembers(scope)).find(({ role }) => role === "clerk");
    await endMembership(scope, row?.id ?? "");
    expect(await statusOf(enter(cookie, unit.slug))).toBe(302);
  });
});

test("the public page of a unit opens for everybody, with a scope that is nobody's", async () => {
  const unit = await aUnit();
  expect((await openUnit(unit.slug)).scope).toEqual({ organizationId: unit.id, actor: "public", role: undefined });
  expect(await statusOf(openUnit("nie-ma"))).toBe(404);
});

test("a thousand forged links to join open nothing", async () => {
  const forged = Array.from({ length: 1000 }, () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))));
  const answers = await Promise.all(forged.map((bytes) => statusOf(openMemberInvite(bytes.toString("base64url")))));
  expect(new Set(answers)).toEqual(new Set([404]));
});
