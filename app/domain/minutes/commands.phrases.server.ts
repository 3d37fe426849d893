import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { phrases } from "~db/schema";
import { DEFAULT_PHRASES } from "./messages.phrases.pl";
import { listOwnPhrases } from "./queries.phrases.server";
import { decidePhraseChange, reordered } from "./rules.library";
import type { PhraseChange } from "./schema.phrases";

/** The unit's library changes; the first change makes the phrases that everybody starts with its own. */
export function changePhrases(scope: Scope, change: PhraseChange, version: number | undefined, now = new Date()) {
  return inTransaction(async () => {
    const rows = await stocked(scope, now);
    const decision = decidePhraseChange(rows, change, version);
    if (!decision.ok) return decision;
    const row = decision.value;
    const { organizationId } = scope;
    if (change.do === "add") {
      const { title, text } = change;
      await write.insert(phrases).values({ organizationId, title, text, position: rows.length, createdAt: now });
    } else if (change.do === "change" && row) {
      const { title, text } = change;
      await revise(scope, row.id, { title, text, version: row.version + 1, updatedAt: now });
    } else if (change.do === "remove" && row) await write.delete(phrases).where(own(scope, row.id));
    else if (row && (change.do === "up" || change.do === "down")) {
      for (const [position, { id }] of reordered(rows, row.id, change.do).entries())
        await revise(scope, id, { position });
    }
    await recordEvent(scope, { action: "phrases_changed", subjectId: organizationId }, now);
    return allow({ id: row?.id ?? "" });
  });
}

const own = (scope: Scope, id: string) => and(eq(phrases.organizationId, scope.organizationId), eq(phrases.id, id));

const revise = async (scope: Scope, id: string, columns: Partial<typeof phrases.$inferInsert>) =>
  void (await write.update(phrases).set(columns).where(own(scope, id)));

/** A page that was read before the first change names a phrase by its place. */
async function stocked(scope: Scope, now: Date) {
  const rows = await listOwnPhrases(scope);
  if (rows.length) return rows.map((row) => ({ ...row, also: "" }));
  const { organizationId } = scope;
  await write
    .insert(phrases)
    .values(DEFAULT_PHRASES.map((phrase, position) => ({ ...phrase, organizationId, position, createdAt: now })));
  return (await listOwnPhrases(scope)).map((row, i) => ({ ...row, version: 0, also: `start-${i}` }));
}
