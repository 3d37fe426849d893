import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmFollow, forgetUnconfirmed, requestFollow } from "~/domain/followers/commands.server";
import { countSupporters, findFollower } from "~/domain/followers/queries.server";
import { keepForPolice, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { events, followers, messages } from "~db/schema";
import { aFollower, lettersTo } from "../setup/factories.followers";
import { aMotion, anAdmittedMotion } from "../setup/factories.motions";
import { aDebate } from "../setup/factories.residents";
import { visit } from "../setup/site";

async function aMatter() {
  const debate = await aDebate();
  const motion = await anAdmittedMotion(debate.scope, debate.id);
  return { ...debate, motion, address: addressOf(debate.unit.slug, motion.number) };
}
const addressOf = (unit: string, number: string) => `/u/${unit}/tracker/${number.replaceAll("/", "-")}`;
const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const post = async (path: string, fields: Record<string, string>) => {
  const answer = await visit(path, { fields });
  return { status: answer.status, to: answer.headers.get("Location") ?? "", text: await answer.text() };
};
const textOf = async (path: string) => (await (await visit(path)).text()).replaceAll("\u00a0", " ");
const rowsOf = (scope: Scope, motionId: string) =>
  read
    .select()
    .from(followers)
    .where(eq(followers.motionId, motionId))
    .then((rows) => rows.filter(({ organizationId }) => organizationId === scope.organizationId));

test("a resident asks, opens the letter, confirms by a button, and leaves by another", async () => {
  const { scope, motion, address } = await aMatter();
  expect(await textOf(address)).toContain("Powiadom mnie, gdy coś się zmieni");
  const sent = await post(address, { email: "Anna.Kos@Dom.test", supports: "on" });
  expect(sent).toMatchObject({ status: 303, to: `${address}?zapisano=1#wynik` });
  expect(await textOf(`${address}?zapisano=1`)).toContain("Proszę sprawdzić pocztę");
  await workOutboxOff();

  const [row] = await rowsOf(scope, motion.id);
  expect(row).toMatchObject({ email: "anna.kos@dom.test", confirmedAt: null });
  const [letter, ...more] = await lettersTo(scope, row!.id);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ kind: "follow_confirm", recipientEmail: "anna.kos@dom.test" });
  expect(letter?.text).toContain(`[[link:follower:${row!.id}:1]]`);

  const path = `/f/${tokenOf("follower", row!.id, 1)}`;
  for (let scans = 0; scans < 3; scans++) expect(await textOf(path)).toContain("Potwierdzam");
  expect((await rowsOf(scope, motion.id))[0]?.confirmedAt, "a scanner that opens links confirms nothing").toBeNull();
  expect(await countSupporters(scope, [motion.id])).toEqual(new Map());
  expect(await textOf(path), "the address is not even on its own page").not.toContain("anna.kos");

  expect(await post(path, { do: "confirm", supports: "on" })).toMatchObject({ status: 303 });
  expect(await post(path, { do: "confirm", supports: "on" })).toMatchObject({ status: 303 });
  expect(await textOf(address)).toContain("popiera: 1 osoba");
  expect(await textOf(path)).toContain("Wypisz mnie");
  await post(path, { do: "support" });
  expect(await textOf(address)).not.toContain("popiera");

  expect(await post(path, { do: "end" })).toMatchObject({ status: 303, to: `${path}#wynik` });
  expect(await textOf(path)).toContain("Adres e-mail został usunięty");
  expect(await post(path, { do: "confirm" })).toMatchObject({ status: 409 });
  const traces = [await rowsOf(scope, motion.id), await lettersTo(scope, row!.id)];
  traces.push((await read.select().from(events).where(eq(events.organizationId, scope.organizationId))) as never);
  expect(JSON.stringify(traces)).not.toContain("anna.kos");
});

