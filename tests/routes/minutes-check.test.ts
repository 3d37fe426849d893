import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { listItems } from "~/domain/agenda/queries.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { approveMinutes, savePart } from "~/domain/minutes/commands.server";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import { itemKey } from "~/domain/minutes/rules";
import { FAULT_KINDS } from "~/domain/minutes/rules.faults";
import { captureMotion } from "~/domain/motions/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { invitations, motions, organizations, tasks } from "~db/schema";
import { anInvitation, aSubstitute } from "../setup/factories.invitations";
import { anAdmittedMotion, anOpenDebate, EVENING, PLANNED } from "../setup/factories.motions";
import { aMember } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

const setMotion = (id: string, columns: Partial<typeof motions.$inferInsert>) =>
  inTransaction(async () => void (await write.update(motions).set(columns).where(eq(motions.id, id))));
const setGuest = (id: string, columns: Partial<typeof invitations.$inferInsert>) =>
  inTransaction(async () => void (await write.update(invitations).set(columns).where(eq(invitations.id, id))));

/** An evening on which everything went wrong that can be noticed. */
async function aFaultyDebate(scope: Scope) {
  const debateId = await anOpenDebate(scope);
  const titles = ["Dyskusja, tel. 600 100 200", "Nienapisany", "Pusty"];
  for (const title of titles) await addAgendaItem(scope, debateId, { kind: "discussion", title, minutes: 20 }, PLANNED);
  const [talk, , blank] = await listItems(scope, debateId);
  const silent = await anInvitation({ scope, debateId, now: PLANNED });
  await setGuest(silent.invitation.id, { status: "accepted" });
  const nameless = await aSubstitute({ scope, debateId, now: PLANNED, named: { post: "" } });
  await setGuest(nameless.invitation.id, { presence: "present_by_substitute" });
  await anAdmittedMotion(scope, debateId);
  const [taskless, unsent, speechless, hidden] = [
    await anAdmittedMotion(scope, debateId),
    await anAdmittedMotion(scope, debateId),
    await anAdmittedMotion(scope, debateId, { text: "Brawo 😀, w środę 19 marca 2026 r." }),
    await anAdmittedMotion(scope, debateId),
  ];
  await setMotion(taskless.id, { outcome: "task" });
  await setMotion(unsent.id, { outcome: "referred" });
  await setMotion(speechless.id, { textPublic: " " });
  await setMotion(hidden.id, { sensitivity: "police_only", outcome: "police_only" });
  await openDebate(scope, debateId, EVENING);
  await captureMotion(scope, debateId, { text: "Ciemno.", category: "LIGHT", place: "park" }, EVENING);
  await savePart(scope, debateId, 0, { key: "findings", text: "Nie wyznaczono zadań." }, "Ktoś");
  const { task } = await aTask({}, { scope, debateId });
  const dueOn = calendarDate("2026-03-01");
  await inTransaction(async () => void (await write.update(tasks).set({ dueOn }).where(eq(tasks.id, task.id))));
  await holdDebate(scope, debateId, new Date("2026-03-18T18:00:00Z"));
  const text = `Wniosek ${hidden.number} i\nwniosek {numer}: w środę 19 marca 2026 r. Zgłoszono 7 wniosków 😀 [[x`;
  await savePart(scope, debateId, 0, { key: itemKey(talk?.id ?? ""), text }, "Ktoś");
  await savePart(scope, debateId, 0, { key: itemKey(blank?.id ?? ""), text: "" }, "Ktoś");
  const ours = eq(organizations.id, scope.organizationId);
  await inTransaction(async () => void (await write.update(organizations).set({ headOffice: "" }).where(ours)));
  return { debateId };
}

async function pageOf(path: string, cookie: string) {
  const answer = await visit(path, { cookie });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}
const plain = (html: string) => html.replaceAll("&amp;", "&");
const checkOf = (html: string) => html.slice(html.indexOf('id="sprawdzenie"')).split("</section>")[0] ?? "";
const linksOf = (html: string) =>
  [...html.matchAll(/<a (?:[^>]* )?href="([^"]+)"/g)].map(([, href = ""]) => plain(href));

test("each fault leads to a place that is there, on whatever page it is mended", async () => {
  const { unit, scope, cookie } = await aMember("admin");
  const { debateId } = await aFaultyDebate(scope);
  const { faults } = await getEditor(scope, debateId);
  expect([...new Set(faults.map(({ kind }) => kind))].sort()).toEqual([...FAULT_KINDS].sort());

  const base = `/o/${unit.slug}/debates/${debateId}/minutes`;
  const page = await pageOf(base, cookie);
  const links = linksOf(checkOf(page));
  expect(links).toHaveLength(faults.length);
  const places = new Set([...links, ...faults.map(({ at }) => `#${at}`)]);
  for (const href of places) {
    const [path, id] = href.split("#");
    const there = path ? await pageOf(path, cookie) : page;
    expect([href, there.includes(`id="${id}"`)]).toEqual([href, true]);
  }

  const approval = await pageOf(`${base}/approve`, cookie);
  const errors = faults.filter(({ level }) => level === "error");
  expect(linksOf(approval).filter((href) => href.includes("#part-")).length).toBeGreaterThan(0);
  expect(errors.length).toBeGreaterThan(5);
  expect(await approveMinutes(scope, debateId, { approvedBy: "x" })).toEqual({ ok: false, reason: "faults" });
});
