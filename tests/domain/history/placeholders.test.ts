import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reportOnTask } from "~/domain/tasks/commands.server";
import { workOutboxOff } from "~/jobs.server";
import { debateInvite } from "~/platform/calendar.server";
import { read } from "~/platform/db.server";
import { pathOf, placeholderOf, withLinks } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { messages } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aFollower } from "../../setup/factories.followers";
import { aMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

/** All letters of a unit as they leave the house. */
async function lettersOf(scope: Scope) {
  await workOutboxOff(undefined, new Date(EVENING.getTime() + 3_600_000));
  const rows = await read.select().from(messages).where(eq(messages.organizationId, scope.organizationId));
  return rows.map(({ text, html }) => withLinks(text) + withLinks(html)).join("\n");
}

test("a resident who types the placeholder of a body's desk is not sent its link", async () => {
  const { scope } = await aUnit();
  const body = await aBody(scope);
  const typed = placeholderOf("desk", body.id); // the body's id stands in the address of the public list
  const text = `Ciemno w parku [${typed}] i ${typed}.`;
  await aMotion(scope, await anOpenDebate(scope), { text, place: typed, authorEmail: "ktos@dom.test" });
  const letters = await lettersOf(scope);
  expect(letters).toContain("Ciemno w parku");
  expect(letters).not.toContain(pathOf("desk", body.id));
});

test("nor is a body that writes the placeholder of another body into its answer, and follows the matter", async () => {
  const { scope, body, task, motion } = await aTask();
  const other = await aBody(scope);
  await workOutboxOff(undefined, EVENING);
  const follower = await aFollower(scope, motion.id, { now: EVENING });
  const text = `Robi to sąsiad: ${placeholderOf("desk", other.id)}`;
  await reportOnTask(body.desk, task.id, undefined, { to: "in_progress", text }, EVENING);
  const letters = await lettersOf(scope);
  expect(letters).toContain("Robi to sąsiad");
  expect(letters).toContain(follower.path);
  expect(letters).not.toContain(pathOf("desk", other.id));
});

test("an entry of a calendar holds none either", () => {
  const typed = placeholderOf("desk", "x");
  const text = debateInvite({
    ...{ method: "REQUEST", uid: "debate-1", sequence: 0, start: EVENING, end: EVENING, stamp: EVENING },
    ...{ summary: typed, location: typed, description: typed, url: "https://app.test/" },
    ...{ organizer: { name: typed, email: "a@b.test" }, attendee: { name: typed, email: "c@d.test" } },
  });
  expect(withLinks(text.replaceAll("\r\n ", ""))).not.toContain("/b/");
  expect(text).toContain("link:desk:x:1");
});
