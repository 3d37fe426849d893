import { readdirSync, readFileSync } from "node:fs";
import { createRequestHandler } from "@remix-run/node";
import type BetterSqlite3 from "better-sqlite3";
import { eq } from "drizzle-orm";
import { JSDOM } from "jsdom";
import { describe, expect, test, vi } from "vitest";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { isSecretField, withTroubleAnswered } from "~/platform/trouble.server";
import { dialect } from "~db/dialect";
import { motions, sessions } from "~db/schema";
import { aMember, PASSWORD } from "../setup/factories.organizations";
import { aDebate, type Debate, key } from "../setup/factories.residents";
import { BUILD, visit } from "../setup/site";

const MATTER = {
  text: "W parku jest ciemno.\r\n\r\nLampa przy „stawie” nie świeci <od> marca & nikt…",
  place: "park przy pl. Wolności",
  category: "LIGHT",
};
const failing = (failure: object) =>
  Object.assign(new Error("Failed query"), { cause: Object.assign(new Error("x"), failure) });
const motionsOf = ({ id }: Debate) => read.select().from(motions).where(eq(motions.debateId, id));

/** A browser reads a page with plain ends of lines, and sends both bytes of each again. */
const asParsed = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));

/** The form on a page, as a browser would send it. */
async function formOn(response: Response) {
  const { document } = new JSDOM(await response.text(), { url: "http://app.test" }).window;
  const form = document.querySelector("form[method=post]") as HTMLFormElement | null;
  const entries = form && new (document.defaultView as unknown as typeof globalThis).FormData(form as never).entries();
  return {
    text: document.body.textContent ?? "",
    action: form && new URL(form.action).pathname,
    fields: Object.fromEntries(entries ? [...entries] : []) as Record<string, string>,
  };
}

const TROUBLES: [string, object, number][] = [
  ["PostgreSQL stops", { code: "57P01" }, 503],
  ["it starts", { code: "57P03" }, 503],
  ["it has no connections left", { code: "53300" }, 503],
  ["nobody listens", { code: "ECONNREFUSED" }, 503],
  ["the connection breaks", { message: "Connection terminated unexpectedly" }, 503],
  ["it does not answer", { message: "Query read timeout" }, 503],
  ["its disk is full", { code: "53100" }, 507],
  ["SQLite is locked", { code: "SQLITE_BUSY" }, 503],
  ["its disk is full", { code: "SQLITE_FULL" }, 507],
  ["its disk is read-only", { code: "SQLITE_READONLY_DBMOVED" }, 503],
  ["its disk is broken", { code: "SQLITE_IOERR_WRITE" }, 503],
];

describe.each(TROUBLES)("when %s %o", (_, failure, status) => {
  test(`the answer is ${status}, and the form comes back whole, for one more try that has one effect`, async () => {
    const debate = await aDebate();
    const path = `${debate.path}/motions/new`;
    const sent = { ...MATTER, _key: key() };
    vi.spyOn(database, "transaction").mockRejectedValueOnce(failing(failure));
    const answer = await visit(path, { fields: sent });
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([status, "10"]);
    const { text, action, fields } = await formOn(answer);
    expect(text).toContain("Formularz nie przepadł");
    expect(fields).toEqual(asParsed(sent));
    expect(await motionsOf(debate)).toEqual([]);

    expect((await visit(action ?? "", { fields })).status).toBe(303);
    await visit(action ?? "", { fields });
    expect(await motionsOf(debate)).toMatchObject([{ textRaw: expect.stringContaining("Lampa przy „stawie”") }]);
  });
});

const FORM = "u.$unit.debates.$slug.motions.new";
/** The product with one door that fails before it has read anything. */
function withDoorThatFails(failure: object) {
  const fail = () => {
    throw failing(failure);
  };
  const { [FORM]: route, ...others } = BUILD.routes;
  const module = { ...route?.module, loader: fail, action: fail };
  const build = { ...BUILD, routes: { ...others, [FORM]: { ...route, module } } } as typeof BUILD;
  return createRequestHandler(withTroubleAnswered(build), "production");
}
const address = "http://app.test/u/kpp/debates/debata/motions/new";

test("when not even the gate can be asked, the form comes back, too", async () => {
  const sent = { ...MATTER, _key: key() };
  const handle = withDoorThatFails({ code: "ECONNREFUSED" });
  const answer = await handle(new Request(address, { method: "POST", body: new URLSearchParams(sent) }));
  expect(answer.status).toBe(503);
  expect((await formOn(answer)).fields).toEqual(asParsed(sent));
});

