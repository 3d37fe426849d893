import { and, eq } from "drizzle-orm";
import { createDebate } from "~/domain/debates/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import type { DebatePlan } from "~/domain/debates/rules";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { agendaItems } from "~db/schema";
import { listItems } from "./queries.server";
import {
  type AgendaRow,
  type Direction,
  decideAddition,
  decideRemoval,
  decideReorder,
  decideSaving,
  versionOf,
} from "./rules";
import { AGENDA_TEMPLATES } from "./rules.templates";

export type NewAgendaItem = Pick<AgendaRow, "kind" | "title" | "minutes"> & Partial<Omit<AgendaRow, "id">>;

/** A new debate together with the agenda that debates of its kind usually have. */
export function planDebate(scope: Scope, plan: DebatePlan, { withAgenda = true } = {}, now = new Date()) {
  return inTransaction(async () => {
    const created = await createDebate(scope, plan, now);
    if (!created.ok || !withAgenda) return created;
    const { id } = created.value;
    const speakers = { chair: plan.chair ?? "", moderator: plan.moderator ?? "", "": "" };
    const items = AGENDA_TEMPLATES[plan.kind];
    await write.insert(agendaItems).values(
      items.map(({ presenter, ...item }, position) => ({
        ...item,
        presenter: speakers[presenter],
        position,
        organizationId: scope.organizationId,
        debateId: id,
      })),
    );
    const data = { items: items.length };
    await recordEvent(scope, { action: "agenda_composed", subjectId: id, debateId: id, data }, now);
    return created;
  });
}

/** At the end of the agenda. */
export function addAgendaItem(scope: Scope, debateId: string, value: NewAgendaItem, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const items = await listItems(scope, debateId);
    const decision = decideAddition(status, items.length);
    if (!decision.ok) return decision;
    const position = (items.at(-1)?.position ?? -1) + 1;
    const [added] = await write
      .insert(agendaItems)
      .values({ ...value, organizationId: scope.organizationId, debateId, position })
      .returning({ id: agendaItems.id });
    if (!added) throw new Error("The database has not returned the agenda item");
    const data = { title: value.title, minutes: value.minutes };
    await recordEvent(scope, { action: "agenda_item_added", subjectId: added.id, debateId, data }, now);
    return allow({ id: added.id });
  });
}

/** All rows at once, in the order in which they come, over the version that they were typed over. */
export function saveAgenda(scope: Scope, debateId: string, version: number, rows: AgendaRow[], now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const saved = await listItems(scope, debateId);
    const decision = decideSaving(status, saved, version, rows);
    if (!decision.ok) return decision;
    if (versionOf(rows) === versionOf(saved)) return allow({ id: debateId });
    for (const [position, { id, ...columns }] of rows.entries()) await changeItem(scope, id, { ...columns, position });
    await recordEvent(scope, { action: "agenda_saved", subjectId: debateId, debateId }, now);
    return allow({ id: debateId });
  });
}

export function moveAgendaItem(scope: Scope, debateId: string, id: string, direction: Direction, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const items = await listItems(scope, debateId);
    const decision = decideReorder(status, items, id, direction);
    if (!decision.ok) return decision;
    for (const [position, each] of decision.value.entries()) await changeItem(scope, each, { position });
    const data = { title: items.find((item) => item.id === id)?.title ?? "" };
    await recordEvent(scope, { action: "agenda_item_moved", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}

export function removeAgendaItem(scope: Scope, debateId: string, id: string, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const item = (await listItems(scope, debateId)).find((each) => each.id === id);
    const decision = decideRemoval(status, item);
    if (!decision.ok) return decision;
    await write
      .delete(agendaItems)
      .where(and(eq(agendaItems.organizationId, scope.organizationId), eq(agendaItems.id, id)));
    const data = { title: item?.title ?? "" };
    await recordEvent(scope, { action: "agenda_item_removed", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}

/** Started and finished by the room of the evening, through this. */
export const changeItem = (scope: Scope, id: string, columns: Partial<typeof agendaItems.$inferInsert>) =>
  write
    .update(agendaItems)
    .set(columns)
    .where(and(eq(agendaItems.organizationId, scope.organizationId), eq(agendaItems.id, id)));
