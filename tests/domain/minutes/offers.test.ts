import { describe, expect, test } from "vitest";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { approveMinutes, savePart } from "~/domain/minutes/commands.server";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import { fieldOf, placeOf } from "~/domain/minutes/rules";
import { partsSchema } from "~/domain/minutes/schema";
import { giveTask } from "~/domain/tasks/commands.server";
import { calendarDate } from "~/platform/time";
import { anOfficeHolder } from "../../setup/factories.debates";
import { aHeldDebate } from "../../setup/factories.minutes-held";

const CLERK = "Protokolant";
const NEWS = "Zadania realizują: Gmina.";

/** The clerk has saved the findings; then a task is given, and the record has something new. */
async function withNews(text = "Ustalenia własne.") {
  const held = await aHeldDebate();
  const { scope, debateId, motionId } = held;
  await savePart(scope, debateId, 0, { key: "findings", text }, CLERK);
  const give = async (bodyName: string) => {
    const { bodyId: ownerBodyId } = await anOfficeHolder(scope, { bodyName });
    const task = { title: "Patrole", ownerBodyId, dueOn: calendarDate("2026-06-30"), dueBasis: "commitment" } as const;
    const given = await giveTask(scope, debateId, { ...task, motionIds: [motionId] });
    if (!given.ok) throw new Error(given.reason);
  };
  await give("Gmina");
  return { ...held, give };
}
type Held = Pick<Awaited<ReturnType<typeof aHeldDebate>>, "scope" | "debateId">;

const page = async ({ scope, debateId }: Held) => (await getEditor(scope, debateId)).parts;
const findings = async (held: Held) => (await page(held)).find(({ key }) => key === "findings");
const faults = async ({ scope, debateId }: Held) =>
  (await getEditor(scope, debateId)).faults.filter(({ kind }) => kind === "new_facts");

/** The one form of the editor as a page without scripts sends it. */
function form(parts: Awaited<ReturnType<typeof page>>, over: Record<string, string> = {}) {
  const fields = parts.flatMap(({ place, text, version, suggestion }) => [
    [place, text.replaceAll("\n", "\r\n")],
    [fieldOf.version(place), String(version)],
    [fieldOf.seen(place), suggestion.replaceAll("\n", "\r\n")],
  ]);
  return partsSchema.parse({ ...Object.fromEntries(fields), ...over });
}
const PLACE = placeOf("findings");

describe("what is new in the record", () => {
  test("is offered beside the clerk's text, which stays as it is, and is a remark before approval", async () => {
    const held = await withNews();
    expect(await findings(held)).toMatchObject({
      text: "Ustalenia własne.",
      offer: { fresh: [{ line: NEWS, was: "" }], gone: [] },
    });
    expect(await faults(held)).toMatchObject([{ level: "warning", subject: "Ustalenia", at: PLACE }]);
  });

  test("is written under the text by its button, with what was typed meanwhile, as a version like any other", async () => {
    const held = await withNews();
    const typed = form(await page(held), { [PLACE]: "Ustalenia, jeszcze raz.", add: PLACE });
    expect(await saveParts(held.scope, held.debateId, typed, CLERK)).toEqual({
      ok: true,
      saved: [{ key: "findings", version: 2 }],
    });
    expect(await findings(held)).toMatchObject({
      text: `Ustalenia, jeszcze raz.\n${NEWS}`,
      version: 2,
      offer: { fresh: [], gone: [] },
    });
    expect(await faults(held)).toEqual([]);
  });

  test("is passed over by the other one, and what comes later is offered again", async () => {
    const held = await withNews();
    const seen = form(await page(held), { skip: PLACE });
    await held.give("Powiat");
    expect(await saveParts(held.scope, held.debateId, seen, CLERK)).toMatchObject({ ok: true });
    expect(await findings(held)).toMatchObject({
      text: "Ustalenia własne.",
      offer: { fresh: [{ line: "Zadania realizują: Gmina i Powiat.", was: NEWS }] },
    });
  });

  test("stays offered after a save that did not mention it, also from a page that did not show it yet", async () => {
    const held = await withNews();
    const part = { key: "findings", text: "Inaczej.", internal: false, version: 1 };
    expect(await saveParts(held.scope, held.debateId, { parts: [part] }, CLERK)).toMatchObject({ ok: true });
    expect(await findings(held)).toMatchObject({ text: "Inaczej.", offer: { fresh: [{ line: NEWS }] } });
  });

  test("is offered, too, when the first text was written on a page that was older than it", async () => {
    const held = await aHeldDebate();
    const before = await page(held);
    const { bodyId: ownerBodyId } = await anOfficeHolder(held.scope, { bodyName: "Gmina" });
    const task = { title: "Patrole", ownerBodyId, dueOn: calendarDate("2026-06-30"), dueBasis: "commitment" } as const;
    await giveTask(held.scope, held.debateId, { ...task, motionIds: [held.motionId] });
    const typed = form(before, { [PLACE]: "Własne." });
    expect(await saveParts(held.scope, held.debateId, typed, CLERK), "and nothing else is saved").toEqual({
      ok: true,
      saved: [{ key: "findings", version: 1 }],
    });
    expect((await findings(held))?.offer?.fresh).toEqual([{ line: NEWS, was: expect.any(String) }]);
  });

  test("does not come over somebody else's newer text: the button of an old page does nothing, typed words conflict", async () => {
    const held = await withNews();
    const old = await page(held);
    await savePart(held.scope, held.debateId, 1, { key: "findings", text: "Cudze." }, "Ktoś inny");
    expect(await saveParts(held.scope, held.debateId, form(old, { add: PLACE }), CLERK)).toEqual({
      ok: true,
      saved: [],
    });
    const typed = form(old, { add: PLACE, [PLACE]: "Moje." });
    expect(await saveParts(held.scope, held.debateId, typed, CLERK)).toMatchObject({ ok: false, stale: ["findings"] });
    expect(await findings(held)).toMatchObject({ text: "Cudze.", offer: { fresh: [{ line: NEWS }] } });
  });

  test("reaches nothing that is approved", async () => {
    const held = await withNews();
    const seen = form(await page(held), { add: PLACE });
    await approveMinutes(held.scope, held.debateId, { approvedBy: "Komendant" });
    expect(await saveParts(held.scope, held.debateId, seen, CLERK)).toMatchObject({ reason: "frozen" });
    expect(await findings(held)).toMatchObject({ text: "Ustalenia własne." });
  });
});
