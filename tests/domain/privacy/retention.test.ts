import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { cancelDebate, postponeDebate } from "~/domain/debates/commands.moves.server";
import { listAudit } from "~/domain/history/queries.audit.server";
import { listSubjectEvents } from "~/domain/history/queries.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { reviseRetention, runDailyRetention, runRetention } from "~/domain/privacy/commands.retention.server";
import { workRetention } from "~/domain/privacy/jobs.server";
import {
  findRetentionRun,
  getRetention,
  listUnitIds,
  previewRetention,
} from "~/domain/privacy/queries.retention.server";
import { countDue } from "~/domain/privacy/queries.sweeps.server";
import {
  allMonths,
  cutoffOf,
  monthsOf,
  nextRunOf,
  RETENTION,
  RETENTION_KINDS,
  retentionVersion,
} from "~/domain/privacy/rules.retention";
import { config } from "~/platform/config.server";
import { inTransaction, read, write } from "~/platform/db.server";
import * as erasures from "~/platform/erasures.server";
import { pathOf } from "~/platform/links.server";
import { warsawDate } from "~/platform/time";
import { followers, invitations, messages, motions, registrations } from "~db/schema";
import { aUnit, scopeOf } from "../../setup/factories";
import { aDebate } from "../../setup/factories.residents";
import { aFullUnit, type FullUnit } from "../../setup/matrix";
import { visit } from "../../setup/site";

const YEARS_MS = 366 * 86_400_000;
const later = (years: number) => new Date(Date.now() + years * YEARS_MS);
const ordered = (scope: FullUnit["scope"]) =>
  read.select().from(motions).where(eq(motions.organizationId, scope.organizationId)).orderBy(motions.number);
const due = async (scope: FullUnit["scope"], now: Date) =>
  Object.fromEntries((await previewRetention(scope, now)).flatMap(({ kind, rows }) => (rows ? [[kind, rows]] : [])));

describe("the rule", () => {
  test("gives each kind its months, and a choice only within bounds", () => {
    expect(monthsOf(null, "registrations")).toBe(3);
    expect(monthsOf({ registrations: 5 }, "registrations")).toBe(5);
    fc.assert(
      fc.property(fc.constantFrom(...RETENTION_KINDS), fc.integer(), (kind, months) => {
        const { least, most } = RETENTION[kind];
        const kept = monthsOf({ [kind]: months }, kind);
        expect(kept >= least && kept <= most).toBe(true);
      }),
    );
    expect(monthsOf({ letters: 1.5 }, "letters")).toBe(12);
  });

  test("cuts at midnight in Warsaw, so that each hour of a day cuts the same", () => {
    expect(cutoffOf(1, new Date("2026-03-31T21:59:00Z"))).toEqual(new Date("2026-02-27T23:00:00Z"));
    expect(cutoffOf(1, new Date("2026-03-31T00:01:00Z"))).toEqual(new Date("2026-02-27T23:00:00Z"));
  });

  test("comes next at night, and within the hour where the night was missed: never at a time that is past", () => {
    expect(nextRunOf(new Date("2026-03-31T12:00:00Z"), true)).toEqual({ on: "2026-04-01" });
    expect(nextRunOf(new Date("2026-03-31T12:00:00Z"), false)).toBe("soon");
    expect(nextRunOf(new Date("2026-03-31T00:59:00Z"), false)).toEqual({ on: "2026-03-31" });
    expect(nextRunOf(new Date("2026-03-31T01:00:00Z"), false)).toBe("soon");
  });
});

