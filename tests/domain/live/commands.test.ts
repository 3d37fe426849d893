import { describe, expect, test } from "vitest";
import { changeItem } from "~/domain/agenda/commands.server";
import { listItems } from "~/domain/agenda/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { saveCompetence } from "~/domain/directory/commands.competence.server";
import { getHallScreen } from "~/domain/evaluation/queries.screen.server";
import { decideInHall } from "~/domain/live/commands.outcome.server";
import { endEvening, finishItem, startItem } from "~/domain/live/commands.server";
import { getEvening } from "~/domain/live/queries.server";
import { getMotion } from "~/domain/motions/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import { anOfficeHolder } from "../../setup/factories.debates";
import { anEvening, captured } from "../../setup/factories.live";

describe("the evening", () => {
  test("the next item ends the one that runs, and both times stay", async () => {
    const { scope, debateId, opening, discussion, at } = await anEvening();
    await startItem(scope, debateId, opening, at(2));
    await startItem(scope, debateId, discussion, at(12));
    await finishItem(scope, debateId, discussion, at(40));

    const times = (await listItems(scope, debateId)).map(({ startedAt, finishedAt }) => [startedAt, finishedAt]);
    expect(times).toEqual([
      [at(2), at(12)],
      [at(12), at(40)],
    ]);
  });

  test("ends with what still runs: the minutes tell when it was over, and the big screen counts no longer", async () => {
    const { scope, debateId, opening, discussion, at } = await anEvening();
    await startItem(scope, debateId, opening, at(2));
    await startItem(scope, debateId, discussion, at(12));
    const screen = async () => (await getHallScreen(scope, await getDebate(scope, debateId), at(50))).view;
    expect(await screen()).toMatchObject({ as: "agenda", current: { title: "Dyskusja" } });
    expect(await endEvening(scope, debateId, at(40))).toMatchObject({ ok: true });
    expect((await listItems(scope, debateId)).map(({ finishedAt }) => finishedAt)).toEqual([at(12), at(40)]);
    expect(await screen()).toMatchObject({ as: "agenda", current: null, next: [] });
    // An evening that was ended before with an item running, and one that cannot be ended twice.
    await inTransaction(async () => allow(await changeItem(scope, discussion, { finishedAt: null })));
    expect(await screen()).toMatchObject({ current: null });
    expect(await endEvening(scope, debateId, at(60))).toMatchObject({ ok: false });
  });

  test("a motion is written down under the item that runs", async () => {
    const { scope, debateId, discussion } = await anEvening();
    await startItem(scope, debateId, discussion);
    expect(await captured(scope, debateId)).toMatchObject({ agendaItemId: discussion, channel: "hall", outcome: null });
  });

  test("with an owner it is a task at once, and as police-only it is for nobody else", async () => {
    const { scope, debateId } = await anEvening();
    const { bodyId } = await anOfficeHolder(scope, { bodyName: "Straż Miejska" });
    expect((await captured(scope, debateId, { ownerBodyId: bodyId })).outcome).toBe("task");
    const secret = await captured(scope, debateId, { policeOnly: true, ownerBodyId: bodyId });
    expect(secret).toMatchObject({ outcome: "police_only", sensitivity: "police_only" });
    const { motions } = await getEvening(scope, debateId);
    expect(motions.map(({ outcome, task }) => [outcome, task?.owner])).toEqual([
      ["police_only", undefined],
      ["task", "Straż Miejska"],
    ]);
  });

  test("suggests who is competent for what waits, and for nothing that is decided", async () => {
    const { scope, debateId } = await anEvening();
    const { bodyId } = await anOfficeHolder(scope, { bodyName: "Zarząd Dróg" });
    await saveCompetence(scope, null, { category: "ANY", area: "", bodyId, reason: "zarządca dróg" });
    await captured(scope, debateId);
    await captured(scope, debateId, { ownerBodyId: bodyId });
    const { motions } = await getEvening(scope, debateId);
    expect(motions.map(({ outcome, suggestion }) => [outcome, suggestion?.reason])).toEqual([
      ["task", undefined],
      [null, "zarządca dróg"],
    ]);
  });

  test("each outcome in one key", async () => {
    const { scope, debateId } = await anEvening();
    const { bodyId } = await anOfficeHolder(scope);
    const first = await captured(scope, debateId);
    const become = async (input: object) => {
      const { id, version } = await captured(scope, debateId);
      const outcome = await decideInHall(scope, debateId, { motionId: id, answer: "Tak.", ...input } as never, version);
      return outcome.ok ? (await getMotion(scope, id)).outcome : outcome.reason;
    };
    expect(await become({ outcome: "answered" })).toBe("answered_on_spot");
    expect(await become({ outcome: "task", bodyId, dueOn: null })).toBe("task");
    expect(await become({ outcome: "refer", bodyId })).toBe("referred");
    expect(await become({ outcome: "merge", into: first.id })).toBe("merged");
    expect(await become({ outcome: "police" })).toBe("police_only");
    expect(await become({ outcome: "out" })).toBe("out_of_scope");
  });

  test("what somebody else has just changed is not decided over", async () => {
    const { scope, debateId } = await anEvening();
    const { id, version } = await captured(scope, debateId);
    const input = { outcome: "answered", motionId: id, answer: "Tak." } as const;
    expect((await decideInHall(scope, debateId, input, version)).ok).toBe(true);
    expect(await decideInHall(scope, debateId, input, version)).toMatchObject({ ok: false, reason: "stale" });
  });
});
