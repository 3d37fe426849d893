import { beforeAll, describe, expect, test } from "vitest";
import { decideInHall } from "~/domain/live/commands.outcome.server";
import { captureInHall, endEvening, finishItem, startItem } from "~/domain/live/commands.server";
import { noteSpeech, takeBackSpeech } from "~/domain/live/commands.speeches.server";
import { getEvening } from "~/domain/live/queries.server";
import { getSpeech, listLastSpeeches, listSpeakers, listSpeeches } from "~/domain/live/queries.speeches.server";
import { getMotion } from "~/domain/motions/queries.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";
import { anEvening, captured, motion } from "../../setup/factories.live";

describe("a scope of another unit", () => {
  let evening: Awaited<ReturnType<typeof anEvening>>;
  let stranger: Scope;
  let motionId: string;
  beforeAll(async () => {
    evening = await anEvening();
    stranger = (await aUnit()).scope;
    motionId = (await captured(evening.scope, evening.debateId)).id;
  });
  const notFound = { status: 404 };

  test("neither sees the evening nor changes it", async () => {
    const { debateId, opening } = evening;
    await expect(getEvening(stranger, debateId)).rejects.toMatchObject(notFound);
    await expect(startItem(stranger, debateId, opening)).rejects.toMatchObject(notFound);
    await expect(finishItem(stranger, debateId, opening)).rejects.toMatchObject(notFound);
    await expect(endEvening(stranger, debateId)).rejects.toMatchObject(notFound);
    await expect(captureInHall(stranger, debateId, { ...motion })).rejects.toMatchObject(notFound);
    const input = { outcome: "out", motionId, answer: "" } as const;
    await expect(decideInHall(stranger, debateId, input, undefined)).rejects.toMatchObject(notFound);
    expect((await getMotion(evening.scope, motionId)).outcome).toBeNull();
  });

  test("neither reads who spoke nor says so", async () => {
    const { scope, debateId, opening } = evening;
    await startItem(scope, debateId, opening);
    const noted = await noteSpeech(scope, debateId, "Burmistrz");
    const id = noted.ok ? noted.value.id : "";
    await expect(noteSpeech(stranger, debateId, "Obcy")).rejects.toMatchObject(notFound);
    await expect(takeBackSpeech(stranger, debateId, id)).rejects.toMatchObject(notFound);
    await expect(getSpeech(stranger, debateId, id)).rejects.toMatchObject(notFound);
    expect(await listSpeeches(stranger, debateId)).toEqual([]);
    expect(await listLastSpeeches(stranger, debateId, 9)).toEqual([]);
    expect(await listSpeakers(stranger, debateId)).toEqual([]);
    expect(await listSpeeches(scope, debateId)).toMatchObject([{ speaker: "Burmistrz" }]);
    const { debate } = await aDebate({}, { scope, announced: true });
    await expect(takeBackSpeech(scope, debate.id, id), "another debate's screen").rejects.toMatchObject(notFound);
  });

  test("a motion of another debate of the same unit is not on this screen", async () => {
    const { debate } = await aDebate({}, { scope: evening.scope, announced: true });
    const input = { outcome: "out", motionId, answer: "" } as const;
    await expect(decideInHall(evening.scope, debate.id, input, undefined)).rejects.toMatchObject(notFound);
  });
});
