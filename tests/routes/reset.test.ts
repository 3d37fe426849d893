import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { endMembership, sendPasswordLink } from "~/domain/organizations/commands.members.server";
import { askForReset, resetPassword } from "~/domain/organizations/commands.resets.server";
import { findAccountByEmail } from "~/domain/organizations/gate.account.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { findUserId } from "~/platform/session.server";
import { action as account } from "~/routes/account._index";
import { action as ask, loader as askPage } from "~/routes/forgotten";
import { action as join } from "~/routes/join.$token";
import { action as login } from "~/routes/login";
import { loader as letterPage } from "~/routes/o.$unit.outbox.$message";
import { action, loader } from "~/routes/reset.$token";
import { memberInvites, messages, passwordResets, users } from "~db/schema";
import { aMemberWithPhone, asking, traceOf } from "../setup/factories.accounts";
import { aMember, doorArgs, PASSWORD } from "../setup/factories.organizations";

const NEW = "zielona lampa na biurku";
type Refused = { data: { errors: Record<string, { message: string }> }; init: { status: number } };
const context = () => ({ network: randomUUID() });
const thrown = (error: unknown) => {
  if (error instanceof Response) return error;
  throw error;
};
const said = (answer: unknown) =>
  answer instanceof Response ? [answer.status, answer.headers.get("Location")] : (answer as Refused).init.status;
const forget = async (email: string, at = context()) =>
  ask({ ...doorArgs("/forgotten", { fields: { email, _key: "the-same-key" } }), context: at } as ActionFunctionArgs);
const args = (token: string, fields?: Record<string, string>) => ({
  ...doorArgs(`/reset/${token}`, { params: { token }, fields }),
  context: context(),
});
const open = async (token: string) => loader(args(token)).catch(thrown);
const send = async (token: string, password = NEW, again = password) =>
  action(args(token, { password, again })).catch(thrown);
const signIn = async (email: string, password: string) =>
  said(
    await login({ ...doorArgs("/login", { fields: { email, password } }), context: context() } as ActionFunctionArgs),
  );

/** The links of this account, the oldest first. */
async function linksOf(userId: string) {
  const rows = (await read.select().from(passwordResets)).filter((row) => row.userId === userId);
  rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return rows.map(({ id }) => tokenOf("reset", id));
}
async function aForgetfulMember() {
  const who = await aMember();
  await askForReset(who.email, randomUUID());
  const [token = ""] = await linksOf(who.userId);
  return { ...who, token };
}

describe("asking for a new password", () => {
  test("the answer is the same for somebody, for nobody, for whoever was let go or disabled", async () => {
    const [known, gone, disabled] = [await aMember(), await aMember(), await aMember()];
    await endMembership(gone.scope, (await listMembers(gone.scope))[0]?.id ?? "");
    await inTransaction(async () => {
      await write.update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.userId));
    });
    const answers = [];
    for (const email of [known.email, known.email.toUpperCase(), "nikt@policja.test", gone.email, disabled.email])
      answers.push(said(await forget(email)));
    expect(answers).toEqual(Array(5).fill([303, "/forgotten?wyslano"]));
    expect(await traceOf(known.userId, known.email)).toMatchObject({
      acts: expect.arrayContaining(["password_reset_asked"]),
      subjects: ["Nowe hasło do serwisu Debata", "Nowe hasło do serwisu Debata"],
    });
    const letters = (await read.select().from(messages)).filter(({ kind }) => kind === "password_reset");
    expect(new Set(letters.map(({ recipientEmail }) => recipientEmail))).toEqual(new Set([known.email]));
    expect(await askPage({ ...doorArgs("/forgotten?wyslano"), context: {} })).toMatchObject({ isSent: true });
  });

  test("too many questions from one place are refused, known or not", async () => {
    const { email } = await aMember();
    for (const asked of [email, "nikt.taki@policja.test"]) {
      const at = context();
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(said(await forget(asked, at)));
      expect(answers).toEqual([...Array(5).fill([303, "/forgotten?wyslano"]), 429]);
    }
  });

  test("three letters an hour are enough for anybody, from wherever they are asked for", async () => {
    const { userId, email } = await aMember();
    for (let i = 0; i < 5; i++) await askForReset(email, randomUUID());
    expect(await linksOf(userId)).toHaveLength(3);
    await askForReset(email, randomUUID(), new Date(Date.now() + 61 * 60_000));
    expect(await linksOf(userId)).toHaveLength(4);
  });

  test("the letter keeps a placeholder, and nobody in the office can open its link", async () => {
    const { email, unit } = await aMember("clerk");
    await askForReset(email, randomUUID());
    const letter = (await read.select().from(messages)).find(({ recipientEmail }) => recipientEmail === email);
    expect(letter?.text).toMatch(/\[\[link:reset:[\w-]{36}:1\]\]/);
    const { cookie } = await aMember("admin", { unit });
    const params = { unit: unit.slug, message: letter?.id ?? "" };
    const page = await letterPage({ ...doorArgs("/x", { cookie, params }), context: {} });
    expect(page.letter.parts).toContainEqual({ masked: true });
    expect(JSON.stringify(page)).not.toContain("/reset/");
  });
});

