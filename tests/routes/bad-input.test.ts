import { beforeAll, describe, expect, test } from "vitest";
import { formsOf, QUERY, routesWithForms } from "../setup/bad-input";
import type { Form } from "../setup/filled-forms";
import { aFullUnit, type Door, type FullUnit, ROUTES } from "../setup/matrix";

/** Instead of what belongs into a field. A lone surrogate has no other way in than by its bytes. */
const HOSTILE: Record<string, (good: string) => string> = {
  nothing: () => "",
  blanks: () => "%20%E2%80%8B%C2%A0",
  NUL: () => "%00",
  "NUL behind what is good": (good) => `${encodeURIComponent(good)}%00`,
  "controls and bidi": () => encodeURIComponent("\u0001\u001b[31m\u007f\u202Ekot\u2066\ufeff"),
  "lone surrogates": () => "%ED%A0%80a%ED%BF%BF%FF%FE",
  emoji: () => encodeURIComponent("👩‍👩‍👧‍👦🚔"),
  "less than nothing": () => "-1",
  "more than a column holds": () => "999999999999999",
  "a number without end": () => `1e309${"9".repeat(400)}`,
  "a day at the end of time": () => "31.12.9999",
  "a day before time": () => "01.01.0001",
  "the prototype": () => "__proto__",
  "another row": () => "00000000-0000-4000-8000-000000000000",
  markup: () => encodeURIComponent(`<img src=x onerror=alert(1)>'" OR 1=1 --`),
};

let unit: FullUnit;
beforeAll(async () => {
  unit = await aFullUnit("zzqx");
});

const urlencoded = "application/x-www-form-urlencoded";
const actions = Object.entries(ROUTES).flatMap(([route, { action }]) => (action ? [{ route, action }] : []));
const query = (route: string) => (route.includes("bodies") ? "?form=body" : "");

/** What the action answers. Anything thrown that is no answer of ours fails the test: it would be a 500. */
async function send(route: string, action: Door, body: BodyInit, type?: string) {
  const Cookie = route === "logout" ? "" : unit.people.admin.cookie; // the others still need it
  const headers = new Headers({ Cookie, ...(type && { "Content-Type": type }) });
  const request = new Request(`http://app.test/x${query(route)}`, { method: "POST", headers, body });
  return answerOf(() => action({ request, params: unit.params(route), context: {} }));
}

async function answerOf(ask: () => Promise<unknown>) {
  const answer = await Promise.resolve(ask()).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) return { status: answer.status, data: undefined };
  const { data, init } = (answer ?? {}) as { data?: Answered; init?: { status: number } };
  return { status: init?.status ?? 200, data };
}
type Answered = {
  errors?: Record<string, { message: string }>;
  fields?: Form;
  /** Where somebody else has saved meanwhile, the page shows both instead. */
  conflict?: unknown;
  stale?: unknown;
  theirs?: unknown;
};

/** A refusal says so in Polish; zod's own words are English. */
function expectManners({ status, data }: Awaited<ReturnType<typeof answerOf>>, what: string) {
  expect([200, 303, 400, 404, 409, 422, 429], what).toContain(status);
  if (status < 400 || !data) return;
  const sentences = Object.values(data.errors ?? {}).map(({ message }) => message);
  if (!data.conflict && !data.stale && !data.theirs) expect(sentences, what).not.toEqual([]);
  for (const sentence of sentences) {
    expect(sentence, what).toMatch(/^[\p{Lu}„].*[.?!”]$/su);
    expect(sentence, what).not.toMatch(/\b(?:invalid|expected|received|too (?:big|small)|must|string)\b/i);
  }
}

const encode = (form: Form) =>
  Object.entries(form).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);

test("each action has its forms here", () => {
  expect([...routesWithForms].sort()).toEqual(actions.map(({ route }) => route).sort());
});