test("a script's request gets the same in its own way", async () => {
  const sent = { ...MATTER, _key: key() };
  const handle = withDoorThatFails({ code: "ECONNREFUSED" });
  const answer = await handle(new Request(`${address}.data`, { method: "POST", body: new URLSearchParams(sent) }));
  expect(answer.status).toBe(503);
  const told = await answer.text();
  expect(told).toContain("keptForm");
  expect(told).toContain("park przy pl. Wolności");
});

test("a page that cannot be read says 503 and when to come again; another failure stays a failure", async () => {
  const away = await withDoorThatFails({ code: "57P03" })(new Request(address));
  expect([away.status, away.headers.get("Retry-After")]).toEqual([503, "10"]);
  expect(await away.text()).toContain("Serwis jest chwilowo niedostępny");
  const broken = await withDoorThatFails({ code: "42P01" })(new Request(address));
  expect([broken.status, broken.headers.get("Retry-After")]).toEqual([500, null]);
});

test("a password is not written into the page that says so", async () => {
  const { email } = await aMember();
  vi.spyOn(database, "transaction").mockRejectedValue(failing({ code: "57P01" }));
  const answer = await visit("/login", { fields: { email, password: PASSWORD } });
  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).not.toContain(PASSWORD);
  expect(html).not.toContain("Formularz nie przepadł");
});

test("no field in which somebody types a password, anywhere, comes back", () => {
  const files = readdirSync("app/domain", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".tsx"),
  );
  const screens = files.map((file) => readFileSync(`app/domain/${file}`, "utf8"));
  const typed = screens.flatMap((screen) =>
    [...screen.matchAll(/<\w+\s[^<]*?type="password"[^<]*?>/g)].map(
      ([field]) => /name="([^"]+)"/.exec(field)?.[1] ?? field,
    ),
  );
  expect(typed.length).toBeGreaterThan(4);
  expect(typed.filter((name) => !isSecretField(name))).toEqual([]);
});

test("the office reads on while nothing can be written, also when the session would be prolonged", async () => {
  const { cookie, unit, userId } = await aMember();
  const soon = new Date(Date.now() + 10 * 60_000);
  await inTransaction(
    async () => void (await write.update(sessions).set({ expiresAt: soon }).where(eq(sessions.userId, userId))),
  );
  const refused = vi.spyOn(database, "transaction").mockRejectedValue(failing({ code: "SQLITE_BUSY" }));
  expect((await visit(`/o/${unit.slug}/debates`, { cookie })).status).toBe(200);
  expect(refused).toHaveBeenCalled();
});

describe.runIf(dialect === "sqlite")("on a real SQLite file", () => {
  const { writer } = database as unknown as { writer: BetterSqlite3.Database };

  test("that may not grow: 507, pages can be read, it says not ready; with room again everything goes on", async () => {
    const debate = await aDebate();
    const fields = { ...MATTER, text: "Ciemno. ".repeat(200), _key: key() };
    const pages = writer.pragma("page_count", { simple: true });
    writer.pragma(`max_page_count = ${pages}`);
    const answers = [];
    for (let i = 0; i < 40; i++)
      answers.push(await visit(`${debate.path}/motions/new`, { fields: { ...fields, _key: key() } }));
    const last = answers.at(-1) as Response;
    expect(last.status).toBe(507);
    expect(await last.text()).toContain("Serwis nie może teraz niczego zapisać");
    const saved = answers.filter(({ status }) => status === 303).length;
    expect(await motionsOf(debate)).toHaveLength(saved);
    expect((await visit(debate.path)).status).toBe(200);

    writer.pragma("max_page_count = 1073741823");
    expect((await visit(`${debate.path}/motions/new`, { fields })).status).toBe(303);
    expect(await motionsOf(debate)).toHaveLength(saved + 1);
  });

  test("that is read-only: 503, and the look that answers /readyz fails", async () => {
    const debate = await aDebate();
    writer.pragma("query_only = ON");
    expect((await visit(`${debate.path}/motions/new`, { fields: { ...MATTER, _key: key() } })).status).toBe(503);
    expect((await visit(debate.path)).status).toBe(200);
    await expect(database.assertWritable()).rejects.toThrow(/readonly/);
    writer.pragma("query_only = OFF");
    await database.assertWritable();
  });
});
