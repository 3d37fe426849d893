import { describe, expect, test } from "vitest";
import { listDebateEvents } from "~/domain/history/queries.server";
import { approveMinutes, savePart } from "~/domain/minutes/commands.server";
import { listMinutesParts, listPartTexts } from "~/domain/minutes/queries.server";
import { fieldOf, placeOf } from "~/domain/minutes/rules";
import * as autosave from "~/routes/o.$unit.debates.$id.minutes_.autosave";
import { aHeldDebate } from "../setup/factories.minutes-held";
import { aMember, doorArgs } from "../setup/factories.organizations";

type Answer = {
  saved?: { key: string; version: number }[];
  stale?: { key: string; version: number; text: string; editedBy: string }[];
  reason?: string;
  errors?: object;
};

async function aDesk() {
  const member = await aMember("clerk");
  const held = await aHeldDebate(member.scope);
  const params = { unit: member.unit.slug, id: held.debateId };
  const send = async (key: string, text: string, version: number, formKey?: string, cookie = member.cookie) => {
    const place = placeOf(key);
    const fields = { [place]: text, [fieldOf.version(place)]: String(version), ...(formKey && { _key: formKey }) };
    const answer = await autosave.action(doorArgs("/o", { cookie, params, fields }));
    return { status: answer.status, ...((await answer.json()) as Answer) };
  };
  return { ...member, ...held, send };
}

describe("saving while somebody types", () => {
  test("answers with the version that was saved, and twice with the same", async () => {
    const { send, item, scope, debateId } = await aDesk();
    expect(await send(item, "Raz", 0, "key-00000001")).toMatchObject({ status: 200, saved: [{ version: 1 }] });
    expect(await send(item, "Raz i dwa", 1, "key-00000002")).toMatchObject({ status: 200, saved: [{ version: 2 }] });
    // The first answer was lost on its way, and the screen asks again with the same key.
    expect(await send(item, "Raz", 0, "key-00000001")).toMatchObject({ status: 200, saved: [{ version: 1 }] });
    expect(await listMinutesParts(scope, debateId)).toMatchObject([{ text: "Raz i dwa", version: 2 }]);
  });

  test("a stale one is 409 with the text of the other, and writes nothing", async () => {
    const { send, item, scope, debateId } = await aDesk();
    await savePart(scope, debateId, 0, { key: item, text: "Cudzy" }, "Ktoś inny");
    expect(await send(item, "Mój", 0)).toMatchObject({
      status: 409,
      reason: "stale",
      stale: [{ key: item, version: 1, text: "Cudzy", editedBy: "Ktoś inny" }],
    });
    expect(await listPartTexts(scope, debateId, item)).toHaveLength(1);
  });

  test("one sitting of one person is one event, and every text stays", async () => {
    const { send, item, scope, debateId } = await aDesk();
    for (const version of [0, 1, 2, 3]) await send(item, `Tekst ${version}`, version);
    expect(await listPartTexts(scope, debateId, item)).toHaveLength(4);
    const events = await listDebateEvents(scope, debateId);
    expect(events.filter(({ action }) => action === "minutes_part_saved")).toHaveLength(1);
  });

  test("what is too long is 422, what is approved is 409, and the screen knows which", async () => {
    const { send, item, scope, debateId } = await aDesk();
    expect(await send(item, "ą".repeat(100_000), 0)).toMatchObject({ status: 422, errors: { [placeOf(item)]: {} } });
    await approveMinutes(scope, debateId, { approvedBy: "Komendant" });
    expect(await send(item, "x", 0)).toMatchObject({ status: 409, reason: "frozen", stale: [] });
  });
});

test("20 editors × 50 saves lose no text", async () => {
  const { send, unit, scope, debateId } = await aDesk();
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, i) => aMember("clerk", { unit, name: `Protokolant ${i}` })),
  );
  // All of them write in four places, so that most saves meet somebody else's.
  const keys = ["findings", "survey", "attachments", "distribution"];
  const accepted: { key: string; version: number; text: string; editedBy: string }[] = [];
  let refused = 0;
  await Promise.all(
    people.map(async ({ cookie }, who) => {
      const seen: Record<string, number> = {};
      for (let turn = 0; turn < 50; turn++) {
        const key = keys[(who + turn) % keys.length] ?? "";
        const text = `Osoba ${who}, zapis ${turn}`;
        const answer = await send(key, text, seen[key] ?? 0, `key-${who}-${turn}-00`, cookie);
        const [saved] = answer.saved ?? [];
        if (answer.status === 200 && saved) accepted.push({ ...saved, text, editedBy: `mł. asp. Protokolant ${who}` });
        else {
          expect(answer).toMatchObject({ status: 409, reason: "stale", saved: [] });
          refused++;
        }
        seen[key] = saved?.version ?? answer.stale?.[0]?.version ?? 0;
      }
    }),
  );
  expect(accepted.length + refused).toBe(20 * 50);
  expect(refused).toBeGreaterThan(0);
  const parts = await listMinutesParts(scope, debateId);
  const kept = (
    await Promise.all(
      keys.map(async (key) =>
        (
          await listPartTexts(scope, debateId, key)
        ).map(({ version, text, editedBy }) => ({
          ...{ key, version, text, editedBy },
        })),
      ),
    )
  ).flat();
  const byPlace = (a: { key: string; version: number }, b: { key: string; version: number }) =>
    a.key.localeCompare(b.key) || a.version - b.version;
  expect(kept.sort(byPlace)).toEqual(accepted.sort(byPlace));
  for (const { key, text, version } of parts) {
    const texts = kept.filter((each) => each.key === key);
    expect(texts.map((each) => each.version)).toEqual(texts.map((_, i) => i + 1));
    expect({ text, version }).toEqual({ text: texts.at(-1)?.text, version: texts.length });
  }
});
