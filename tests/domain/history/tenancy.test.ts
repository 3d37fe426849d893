import { expect, test } from "vitest";
import { recordAudit, recordReading } from "~/domain/history/commands.audit.server";
import { queueMail, queueMails, retryMail } from "~/domain/history/commands.mail.server";
import { nextNumber, once, recordEvent } from "~/domain/history/commands.server";
import { listAudit } from "~/domain/history/queries.audit.server";
import { getLetter } from "~/domain/history/queries.letter.server";
import { revisionOf } from "~/domain/history/queries.revision.server";
import {
  countMessages,
  deliveryOf,
  findMessage,
  findSubmission,
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
    await recordAudit(scope, { action: "settings_changed" });
  });
  await once(scope, "the-same-key", async () => allow({ whose: scope.organizationId }));
  return scope;
}

test("a stranger's scope sees, counts and moves nothing of ours", async () => {
  const [ours, theirs] = [await furnished(), await furnished()];
  const revision = await revisionOf(ours);
  await inTransaction(() => recordEvent(theirs, { action: "debate_announced", subjectId: "s2", debateId: "d2" }));
  expect([await revisionOf(ours), await revisionOf(theirs)]).toEqual([revision, revision + 1]);
  expect(await findSubmission(ours, "the-same-key")).toMatchObject({ value: { whose: ours.organizationId } });
  expect(await findSubmission(theirs, "the-same-key")).toMatchObject({ value: { whose: theirs.organizationId } });
  const [letter] = await listMessages(ours);
  const id = letter?.id ?? "";

  expect((await listMessages(theirs)).map((row) => row.id)).not.toContain(id);
  expect(await findMessage(theirs, id)).toBeUndefined();
  await expect(getLetter(theirs, id, () => true)).rejects.toMatchObject({ status: 404 });
  // A Message-ID is one for all units, and names its subject: nobody takes the letter of another's.
  const { kind, subjectId } = { kind: "invitation", subjectId: `s-${ours.organizationId}` };
  const copy = { kind, subjectId, revision: 1, to: { name: "x", address: "x@urzad.test" }, letter: LETTER };
  expect(await inTransaction(() => queueMails(theirs, [copy]))).toEqual([]);
  await expect(retryMail(theirs, id)).rejects.toMatchObject({ status: 404 });
  expect(await countMessages(theirs)).toEqual({ queued: 1 });
  expect(await deliveryOf(theirs, [letter?.subjectId ?? ""])).toEqual(new Map());
  expect(await listDebateEvents(theirs, "d")).toHaveLength(1);
  await recordReading(theirs, { action: "letter_read" });
  expect((await listAudit(theirs)).map(({ action }) => action)).toEqual(["letter_read", "settings_changed"]);
  expect((await listAudit(ours)).map(({ action }) => action)).toEqual(["settings_changed"]);
  expect(await listSubjectEvents(theirs, "s")).toHaveLength(1);
  expect(await inTransaction(() => nextNumber(theirs, "motion"))).toBe(42);
  expect(await inTransaction(() => nextNumber(ours, "motion"))).toBe(42);
  expect(await once(theirs, "the-same-key", async () => allow({ whose: "nobody" }))).toEqual(
    allow({ whose: theirs.organizationId }),
  );
});
