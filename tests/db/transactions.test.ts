import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { afterCommit, inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse, refusePartly } from "~/platform/outcome";
import { constraintOf } from "~db/errors";
import { bodies, offices, organizations } from "~db/schema";
import { aUnit } from "../setup/factories";

const nameOf = async (id: string) => {
  const [row] = await read.select().from(organizations).where(eq(organizations.id, id));
  return row?.name;
};
const rename = async (id: string, name: string) => {
  await write.update(organizations).set({ name }).where(eq(organizations.id, id));
};

/** A body in a unit of its own; the smallest row with every kind of constraint. */
async function aBody() {
  const { id: organizationId } = await aUnit();
  const id = randomUUID();
  const body = { id, organizationId, kind: "school" as const, name: "Szkoła", deskTokenHash: randomUUID() };
  await inTransaction(async () => void (await write.insert(bodies).values(body)));
  return body;
}

test("200 transactions that read, think and write lose no update, and no caller locks a row", async () => {
  const { id } = await aUnit({ name: "0" });

  const increments = Array.from({ length: 200 }, (_, i) =>
    inTransaction(async () => {
      const count = Number(await nameOf(id));
      await sleep(i % 3);
      await rename(id, String(count + 1));
      if (i % 10 === 9) throw new Error("abandoned");
    }),
  );
  const failures = (await Promise.allSettled(increments)).filter((outcome) => outcome.status === "rejected");

  expect(failures.map(({ reason }) => reason.message)).toEqual(Array(20).fill("abandoned"));
  expect(await nameOf(id)).toBe("180");
});

test("write skew is refused: two who each rely on the other do not both leave", async () => {
  const [first, second] = [(await aUnit()).id, (await aUnit()).id];
  const leave = (id: string, other: string) =>
    inTransaction(async () => {
      if ((await nameOf(other)) === "away") return;
      await sleep(20);
      await rename(id, "away");
    });
  await Promise.all([leave(first, second), leave(second, first)]);

  expect([await nameOf(first), await nameOf(second)].filter((name) => name === "away")).toHaveLength(1);
});

test("a failure undoes everything, the nested command included", async () => {
  const { id, name } = await aUnit();
  const failed = inTransaction(async () => {
    await inTransaction(() => rename(id, "Nowa"));
    expect(await nameOf(id)).toBe("Nowa");
    throw new Error("too late");
  });

  await expect(failed).rejects.toThrow("too late");
  expect(await nameOf(id)).toBe(name);
});

describe("a refused command leaves nothing behind", () => {
  test("what it wrote before it knew is undone, and what follows a commit does not come", async () => {
    const { id, name } = await aUnit();
    const seen: string[] = [];
    const result = await inTransaction(async () => {
      afterCommit(() => void seen.push("bell"));
      await rename(id, "Nowa");
      return refuse("too_late");
    });
    expect(result).toEqual({ ok: false, reason: "too_late" });
    expect(await nameOf(id)).toBe(name);
    expect(seen).toEqual([]);
    await inTransaction(() => rename(id, "Potem")); // the connection is as good as before
    expect(await nameOf(id)).toBe("Potem");
  });

  test("a nested refusal is the outer command's to judge; a refusal of the outer one undoes both", async () => {
    const { id, name } = await aUnit();
    const inner = () => inTransaction(async () => rename(id, "Nowa").then(() => refuse("no")));
    await inTransaction(async () => inner().then(() => refuse("no")));
    expect(await nameOf(id)).toBe(name);
    await inTransaction(async () => inner().then(() => allow({ id })));
    expect(await nameOf(id)).toBe("Nowa");
  });

  test("one that says so keeps what it has done", async () => {
    const { id } = await aUnit();
    const result = await inTransaction(async () => {
      await rename(id, "Część");
      return refusePartly({ ok: false, reason: "stale", saved: [id] });
    });
    expect(result).toEqual({ ok: false, reason: "stale", saved: [id] });
    expect(await nameOf(id)).toBe("Część");
  });
});

test("a write outside a transaction is refused, also one that a transaction forgot to await", async () => {
  const { id } = await aUnit();
  let forgotten: Promise<void> | undefined;
  await inTransaction(async () => {
    forgotten = sleep(10).then(() => rename(id, "po czasie"));
  });

  await expect(forgotten).rejects.toThrow("inside inTransaction");
  await expect(rename(id, "poza")).rejects.toThrow("inside inTransaction");
});

test("what follows a commit runs once, after it, and not at all without it", async () => {
  const seen: string[] = [];
  const bell = () => void seen.push("bell");
  await inTransaction(async () => {
    afterCommit(bell);
    await inTransaction(async () => afterCommit(bell));
    seen.push("work");
  });
  const failed = inTransaction(async () => {
    afterCommit(bell);
    throw new Error("abandoned");
  });
  await expect(failed).rejects.toThrow("abandoned");
  expect(seen).toEqual(["work", "bell"]);
});

test("a broken constraint has the same name in both dialects", async () => {
  const [body, other] = [await aBody(), await aBody()];
  const breaking = (columns: object) =>
    inTransaction(async () => void (await write.update(bodies).set(columns).where(eq(bodies.id, body.id)))).catch(
      constraintOf,
    );

  expect(await breaking({ organizationId: "none" })).toBe("foreign_key");
  expect(await breaking({ kind: "maybe" })).toBe("check");
  expect(await breaking({ name: sql`null` })).toBe("not_null");
  expect(await breaking({ deskTokenHash: other.deskTokenHash })).toBe("unique");
});

test("the database itself refuses a link into another unit", async () => {
  const [ours, theirs] = [await aBody(), await aBody()];
  const office = (bodyId: string) => {
    const row = { organizationId: ours.organizationId, bodyId, title: "Dyrektor" };
    return inTransaction(async () => void (await write.insert(offices).values(row))).catch(constraintOf);
  };
  expect(await office(theirs.id)).toBe("foreign_key");
  expect(await office(ours.id)).toBeUndefined();
});

test.runIf(process.env.TEST_DATABASE_URL)(
  "a failed query that was caught and forgotten is not taken for success",
  async () => {
    const body = await aBody();
    const swallowed = inTransaction(async () => {
      await write
        .update(bodies)
        .set({ organizationId: "none" })
        .where(eq(bodies.id, body.id))
        .catch(() => {});
    });
    await expect(swallowed).rejects.toThrow("nothing is saved");
  },
);
