import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { forgetOldEntries } from "~/domain/organizations/commands.account.server";
import { takeSecondFactorOff } from "~/domain/organizations/commands.second-factor.server";
import { addMember } from "~/domain/organizations/commands.server";
import { type Account, findAccountByEmail } from "~/domain/organizations/gate.account.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { findUserId, startSession } from "~/platform/session.server";
import { loader as accountPage } from "~/routes/account";
import { action, loader } from "~/routes/account.second-factor";
import { action as login } from "~/routes/login";
import { action as answer, loader as codePage } from "~/routes/login_.code";
import { auditEntries, recoveryCodes, signInChallenges } from "~db/schema";
import { aMemberWithPhone, asking, codeOf, traceOf, userOf } from "../setup/factories.accounts";
import { aMember, doorArgs, PASSWORD } from "../setup/factories.organizations";

type Refused = { data: Answer; init: { status: number } };
type Answer = {
  key: string;
  offer?: { secret: string; sealed: string; qr: { size: number } };
  codes?: string[];
  errors?: Record<string, { message: string }>;
};
const context = () => ({ network: randomUUID() });
const thrown = (error: unknown) => {
  if (error instanceof Response) return error;
  throw error;
};
const send = async (cookie: string, fields: Record<string, string>, at = context()) =>
  (await action({ ...doorArgs("/account/second-factor", { cookie, fields }), context: at } as ActionFunctionArgs)) as
    | Response
    | Refused;
const sent = async (...args: Parameters<typeof send>) => (await send(...args)) as Refused;
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
const isIn = async (cookie: string) => (await findUserId(asking(cookie))) !== undefined;
const to = (response: unknown) => (response instanceof Response ? response.headers.get("Location") : response);

/** The password was right; gives the cookie of the challenge. */
async function password(email: string, cookie?: string, dalej = "") {
  const fields = { email, password: PASSWORD, ...(dalej && { dalej }) };
  const response = (await login({
    ...doorArgs("/login", { cookie, fields }),
    context: context(),
  } as ActionFunctionArgs)) as Response;
  return { response, challenge: cookiesOf(response)[0] ?? "" };
}
const code = async (cookie: string, fields: Record<string, string>, at = context()) =>
  (await answer({
    ...doorArgs("/login/code", { cookie, fields: { with: "code", ...fields } }),
    context: at,
  } as ActionFunctionArgs).catch(thrown)) as Response | Refused;
const errorOf = (response: Response | Refused, field: string) =>
  response instanceof Response ? to(response) : response.data.errors?.[field]?.message;

