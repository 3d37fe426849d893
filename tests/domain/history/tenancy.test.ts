import { expect, test } from "vitest";
import { queueMail, retryMail } from "~/domain/history/commands.mail.server";
import { nextNumber, once, recordEvent } from "~/domain/history/commands.server";
import { getLetter } from "~/domain/history/queries.letter.server";
import {
  countMessages,
  deliveryOf,
  findMessage,
  listDebateEvents,
  listMessages,
  listSubjectEvents,
} from "~/domain/history/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import { aUnit } from "../../setup/factories";

const LETTER = { subject: "x", sender: "x", salutation: "x", body: [], signature: [], footer: [] };

/** A unit with an event, a letter, a number and a key. */
async function furnished() {
  const { scope } = await aUnit();
  await inTransaction(async () => {
    await recordEvent(scope, { action: "debate_announced", subjectId: "s", debateId: "d" });
    await queueMail(scope, {
      kind: "invitation",
      subjectId: `s-${scope.organizationId}`,
      debateId: "d",
      to: { name: "x", address: "x@urzad.test" },
      letter: LETTER,
      revision: 1,
    });
    await nextNumber(scope, "motion", 41);
  });
  await once(scope, "the-same-key", async () => allow({ whose: scope.organizationId }));
  return scope;
}

test("a stranger's scope sees, counts and moves nothing of ours", async () => {
  const [ours, theirs] = [await furnished(), await furnished()];
  const [letter] = await listMessages(ours);
  const id = letter?.id ?? "";

  expect((await listMessages(theirs)).map((row) => row.id)).not.toContain(id);
  expect(await findMessage(theirs, id)).toBeUndefined();
  await expect(getLetter(theirs, id, () => true)).rejects.toMatchObject({ status: 404 });
  await expect(retryMail(theirs, id)).rejects.toMatchObject({ status: 404 });
  expect(await countMessages(theirs)).toEqual({ queued: 1 });
  expect(await deliveryOf(theirs, [letter?.subjectId ?? ""])).toEqual(new Map());
  expect(await listDebateEvents(theirs, "d")).toHaveLength(1);
  expect(await listSubjectEvents(theirs, "s")).toHaveLength(1);
  expect(await inTransaction(() => nextNumber(theirs, "motion"))).toBe(42);
  expect(await inTransaction(() => nextNumber(ours, "motion"))).toBe(42);
  expect(await once(theirs, "the-same-key", async () => allow({ whose: "nobody" }))).toEqual(
    allow({ whose: theirs.organizationId }),
  );
});
