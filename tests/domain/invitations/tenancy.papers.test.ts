import { expect, test } from "vitest";
import { listPrintable, listPrintedLetters } from "~/domain/invitations/queries.papers.server";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";
import { anInvitation } from "../../setup/factories.invitations";

test("a scope of another unit prints no letter of ours, neither by our debate nor from its own", async () => {
  const { debateId, invitation } = await anInvitation();
  const { scope: stranger } = await aUnit();
  const own = await aDebate({}, { scope: stranger, announced: true });
  expect(await listPrintable(stranger, debateId)).toEqual([]);
  const now = new Date();
  await expect(listPrintedLetters(stranger, debateId, "", now)).rejects.toMatchObject({ status: 404 });
  await expect(listPrintedLetters(stranger, own.debate.id, invitation.id, now)).rejects.toMatchObject({ status: 404 });
});
