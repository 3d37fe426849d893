import { eq } from "drizzle-orm";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { admitMotion, keepForPolice } from "~/domain/motions/commands.moderation.server";
import { noteOnTask, remindOwner, reportOnTask } from "~/domain/tasks/commands.server";
import { atomFeed } from "~/domain/tasks/messages.feed.pl";
import { jsonItem } from "~/domain/tasks/messages.tracker-data.pl";
import { listTracker } from "~/domain/tasks/queries.tracker.server";
import { listMovements, writeTrackerCsv } from "~/domain/tasks/queries.tracker-data.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { streamOf } from "~/platform/open-data.server";
import type { Scope } from "~/platform/scope";
import { motions } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aTask } from "../../setup/factories.tasks";

const LATER = new Date("2026-04-02T08:00:00Z");
const ADDRESS = "https://x.test/u/x/tracker";
const csvOf = (scope: Scope, filter = {}) =>
  new Response(streamOf(writeTrackerCsv(scope, filter, ADDRESS, LATER))).text();

test("in the table a formula is a text, and a semicolon no column", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  await anAdmittedMotion(scope, debateId, { text: '=HYPERLINK("http://zly.test";"x")', place: "ul. A; ul. B" });
  expect(await new Response(streamOf(writeTrackerCsv(scope, {}, ADDRESS, LATER))).arrayBuffer()).toBeDefined();
  const [head, line, ...rest] = (await csvOf(scope)).split("\r\n");
  expect(head?.replace("\ufeff", "").split(";")).toHaveLength(15);
  expect(line).toBe(
    `1/2026/01;1/2026;Oświetlenie;"ul. A; ul. B";"'=HYPERLINK(""http://zly.test"";""x"")";Przyjęte do omówienia;Przyjęte do omówienia;;;08.03.2026;;;;;${ADDRESS}/1-2026-01`,
  );
  expect(rest).toEqual([""]);
});

test("the table has every row, once, however many there are, and no second mark", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  await anAdmittedMotion(scope, debateId);
  const [row] = await read.select().from(motions).where(eq(motions.organizationId, scope.organizationId));
  const copies = Array.from({ length: 450 }, (_, i) => {
    const own = { id: crypto.randomUUID(), codeHash: crypto.randomUUID(), sequence: i + 2 };
    return { ...row!, ...own, number: `1/2026/${String(i + 2).padStart(2, "0")}` };
  });
  await inTransaction(() => write.insert(motions).values(copies));
  const text = await csvOf(scope);
  const numbers = text
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";")[0]);
  expect(numbers).toEqual(["1/2026/01", ...copies.map(({ number }) => number)]);
  expect(text.lastIndexOf("\ufeff")).toBeLessThan(1);
  expect((await csvOf(scope, { state: "done" })).trimEnd().split("\r\n")).toHaveLength(1);
});

test("for programs: stable names, codes and days; nobody's name", async () => {
  const { scope, body, task, motion } = await aTask({ priority: true });
  await reportOnTask(
    body.desk,
    task.id,
    1,
    { to: "in_progress", text: "Zamówiono lampy.", author: "Jan Kowal" },
    LATER,
  );
  const [row] = (await listTracker(scope, {}, LATER)).rows;
  const item = jsonItem(row!, ADDRESS, LATER);
  expect(item).toMatchObject({
    number: motion.number,
    url: `${ADDRESS}/1-2026-01`,
    debate: "1/2026",
    category: "LIGHT",
    state: "running",
    priority: true,
    bodies: [body.name],
    dueOn: "2026-04-20",
    submittedOn: "2026-03-08",
    settledOn: null,
    askedBy: 1,
    tasks: [{ body: body.name, state: "in_progress", dueOn: "2026-04-20", result: "Zamówiono lampy." }],
  });
  expect(JSON.stringify(item)).not.toContain("Jan Kowal");
});

test("Atom is valid whatever people wrote, ids stay, and what moved last comes first", async () => {
  const { scope, debateId, body, task, motion } = await aTask();
  const hostile = `]]></title><script>alert(1)</script> & <b> "x" 'y' \u202e \u0007 🚲 zażółć`;
  const other = await anAdmittedMotion(scope, debateId, { text: hostile, place: "<rynek> & ]]>" });
  const hidden = await anAdmittedMotion(scope, debateId);
  await keepForPolice(scope, hidden.id, {}, EVENING);
  await aTask({ internal: true }, { scope, debateId });
  const before = await listMovements(scope);
  await reportOnTask(body.desk, task.id, 1, { to: "accepted", text: "", author: "Jan Kowal" }, new Date());
  const rows = await listMovements(scope);
  expect(before.map(({ number }) => number).sort()).toEqual(rows.map(({ number }) => number).sort());
  expect(rows[0]?.number).toBe(motion.number);
  expect(rows.map(({ number }) => number)).not.toContain(hidden.number);

  const unit = { name: 'KPP "Testów" & <spółka>', address: ADDRESS, feed: "https://x.test/u/x/feed.atom" };
  const xml = atomFeed(unit, rows, LATER);
  const { document } = new JSDOM(xml, { contentType: "application/xml" }).window;
  const entries = [...document.getElementsByTagName("entry")];
  const text = (element: Element, name: string) => element.getElementsByTagName(name)[0]?.textContent ?? "";
  expect(document.documentElement.tagName).toBe("feed");
  expect(entries.map((entry) => text(entry, "id"))).toEqual(
    rows.map(({ number }) => `${ADDRESS}/${number.replaceAll("/", "-")}`),
  );
  expect(document.getElementsByTagName("script")).toHaveLength(0);
  const told = entries.find((entry) => text(entry, "id").endsWith(other.number.replaceAll("/", "-")));
  expect(told && text(told, "title")).toContain("<script>alert(1)</script>");
  expect(text(document.documentElement, "updated")).toBe(rows[0]?.movedAt.toISOString());
  expect(xml).not.toContain("Jan Kowal");
});

test("what is no news moves nothing", async () => {
  const { scope, task, motion } = await aTask();
  const [before] = await listMovements(scope);
  await noteOnTask(scope, task.id, "Dla nas.", new Date());
  await remindOwner(scope, task.id, new Date());
  const face = { textPublic: "Inaczej.", place: "", category: "LIGHT", kmzb: null, looked: true } as const;
  await admitMotion(scope, motion.id, { ...face, sensitivity: "public" }, new Date());
  expect((await listMovements(scope))[0]?.movedAt).toEqual(before?.movedAt);
});