test("known and unknown addresses get one answer, and nobody gets a second letter within a day", async () => {
  const { scope, motion, address } = await aMatter();
  const follower = await aFollower(scope, motion.id, { email: "zna@dom.test", now: inDays(-2) });
  const ask = (email: string) => post(address, { email });
  const answers = [await ask("zna@dom.test"), await ask("nie.zna@dom.test"), await ask("nie.zna@dom.test")];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  await ask("zna@dom.test");
  await workOutboxOff();
  expect((await lettersTo(scope, follower.id)).map(({ kind }) => kind)).toEqual(["follow_known", "follow_known"]);
  const [, asked] = await rowsOf(scope, motion.id);
  expect((await lettersTo(scope, asked!.id)).map(({ kind }) => kind)).toEqual(["follow_confirm"]);
  // The link of somebody who follows cannot be killed by a stranger who types the address.
  expect((await visit(follower.path)).status).toBe(200);
});

test("an address gets five such letters a day, whatever they are about", async () => {
  const { scope, id, unit } = await aMatter();
  const numbers = [];
  for (let i = 0; i < 7; i++) numbers.push((await anAdmittedMotion(scope, id)).number);
  for (const number of numbers)
    expect((await post(addressOf(unit.slug, number), { email: "bomba@dom.test" })).status).toBe(303);
  await workOutboxOff();
  const sent = await read.select().from(messages).where(eq(messages.organizationId, scope.organizationId));
  expect(sent.filter(({ recipientEmail }) => recipientEmail === "bomba@dom.test")).toHaveLength(5);
});

test("one mailbox under many spellings is one mailbox", async () => {
  const { scope, motion, address } = await aMatter();
  for (let i = 0; i < 20; i++) expect((await post(address, { email: `Bomba.Dwa+${i}@dom.test` })).status).toBe(303);
  await workOutboxOff();
  expect(await rowsOf(scope, motion.id)).toHaveLength(12);
});

test("another request after a day makes the old link worthless; after seven days nothing is left", async () => {
  const { scope, motion } = await aMatter();
  const old = await aFollower(scope, motion.id, { email: "pozno@dom.test", confirmed: false, now: inDays(-3) });
  await requestFollow(scope, motion.id, { email: "pozno@dom.test", supports: false });
  expect((await visit(old.path)).status).toBe(404);
  expect((await visit(`/f/${tokenOf("follower", old.id, 2)}`)).status).toBe(200);

  const lost = await aFollower(scope, motion.id, { confirmed: false, now: inDays(-8) });
  const kept = await aFollower(scope, motion.id, { now: inDays(-8) });
  await workOutboxOff();
  expect((await visit(lost.path)).status, "dead before it is cleaned away").toBe(404);
  expect(await forgetUnconfirmed()).toBeGreaterThan(0);
  const ids = (await rowsOf(scope, motion.id)).map(({ id }) => id);
  expect([ids.includes(lost.id), ids.includes(old.id), ids.includes(kept.id)]).toEqual([false, true, true]);
  expect(await lettersTo(scope, lost.id)).toEqual([]);
});

test("a forged, cut or foreign link is no link", async () => {
  const { scope, motion } = await aMatter();
  const { id, token } = await aFollower(scope, motion.id);
  for (const bad of [token.slice(1), `${token}x`, id, tokenOf("reader", id), tokenOf("follower", id, 2), "%00"])
    expect([bad, (await visit(`/f/${bad}`)).status]).toEqual([bad, 404]);
  expect((await visit(`/f/${tokenOf("follower", id, 2)}`, { fields: { do: "end" } })).status).toBe(404);
});

