import { readFileSync } from "node:fs";
import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveCorrection, startCorrection } from "~/domain/minutes/commands.correction.server";
import { openPaper } from "~/domain/minutes/gate.server";
import { findOpenPaper, listEditions } from "~/domain/minutes/queries.editions.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import { dialect } from "~db/dialect";
import { minutes, minutesEditions } from "~db/schema";
import { aUnit } from "../setup/factories";
import { aHeldDebate, minutesOf } from "../setup/factories.minutes-held";

const THEN = new Date("2026-03-25T10:00:00Z");
const LATER = new Date("2026-04-02T10:00:00Z");

/** What 0001 does with the minutes that are there already, for one unit. */
function steps(unit: string) {
  const [, moved = ""] = readFileSync(`db/migrations/${dialect}/0001_documents.sql`, "utf8").split(/(?=INSERT INTO)/);
  return moved
    .split("--> statement-breakpoint")
    .map((step) => `${step.trim().replace(/;$/, "")} AND organization_id = '${unit}'`);
}

const run = (statement: SQL) => {
  const raw = write as unknown as Record<"run" | "execute", (statement: SQL) => Promise<unknown>>;
  return dialect === "sqlite" ? raw.run(statement) : raw.execute(statement);
};

/** Minutes as they stood before there were editions, and then the migration. */
async function migrated(published: boolean) {
  const { scope } = await aUnit();
  const held = await aHeldDebate(scope);
  const begun = await aHeldDebate(scope, new Date("2026-04-18T16:00:00Z"));
  const first = await minutesOf(scope, held.debateId, THEN, published);
  await inTransaction(async () => {
    await write.delete(minutesEditions).where(eq(minutesEditions.organizationId, scope.organizationId));
    await write.update(minutes).set({ edition: 0 }).where(eq(minutes.organizationId, scope.organizationId));
    for (const step of steps(scope.organizationId)) await run(sql.raw(step));
  });
  return { ...held, first, begun };
}

test("minutes of before the editions stay readable and verifiable, and can be corrected", async () => {
  const { scope, debateId, first, begun } = await migrated(true);
  expect(await listEditions(scope, debateId)).toMatchObject([
    { no: 1, sha256: first.sha256, approvedAt: THEN, publishedAt: THEN, reason: "" },
  ]);
  expect(await listEditions(scope, begun.debateId)).toEqual([]);
  expect(await openPaper(first.sha256)).toMatchObject({ edition: 1, number: first.number, valid: null });
  const before = await findOpenPaper(scope, debateId, null);
  expect((await findOpenPaper(scope, debateId, 1))?.document).toEqual(before?.document);

  expect(await startCorrection(scope, debateId, "Błąd.", "Ktoś", LATER)).toMatchObject({ ok: true, value: { no: 1 } });
  const typed = { reason: "Błąd.", approvedBy: "Komendant", texts: { "item-1": "Poprawione." } };
  expect(await approveCorrection(scope, debateId, 1, typed, LATER)).toMatchObject({ ok: true });
  expect(await findMinutes(scope, debateId)).toMatchObject({ edition: 2, number: first.number });
  expect(await openPaper(first.sha256)).toMatchObject({ edition: 1, valid: { correction: 1 } });
  expect((await findOpenPaper(scope, debateId, 1))?.document).toEqual(before?.document);
});

test("what was approved and not published stays inside", async () => {
  const { scope, debateId, first } = await migrated(false);
  expect(await openPaper(first.sha256)).toMatchObject({ edition: 1, publishedAt: null });
  expect(await findOpenPaper(scope, debateId, 1)).toBeUndefined();
});
