import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import { addMember } from "~/domain/organizations/commands.server";
import { read } from "~/platform/db.server";
import { findUserId, startSession } from "~/platform/session.server";
import { action, loader } from "~/routes/account._index";
import { action as login } from "~/routes/login";
import { sessions } from "~db/schema";
import { aUnit } from "../setup/factories";
import { asking, traceOf } from "../setup/factories.accounts";
import { aMember, doorArgs, PASSWORD } from "../setup/factories.organizations";
import { visit } from "../setup/site";

const NEW = "zielona lampa na biurku";
type Refused = { data: { errors: Record<string, { message: string }> }; init: { status: number } };
const send = async (cookie: string, fields: Record<string, string>, network = randomUUID()) =>
  (await action({ ...doorArgs("/account?index", { cookie, fields }), context: { network } } as ActionFunctionArgs)) as
    | Response
    | Refused;
const refused = async (...sent: Parameters<typeof send>) => (await send(...sent)) as Refused;
const location = (answer: Response | Refused) => (answer instanceof Response ? answer.headers.get("Location") : null);
const isIn = async (cookie: string) => (await findUserId(asking(cookie))) !== undefined;
const open = (cookie: string, search = "") => loader({ ...doorArgs(`/account${search}`, { cookie }), context: {} });
const another = async (userId: string, device = "Firefox, Windows") =>
  (await startSession(userId, device)).split(";")[0] ?? "";
const signIn = async (email: string, password: string) =>
  (await login({
    ...doorArgs("/login", { fields: { email, password } }),
    context: { network: randomUUID() },
  } as ActionFunctionArgs)) as Response;

afterEach(() => void vi.useRealTimers());

describe("a new password", () => {
  const form = { do: "password", current: PASSWORD, password: NEW, again: NEW };

  test("counts at once, ends all other sessions, and its owner gets a letter", async () => {
    const { userId, email, cookie } = await aMember();
    const other = await another(userId);
    expect(location(await send(cookie, form))).toBe("/account?zmieniono");
    expect([await isIn(cookie), await isIn(other)]).toEqual([true, false]);
    expect((await signIn(email, NEW)).status).toBe(303);
    expect((await signIn(email, PASSWORD)).status).not.toBe(303);
    expect(await traceOf(userId, email)).toEqual({
      acts: expect.arrayContaining(["password_changed"]),
      subjects: ["Hasło zostało zmienione: konto w serwisie Debata"],
    });
  });

  test("the same form twice has one effect and one answer", async () => {
    const { userId, email, cookie } = await aMember();
    const twice = { ...form, _key: randomUUID() };
    const answers = [location(await send(cookie, twice)), location(await send(cookie, twice))];
    expect(answers).toEqual(["/account?zmieniono", "/account?zmieniono"]);
    expect((await traceOf(userId, email)).subjects).toHaveLength(1);
  });

  test("asks for the current one, and counts guesses in this session", async () => {
    const { cookie, userId } = await aMember();
    for (let i = 0; i < 5; i++)
      expect((await refused(cookie, { ...form, current: "nie to haslo" })).data.errors).toEqual({
        current: { type: "refused", message: "To nie jest hasło tego konta." },
      });
    expect((await refused(cookie, form)).init.status).toBe(429);
    expect(location(await send(await another(userId), form)), "nobody else's stand in the way").not.toBeNull();
  });

  test("who floods the sign-in page, with this address and from this network, locks nobody out of the settings", async () => {
    const { email, cookie } = await aMember();
    const network = randomUUID();
    const guess = (from: string) =>
      login({
        ...doorArgs("/login", { fields: { email, password: "zle" } }),
        context: { network: from },
      } as ActionFunctionArgs);
    for (let i = 0; i < 6; i++) await guess(network);
    for (let i = 0; i < 30; i++) await guess(randomUUID());
    expect(await guess(network)).toMatchObject({ init: { status: 429 } });
    expect(location(await send(cookie, form, network))).toBe("/account?zmieniono");
  });

  test.each([
    ["krotkie", "password", "co najmniej 12 znaków"],
    ["Password2026!", "password", "najczęściej używanych"],
    ["aaaaaaaaaaaaaaa", "password", "powtórzeń"],
    ["Ewa Sikora 2026", "password", "imienia"],
    [PASSWORD, "password", "obecne hasło"],
    ["x".repeat(201), "password", "najwyżej 200"],
  ])("%s is not taken, with a sentence", async (password, field, words) => {
    const { cookie } = await aMember();
    const { init, data } = await refused(cookie, { ...form, password, again: password });
    expect(init.status).toBe(422);
    expect(data.errors[field]?.message).toContain(words);
    expect(JSON.stringify(data)).not.toContain(password);
  });

  test("is typed twice the same; a hundred signs are fine", async () => {
    const { cookie } = await aMember();
    expect((await refused(cookie, { ...form, again: "inne haslo" })).data.errors.again?.message).toContain("różne");
    const long = "dluga fraza z wielu slow ".repeat(4);
    expect(location(await send(cookie, { ...form, password: long, again: long }))).toBe("/account?zmieniono");
  });
});

