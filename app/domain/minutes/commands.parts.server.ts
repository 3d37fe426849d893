import { inTransaction } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { getOrStart, savePart } from "./commands.server";
import { gatherFacts } from "./queries.facts.server";
import { findPartText, listMinutesParts } from "./queries.server";
import { isFrozen } from "./rules";
import { partsOf } from "./rules.parts";
import type { TypedPart } from "./schema";

type Saved = { ok: true; saved: string[] } | { ok: false; reason: "stale" | "frozen"; stale: string[] };

/**
 * Saves whatever of the editor was changed: a page without scripts would lose the texts beside the one that is saved.
 * `wanted` is the part whose button was pressed; it is saved even when it is still the suggestion. Parts that somebody
 * else has changed are left alone where they were not touched here; where both have written, nothing is overwritten.
 */
export function saveParts(
  scope: Scope,
  debateId: string,
  { parts, wanted }: { parts: TypedPart[]; wanted?: string },
  editor: string,
  now = new Date(),
): Promise<Saved> {
  return inTransaction(async () => {
    const { status } = await getOrStart(scope, debateId, now);
    if (isFrozen(status)) return { ok: false, reason: "frozen", stale: [] };
    const known = partsOf(await gatherFacts(scope, debateId));
    const rows = await listMinutesParts(scope, debateId);
    const [saved, stale]: [string[], string[]] = [[], []];
    for (const part of parts) {
      const row = rows.find(({ key }) => key === part.key);
      const suggestion = known.find(({ key }) => key === part.key)?.suggestion;
      if (suggestion === undefined) continue; // the agenda item is gone, and its text stays in the history
      if (row ? isSame(part, row) : part.key !== wanted && !part.internal && part.text === suggestion) continue;
      if (row && part.version !== row.version) {
        const seen = part.version === 0 ? suggestion : await findPartText(scope, row.id, part.version);
        if (seen === part.text && (part.internal === row.internal || part.version === 0)) continue;
      }
      const result = await savePart(scope, debateId, part.version, part, editor, now);
      (result.ok ? saved : stale).push(part.key);
    }
    return stale.length ? { ok: false, reason: "stale", stale } : { ok: true, saved };
  });
}

const isSame = (a: { text: string; internal: boolean }, b: { text: string; internal: boolean }) =>
  a.text === b.text && a.internal === b.internal;