describe("setting it up", () => {
  test("password, QR code, a code of the phone, ten codes on a sheet", async () => {
    const { userId, email, cookie } = await aMember();
    const other = (await startSession(userId)).split(";")[0] ?? "";
    const offered = (await sent(cookie, { do: "start", current: PASSWORD })).data.offer;
    expect(offered).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      sealed: expect.anything(),
      qr: expect.anything(),
    });
    const { secret = "", sealed = "" } = offered ?? {};
    expect((await userOf(userId))?.totpConfirmedAt, "not before a code has proved it").toBeNull();

    const wrong = await sent(cookie, { do: "confirm", sealed, code: "000000" });
    expect([wrong.init.status, wrong.data.offer?.secret]).toEqual([422, secret]);
    const short = await sent(cookie, { do: "confirm", sealed, code: "12345" });
    expect([short.data.errors?.code?.message, short.data.offer?.secret]).toEqual([
      "Kod z\u00a0aplikacji ma 6\u00a0cyfr.",
      secret,
    ]);

    const typed = codeOf(secret).replace(/(...)/, "$1 ");
    const form = { do: "confirm", sealed, code: typed, _key: randomUUID() };
    const { codes } = (await sent(cookie, form)).data;
    expect(new Set(codes).size).toBe(10);
    for (const one of codes ?? []) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect((await sent(cookie, form)).data.codes, "the same form shows the same sheet").toEqual(codes);
    expect([await isIn(cookie), await isIn(other)]).toEqual([true, false]);
    expect(await traceOf(userId, email)).toMatchObject({
      acts: expect.arrayContaining(["second_factor_started"]),
      subjects: ["Drugi składnik logowania został włączony: konto w serwisie Debata"],
    });

    const kept = JSON.stringify([await userOf(userId), await read.select().from(recoveryCodes)]);
    expect(kept).not.toContain(secret);
    for (const one of codes ?? []) expect(kept).not.toContain(one);
    const page = JSON.stringify(await loader({ ...doorArgs("/account/second-factor", { cookie }), context: {} }));
    expect(page).not.toContain(secret);
    expect(page).toContain('"left":10');
  });

  test("asks for the password, and is not led to another phone by a form of somebody else", async () => {
    const [mine, theirs] = [await aMember(), await aMember()];
    expect(errorOf(await send(mine.cookie, { do: "start", current: "nie to" }), "current")).toContain(
      "To nie jest hasło",
    );
    const { secret = "", sealed = "" } =
      (await sent(theirs.cookie, { do: "start", current: PASSWORD })).data.offer ?? {};
    for (const forged of [sealed, "", "1.AAAA", `1:${secret}`]) {
      const refused = await sent(mine.cookie, { do: "confirm", sealed: forged, code: codeOf(secret) });
      expect([refused.init.status, refused.data.offer]).toEqual([409, undefined]);
    }
    const later = (await startSession(theirs.userId)).split(";")[0] ?? "";
    expect((await sent(later, { do: "confirm", sealed, code: codeOf(secret) })).init.status, "another session").toBe(
      409,
    );
  });

  test("a second one cannot be set up over the first", async () => {
    const { cookie } = await aMemberWithPhone();
    expect((await sent(cookie, { do: "start", current: PASSWORD })).init.status).toBe(409);
  });

  test("new codes replace the old ones", async () => {
    const { cookie, email, codes } = await aMemberWithPhone();
    const fresh = (await sent(cookie, { do: "codes", current: PASSWORD })).data.codes;
    expect(fresh).toHaveLength(10);
    const { challenge } = await password(email);
    expect(errorOf(await code(challenge, { with: "recovery", recovery: codes[0] ?? "" }), "recovery")).toContain(
      "nieprawidłowy",
    );
    expect(to(await code(challenge, { with: "recovery", recovery: fresh?.[0] ?? "" }))).toBe(
      "/account/second-factor?zapasowy",
    );
  });

  test("switching it off asks for password and code, and its owner hears of it", async () => {
    const { userId, email, cookie, secret } = await aMemberWithPhone();
    const off = { do: "end", current: PASSWORD, code: codeOf(secret) };
    expect(errorOf(await send(cookie, { ...off, current: "nie to" }), "current")).toContain("To nie jest hasło");
    expect(errorOf(await send(cookie, { ...off, code: "000000" }), "code")).toContain("nieprawidłowy");
    expect((await userOf(userId))?.totpConfirmedAt).not.toBeNull();
    expect(to(await send(cookie, off))).toBe("/account/second-factor?wylaczono");
    expect(await userOf(userId)).toMatchObject({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
    expect((await traceOf(userId, email)).subjects).toContain(
      "Drugi składnik logowania został wyłączony: konto w serwisie Debata",
    );
    expect(to((await password(email)).response)).toMatch(/^\/o\//);
  });
});

describe("signing in with it", () => {
  test("a right password alone gives no session, the code does, and leads where one wanted to go", async () => {
    const { userId, email, secret, unit } = await aMemberWithPhone();
    const goal = `/o/${unit.slug}/tasks`;
    const { response, challenge } = await password(email, undefined, goal);
    expect(response.headers.getSetCookie().join()).toMatch(
      /^sign-in=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    expect(to(response)).toBe(`/login/code?dalej=${encodeURIComponent(goal)}`);
    expect(await codePage({ ...doorArgs(to(response) as string, { cookie: challenge }), context: {} })).toMatchObject({
      goTo: goal,
    });
    const inside = (await code(challenge, { code: codeOf(secret), dalej: goal })) as Response;
    expect(to(inside)).toBe(goal);
    const [session = "", forgotten] = cookiesOf(inside);
    expect(await findUserId(asking(session))).toBe(userId);
    expect(forgotten).toBe("sign-in=");
    expect(to(await code(challenge, { code: codeOf(secret, 1) })), "the challenge is over").toBe("/login?od-nowa");
  });

  test("no code opens twice, nor an older one, however many come at once", async () => {
    const { email, secret } = await aMemberWithPhone();
    const current = codeOf(secret);
    const challenges = await Promise.all([1, 2, 3, 4].map(async () => (await password(email)).challenge));
    const answers = await Promise.all(challenges.map((challenge) => code(challenge, { code: current })));
    expect(answers.filter((each) => each instanceof Response)).toHaveLength(1);
    const { challenge } = await password(email);
    expect(errorOf(await code(challenge, { code: current }), "code")).toContain("już użyty");
    expect(errorOf(await code(challenge, { code: codeOf(secret, -1) }), "code")).toContain("już użyty");
  });

  test("five attempts, then the password again, also for the right code", async () => {
    const { userId, email, secret } = await aMemberWithPhone();
    const { challenge } = await password(email);
    for (let i = 0; i < 5; i++)
      expect(errorOf(await code(challenge, { code: "000000" }), "code")).toContain("nieprawidłowy");
    expect(to(await code(challenge, { code: codeOf(secret) }))).toBe("/login?od-nowa");
    const { acts } = await traceOf(userId, email);
    expect(acts.filter((act) => act === "sign_in_refused")).toHaveLength(5);
  });

  test("guesses are counted over all challenges", async () => {
    const { email, secret } = await aMemberWithPhone();
    const at = context();
    const guess = async (typed: string) => code((await password(email)).challenge, { code: typed }, at);
    for (let i = 0; i < 5; i++) await guess("000000");
    expect(await guess(codeOf(secret))).toMatchObject({ init: { status: 429 } });
  });

  test("a recovery code works once, says how many are left, and its owner gets a letter", async () => {
    const { userId, email, codes } = await aMemberWithPhone();
    const [first = ""] = codes;
    const spoken = first.toLowerCase().replaceAll("-", " ");
    const inside = (await code((await password(email)).challenge, { with: "recovery", recovery: spoken })) as Response;
    expect(to(inside)).toBe("/account/second-factor?zapasowy");
    const [cookie = ""] = cookiesOf(inside);
    const page = await loader({ ...doorArgs("/account/second-factor?zapasowy", { cookie }), context: {} });
    expect(page).toMatchObject({ left: 9, isByRecovery: true });
    const again = await code((await password(email)).challenge, { with: "recovery", recovery: first });
    expect(errorOf(again, "recovery")).toContain("nieprawidłowy");
    expect(await traceOf(userId, email)).toMatchObject({
      acts: expect.arrayContaining(["recovery_code_used"]),
      subjects: expect.arrayContaining(["Użyto kodu zapasowego: konto w serwisie Debata"]),
    });
  });

  test("somebody else's code opens nothing of mine", async () => {
    const [mine, theirs] = [await aMemberWithPhone(), await aMemberWithPhone()];
    const { challenge } = await password(mine.email);
    expect(errorOf(await code(challenge, { code: codeOf(theirs.secret) }), "code")).toContain("nieprawidłowy");
    const recovery = theirs.codes[0] ?? "";
    expect(errorOf(await code(challenge, { with: "recovery", recovery }), "recovery")).toContain("nieprawidłowy");
  });

  test("without a challenge, or with one that is forged or too old, it begins anew", async () => {
    const { email, secret } = await aMemberWithPhone();
    const { challenge } = await password(email);
    const kept = JSON.stringify(await read.select().from(signInChallenges));
    expect(kept).not.toContain(challenge.split("=")[1]);
    for (const cookie of ["", "sign-in=", `${challenge}x`, `sign-in=${"A".repeat(43)}`])
      expect(to(await code(cookie, { code: codeOf(secret) }))).toBe("/login?od-nowa");
    await inTransaction(async () => void (await write.update(signInChallenges).set({ expiresAt: new Date(0) })));
    expect(to(await code(challenge, { code: codeOf(secret) }))).toBe("/login?od-nowa");
    await forgetOldEntries();
    expect(await read.select().from(signInChallenges)).toEqual([]);
  });

  test("the session that the browser had before is over", async () => {
    const { email, cookie, secret } = await aMemberWithPhone();
    const { challenge } = await password(email, cookie);
    expect(await isIn(cookie), "the question alone ends nothing").toBe(true);
    await code(`${cookie}; ${challenge}`, { code: codeOf(secret) });
    expect(await isIn(cookie)).toBe(false);
  });
});

test("the operator lets the password be enough again, in the log of each unit and by letter", async () => {
  const { userId, email, cookie } = await aMemberWithPhone();
  const account = (await findAccountByEmail(email)) as Account;
  expect(await takeSecondFactorOff(account)).toMatchObject({ ok: true });
  expect(await isIn(cookie), "whoever was in is out").toBe(false);
  expect(await userOf(userId)).toMatchObject({ totpSecret: null, totpConfirmedAt: null });
  const { acts, subjects } = await traceOf(userId, email);
  expect(acts.filter((act) => act === "second_factor_ended")).toHaveLength(1);
  expect(subjects).toHaveLength(2);
  const [entry] = (await read.select().from(auditEntries)).filter(
    ({ subjectId, action }) => subjectId === userId && action === "second_factor_ended",
  );
  expect(entry?.actor).toBe("system");
  expect(to((await password(email)).response)).toMatch(/^\/o\//);
  const again = (await findAccountByEmail(email)) as Account;
  expect(await takeSecondFactorOff(again)).toEqual({ ok: false, reason: "no_second_factor" });
});

test("nobody without a unit has an account page, nor anybody who is not signed in", async () => {
  const { unit, email, cookie } = await aMember();
  await addMember(unit.scope, { email, name: "x", role: "viewer", passwordHash: "-" });
  expect(to(await accountPage({ ...doorArgs("/account"), context: {} }).catch(thrown))).toBe("/login?dalej=%2Faccount");
  expect(await accountPage({ ...doorArgs("/account", { cookie }), context: {} })).toMatchObject({
    unit: { slug: unit.slug },
  });
});