describe("bad input never gets more than a sentence", () => {
  test.each(actions)("$route", async ({ route, action }) => {
    for (const [index, form] of formsOf(route, unit).entries())
      for (const name of Object.keys(form))
        for (const [what, spoil] of Object.entries(HOSTILE)) {
          const others = encode(form).filter((part) => !part.startsWith(`${encodeURIComponent(name)}=`));
          const bad = `${encodeURIComponent(name)}=${spoil(form[name] ?? "")}`;
          expectManners(
            await send(route, action, [...others, bad].join("&"), urlencoded),
            `form ${index}, ${name}: ${what}`,
          );
        }
  });

  test.each(actions)("$route: forms that are none", async ({ route, action }) => {
    for (const form of formsOf(route, unit)) {
      const names = Object.keys(form);
      const bodies: Record<string, [BodyInit, string?]> = {
        empty: ["", urlencoded],
        "lists for texts": [encode(form).join("&").replace(/=/g, "%5B%5D=").repeat(2), urlencoded],
        "texts for lists": [encode(form).join("&").replaceAll("%5B%5D=", "="), urlencoded],
        "wrong version and key": [`${encode(form).join("&")}&_version=-1&_key=%00..%2F`, urlencoded],
        "an old version": [`${encode(form).join("&")}&_version=999999999&_version=0`, urlencoded],
        prototypes: ["__proto__=x&__proto__%5B%5D=x&constructor%5B%5D=x&toString=x&hasOwnProperty=x", urlencoded],
        "an unknown intent": ["intent=kot&do=kot&o=kot&to=kot&step=kot&answer=kot", urlencoded],
        "many fields": [Array.from({ length: 2000 }, (_, index) => `f${index}%5B%5D=x`).join("&"), urlencoded],
        "a boundary that never comes": [
          '--x\r\nContent-Disposition: form-data; name="a"',
          "multipart/form-data; boundary=y",
        ],
        "no boundary": ["--x", "multipart/form-data"],
        JSON: [JSON.stringify(form), "application/json"],
      };
      const files = new FormData();
      for (const name of names) files.append(name, new File(["\0\xff"], "../../x.php", { type: "text/html" }));
      bodies["files for texts"] = [files];
      for (const [what, [body, type]] of Object.entries(bodies))
        expectManners(await send(route, action, body, type), what);
    }
  });

  test.each(actions)("$route: a megabyte, and all of it comes back", async ({ route, action }) => {
    const [form = {}] = formsOf(route, unit);
    const chosen = [
      "intent",
      "do",
      "o",
      "to",
      "answer",
      "outcome",
      "password",
      "again",
      "dalej",
      "save",
      "with",
      "current",
    ];
    const texts = Object.keys(form).filter(
      (name) => !chosen.includes(name) && !/\[\]|[iI]d$|^version|^access/.test(name),
    );
    const typed = Object.fromEntries(texts.map((name) => [name, "ą".repeat(2 ** 20 / 2 / texts.length)]));
    const answer = await send(route, action, new URLSearchParams({ ...form, ...typed }).toString(), urlencoded);
    expectManners(answer, route);
    if (answer.data?.fields)
      for (const name of texts) expect(answer.data.fields[name] === typed[name], name).toBe(true);
  });
});

test("a form of two hundred thousand fields is read in one walk, else this takes minutes", async () => {
  const { action } = ROUTES["u.$unit.debates.$slug.register"] ?? {};
  const body = Array.from({ length: 200_000 }, (_, index) => `f${index}=`).join("&");
  if (action)
    expect(await send("u.$unit.debates.$slug.register", action, body, urlencoded)).toMatchObject({ status: 422 });
});

test("no address makes a page fail, whatever stands in it", async () => {
  const { debate } = unit.ids;
  const values = [
    "%ED%A0%80",
    "-1",
    "999999999999999",
    `999999999999999_${debate}`,
    `1_${debate}`,
    "__proto__",
    "%25%5C_",
  ];
  values.push(
    "2026-99-99,x",
    `9999-12-31,${debate}`,
    "31.12.9999",
    "0,0",
    "x".repeat(3000),
    "1~1~1",
    `999999999999999.${debate}`,
  );
  for (const [route, { loader }] of Object.entries(ROUTES)) {
    if (!loader || /pdf|docx/.test(route)) continue;
    const ask = (search: string, params = unit.params(route)) => {
      const headers = { Cookie: unit.people.admin.cookie };
      const request = new Request(`http://app.test/x?${search}`, { headers });
      return answerOf(() => loader({ request, params, context: {} }));
    };
    for (const value of values) {
      const search = QUERY.split(" ").map((name) => `${name}=${value}`);
      // Together some of them hide the others: an unknown form, a filter by word.
      const alone =
        /^[\d%.,_-]+/.test(value) && route.startsWith("o.")
          ? ["po=", "przed=", "form=person&id=", "show=all&after="]
          : [];
      for (const asked of [search.join("&"), ...alone.map((name) => name + value)])
        expect([route, asked.slice(0, 80), (await ask(asked)).status]).toEqual([
          route,
          expect.anything(),
          expect.toBeOneOf([200, 302, 303, 404]),
        ]);
    }
    for (const name of route.match(/(?<=\$)[a-z]+/g) ?? [])
      for (const value of ["__proto__", "..", "ł", "%", "a\nb", "\ud800", "x".repeat(5000), "1-2026-999999"])
        expect([route, value, (await ask("", { ...unit.params(route), [name]: value })).status]).toEqual([
          route,
          value,
          404,
        ]);
  }
});
