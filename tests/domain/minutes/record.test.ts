import { expect, test } from "vitest";
import { noteHours, setHeadCount, setPresence } from "~/domain/attendance/commands.presence.server";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { captureInHall, finishItem, startItem } from "~/domain/live/commands.server";
import { noteSpeech } from "~/domain/live/commands.speeches.server";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import { getPaper } from "~/domain/minutes/queries.server";
import { itemKey } from "~/domain/minutes/rules";
import { warsawTime } from "~/platform/time";
import { aGuest } from "../../setup/factories.attendance";
import { anOfficeHolder } from "../../setup/factories.debates";
import { anEvening, motion } from "../../setup/factories.live";

test("the evening as it was noted becomes lines with hours, in both versions, without a name", async () => {
  const { scope, debateId, opening, discussion, at } = await anEvening();
  const here = { status: "accepted", personName: "Zofia Tajna" } as const;
  const mayor = await aGuest(scope, debateId, { officeTitle: "Burmistrz", bodyName: "Urząd", ...here });
  const late = await aGuest(scope, debateId, { officeTitle: "Starosta", bodyName: "Powiat", ...here });
  const { bodyId } = await anOfficeHolder(scope, { bodyName: "Straż Miejska" });
  await setPresence(scope, mayor, "present", at(0));
  await startItem(scope, debateId, opening, at(2));
  await noteSpeech(scope, debateId, "Burmistrz, Urząd", at(3));
  await startItem(scope, debateId, discussion, at(20));
  await setPresence(scope, late, "present", at(25));
  await noteSpeech(scope, debateId, "mieszkaniec/mieszkanka", at(27));
  await captureInHall(scope, debateId, { ...motion, raisedBy: "resident", ownerBodyId: bodyId }, at(28));
  await captureInHall(scope, debateId, { ...motion, text: "Ukryte", raisedBy: "resident", policeOnly: true }, at(29));
  await noteHours(scope, mayor, "left", null, at(40));
  for (const group of ["institutions", "youth", "residents"] as const)
    await setHeadCount(scope, debateId, group, 9, at(41));
  await finishItem(scope, debateId, discussion, at(60));
  await holdDebate(scope, debateId, at(61));

  const hour = (minutes: number) => warsawTime(at(minutes)).replace(":", ".");
  const { parts } = await getEditor(scope, debateId);
  const linesOf = (item: string) =>
    parts
      .find(({ key }) => key === itemKey(item))
      ?.text.split("\n")
      .slice(1);
  expect(linesOf(opening)).toEqual([`${hour(3)} – głos: Burmistrz, Urząd.`]);
  expect(linesOf(discussion)).toEqual([
    `${hour(25)} – przybycie: Starosta, Powiat.`,
    `${hour(27)} – głos: mieszkaniec/mieszkanka.`,
    expect.stringMatching(
      new RegExp(`^${hour(28)} – wniosek \\S+/01, ul\\. 3 Maja: zadanie Z1 \\(Straż Miejska, do .+\\)\\.$`),
    ),
    `${hour(40)} – wyjście: Burmistrz, Urząd.`,
  ]);
  const { document } = await getPaper(scope, debateId, "public");
  expect(
    document.headCounts.map(({ group }) => group),
    "residents first, then those who came for an office",
  ).toEqual(["residents", "youth", "institutions"]);
  expect(document.items[1]?.text.split("\n").slice(1)).toEqual(linesOf(discussion));
  expect(JSON.stringify(document)).not.toContain("Tajna");
});
