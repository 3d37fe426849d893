import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveMinutes } from "~/domain/minutes/commands.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { read } from "~/platform/db.server";
import { minutesEditions } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";

const APPROVED = new Date("2026-03-25T10:00:00Z");
const MANY = 50;

test("fifty approvals at once: fifty numbers in a row, no gap and no double, each with its first edition", async () => {
  const { scope } = await aUnit();
  const ids: string[] = [];
  for (let i = 0; i < MANY; i++) ids.push((await aHeldDebate(scope)).debateId);
  // Each is asked for twice, by two people: the second has no effect.
  const answers = await Promise.all(
    [...ids, ...ids].map((id) => approveMinutes(scope, id, { approvedBy: "Komendant" }, APPROVED)),
  );
  const numbers = answers.flatMap((answer) => (answer.ok ? [answer.value.number] : []));
  expect(numbers.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(
    Array.from({ length: MANY }, (_, i) => `${i + 1}/2026`),
  );
  expect(answers.filter((answer) => !answer.ok && answer.reason === "not_possible")).toHaveLength(MANY);

  const kept = await read
    .select()
    .from(minutesEditions)
    .where(eq(minutesEditions.organizationId, scope.organizationId));
  expect(kept.map(({ no }) => no)).toEqual(Array.from({ length: MANY }, () => 1));
  const found = await Promise.all(ids.map((id) => findMinutes(scope, id)));
  expect(new Set(found.map((one) => one?.sha256))).toEqual(new Set(kept.map(({ sha256 }) => sha256)));
  expect(found.every((one) => one?.edition === 1)).toBe(true);
}, 120_000);
