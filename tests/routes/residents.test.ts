import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { changeDebate } from "~/domain/debates/commands.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { inTransaction, read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { loader as enter } from "~/routes/m._index";
import { loader as own } from "~/routes/m.$code";
import { loader as unitPage } from "~/routes/u.$unit._index";
import { loader as debatePage } from "~/routes/u.$unit.debates.$slug._index";
import { loader as file } from "~/routes/u.$unit.debates.$slug.event[.]ics";
import { loader as motionForm, action as send } from "~/routes/u.$unit.debates.$slug.motions.new";
import { loader as registerForm } from "~/routes/u.$unit.debates.$slug.register";
import { motions, submissions } from "~db/schema";
import { aUnit } from "../setup/factories";
import { aGuest } from "../setup/factories.attendance";
import { aMotion, anAdmittedMotion } from "../setup/factories.motions";
import { doorArgs } from "../setup/factories.organizations";
import { aDebate, type Debate, key, seen } from "../setup/factories.residents";
import { visit } from "../setup/site";

const MATTER = { text: "W parku jest ciemno.", place: "park przy pl. Wolności", category: "LIGHT" };
const post = async ({ params, path }: Debate, fields: Record<string, string>) =>
  seen(await send(doorArgs(`${path}/motions/new`, { params, fields: { _key: key(), ...fields } })));
const withoutNul = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll("\0", "")]));
const motionsOf = ({ id }: Debate) => read.select().from(motions).where(eq(motions.debateId, id));

describe("sending a matter", () => {
  test("leads to its own page by a code that is stored nowhere", async () => {
    const debate = await aDebate();
    const { status, to } = await post(debate, MATTER);
    expect(status).toBe(303);
    expect(to).toMatch(/^\/m\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\?nowe$/);
    const code = to.slice(3, 17);
    const page = await own(doorArgs(to, { params: { code: code.toLowerCase().replaceAll("-", " ") } }));
    expect(page).toMatchObject({ isNew: true, code, motion: { number: "1/2026/01", ownText: MATTER.text } });
    const stored = [await motionsOf(debate), await read.select().from(submissions)];
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  test("a double click is one motion and the same page", async () => {
    const debate = await aDebate();
    const fields = { ...MATTER, _key: key() };
    const [first, second] = await Promise.all([post(debate, fields), post(debate, fields)]);
    expect(second.to).toBe(first.to);
    expect(await motionsOf(debate)).toHaveLength(1);
  });

  test("a preview sends nothing", async () => {
    const debate = await aDebate();
    expect(await post(debate, { ...MATTER, intent: "preview" })).toMatchObject({ status: 200, isPreview: true });
    expect(await motionsOf(debate)).toEqual([]);
  });

  test.each([
    ["nothing at all", {}, ["text", "place", "category"]],
    [
      "blanks and invisible characters",
      { text: " \u200b\u0000\u202e ", place: "\t", category: " " },
      ["text", "place", "category"],
    ],
    ["a megabyte", { ...MATTER, text: "ł".repeat(1_000_000) }, ["text"]],
    ["a place of a thousand letters", { ...MATTER, place: "x".repeat(1000) }, ["place"]],
    ["a category of one's own", { ...MATTER, category: "POLITICS" }, ["category"]],
    ["half an address", { ...MATTER, authorEmail: "anna.przyklad@" }, ["authorEmail"]],
    ["two addresses", { ...MATTER, authorEmail: "a@b.test, c@d.test" }, ["authorEmail"]],
  ])("%s is answered 422 beside the field, and everything typed is still there", async (_case, fields, wrong) => {
    const debate = await aDebate();
    const answer = await post(debate, fields);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.errors ?? {})).toEqual(wrong);
    for (const { message } of Object.values(answer.errors ?? {})) expect(message).toMatch(/^\p{Lu}.*\.$/su);
    // NUL is nothing that anybody types, and no page could give it back.
    expect(answer.fields).toEqual(withoutNul(fields));
    expect(await motionsOf(debate)).toEqual([]);
  });

  test("control, bidi and emoji characters, and markup, become harmless text", async () => {
    const debate = await aDebate();
    const text = "Zło\u0000ść\u202e 👨‍👩‍👧 <script>alert(1)</script> ' or 1=1 -- {{7*7}}\r\n\r\n\r\n\r\nkoniec";
    expect((await post(debate, { ...MATTER, text })).status).toBe(303);
    const [motion] = await motionsOf(debate);
    expect(motion?.textRaw).toBe("Złość 👨‍👩‍👧 <script>alert(1)</script> ' or 1=1 -- {{7*7}}\n\nkoniec");
  });

  test("too late is 409 with a sentence and the text; the form says so beforehand", async () => {
    const debate = await aDebate();
    const motionsCloseAt = new Date(Date.now() - 1000);
    await inTransaction(() => changeDebate(debate.scope, debate.id, { motionsCloseAt }));
    const answer = await post(debate, MATTER);
    expect(answer).toMatchObject({ status: 409, fields: MATTER });
    expect(answer.errors?.root?.message).toContain("minął");
    const page = await motionForm(doorArgs(`${debate.path}/motions/new`, { params: debate.params }));
    expect(page.closed).toBe("too_late");
  });

  test("a debate of another unit, a draft, and none at all look the same", async () => {
    const [debate, other] = [await aDebate(), await aUnit()];
    for (const params of [{ ...debate.params, unit: other.slug }, { ...debate.params, slug: "nie-ma" }, {}])
      for (const door of [motionForm, registerForm, debatePage, file])
        await expect(door(doorArgs(debate.path, { params: params as Record<string, string> }))).rejects.toMatchObject({
          status: 404,
        });
  });
});

