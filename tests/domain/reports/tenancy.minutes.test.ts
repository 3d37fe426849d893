import { expect, test } from "vitest";
import { startCorrection } from "~/domain/minutes/commands.correction.server";
import { proposeChange } from "~/domain/minutes/commands.remarks.server";
import { listMinutesMatters } from "~/domain/reports/queries.minutes.server";
import { loadToday } from "~/domain/reports/queries.server";
import { aUnit } from "../../setup/factories";
import { aHeldDebate, minutesOf } from "../../setup/factories.minutes-held";
import { ASKED, anOpenWindow } from "../../setup/factories.readers";

const kinds = (matters: { kind: string }[]) => matters.map(({ kind }) => kind);
const NEXT_DAY = new Date(ASKED.getTime() + 86_400_000);
const MONTH_LATER = new Date(ASKED.getTime() + 30 * 86_400_000);

test("today tells of remarks that wait, of windows that end, and of corrections that were begun; ours only", async () => {
  const { scope, link, readerId, debateId } = await anOpenWindow();
  const change = { partKey: "findings", original: "", proposed: "Nowe", reason: "" };
  const made = await proposeChange(link, readerId, change, ASKED);
  if (!made.ok) throw new Error(made.reason);
  const { matters } = await loadToday(scope, NEXT_DAY);
  expect(kinds(matters)).toEqual(expect.arrayContaining(["remarks_open", "window_ends"]));
  expect(matters.find(({ kind }) => kind === "remarks_open")).toMatchObject({
    days: 1,
    debate: { debateId, count: 1 },
  });
  expect(kinds((await loadToday(scope, MONTH_LATER)).matters)).toContain("window_ended");

  const approved = await aHeldDebate(scope, new Date("2026-02-18T16:00:00Z"));
  await minutesOf(scope, approved.debateId, ASKED);
  const begun = await startCorrection(scope, approved.debateId, "Błąd w dacie.", "Ktoś", ASKED);
  if (!begun.ok) throw new Error(begun.reason);
  const correction = (await loadToday(scope, NEXT_DAY)).matters.find(({ kind }) => kind === "correction_begun");
  expect(correction).toMatchObject({ days: 1, debate: { debateId: approved.debateId, no: 2 } });

  const { scope: stranger } = await aUnit();
  expect(await listMinutesMatters(stranger, NEXT_DAY)).toEqual({ remarks: [], windows: [], corrections: [] });
});
