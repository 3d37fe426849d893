import { verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { endMembership } from "~/domain/organizations/commands.members.server";
import { forgetOldSignInFailures, signIn } from "~/domain/organizations/commands.sign-in.server";
import { letIn } from "~/domain/organizations/gate.entry.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { listSessions } from "~/platform/session.server";
import { memberships, signInFailures, users } from "~db/schema";
import { aMember, PASSWORD } from "../../setup/factories.organizations";

/** The real one, counted: what it costs cannot be told from a clock on a busy machine. */
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

/** Each test sits in a network of its own, because networks are limited, too. */
let networks = 0;
const aNetwork = () => `192.0.2.${++networks}`;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const reason = (result: Awaited<ReturnType<typeof signIn>>) => (result.ok ? "in" : result.reason);

test("the right password opens, whatever the case of the address", async () => {
  const { email, userId } = await aMember();
  expect(await signIn(email.toUpperCase(), PASSWORD, aNetwork())).toMatchObject({ ok: true, value: { userId } });
});

test("five wrong passwords from one network close the account there, and the right one with it", async () => {
  const { email } = await aMember();
  const network = aNetwork();
  const guesses = [];
  for (let i = 0; i < 6; i++) guesses.push(reason(await signIn(email, "nie to haslo", network)));
  expect(guesses).toEqual([...Array(5).fill("wrong"), "too_many"]);

  const closed = await signIn(email, PASSWORD, network);
  expect(closed).toMatchObject({ ok: false, reason: "too_many" });
  expect(!closed.ok && closed.reason === "too_many" && closed.retryAfterS).toBeGreaterThan(800);
  expect(reason(await signIn(email, PASSWORD, aNetwork())), "its owner, elsewhere").toBe("in");
  expect(reason(await signIn(email, PASSWORD, network, later(15))), "a quarter of an hour later").toBe("in");
});

test("an address that nobody has gets the same answers", async () => {
  const network = aNetwork();
  const guesses = [];
  for (let i = 0; i < 6; i++) guesses.push(reason(await signIn("nikt@policja.test", "nie to haslo", network)));
  expect(guesses).toEqual([...Array(5).fill("wrong"), "too_many"]);
});

test("thirty guesses at once are not more than five guesses", async () => {
  const { email } = await aMember();
  const network = aNetwork();
  const guesses = await Promise.all(Array.from({ length: 30 }, () => signIn(email, "nie to haslo", network)));
  expect(guesses.filter((result) => reason(result) === "wrong")).toHaveLength(5);
});

test("a right password forgets the wrong ones before it", async () => {
  const { email } = await aMember();
  const network = aNetwork();
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) expect(reason(await signIn(email, "nie to haslo", network))).toBe("wrong");
    expect(reason(await signIn(email, PASSWORD, network))).toBe("in");
  }
});

test("one network may not try everybody, and an account of one's own buys no guesses", async () => {
  const mine = await aMember();
  const network = aNetwork();
  for (let i = 0; i < 25; i++) {
    expect(reason(await signIn(`osoba${i}@policja.test`, "Komenda2026!!", network))).toBe("wrong");
    if (i === 20) expect(reason(await signIn(mine.email, PASSWORD, network))).toBe("in");
  }
  expect(reason(await signIn("kolejna@policja.test", "Komenda2026!!", network))).toBe("too_many");
});

test("an account guessed from everywhere is closed for a while", async () => {
  const { email } = await aMember();
  for (let i = 0; i < 25; i++) expect(reason(await signIn(email, "nie to haslo", aNetwork()))).toBe("wrong");
  expect(reason(await signIn(email, PASSWORD, aNetwork()))).toBe("too_many");
});

test("a stranger cannot lock a colleague out of a browser that is known", async () => {
  const { email, userId } = await aMember();
  const office = aNetwork();
  for (let i = 0; i < 5; i++) await signIn(email, "nie to haslo", office);
  for (let i = 0; i < 25; i++) await signIn(email, "nie to haslo", aNetwork());
  expect(reason(await signIn(email, PASSWORD, office)), "the prank worked everywhere else").toBe("too_many");
  expect(await signIn(email, PASSWORD, office, new Date(), "browser of its owner")).toMatchObject({
    ok: true,
    value: { userId },
  });
  // It is worth five guesses in a quarter of an hour, as any other place.
  const guesses = [];
  for (let i = 0; i < 6; i++) guesses.push(reason(await signIn(email, "nie to haslo", office, new Date(), "stolen")));
  expect(guesses).toEqual([...Array(5).fill("wrong"), "too_many"]);
  expect(reason(await signIn(email, PASSWORD, office, new Date(), "browser of its owner"))).toBe("in");
});

test("whoever is wrong costs one look at a password, whether there is such an account or not", async () => {
  const [member, disabled, gone] = [await aMember(), await aMember(), await aMember()];
  await inTransaction(
    async () => void (await write.update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.userId))),
  );
  await inTransaction(
    async () =>
      void (await write.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.userId, gone.userId))),
  );
  const reads = vi.spyOn(database.read, "select");
  const costs = [];
  for (const email of [member.email, disabled.email, gone.email, "nikt@policja.test", "x@x.test"]) {
    vi.mocked(verify).mockClear();
    reads.mockClear();
    expect(reason(await signIn(email, "nie to haslo", aNetwork()))).toBe("wrong");
    costs.push({ verified: vi.mocked(verify).mock.calls.length, read: reads.mock.calls.length });
  }
  expect(costs[0]?.verified).toBe(1);
  expect(new Set(costs.map((cost) => JSON.stringify(cost))).size).toBe(1);
});

test("a disabled account and a member who has left are as wrong as anybody", async () => {
  const disabled = await aMember();
  await inTransaction(async () => {
    await write.update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.userId));
  });
  const gone = await aMember();
  const [member] = await listMembers(gone.scope);
  await endMembership(gone.scope, member?.id ?? "");

  expect(reason(await signIn(disabled.email, PASSWORD, aNetwork()))).toBe("wrong");
  expect(reason(await signIn(gone.email, PASSWORD, aNetwork()))).toBe("wrong");
});

test("neither addresses nor networks can be read back, and old failures are let go", async () => {
  const network = aNetwork();
  await signIn("tajny.adres@policja.test", "nie to haslo", network);
  const kept = JSON.stringify(await read.select().from(signInFailures));
  expect(kept).not.toMatch(/tajny|policja/);
  expect(kept).not.toContain(network);

  await forgetOldSignInFailures(later(16));
  expect(await read.select().from(signInFailures)).toEqual([]);
});

test("a session that the old password has opened at the very moment of a new one does not outlive it", async () => {
  const { userId } = await aMember();
  const { passwordHash } = (await read.select().from(users).where(eq(users.id, userId)))[0] as { passwordHash: string };
  const enter = (hash: string) =>
    letIn(new Request("http://app.test/login"), { userId, passwordHash: hash }, "/o/unit");
  expect((await enter(passwordHash)).headers.get("Location")).toBe("/o/unit");
  expect(await listSessions(userId)).not.toEqual([]);
  await expect(enter("the hash of before")).rejects.toMatchObject({ status: 303 });
  expect(await listSessions(userId)).toEqual([]);
});
