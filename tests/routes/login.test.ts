import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { renewPassword } from "~/domain/organizations/commands.account.server";
import { findKnownBrowser } from "~/domain/organizations/commands.browsers.server";
import { hashPassword } from "~/platform/password.server";
import { findUserId } from "~/platform/session.server";
import { action, loader } from "~/routes/login";
import { action as logout, loader as logoutPage } from "~/routes/logout";
import { aMember, doorArgs, PASSWORD } from "../setup/factories.organizations";

let networks = 0;
const submit = (fields: Record<string, string>, network = `198.51.100.${++networks}`) =>
  action({ ...doorArgs("/login", { fields }), context: { network } } as ActionFunctionArgs);
type Refused = {
  data: { errors: Record<string, { message: string }>; email: string; goTo?: string };
  init: ResponseInit;
};
const refused = async (answer: ReturnType<typeof submit>) => (await answer) as unknown as Refused;
const cookieOf = (answer: Response) => answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
const visit = (cookie: string) => findUserId(new Request("http://app.test/", { headers: { Cookie: cookie } }));

describe("POST /login", () => {
  test("the right password starts a session and leads to the unit", async () => {
    const { email, unit, userId } = await aMember();
    const answer = (await submit({ email: ` ${email.toUpperCase()} `, password: PASSWORD })) as Response;
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/o/${unit.slug}`);
    expect(await visit(cookieOf(answer))).toBe(userId);
  });

  test("leads back to the page of the office that was asked for, and never out of it", async () => {
    const { email, unit } = await aMember();
    const home = `/o/${unit.slug}`;
    const wanted = `${home}/debates/3f0c/minutes`;
    const goals: [string, string][] = [
      [wanted, wanted],
      ["https://evil.test/o/x", home],
      ["//evil.test/o/x", home],
      ["/\\evil.test", home],
      ["/o/..//evil.test", home],
      ["/o/x?next=//evil.test", home],
      ["javascript:alert(1)", home],
      ["/logout", home],
      ["/o/x\r\nSet-Cookie: a=b", home],
      ["x".repeat(400), home],
    ];
    for (const [dalej, goal] of goals) {
      const answer = (await submit({ email, password: PASSWORD, dalej })) as Response;
      expect([dalej, answer.headers.get("Location")]).toEqual([dalej, goal]);
    }
  });

  test("who is wrong hears one sentence, whatever was wrong, and gets the address back but not the password", async () => {
    const { email } = await aMember();
    const known = await refused(submit({ email, password: "nie to haslo" }));
    const unknown = await refused(submit({ email: "nikt@policja.test", password: "nie to haslo" }));
    expect(known.init).toEqual({ status: 422 });
    expect(known.data.errors).toEqual({
      root: { type: "refused", message: "Adres e-mail lub hasło są nieprawidłowe." },
    });
    expect({ ...known.data, email: "", key: "" }).toEqual({ ...unknown.data, email: "", key: "" });
    expect(known.data.email).toBe(email);
    expect(JSON.stringify(known)).not.toContain("nie to haslo");
  });

  test("after five wrong passwords it is 429 with a time, also for the right one", async () => {
    const { email } = await aMember();
    const network = `203.0.113.${++networks}`;
    for (let i = 0; i < 5; i++)
      expect((await refused(submit({ email, password: "zle" }, network))).init).toEqual({ status: 422 });
    const { init, data } = await refused(submit({ email, password: PASSWORD }, network));
    expect(init.status).toBe(429);
    expect(Number(new Headers(init.headers).get("Retry-After"))).toBeGreaterThan(800);
    expect(data.errors.root?.message).toBe("Za dużo nieudanych prób. Proszę spróbować ponownie za 15\u00a0minut.");
  });

  test("a browser that has signed in once is not locked out by others, and its key is nobody else's", async () => {
    const [{ email, userId }, other] = [await aMember(), await aMember()];
    const network = `203.0.113.${++networks}`;
    const send = (fields: Record<string, string>, cookie?: string) =>
      action({ ...doorArgs("/login", { fields, cookie }), context: { network } } as ActionFunctionArgs);
    const first = (await send({ email, password: PASSWORD })) as Response;
    const set = first.headers.getSetCookie().find((cookie) => cookie.startsWith("znana-")) ?? "";
    expect(set).toMatch(/^znana-[\w-]{12}=1\.[\w-]{43}; Path=\/login; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const [known = ""] = set.split(";");
    for (let i = 0; i < 6; i++) await send({ email, password: "zle" });
    expect((await refused(send({ email, password: PASSWORD }) as ReturnType<typeof submit>)).init.status).toBe(429);
    const [, value = ""] = known.split("=");
    const forged = known.replace(/.{43}$/, "A".repeat(43));
    for (const cookie of [forged, known.replace(/=1\./, "=2.")])
      expect(
        (await refused(send({ email, password: PASSWORD }, cookie) as ReturnType<typeof submit>)).init.status,
      ).toBe(429);
    const again = (await send({ email, password: PASSWORD }, known)) as Response;
    expect(await visit(cookieOf(again))).toBe(userId);
    expect(again.headers.getSetCookie(), "it keeps the key it has").toHaveLength(1);
    // The key says nothing of another account, whatever name it comes under.
    const theirs = ((await send({ email: other.email, password: PASSWORD }, known)) as Response).headers.getSetCookie();
    const [name] = theirs.find((cookie) => cookie.startsWith("znana-"))?.split("=") ?? [];
    const request = new Request("http://app.test/login", { headers: { Cookie: `${name}=${value}` } });
    expect(await Promise.all([email, other.email].map((whose) => findKnownBrowser(request, whose)))).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("an account knows its twenty newest browsers, and none after a new password", async () => {
    const { email } = await aMember();
    const browsers: string[] = [];
    for (let i = 0; i < 21; i++) {
      const { headers } = (await submit({ email, password: PASSWORD })) as Response;
      browsers.push(headers.getSetCookie().find((cookie) => cookie.startsWith("znana-")) ?? "");
    }
    const known = async () => {
      const asked = browsers.map((set) => ({ Cookie: set.split(";")[0] ?? "" }));
      const found = asked.map((headers) => findKnownBrowser(new Request("http://app.test/login", { headers }), email));
      return (await Promise.all(found)).filter((browser) => browser !== undefined).length;
    };
    expect(new Set(browsers).size).toBe(21);
    expect(await known()).toBe(20);
    await renewPassword(email, await hashPassword("zielona lampa na biurku"));
    expect(await known()).toBe(0);
  });

  test("an empty form says what is missing", async () => {
    const { init, data } = await refused(submit({ email: "", password: "" }));
    expect(init).toEqual({ status: 422 });
    expect(data.errors).toMatchObject({
      email: { message: "Proszę podać adres e-mail." },
      password: { message: "Proszę podać hasło." },
    });
  });

  test("hostile fields are answered, not stumbled over", async () => {
    for (const hostile of ["\0", "\u202e", "' or 1=1 --", "x".repeat(100_000), "😀", "\ud800"]) {
      const { init } = await refused(submit({ email: hostile, password: hostile, dalej: hostile }));
      expect(init).toEqual({ status: 422 });
      const typed = await refused(submit({ email: "nikt@policja.test", password: hostile }));
      expect(typed.init).toEqual({ status: 422 });
    }
  });
});

describe("GET /login", () => {
  const open = (path: string, cookie?: string) => loader({ ...doorArgs(path, { cookie }), context: {} });

  test("keeps a goal inside the office, forgets any other", async () => {
    expect(await open("/login?dalej=%2Fo%2Fkpp%2Ftasks")).toMatchObject({ goTo: "/o/kpp/tasks" });
    expect(await open("/login?dalej=%2F%2Fevil.test")).toMatchObject({ goTo: undefined });
  });

  test("who is signed in goes on at once", async () => {
    const { cookie, unit } = await aMember();
    const answer = (await open("/login", cookie).catch((thrown) => thrown)) as Response;
    expect(answer.headers.get("Location")).toBe(`/o/${unit.slug}`);
  });
});

describe("/logout", () => {
  test("a GET signs nobody out", async () => {
    const { cookie, userId } = await aMember();
    expect(logoutPage()).toMatchObject({ status: 302 });
    expect(await visit(cookie)).toBe(userId);
  });

  test("a POST does, and forgets the cookie", async () => {
    const { cookie } = await aMember();
    const answer = await logout({ ...doorArgs("/logout", { cookie, fields: {} }), context: {} });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Set-Cookie")).toMatch(/^session=;/);
    expect(await visit(cookie)).toBeUndefined();
  });
});
