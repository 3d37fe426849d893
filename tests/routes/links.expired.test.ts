import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { postponeDebate } from "~/domain/debates/commands.moves.server";
import { mergeMotion } from "~/domain/motions/commands.moderation.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import type { LastingLink } from "~/platform/link-lives";
import { pathOf } from "~/platform/links.server";
import { calendarDate, instantAt } from "~/platform/time";
import { followers, messages } from "~db/schema";
import { anEvaluation } from "../setup/factories.evaluation";
import { aFollower } from "../setup/factories.followers";
import { anInvitation } from "../setup/factories.invitations";
import { anAdmittedMotion } from "../setup/factories.motions";
import { aBody, aTask } from "../setup/factories.tasks";
import { aQuietDesk, EXPIRING } from "../setup/links.expired";
import { visit } from "../setup/site";

afterEach(() => void vi.useRealTimers());
const PURPOSES = Object.keys(EXPIRING) as LastingLink[];

/** Just before and just after midnight in Warsaw, at the end of this day. */
function midnightAfter(day: string) {
  const found = instantAt(calendarDate(day), "23:59");
  if (!found.ok) throw new RangeError(day);
  const minutesLater = (minutes: number) => new Date(found.value.getTime() + minutes * 60_000);
  return { before: minutesLater(0), after: minutesLater(2) };
}
const on = (now: Date) => vi.useFakeTimers({ toFake: ["Date"], now });

describe("a link opens on its whole last day, and then says that it has expired and whom to ask", () => {
  test.each(PURPOSES)("%s", async (purpose) => {
    const { path, lastDay } = await EXPIRING[purpose]();
    const { before, after } = midnightAfter(lastDay);
    on(before);
    expect((await visit(path)).status, `on ${lastDay}`).toBe(200);
    on(after);
    const over = await visit(path);
    const html = await over.text();
    expect([over.status, html]).toEqual([410, expect.stringContaining("Ten link już wygasł")]);
    expect(html).toContain("Strona jednostki");
    expect(html, "nothing of what stood behind it").not.toMatch(
      /Anna Łącka|Gżegżółka|Wyjaśniono|Zarząd Dróg|um@um\.test/,
    );
    const sent = await visit(path, { fields: { do: "withdraw", answer: "accepted", verdict: "done" } });
    expect(sent.status, "and takes no form").toBe(purpose === "screen" ? 405 : 410);
    // Whoever guesses learns nothing from it.
    const last = path.at(-1) === "A" ? "B" : "A";
    expect((await visit(path.slice(0, -1) + last)).status).toBe(404);
  });
});

describe("what has not ended keeps its link", () => {
  const years = new Date("2029-03-18T12:00:00Z");

  test("a body that owes something", async () => {
    const { body } = await aTask();
    on(years);
    expect((await visit(`/b/${body.token}`)).status).toBe(200);
  });

  test("a resident to whom something is owed, also by the number under which it was merged", async () => {
    const { scope, debateId, motion } = await aTask();
    const again = await anAdmittedMotion(scope, debateId);
    expect((await mergeMotion(scope, again.id, { into: motion.id })).ok).toBe(true);
    on(years);
    for (const id of [motion.id, again.id]) expect((await visit(pathOf("motion", id))).status).toBe(200);
  });

  test("an evening that nobody has ended", async () => {
    const { screenToken } = await anEvaluation();
    on(years);
    expect((await visit(`/screen/${screenToken}`)).status).toBe(200);
  });

  test("guests and seats of a debate that waits for another day", async () => {
    const { scope, debateId, token } = await anInvitation();
    await postponeDebate(scope, debateId, { reason: "Awaria prądu." });
    on(years);
    expect((await visit(`/i/${token}`)).status).toBe(200);
  });

  test("whoever follows a matter leaves with the oldest letter", async () => {
    const { scope, motion } = await aTask();
    const { path, id } = await aFollower(scope, motion.id, { confirmed: true });
    on(years);
    const left = await visit(path, { fields: { "List-Unsubscribe": "One-Click" } });
    expect(left.status).toBe(200);
    const [row] = await read.select().from(followers).where(eq(followers.id, id));
    expect(row?.endedAt).not.toBeNull();
  });
});

describe("a body asks for a new link with the old one", () => {
  const late = new Date("2027-06-01T09:00:00Z");
  const ask = (path: string, fields = { do: "send" }) => visit(`${path}/link`, { fields });
  const lettersTo = async (bodyId: string) => {
    await workOutboxOff(undefined, late);
    return (await read.select().from(messages)).filter(({ subjectId }) => subjectId === bodyId);
  };

  test("it goes to the address that the office knows, once, and the old one is dead", async () => {
    const { id, path } = await aQuietDesk();
    on(late);
    const page = await (await visit(path)).text();
    expect(page).toContain(`action="${path}/link"`);
    for (let i = 0; i < 3; i++) expect((await ask(path)).status).toBe(303);
    expect(await lettersTo(id)).toMatchObject([{ kind: "desk_link", recipientEmail: "um@um.test" }]);
    expect((await visit(path)).status).toBe(404);
    expect((await visit(pathOf("desk", id, 2))).status).toBe(200);
  });

  test("whatever was sent, the answer is the same, and a link that still opens is left alone", async () => {
    const { scope, id, path } = await aQuietDesk();
    const { id: youngId, token } = await aBody(scope);
    on(new Date("2026-12-01T09:00:00Z"));
    const answers = [await ask(`/b/${token}`), await ask(`/b/${"A".repeat(43)}`), await ask(path, { do: "" })];
    on(late);
    answers.push(await ask(path, { do: "" }), await ask(path));
    for (const { status, headers } of answers)
      expect([status, headers.get("Location"), headers.get("Set-Cookie")]).toEqual([303, "/b/-/link", null]);
    expect((await visit("/b/-/link")).status).toBe(200);
    expect(await lettersTo(youngId)).toEqual([]);
    expect(await lettersTo(id)).toHaveLength(1);
  });
});
