import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { isAuditWord, tidyAuditData } from "~/domain/history/rules.audit";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { auditEntries } from "~db/schema";
import { aUnit } from "../../setup/factories";

type Scope = Awaited<ReturnType<typeof aUnit>>["scope"];
const entriesOf = async ({ organizationId }: Scope) =>
  (await read.select().from(auditEntries)).filter((row) => row.organizationId === organizationId);

describe("the log of safety", () => {
  test("is written with its cause or not at all", async () => {
    const { scope } = await aUnit();
    const failing = inTransaction(async () => {
      await recordAudit(scope, { action: "settings_changed" });
      throw new Error("abandoned");
    });
    await expect(failing).rejects.toThrow("abandoned");
    await expect(recordAudit(scope, { action: "settings_changed" })).rejects.toThrow("inTransaction");
    expect(await entriesOf(scope)).toEqual([]);
  });

  test("names who acted: the scope, or whoever has none yet", async () => {
    const { id, scope } = await aUnit();
    await inTransaction(async () => {
      await recordAudit(scope, { action: "settings_changed" });
      await recordAudit(id, { action: "signed_in", actor: "user:abc", subjectId: "abc" });
      await recordAudit(id, { action: "retention_run" });
    });
    const actors = (await entriesOf(scope)).map(({ actor }) => actor).sort();
    expect(actors).toEqual(["system", "user:abc", scope.actor].sort());
  });

  test("is append-only in the database itself", async () => {
    const { scope } = await aUnit();
    const old = new Date(Date.now() - 6 * 366 * 86_400_000);
    await inTransaction(async () => {
      await recordAudit(scope, { action: "settings_changed", subjectId: "new" });
      await recordAudit(scope, { action: "settings_changed", subjectId: "old" }, old);
    });
    const attempt = (work: () => Promise<unknown>) => inTransaction(async () => void (await work()));
    const mine = sql`${auditEntries.organizationId} = ${scope.organizationId}`;
    await expect(attempt(() => write.update(auditEntries).set({ actor: "public" }).where(mine))).rejects.toThrow();
    await expect(attempt(() => write.update(auditEntries).set({ data: null }).where(mine))).rejects.toThrow();
    await expect(attempt(() => write.delete(auditEntries).where(mine))).rejects.toThrow();
    expect((await entriesOf(scope)).map(({ subjectId }) => subjectId).sort()).toEqual(["new", "old"]);
    await attempt(() => write.delete(auditEntries).where(sql`${mine} and ${auditEntries.subjectId} = 'old'`));
    expect((await entriesOf(scope)).map(({ subjectId }) => subjectId)).toEqual(["new"]);
  });

  test("takes no text, no address and no token, whoever hands them in", async () => {
    const { scope } = await aUnit();
    const secrets = {
      text: "Sąsiad spod siódemki",
      name: "Jan Kowalski",
      address: "jan.kowalski@dom.test",
      phone: "600-100-200",
      pesel: "44051401359",
      token: tokenOf("invitation", "x"),
      code: tokenOf("motion", "x"),
      lowerCode: tokenOf("motion", "x").toLowerCase(),
      screen: tokenOf("ballot", "x"),
    };
    const words = { role: "admin", many: 3, isDone: true, number: "3/2026/07", file: "lista-obecnosci.csv" };
    const data = { ...secrets, ...words };
    await inTransaction(() => recordAudit(scope, { action: "person_erased", subjectId: secrets.address, data }));
    const [entry] = await entriesOf(scope);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(entry)).not.toContain(secret);
    expect(entry).toMatchObject({ subjectId: null, data: words });
  });

  test("property: what has a space, an @ or nine digits is never a word", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(" ", "@", "600100200", "ą"), fc.string(), (a, sign, b) => {
        expect(isAuditWord(`${a}${sign}${b}`)).toBe(false);
      }),
    );
    expect(tidyAuditData(undefined)).toBeNull();
    expect(isAuditWord("3f2504e0-4f89-41d3-9a0c-0305e82c3301")).toBe(true);
  });
});
