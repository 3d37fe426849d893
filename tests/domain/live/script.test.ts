import { describe, expect, test } from "vitest";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { setPresence } from "~/domain/attendance/commands.presence.server";
import { openDebate, postponeDebate } from "~/domain/debates/commands.moves.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import { scriptSheet } from "~/domain/live/document.script.server";
import { getScript, type ScriptProps } from "~/domain/live/queries.script.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { renderSheet } from "~/platform/pdf/render";
import { aDebate } from "../../setup/factories.debates";
import { anInvitation, aSubstitute } from "../../setup/factories.invitations";
import { aMotion, anAdmittedMotion } from "../../setup/factories.motions";
import { HOSTILE_WORDS } from "../../setup/hostile-words";
import { checkTagged, textOf } from "../../setup/pdf";

const print = async (props: ScriptProps) => {
  const bytes = await renderSheet(scriptSheet(props));
  expect(await checkTagged(bytes)).toEqual([]);
  return textOf(bytes);
};

async function anEvening() {
  const { scope, debate } = await aDebate({}, { announced: true, withAgenda: true });
  const on = { scope, debateId: debate.id };
  await anInvitation({ ...on, bodyName: "Urząd", title: "Wójt", name: "Jan Nowak" });
  await aSubstitute({ ...on, bodyName: "Zarząd Dróg", title: "Dyrektor", name: "Ewa Kowal" });
  const item = {
    kind: "speech",
    title: "Rozmowa w kuluarach",
    minutes: 5,
    internal: true,
    note: "Zapytać o budżet.",
  } as const;
  await addAgendaItem(scope, debate.id, item);
  await anAdmittedMotion(scope, debate.id, { text: "Ciemno w parku.", place: "park", authorName: "Zenobia Tajna" });
  const secret = await aMotion(scope, debate.id, { text: "Handel narkotykami.", place: "brama" });
  await keepForPolice(scope, secret.id, { reason: "dla Policji" });
  return { scope, debate };
}

describe("the chair's script", () => {
  test("has hours, notes, who comes and what is known, and no resident's name", async () => {
    const { scope, debate } = await anEvening();
    const text = await print(await getScript(scope, debate.id));
    for (const words of [
      "17.00 1. Otwarcie debaty",
      "17.10 2.",
      "Notatka: Zapytać o budżet.",
      "punkt wewnętrzny",
      "Ewa Kowal – Dyrektor, Zarząd Dróg",
      "przyjdzie: Józef Gżegżółka, Zastępca Burmistrza",
      "park: Ciemno w parku.",
      "Zamykam debatę społeczną.",
      "WEWNĘTRZNY",
    ])
      expect(text.replaceAll("\u00a0", " ")).toContain(words);
    expect(text).not.toMatch(/Zenobia|narkotyk/);
  });

  test("on the evening it says who is in the hall and who is not", async () => {
    const { scope, debate } = await anEvening();
    const [absent, present] = await listInvitations(scope, debate.id);
    await openDebate(scope, debate.id, debate.startsAt);
    await setPresence(scope, absent?.id ?? "", "absent", debate.startsAt);
    await setPresence(scope, present?.id ?? "", "present", debate.startsAt);
    const { guests } = await getScript(scope, debate.id);
    expect(guests.map(({ state, isHere }) => [state, isHere])).toEqual([
      ["nie ma na sali", false],
      ["na sali", true],
    ]);
  });

  test("without a day there are no hours, either", async () => {
    const { scope, debate } = await anEvening();
    await postponeDebate(scope, debate.id, { reason: "awaria" });
    const text = await print(await getScript(scope, debate.id));
    expect(text).not.toMatch(/17\.[01]0/);
    expect(text).toContain("nowy termin nie jest jeszcze znany");
  });

  test("an evening without anything is still a paper", async () => {
    const { scope, debate } = await aDebate();
    const text = await print(await getScript(scope, debate.id));
    expect(text).toContain("Porządek jest pusty.");
    expect(text).toContain("Nikogo nie zaproszono.");
  });

  test.each(Object.entries(HOSTILE_WORDS))("is right with %s in every field", async (_, words) => {
    const { scope, debate } = await anEvening();
    const props = await getScript(scope, debate.id);
    const lines = { lines: [words, words], all: 30 };
    const items = props.items.map((item) => ({
      ...item,
      title: words || "–",
      presenter: words,
      note: words,
      motions: lines,
    }));
    await print({
      ...props,
      topic: words || "–",
      place: words,
      chair: words,
      items,
      guests: [{ who: words, state: words, isHere: true }],
    });
  });
});
