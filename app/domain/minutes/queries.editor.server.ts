import { fingerprint } from "~/platform/fingerprint.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { findDraft, listEditions, listHiddenSince } from "./queries.editions.server";
import { gatherFacts } from "./queries.facts.server";
import { countRemarks } from "./queries.remarks.server";
import { findFrozen, findMinutes, listMinutesParts, listPartTexts } from "./queries.server";
import { itemKey, UNSTAMPED } from "./rules";
import { checkMinutes } from "./rules.check";
import { composeBoth, composeMinutes } from "./rules.compose";
import { correctionsOf } from "./rules.correction";
import { offerFor } from "./rules.offers";
import { partsOf } from "./rules.parts";
import { sectionsOf } from "./rules.sections";

/** Everything that the editor shows: the paper as it is now, the clerk's texts, and what is still missing. */
export async function getEditor(scope: Scope, debateId: string) {
  const [facts, found, saved, frozen, remarks, editions, draft, hidden] = await Promise.all([
    gatherFacts(scope, debateId),
    findMinutes(scope, debateId),
    listMinutesParts(scope, debateId),
    findFrozen(scope, debateId, "internal"),
    countRemarks(scope, debateId),
    listEditions(scope, debateId),
    findDraft(scope, debateId),
    listHiddenSince(scope, debateId),
  ]);
  const document = frozen?.document ?? composeMinutes(facts, "internal", UNSTAMPED);
  const times = new Map(facts.items.map(({ id, startedAt }) => [itemKey(id), startedAt]));
  return {
    status: found?.status ?? ("drafting" as const),
    number: found?.number ?? null,
    approvedAt: found?.approvedAt ?? null,
    approvedBy: found?.approvedBy ?? "",
    sha256: found?.sha256 ?? null,
    isFrozen: frozen !== undefined,
    correction: { openedAt: found?.correctionOpenedAt ?? null, until: found?.correctionUntil ?? null },
    remarks,
    editions: editions.map(({ no, approvedAt }) => ({ no, approvedAt })),
    /** The number of the correction that is being written. */
    amendment: draft ? draft.no - 1 : null,
    /** What the approved public text shows and must not show any more. */
    hidden,
    corrections: correctionsOf(document),
    chair: facts.debate.chair || facts.unit.headOffice,
    sections: sectionsOf(document),
    parts: partsOf(facts).map((part) => {
      const row = saved.find(({ key }) => key === part.key);
      const { text = part.suggestion, internal = false, version = 0, editedBy = "", updatedAt = null } = row ?? {};
      const offer = row ? offerFor(row, part.suggestion) : null;
      return { ...part, startedAt: times.get(part.key) ?? null, text, internal, version, editedBy, updatedAt, offer };
    }),
    faults: frozen ? [] : checkMinutes(facts),
  };
}

export type Editor = Awaited<ReturnType<typeof getEditor>>;
export type EditorPart = Editor["parts"][number];

/** One part with every text that was saved for it. A part that the agenda does not know any more is not found. */
export async function getPartHistory(scope: Scope, debateId: string, key: string) {
  const part = partsOf(await gatherFacts(scope, debateId)).find((candidate) => candidate.key === key) ?? notFound();
  return { title: part.title, texts: await listPartTexts(scope, debateId, key) };
}

/** Of the text as it would be approved now: who approves says with it what was read. */
export const getTextFingerprint = async (scope: Scope, debateId: string) =>
  fingerprint(composeBoth(await gatherFacts(scope, debateId), UNSTAMPED));
