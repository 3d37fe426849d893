import { getDebate } from "~/domain/debates/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { addAgendaItem, moveAgendaItem, removeAgendaItem, saveAgenda } from "./commands.server";
import { editor } from "./messages.editor.pl";
import { listItems } from "./queries.server";
import { type AgendaRow, decideAddition, decideRemoval, decideReorder, type SavedItem } from "./rules";
import type { AgendaIntent } from "./schema";

type Edited = { rows: AgendaRow[]; intent: AgendaIntent };

const NEW_ITEM = { kind: "speech", title: editor.newItem, minutes: 10 } as const;

/**
 * One button of the editor: whatever was typed in any row is saved, and then its own work is done. Both or neither,
 * so the button's part is decided before anything is written.
 */
export function editAgenda(scope: Scope, debateId: string, version: number, edited: Edited, now = new Date()) {
  const { rows, intent } = edited;
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const decision = decideIntent(status, await listItems(scope, debateId), intent);
    if (!decision.ok) return decision;
    const saved = await saveAgenda(scope, debateId, version, rows, now);
    if (!saved.ok) return saved;
    if (intent.verb === "add") return addAgendaItem(scope, debateId, NEW_ITEM, now);
    if (intent.verb === "remove") return removeAgendaItem(scope, debateId, intent.id, now);
    if (intent.verb === "save") return saved;
    return moveAgendaItem(scope, debateId, intent.id, intent.verb, now);
  });
}

function decideIntent(status: Parameters<typeof decideAddition>[0], items: SavedItem[], intent: AgendaIntent) {
  if (intent.verb === "save") return allow(null);
  if (intent.verb === "add") return decideAddition(status, items.length);
  if (intent.verb === "remove")
    return decideRemoval(
      status,
      items.find(({ id }) => id === intent.id),
    );
  return decideReorder(status, items, intent.id, intent.verb);
}
