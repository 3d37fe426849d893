import { inTransaction } from "~/platform/db.server";
import { refusePartly } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { getOrStart, type PartInput, savePart } from "./commands.server";
import { gatherFacts } from "./queries.facts.server";
import { findPartText, listMinutesParts } from "./queries.server";
import { isFrozen } from "./rules";
import { addLines, offerFor } from "./rules.offers";
import { partsOf } from "./rules.parts";
import type { TypedPart, TypedParts } from "./schema";

/** What is now saved as it was typed, and as which version. */
type SavedPart = { key: string; version: number };
type Saved =
  | { ok: true; saved: SavedPart[] }
  | { ok: false; reason: "stale" | "frozen"; saved: SavedPart[]; stale: string[] };
type Row = Awaited<ReturnType<typeof listMinutesParts>>[number];

/**
 * Saves whatever of the editor was changed: a page without scripts would lose the texts beside the one that is saved.
 * `wanted` is the part whose button was pressed; it is saved even when it is still the suggestion. Parts that somebody
 * else has changed are left alone where they were not touched here; where both have written, nothing is overwritten.
 */
export function saveParts(
  scope: Scope,
  debateId: string,
  { parts, ...pressed }: TypedParts,
  editor: string,
  now = new Date(),
): Promise<Saved> {
  return inTransaction(async () => {
    const { status } = await getOrStart(scope, debateId, now);
    if (isFrozen(status)) return { ok: false, reason: "frozen", saved: [], stale: [] };
    const known = partsOf(await gatherFacts(scope, debateId));
    const rows = await listMinutesParts(scope, debateId);
    const [saved, stale]: [SavedPart[], string[]] = [[], []];
    for (const part of parts) {
      const row = rows.find(({ key }) => key === part.key);
      const suggestion = known.find(({ key }) => key === part.key)?.suggestion;
      if (suggestion === undefined) continue; // the agenda item is gone, and its text stays in the history
      const isDue = row ? isOffered(part, row, pressed) : part.key === pressed.wanted;
      if (!isDue && !(await isTouched(scope, part, row, part.seen ?? suggestion))) {
        if (row && isSame(part, row)) saved.push({ key: part.key, version: row.version });
        continue;
      }
      const input = withNews(part, row, suggestion, pressed);
      const result = await savePart(scope, debateId, part.version, input, editor, now);
      if (result.ok) saved.push({ key: part.key, version: result.value.version });
      else stale.push(part.key);
    }
    return stale.length ? refusePartly({ ok: false, reason: "stale", saved, stale } as const) : { ok: true, saved };
  });
}

/** A button under the news of a part that somebody else has saved since does nothing: the page shows both anew. */
const isOffered = ({ key, version }: TypedPart, row: Row, { added, skipped }: Pressed) =>
  (key === added || key === skipped) && version === row.version;

/** Has anybody written here? `seen`: what the record suggested on the page that was sent. */
async function isTouched(scope: Scope, part: TypedPart, row: Row | undefined, seen: string) {
  if (!row) return part.internal || part.text !== seen;
  if (isSame(part, row)) return false;
  if (part.version === row.version) return true;
  const before = part.version === 0 ? seen : await findPartText(scope, row.id, part.version);
  return before !== part.text || (part.internal !== row.internal && part.version !== 0);
}

type Pressed = Omit<TypedParts, "parts">;

/** The buttons under what the record has new: both say that it has been seen, one also takes it over. */
function withNews(part: TypedPart, row: Row | undefined, suggestion: string, { added, skipped }: Pressed): PartInput {
  const { key, text, internal, seen = suggestion } = part;
  if (!row) return { key, text, internal, basis: seen };
  if (key === skipped) return { key, text, internal, basis: seen };
  if (key !== added) return { key, text, internal };
  const offer = offerFor({ basis: row.basis, text }, suggestion);
  return { key, text: addLines(text, offer), internal, basis: suggestion };
}

const isSame = (a: TypedPart, b: Row) => a.text === b.text && a.internal === b.internal;
