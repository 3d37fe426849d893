import { and, asc, eq, sql } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { agendaItems } from "~db/schema";
import { agendaBalance, clockTimes, isFrozen, versionOf } from "./rules";

export type AgendaItem = typeof agendaItems.$inferSelect;
export type TimedItem = AgendaItem & { startsAt: Date; endsAt: Date };

/** In order, without clock times. */
export const listItems = ({ organizationId: unit }: Scope, debate: string): Promise<AgendaItem[]> =>
  ofDebate({ unit, debate });

const ofDebate = prepared((from) =>
  from
    .select()
    .from(agendaItems)
    .where(
      and(eq(agendaItems.organizationId, sql.placeholder("unit")), eq(agendaItems.debateId, sql.placeholder("debate"))),
    )
    .orderBy(asc(agendaItems.position), asc(agendaItems.id)),
);

/** With the times at which each item should begin and end; for the office only (notes for the chair). */
export async function listAgenda(scope: Scope, debateId: string): Promise<TimedItem[]> {
  const { startsAt } = await getDebate(scope, debateId);
  return clockTimes(startsAt, await listItems(scope, debateId));
}

/** Everything that the editor shows, with the version that its rows were typed over. */
export async function loadEditor(scope: Scope, debateId: string) {
  const { startsAt, endsAt, status, chair, moderator } = await getDebate(scope, debateId);
  const items = await listItems(scope, debateId);
  const presenters = [chair, moderator, ...items.map(({ presenter }) => presenter)].filter(Boolean);
  return {
    items: clockTimes(startsAt, items),
    balance: agendaBalance(items, startsAt, endsAt),
    startsAt,
    endsAt,
    presenters: [...new Set(presenters)],
    version: versionOf(items),
    isFrozen: isFrozen(status),
  };
}

/** What anybody may read: no internal items, no notes. Clock times count the items that are left out. */
export async function listPublicAgenda(scope: Scope, debateId: string) {
  const items = await listAgenda(scope, debateId);
  return items
    .filter(({ internal }) => !internal)
    .map(({ id, kind, title, minutes, presenter, bodyId, startsAt, endsAt }) => ({
      id,
      kind,
      title,
      minutes,
      presenter,
      bodyId,
      startsAt,
      endsAt,
    }));
}

export async function getAgendaItem(scope: Scope, id: string): Promise<AgendaItem> {
  const [item] = await read
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.organizationId, scope.organizationId), eq(agendaItems.id, id)));
  return item ?? notFound();
}

/** For the checklist: how many items, and how far beyond the planned end. */
export async function sumAgenda(scope: Scope, debateId: string) {
  const { startsAt, endsAt } = await getDebate(scope, debateId);
  const items = await listItems(scope, debateId);
  return { items: items.length, ...agendaBalance(items, startsAt, endsAt) };
}