describe("a run", () => {
  test("does exactly what the dry run has said, once, and leaves what history needs", async () => {
    const ours = await aFullUnit("rtqx");
    const { scope, ids } = ours;
    const now = later(4.5);
    const ofUnit = eq(messages.organizationId, scope.organizationId);
    await inTransaction(async () => void (await write.update(messages).set({ status: "sent" }).where(ofUnit)));
    const before = await ordered(scope);
    const said = await due(scope, now);
    expect(Object.keys(said)).toEqual(
      expect.arrayContaining(["registrations", "motion_contacts", "guest_contacts", "followers", "letters"]),
    );
    const [one, two] = await Promise.all([runRetention(scope, now), runRetention(scope, now)]);
    const sum: Record<string, number> = {};
    for (const [kind, rows] of [...Object.entries(one), ...Object.entries(two)]) sum[kind] = (sum[kind] ?? 0) + rows;
    expect(sum).toEqual(said);
    expect(await due(scope, now)).toEqual({});
    expect(await runRetention(scope, now)).toEqual({});

    const rows = (await listAudit(scope, { action: "retention_run", limit: 500 })).map(({ data }) => data);
    for (const [kind, many] of Object.entries(said))
      expect(rows.filter((row) => row?.kind === kind).reduce((all, row) => all + Number(row?.rows), 0)).toBe(many);

    const after = await ordered(scope);
    expect(after.map(({ number, textPublic, trackState }) => [number, textPublic, trackState])).toEqual(
      before.map(({ number, textPublic, trackState }) => [number, textPublic, trackState]),
    );
    expect(after.every(({ authorName, authorEmail }) => `${authorName}${authorEmail}` === "")).toBe(true);
    const [seat] = await read.select().from(registrations).where(eq(registrations.id, ids.registration));
    expect(seat).toMatchObject({ seats: 1, email: "", needs: "", status: "confirmed" });
    expect(seat?.name).not.toContain("tajne");
    const [guest] = await read.select().from(invitations).where(eq(invitations.id, ids.invitation));
    expect(guest).toMatchObject({ email: "", phone: "" });
    expect(guest?.personName).toContain("guest");
    expect(await auditTracks(scope)).toEqual([]);
  });

  test("keeps who supports a matter in the count, without the address", async () => {
    const { scope } = await aFullUnit("rsqx");
    const mine = eq(followers.organizationId, scope.organizationId);
    const count = async () =>
      (await read.select().from(followers).where(mine)).filter((row) => row.confirmedAt && !row.endedAt).length;
    const before = await count();
    await runRetention(scope, later(4.5));
    expect(await count()).toBe(before);
    expect((await read.select().from(followers).where(mine)).map(({ email }) => email).join("")).toBe("");
  });

  test("leaves the seats of a debate that waits for a new day, and takes them once it is called off", async () => {
    const { scope, id } = await aDebate({ capacity: 5 });
    const reserved = await reserveSeat(scope, id, { name: "Ala Kot", seats: 1, email: "ala@dom.test" });
    if (!reserved.ok) throw new Error(reserved.reason);
    const seat = async () =>
      (await read.select().from(registrations).where(eq(registrations.id, reserved.value.id)))[0];
    const known = await seat();
    await postponeDebate(scope, id, { reason: "Awaria w sali." });
    await runRetention(scope, later(1));
    expect(await seat()).toEqual(known);
    expect((await visit(pathOf("registration", reserved.value.id))).status).toBe(200);

    await cancelDebate(scope, id, "Nie ma sali.");
    await runRetention(scope, later(1));
    expect(await seat()).toMatchObject({ email: "", tokenHash: `forgotten:${reserved.value.id}` });
  });

  test("is daily, in its own unit alone, and a letter that waits is not touched", async () => {
    const [ours, theirs] = [await aFullUnit("ruqx"), await aFullUnit("rvqx")];
    const now = later(4.5);
    const waiting = eq(messages.organizationId, ours.scope.organizationId);
    await inTransaction(async () => void (await write.update(messages).set({ status: "queued" }).where(waiting)));
    const letters = await read.select().from(messages).where(waiting);
    const untouched = await due(theirs.scope, now);
    expect(Object.keys((await runDailyRetention(ours.scope, now)) ?? {})).toContain("registrations");
    expect(await runDailyRetention(ours.scope, now)).toBeUndefined();
    expect((await findRetentionRun(ours.scope, warsawDate(now)))?.finishedAt).toBeInstanceOf(Date);
    expect(await findRetentionRun(theirs.scope, warsawDate(now))).toBeUndefined();
    expect(await read.select().from(messages).where(waiting)).toEqual(letters);
    expect(await due(theirs.scope, now)).toEqual(untouched);
    const told = await listSubjectEvents(ours.scope, ours.unit.id);
    expect(told.map(({ action }) => action)).toContain("retention_done");
  });

  test("that was killed in its end: the next one makes finished pages and documents anew, though nothing is due", async () => {
    const { scope, unit } = await aFullUnit("rxqx");
    const [now, next] = [later(4.5), new Date(later(4.5).getTime() + 86_400_000)];
    const kept = join(config.dataDir, "documents", "old.document");
    const keep = () => {
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, "x");
    };
    keep();
    // The process dies when it comes to its documents: what is forgotten by then is forgotten.
    const dies = vi.spyOn(erasures, "forgetDocuments").mockImplementation(() => {
      throw new Error("killed");
    });
    await expect(runDailyRetention(scope, now)).rejects.toThrow("killed");
    dies.mockRestore();
    expect(await due(scope, next)).toEqual({});
    expect(existsSync(kept)).toBe(true);
    expect(await findRetentionRun(scope, warsawDate(now))).toBeUndefined();

    expect(await runDailyRetention(scope, next)).toEqual({});
    expect(existsSync(kept)).toBe(false);
    const told = (await listSubjectEvents(scope, unit.id)).filter(({ action }) => action === "retention_done");
    expect(told).toHaveLength(1);
    expect(
      (await findRetentionRun(scope, warsawDate(next)))?.sent,
      "and counts what that one had done",
    ).toBeGreaterThan(5);
    // Once is enough.
    keep();
    await runRetention(scope, next);
    expect(existsSync(kept)).toBe(true);
  });

  test("comes at night and not before", async () => {
    const { scope } = await aUnit();
    const atTwo = new Date("2030-01-10T01:30:00Z");
    await workRetention(atTwo);
    expect(await findRetentionRun(scope, warsawDate(atTwo))).toBeUndefined();
    await workRetention(new Date("2030-01-10T03:30:00Z"));
    expect((await findRetentionRun(scope, warsawDate(atTwo)))?.sent).toBe(0);
    expect((await listUnitIds()).map(({ id }) => id)).toContain(scope.organizationId);
  });
});

test("a unit's choice counts at once, needs the newest version, and is written down", async () => {
  const { scope, id } = await aUnit();
  const saved = await getRetention(scope);
  expect(saved).toEqual(allMonths(null));
  const wanted = { ...saved, letters: 6 };
  expect(await reviseRetention(scope, 1, wanted)).toEqual({ ok: false, reason: "stale" });
  expect(await reviseRetention(scope, retentionVersion(saved), wanted)).toMatchObject({ ok: true });
  expect(await getRetention(scope)).toEqual(wanted);
  expect(await getRetention((await aUnit()).scope)).toEqual(saved);
  expect(await listAudit(scope)).toMatchObject([{ action: "retention_changed", data: { letters: 6 } }]);
  expect(await countDue(scopeOf(id), "letters", later(1))).toBe(0);
});
