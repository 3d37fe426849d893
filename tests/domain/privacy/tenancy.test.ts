import { expect, test } from "vitest";
import { recordReading } from "~/domain/history/commands.audit.server";
import { takeOutAudit } from "~/domain/privacy/commands.audit.server";
import { reviseLegal } from "~/domain/privacy/commands.legal.server";
import { answerPerson, copyPerson, erasePerson } from "~/domain/privacy/commands.person.server";
import { replayErasures } from "~/domain/privacy/commands.replay.server";
import { reviseRetention, runDailyRetention, runRetention } from "~/domain/privacy/commands.retention.server";
import { getLegal } from "~/domain/privacy/queries.legal.server";
import { findPerson, inUnit, listMentions, listOwned } from "~/domain/privacy/queries.person.server";
import { findPersonKey, listPersonRequests } from "~/domain/privacy/queries.requests.server";
import { findRetentionRun, getRetention, previewRetention } from "~/domain/privacy/queries.retention.server";
import { countDue } from "~/domain/privacy/queries.sweeps.server";
import { legalVersion } from "~/domain/privacy/rules.legal";
import { retentionVersion } from "~/domain/privacy/rules.retention";
import { warsawDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aFullUnit } from "../../setup/matrix";

test("a stranger's scope reads and takes out nothing of our log", async () => {
  const [ours, theirs] = [await aUnit(), await aUnit()];
  await recordReading(ours.scope, { action: "letter_read", subjectId: "ours" });
  const rows = await takeOutAudit(theirs.scope, {});
  expect(rows.map(({ action }) => action)).toEqual(["audit_taken_out"]);
});

test("a stranger's scope counts, changes and forgets nothing of ours", async () => {
  const [ours, theirs] = [await aFullUnit("tnqx"), await aUnit()];
  const now = new Date(Date.now() + 4 * 366 * 86_400_000);
  const mine = await previewRetention(ours.scope, now);
  expect(mine.some(({ rows }) => rows > 0)).toBe(true);
  expect((await previewRetention(theirs.scope, now)).every(({ rows }) => rows === 0)).toBe(true);
  expect(await countDue(theirs.scope, "registrations", now)).toBe(0);
  expect(await runRetention(theirs.scope, now)).toEqual({});
  expect(await runDailyRetention(theirs.scope, now)).toEqual({});
  expect(await findRetentionRun(ours.scope, warsawDate(now))).toBeUndefined();
  const saved = await getRetention(theirs.scope);
  await reviseRetention(theirs.scope, retentionVersion(saved), { ...saved, letters: 3 });
  expect(await previewRetention(ours.scope, now)).toEqual(mine);
});

test("a stranger's scope finds, copies and erases nobody of ours", async () => {
  const [ours, theirs] = [await aFullUnit("toqx"), await aUnit()];
  const email = "tajnetoqxauthormail@dom.test";
  expect((await answerPerson(ours.scope, { email })).length).toBeGreaterThan(0);
  const unknown = { ok: false, reason: "unknown" };
  for (const key of [{ email }, { motionId: ours.ids.motion }, { registrationId: ours.ids.registration }]) {
    expect(await answerPerson(theirs.scope, key)).toEqual([]);
    expect(await copyPerson(theirs.scope, key)).toEqual(unknown);
    expect(await erasePerson(theirs.scope, key)).toEqual(unknown);
  }
  const person = await findPerson(theirs.scope, { email });
  expect(person.motionIds).toEqual([]);
  const known = await findPerson(ours.scope, { email });
  expect((await listOwned(theirs.scope, known)).flatMap(({ rows }) => rows)).toEqual([]);
  expect(await listMentions(theirs.scope, known)).toEqual([]);
  expect(await findPersonKey(theirs.scope, { email })).toEqual({ email });
  expect(await listPersonRequests(theirs.scope)).toEqual([]);
  expect(await replayErasures(theirs.scope, [])).toBe(0);
  expect(inUnit("motions", theirs.scope)).toBeDefined();
  expect((await answerPerson(ours.scope, { email })).length).toBeGreaterThan(0);
});

test("a stranger's scope reads and changes only its own legal texts", async () => {
  const [ours, theirs] = [await aUnit({ privacyNote: "Nasze" }), await aUnit()];
  const saved = await getLegal(theirs.scope);
  expect(saved.privacyNote).toBe("");
  const value = { privacyNote: "Ich", accessibilityNote: "", accessibilityReviewedOn: null };
  expect(await reviseLegal(theirs.scope, legalVersion(saved), value)).toMatchObject({ ok: true });
  expect(await getLegal(ours.scope)).toMatchObject({ privacyNote: "Nasze" });
});