describe("the page behind a code", () => {
  test("opens from a form field, whatever the dashes; a wrong code is not found", async () => {
    const debate = await aDebate();
    const { id } = await aMotion(debate.scope, debate.id, {}, new Date());
    const code = tokenOf("motion", id);
    const typed = encodeURIComponent(code.replaceAll("-", " ").toLowerCase());
    expect(seen(await enter(doorArgs(`/m?kod=${typed}`)))).toEqual({ status: 302, to: `/m/${code}` });
    expect(await enter(doorArgs("/m"))).toBeNull();
    await expect(enter(doorArgs("/m?kod=0000-0000-0000"))).rejects.toMatchObject({ status: 404 });
    await expect(own(doorArgs("/m/x", { params: { code: "x" } }))).rejects.toMatchObject({ status: 404 });
  });

  test("shows neither the author nor why the police keep it", async () => {
    const debate = await aDebate();
    const author = { authorName: "Zenon Tajny", authorEmail: "zenon@poczta.test" };
    const { id } = await aMotion(debate.scope, debate.id, author, new Date());
    await keepForPolice(debate.scope, id, { reason: "Sprawa operacyjna" });
    const page = await own(doorArgs("/m", { params: { code: tokenOf("motion", id) } }));
    expect(JSON.stringify(page)).not.toMatch(/Zenon|zenon@/);
    expect(page.motion.answer).toBe("");
  });
});

describe("public pages hold the listed columns and nothing else", () => {
  test("a debate's page", async () => {
    const debate = await aDebate({ capacity: 120 });
    const author = { authorName: "Zenon Tajny", authorEmail: "zenon@poczta.test" };
    await anAdmittedMotion(debate.scope, debate.id, { ...author, text: "Ciemno w parku." });
    await aMotion(debate.scope, debate.id, { text: "Jeszcze nie sprawdzone" }, new Date());
    const secret = await anAdmittedMotion(debate.scope, debate.id, { text: "Sprawa niejawna" });
    await keepForPolice(debate.scope, secret.id, { reason: "niejawne" });
    await aGuest(debate.scope, debate.id, {
      officeTitle: "Burmistrz",
      status: "accepted",
      personName: "Zofia Ukryta",
      email: "z@urzad.test",
    });
    await reserveSeat(debate.scope, debate.id, { name: "Ktoś Schowany", seats: 2, email: "s@poczta.test" }, new Date());

    const page = await debatePage(doorArgs(debate.path, { params: debate.params }));
    const text = JSON.stringify(page);
    expect(text).not.toMatch(/Zenon|zenon|Jeszcze nie|niejawn|Ukryta|urzad\.test|Schowany|poczta\.test/);
    expect(text).not.toContain(debate.id);
    expect(page.counts.all).toBe(1);
    expect(page.seats).toEqual({ taken: 2, free: 118 });
    expect(keysOf(page.motions[0])).toMatchInlineSnapshot(
      `"answer answeredBy askedBy category number outcome place referredTo settlement settlementNote status text"`,
    );
    expect(keysOf(page.debate)).toMatchInlineSnapshot(
      `"access accessNote capacity coOrganizer cycleTitle datePending description endsAt evaluationOn kind motionsCloseAt number slug startsAt status statusReason topic venueAddress venueName year"`,
    );
    expect(keysOf(page.unit)).toMatchInlineSnapshot(`"address department localityIn name phone slug"`);
    expect([keysOf(page.guests[0]), keysOf(page)]).toMatchInlineSnapshot(`
      [
        "bodyName officeTitle",
        "agenda counts debate guests hasMinutes mayRegister maySubmit motions now origin pair present progress seats unit",
      ]
    `);
  });

  test("a unit's page", async () => {
    const debate = await aDebate();
    await anAdmittedMotion(debate.scope, debate.id, { authorName: "Zenon Tajny" });
    const page = await unitPage(doorArgs(`/u/${debate.unit.slug}`, { params: debate.params }));
    expect(JSON.stringify(page)).not.toMatch(/Zenon/);
    expect([keysOf(page), keysOf(page.coming[0])]).toMatchInlineSnapshot(`
      [
        "coming counts countsOf earlier hasOlder page unit",
        "datePending endsAt mayRegister maySubmit number slug startsAt status topic venueAddress venueName year",
      ]
    `);
    expect(page.coming).toHaveLength(1);
  });
});

const keysOf = (row: object | undefined) =>
  Object.keys(row ?? {})
    .sort()
    .join(" ");

test("an office that does not name its place is named with its body", async () => {
  const debate = await aDebate();
  for (const [officeTitle, bodyName] of [
    ["Prezes Zarządu", "Spółdzielnia Mieszkaniowa „Źdźbło”"],
    ["Burmistrz Wierzbinowa", "Urząd Miejski w Wierzbinowie"],
    ["Starosta", "Starostwo Powiatowe"],
    ["Komendant", "Straż Miejska"],
  ] as const)
    await aGuest(debate.scope, debate.id, { officeTitle, bodyName, status: "accepted" });
  const html = (await (await visit(debate.path)).text()).replaceAll("\u00a0", " ");
  expect(html).toContain("Prezes Zarządu (Spółdzielnia Mieszkaniowa „Źdźbło”)");
  expect(html).toContain("Komendant (Straż Miejska)");
  expect(html).not.toMatch(/Burmistrz Wierzbinowa \(|Starosta \(/);
});
