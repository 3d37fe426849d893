import { describe, expect, test } from "vitest";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { listDebateEvents } from "~/domain/history/queries.server";
import { startItem } from "~/domain/live/commands.server";
import { noteSpeech, takeBackSpeech } from "~/domain/live/commands.speeches.server";
import { getEvening } from "~/domain/live/queries.server";
import { listSpeeches } from "~/domain/live/queries.speeches.server";
import { aGuest } from "../../setup/factories.attendance";
import { anEvening } from "../../setup/factories.live";

describe("who takes the floor", () => {
  test("is noted under the running item with the hour, newest on top, and can be taken back", async () => {
    const { scope, debateId, opening, discussion, at } = await anEvening();
    expect(await noteSpeech(scope, debateId, "Burmistrz", at(0))).toEqual({ ok: false, reason: "nothing_runs" });
    await startItem(scope, debateId, opening, at(1));
    await noteSpeech(scope, debateId, "Burmistrz", at(2));
    await startItem(scope, debateId, discussion, at(10));
    const second = await noteSpeech(scope, debateId, "mieszkaniec/mieszkanka", at(12));
    expect(await listSpeeches(scope, debateId)).toMatchObject([
      { speaker: "Burmistrz", at: at(2), agendaItemId: opening },
      { speaker: "mieszkaniec/mieszkanka", at: at(12), agendaItemId: discussion },
    ]);
    expect((await getEvening(scope, debateId)).speeches.map(({ speaker }) => speaker)).toEqual([
      "mieszkaniec/mieszkanka",
      "Burmistrz",
    ]);

    const id = second.ok ? second.value.id : "";
    expect(await takeBackSpeech(scope, debateId, id, at(13))).toMatchObject({ ok: true });
    expect((await listSpeeches(scope, debateId)).map(({ speaker }) => speaker)).toEqual(["Burmistrz"]);
    const actions = (await listDebateEvents(scope, debateId)).map(({ action }) => action);
    expect(actions.slice(0, 2)).toEqual(["speech_taken_back", "speech_noted"]);
  });

  test("after the debate neither is noted nor taken back", async () => {
    const { scope, debateId, opening, at } = await anEvening();
    await startItem(scope, debateId, opening, at(1));
    const noted = await noteSpeech(scope, debateId, "Burmistrz", at(2));
    await holdDebate(scope, debateId, at(60));
    expect(await noteSpeech(scope, debateId, "Wójt", at(61))).toEqual({ ok: false, reason: "not_live" });
    const id = noted.ok ? noted.value.id : "";
    expect(await takeBackSpeech(scope, debateId, id, at(61))).toEqual({ ok: false, reason: "not_live" });
    expect(await listSpeeches(scope, debateId)).toHaveLength(1);
  });

  test("is proposed from the offices that are here or expected, and never by name", async () => {
    const { scope, debateId } = await anEvening();
    const guest = (officeTitle: string, more: Omit<Parameters<typeof aGuest>[2], "officeTitle">) =>
      aGuest(scope, debateId, { officeTitle, personName: "Zofia Tajna", ...more });
    await guest("Burmistrz", { status: "accepted", presence: "present" });
    await guest("Starosta", { status: "sent", presence: "present_by_substitute" });
    await guest("Prezes", { status: "accepted" });
    await guest("Radny", { status: "accepted", presence: "absent" });
    await guest("Sołtys", { status: "sent" });
    const { speakers } = await getEvening(scope, debateId);
    const posts = speakers.map((office) => office.split(", ")[0]);
    expect(posts.sort()).toEqual(["Burmistrz", "Prezes", "mieszkaniec/mieszkanka", "w zastępstwie: Starosta"].sort());
    expect(JSON.stringify(speakers)).not.toContain("Tajna");
  });
});
