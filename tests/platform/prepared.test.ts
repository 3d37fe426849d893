import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, read, write } from "~/platform/db.server";
import { idsIn, lengthFor, prepared, preparedByShape, preparedInsert, valuesOfIds } from "~/platform/prepared.server";
import { remembered } from "~/platform/remembered";
import { bodies, organizations } from "~db/schema";
import { aUnit } from "../setup/factories";

const named = prepared((from) =>
  from
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("id"))),
);

test("a prepared query sees its own transaction, and nobody else's before it is saved", async () => {
  const { id, name } = await aUnit();
  expect(await named({ id })).toEqual([{ name }]);
  const failed = inTransaction(async () => {
    await write.update(organizations).set({ name: "Inna" }).where(eq(organizations.id, id));
    expect(await named({ id })).toEqual([{ name: "Inna" }]);
    throw new Error("not after all");
  });
  await expect(failed).rejects.toThrow("not after all");

  expect(await named({ id })).toEqual([{ name }]);
  await inTransaction(async () => {
    await write.update(organizations).set({ name: "Nowa" }).where(eq(organizations.id, id));
  });
  expect(await named({ id })).toEqual([{ name: "Nowa" }]);
});

test("a prepared row gets an id and times of its own each time, keeps what is null, and belongs into a transaction", async () => {
  const [addBody, unit] = [preparedInsert(bodies), await aUnit()];
  const row = (name: string) => ({
    organizationId: unit.id,
    kind: "school" as const,
    name,
    deskTokenHash: name,
    archivedAt: name === "c" ? new Date(7) : null,
  });
  await expect((async () => addBody(row("x")))()).rejects.toThrow("inside inTransaction");
  await inTransaction(async () => void (await addBody(row("a"))));
  await sleep(5);
  await inTransaction(async () => {
    await addBody(row("b"));
    await addBody(row("c"));
  });
  const rows = await read.select().from(bodies).where(eq(bodies.organizationId, unit.id)).orderBy(bodies.name);
  expect(rows.map(({ name, archivedAt }) => [name, archivedAt?.getTime()])).toEqual([
    ["a", undefined],
    ["b", undefined],
    ["c", 7],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  expect(rows[1]!.createdAt.getTime()).toBeGreaterThan(rows[0]!.createdAt.getTime());
});

test("lists of ids of any length find what is in them", async () => {
  const units = [];
  for (let i = 0; i < 3; i++) units.push(await aUnit());
  const shaped = preparedByShape();
  for (const ids of [
    units.map(({ id }) => id),
    [units[1]!.id],
    [...Array.from({ length: 30 }, (_, i) => `x${i}`), units[2]!.id],
  ]) {
    const query = shaped(String(lengthFor(ids)), (from) =>
      from
        .select({ id: organizations.id })
        .from(organizations)
        .where(idsIn(organizations.id, lengthFor(ids))),
    );
    const wanted = units.map(({ id }) => id).filter((id) => ids.includes(id));
    expect((await query(valuesOfIds(ids))).map(({ id }) => id).sort()).toEqual(wanted.sort());
  }
  expect([1, 2, 25, 26, 201].map((many) => lengthFor(Array(many).fill("x")))).toEqual([1, 25, 25, 200, 400]);
});

test("what is remembered is made again for another version, and the oldest is forgotten", async () => {
  const memory = remembered<number>(2);
  let made = 0;
  const ask = (key: string, version: string) => memory(key, version, async () => ++made);
  expect([await ask("a", "1"), await ask("a", "1"), await ask("a", "2"), await ask("a", "2")]).toEqual([1, 1, 2, 2]);
  expect([await ask("b", "2"), await ask("c", "2"), await ask("a", "2")]).toEqual([3, 4, 5]);
  const fails = memory("d", "1", async () => Promise.reject(new Error("no")));
  await expect(fails).rejects.toThrow("no");
  expect(await ask("d", "1")).toBe(6);
});