describe("the link", () => {
  test("looking changes nothing; the new password counts, all sessions end, a letter follows", async () => {
    const { userId, email, cookie, token } = await aForgetfulMember();
    for (let i = 0; i < 3; i++) expect(await open(token)).toMatchObject({ email });
    expect(await findUserId(asking(cookie))).toBe(userId);
    expect(said(await send(token))).toEqual([303, "/login?nowe-haslo"]);
    expect(await findUserId(asking(cookie))).toBeUndefined();
    expect([await signIn(email, PASSWORD), await signIn(email, NEW)]).toEqual([
      422,
      [303, expect.stringMatching("^/o/")],
    ]);
    expect(await traceOf(userId, email)).toMatchObject({
      acts: expect.arrayContaining(["password_reset_done"]),
      subjects: expect.arrayContaining(["Hasło zostało zmienione: konto w serwisie Debata"]),
    });
  });

  test("works once, for an hour, and only the newest", async () => {
    const { userId, email, token } = await aForgetfulMember();
    await askForReset(email, randomUUID(), new Date(Date.now() + 1000));
    const [, newer = ""] = await linksOf(userId);
    expect(said(await open(token))).toEqual([404, null]);
    expect(said(await send(token))).toEqual([404, null]);
    expect(await signIn(email, PASSWORD)).toEqual([303, expect.anything()]);
    expect(said(await send(newer))).toEqual([303, "/login?nowe-haslo"]);
    expect(said(await send(newer, "inne dobre haslo tutaj"))).toEqual([404, null]);

    const late = await aForgetfulMember();
    const account = await findAccountByEmail(late.email);
    const [row] = (await read.select().from(passwordResets)).filter((each) => each.userId === late.userId);
    if (!account || !row) throw new Error("nobody has forgotten anything");
    const hourLater = new Date(Date.now() + 60 * 60_000);
    expect(await resetPassword({ account, resetId: row.id }, NEW, hourLater)).toMatchObject({ reason: "expired" });
  });

  test("of two that come at once one is too late", async () => {
    const { token } = await aForgetfulMember();
    const answers = await Promise.all([send(token), send(token, "inne dobre haslo tutaj")]);
    const others = answers.map(said).filter((one) => JSON.stringify(one) !== '[303,"/login?nowe-haslo"]');
    expect(others).toHaveLength(1);
  });

  test("a weak password is refused beside its field, and the link still works", async () => {
    const { token } = await aForgetfulMember();
    const weak: [string, string][] = [
      ["krotkie", "co najmniej 12"],
      ["Password2026!", "najczęściej"],
      ["Ewa Sikora 2026", "imienia"],
    ];
    for (const [password, words] of weak) {
      const { init, data } = (await send(token, password)) as Refused;
      expect([init.status, data.errors.password?.message]).toEqual([422, expect.stringContaining(words)]);
    }
    expect(said(await send(token))).toEqual([303, "/login?nowe-haslo"]);
  });

  test("is made worthless by a password that was changed meanwhile", async () => {
    const [mine, theirs] = [await aForgetfulMember(), await aForgetfulMember()];
    const fields = { do: "password", current: PASSWORD, password: NEW, again: NEW };
    await account({
      ...doorArgs("/account?index", { cookie: mine.cookie, fields }),
      context: context(),
    } as ActionFunctionArgs);
    expect(said(await open(mine.token))).toEqual([404, null]);
    expect(await open(theirs.token)).toMatchObject({ email: theirs.email });
  });

  test("a thousand forged ones are not there", async () => {
    const { userId } = await aForgetfulMember();
    const [row] = (await read.select().from(passwordResets)).filter((each) => each.userId === userId);
    const others = (["member", "invitation", "follower"] as const).map((purpose) => tokenOf(purpose, row?.id ?? ""));
    const forged = [...others, ...Array.from({ length: 1000 }, () => randomUUID().repeat(2).slice(0, 43))];
    for (const token of forged) expect(said(await open(token))).toEqual([404, null]);
  });
});

describe("a second factor stays asked for", () => {
  test("after a new password by letter", async () => {
    const { email, userId } = await aMemberWithPhone();
    await askForReset(email, randomUUID());
    const [token = ""] = await linksOf(userId);
    await send(token);
    expect(await signIn(email, NEW)).toEqual([303, expect.stringMatching(/^\/login\/code/)]);
  });

  test("after a new password by an admin's link, and after joining another unit", async () => {
    const { email, scope, userId } = await aMemberWithPhone("admin");
    const member = (await listMembers(scope)).find((each) => each.userId === userId);
    await sendPasswordLink(scope, member?.id ?? "");
    const [invite] = (await read.select().from(memberInvites)).filter((each) => each.email === email);
    const token = tokenOf("member", invite?.id ?? "");
    const joined = (await join({
      ...doorArgs(`/join/${token}`, { params: { token }, fields: { password: NEW, again: NEW } }),
      context: context(),
    } as ActionFunctionArgs)) as Response;
    expect(said(joined)).toEqual([303, expect.stringMatching(/^\/login\/code/)]);
    expect(joined.headers.getSetCookie().some((cookie) => cookie.startsWith("session="))).toBe(false);
  });
});