describe("sessions", () => {
  test("each is listed with its device and its times, this one marked; no key of any is told", async () => {
    const { userId, cookie } = await aMember();
    const other = await another(userId);
    const page = await open(cookie);
    expect(page.sessions.map(({ device }) => device).sort()).toEqual(["", "Firefox, Windows"]);
    expect(page.sessions.some(({ id }) => id === page.mine)).toBe(true);
    const told = JSON.stringify(page) + JSON.stringify(await read.select().from(sessions));
    for (const key of [cookie, other]) expect(told).not.toContain(key.split("=")[1]);
  });

  test("times and device are noted at most once a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T07:00:00Z") });
    const { cookie, userId } = await aMember();
    const visit = async (seconds: number, agent: string) => {
      vi.setSystemTime(new Date(Date.parse("2026-03-09T07:00:00Z") + seconds * 1000));
      await findUserId(new Request("http://app.test", { headers: { Cookie: cookie, "User-Agent": agent } }));
      const [row] = (await read.select().from(sessions)).filter((each) => each.userId === userId);
      return [row?.device, (row?.lastSeenAt?.getTime() ?? 0) / 1000 - Date.parse("2026-03-09T07:00:00Z") / 1000];
    };
    expect(await visit(30, "Mozilla/5.0 (Windows NT 10.0; rv:142.0) Gecko/20100101 Firefox/142.0")).toEqual(["", 0]);
    expect(await visit(61, "Mozilla/5.0 (Windows NT 10.0; rv:142.0) Gecko/20100101 Firefox/142.0")).toEqual([
      ...["Firefox, Windows", 61],
    ]);
    expect(await visit(100, "curl/8")).toEqual(["Firefox, Windows", 61]);
  });

  test("one is ended with the password, and is really out", async () => {
    const { userId, email, cookie } = await aMember();
    const [bad, good] = [await another(userId, "Chrome, Android"), await another(userId)];
    const { sessions: listed } = await open(cookie);
    const id = listed.find(({ device }) => device === "Chrome, Android")?.id ?? "";
    expect((await open(cookie, `?koniec=${id}`)).ending).toMatchObject({ device: "Chrome, Android" });
    expect((await refused(cookie, { do: "end", current: "nie to", id })).init.status).toBe(422);
    expect(await isIn(bad)).toBe(true);
    expect(location(await send(cookie, { do: "end", current: PASSWORD, id }))).toBe("/account?wylogowano");
    expect([await isIn(bad), await isIn(good), await isIn(cookie)]).toEqual([false, true, true]);
    expect((await traceOf(userId, email)).acts).toContain("session_ended");
  });

  test("all others at once", async () => {
    const { userId, cookie } = await aMember();
    const others = [await another(userId), await another(userId)];
    expect((await open(cookie, "?koniec=inne")).endsOthers).toBe(true);
    await send(cookie, { do: "end_others", current: PASSWORD });
    expect(await Promise.all([cookie, ...others].map(isIn))).toEqual([true, false, false]);
  });

  test("nobody ends a session of somebody else", async () => {
    const [mine, theirs] = [await aMember(), await aMember()];
    const id = (await open(theirs.cookie)).mine;
    await send(mine.cookie, { do: "end", current: PASSWORD, id });
    expect(await isIn(theirs.cookie)).toBe(true);
    expect((await open(mine.cookie, `?koniec=${id}`)).ending).toBeUndefined();
  });

  test("whoever signs in again has a new one, and the old key opens nothing", async () => {
    const { email, cookie } = await aMember();
    const answer = (await login({
      ...doorArgs("/login", { cookie, fields: { email, password: PASSWORD } }),
      context: { network: randomUUID() },
    } as ActionFunctionArgs)) as Response;
    const fresh = answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    expect(fresh).not.toBe(cookie);
    expect([await isIn(cookie), await isIn(fresh)]).toEqual([false, true]);
  });
});

test("whoever works for several units finds the way back to each of them, and no menu of one", async () => {
  const { email, cookie, unit, name } = await aMember("admin");
  const html = async () => (await visit("/account", { cookie })).text();
  expect(await html()).toContain(`href="/o/${unit.slug}/debates"`);
  const other = await aUnit();
  await addMember(other.scope, { email, name, role: "viewer", passwordHash: "-" });
  const page = await html();
  for (const { slug } of [unit, other]) expect(page).toContain(`href="/o/${slug}"`);
  expect(page).not.toMatch(/href="\/o\/[^"]+\/debates"/);
});
