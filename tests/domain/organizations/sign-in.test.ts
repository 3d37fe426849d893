import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endMembership } from "~/domain/organizations/commands.members.server";
import { forgetOldSignInFailures, signIn } from "~/domain/organizations/commands.sign-in.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { signInFailures, users } from "~db/schema";
import { aMember, PASSWORD } from "../../setup/factories.organizations";

/** Each test sits in a network of its own, because networks are limited, too. */
let networks = 0;
const aNetwork = () => `192.0.2.${++networks}`;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const reason = (result: Awaited<ReturnType<typeof signIn>>) => (result.ok ? "in" : result.reason);

test("the right password opens, whatever the case of the address", async () => {
  const { email, userId } = await aMember();
  expect(await signIn(email.toUpperCase(), PASSWORD, aNetwork())).toEqual({ ok: true, value: { userId } });
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
