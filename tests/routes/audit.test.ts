import { expect, test } from "vitest";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { changeMembers } from "~/domain/organizations/commands.members.server";
import { inTransaction } from "~/platform/db.server";
import { loader as page } from "~/routes/o.$unit.settings.audit";
import { loader as file } from "~/routes/o.$unit.settings.audit[.]csv";
import { aMember, doorArgs } from "../setup/factories.organizations";

async function anOffice() {
  const admin = await aMember("admin", { name: "Anna Lis" });
  const { unit } = admin;
  const clerk = await aMember("clerk", { unit, name: "=Ewa Kos" });
  const open = (query = "") =>
    page(doorArgs(`/o/${unit.slug}/settings/audit${query}`, { cookie: admin.cookie, params: { unit: unit.slug } }));
  const take = async (query = "") => {
    const path = `/o/${unit.slug}/settings/audit.csv${query}`;
    const answer = await file(doorArgs(path, { cookie: admin.cookie, params: { unit: unit.slug } }));
    return answer.text();
  };
  return { admin, unit, clerk, open, take };
}

test("an act of an admin stands in the log, by name and in words; other units never see it", async () => {
  const { admin, clerk, open } = await anOffice();
  const stranger = await anOffice();
  const { rows } = await open();
  const joined = rows.filter(({ action }) => action === "member_joined");
  expect(joined.map(({ subjectName }) => subjectName).sort()).toEqual(["=Ewa Kos", "Anna Lis"]);
  await changeMembers(admin.scope, { intent: "invite", email: "nowa.osoba@policja.test", role: "clerk" });
  const after = (await open("?co=member_invited")).rows;
  expect(after).toMatchObject([{ actorName: "Anna Lis", data: { role: "clerk" } }]);
  expect(JSON.stringify(after)).not.toContain("nowa.osoba");
  expect((await open(`?osoba=${clerk.userId}`)).rows).toEqual([]);
  expect(JSON.stringify((await stranger.open()).rows)).not.toContain(clerk.userId);
  // A stranger whose id stands in our log has no name here.
  const foreign = { action: "signed_in", actor: `user:${stranger.admin.userId}` } as const;
  await inTransaction(() => recordAudit(admin.scope, foreign));
  expect((await open("?co=signed_in")).rows).toMatchObject([{ actorName: null }]);
});

test("pages by key, without a gap and without a double, also where many have the same moment", async () => {
  const { unit, open, admin } = await anOffice();
  const at = new Date("2026-03-18T12:00:00Z");
  await inTransaction(async () => {
    for (let i = 0; i < 120; i++)
      await recordAudit(unit.scope, { action: "list_taken_out", data: { rows: i } }, new Date(+at + (i >> 3)));
  });
  const seen: string[] = [];
  let next: string | undefined = "?co=list_taken_out";
  for (let page = 0; next && page < 9; page++) {
    const { rows, older }: Awaited<ReturnType<typeof open>> = await open(next);
    seen.push(...rows.map(({ id }) => id));
    next = older ? older.slice(older.indexOf("?")) : undefined;
  }
  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
  expect((await open("?dzien=18.03.2026")).rows).toHaveLength(50);
  expect((await open("?dzien=19.03.2026")).rows).toEqual([]);
  const wrong = await open("?dzien=wczoraj&co=<script>&przed=x");
  expect(wrong.problem?.message).toBeTruthy();
  expect(wrong.rows.length).toBeGreaterThan(0);
  expect(admin.role).toBe("admin");
});

test("the file is itself an entry, and runs nothing in a spreadsheet", async () => {
  const { take, open } = await anOffice();
  const csv = await take("?co=member_joined");
  expect(csv).toContain("'=Ewa Kos");
  expect(csv).not.toMatch(/(^|;)"?=/m);
  expect((await open("?co=audit_taken_out")).rows).toMatchObject([{ actorName: "Anna Lis" }]);
  expect(await take()).toContain("Pobranie dziennika");
});