test("what is not for everybody cannot be followed, and what is hidden later says so", async () => {
  const { scope, id, unit, motion, address } = await aMatter();
  const waiting = await aMotion(scope, id, {}, new Date());
  const secret = await anAdmittedMotion(scope, id);
  await keepForPolice(scope, secret.id);
  for (const { number } of [waiting, secret, { number: "1/2026/99" }])
    expect([number, (await post(addressOf(unit.slug, number), { email: "a@b.test" })).status]).toEqual([number, 404]);

  const follower = await aFollower(scope, motion.id);
  const asked = await aFollower(scope, motion.id, { confirmed: false });
  await keepForPolice(scope, motion.id);
  expect((await post(address, { email: "a@b.test" })).status).toBe(404);
  for (const { path } of [follower, asked]) {
    const text = await textOf(path);
    expect(text).toContain("nie ma już na publicznej stronie");
    expect(text).not.toContain(motion.number);
  }
  expect(await textOf(asked.path)).not.toContain("Potwierdzam");
});

test("a merged matter leads to the one that leads", async () => {
  const { scope, id, unit, motion } = await aMatter();
  const also = await anAdmittedMotion(scope, id, { text: "Ciemno koło ławek." });
  const early = await aFollower(scope, also.id, { supports: true, email: "wczesna@dom.test" });
  const both = await aFollower(scope, also.id, { email: "obie@dom.test" });
  const lead = await aFollower(scope, motion.id, { email: "obie@dom.test", supports: true });
  expect((await mergeMotion(scope, also.id, { into: motion.id })).ok).toBe(true);
  await workOutboxOff();
  expect(await countSupporters(scope, [motion.id])).toEqual(new Map([[motion.id, 2]]));
  expect(await textOf(early.path)).toContain(motion.number);
  expect(await textOf(lead.path)).toContain("Wypisz mnie");
  expect(await textOf(both.path), "one follows one matter once").toContain("Powiadomienia są wyłączone");
  const answer = await post(addressOf(unit.slug, also.number), { email: "nowa@dom.test" });
  expect(answer.to).toContain(addressOf(unit.slug, motion.number));
  expect(await findFollower(scope, motion.id, "nowa@dom.test")).toBeDefined();
});

test("two confirmations at once are one", async () => {
  const { scope, motion } = await aMatter();
  const { id } = await aFollower(scope, motion.id, { confirmed: false });
  await Promise.all([1, 2, 3].map(() => confirmFollow(scope, id, { supports: true })));
  const seen = await read.select().from(events).where(eq(events.subjectId, id));
  expect(seen.filter(({ action }) => action === "follow_confirmed")).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => requestFollow(scope, motion.id, { email: "raz@dom.test", supports: false })));
  const rows = await rowsOf(scope, motion.id);
  expect(rows.filter(({ email }) => email === "raz@dom.test")).toHaveLength(1);
});

test("an author who follows is counted among those who raised it", async () => {
  const { scope, id } = await aMatter();
  const own = await anAdmittedMotion(scope, id, { authorEmail: "autor@dom.test" });
  const { path } = await aFollower(scope, own.id, { email: "autor@dom.test", supports: true });
  expect(await countSupporters(scope, [own.id])).toEqual(new Map());
  expect(await textOf(path)).toContain("wśród osób, które zgłosiły");
});

test("bad addresses come back with a sentence at the field", async () => {
  const { address } = await aMatter();
  for (const email of ["", "kot", "a@b.test\r\nBcc: c@d.test", "a@b.test, c@d.test"]) {
    const { status, text } = await post(address, { email, supports: "on" });
    expect([email, status]).toEqual([email, 422]);
    expect(text).toContain('id="email-e"');
    expect(text, "the tick stays").toMatch(/name="supports"[^>]*checked/);
  }
});

test("a mail program's „unsubscribe” ends it, twice if need be, and nothing else comes through that door", async () => {
  const { scope, motion } = await aMatter();
  const { id, path } = await aFollower(scope, motion.id);
  const asked = await aFollower(scope, motion.id, { confirmed: false });
  expect((await post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect((await post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect((await rowsOf(scope, motion.id)).find((row) => row.id === id)).toMatchObject({ email: "" });
  expect((await post(asked.path, { "List-Unsubscribe": "kot" })).status).toBe(422);
  expect((await rowsOf(scope, motion.id)).find((row) => row.id === asked.id)).toMatchObject({ endedAt: null });
});
