import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { AgendaKind, DebateStatus } from "~db/vocabulary";

const MINUTE_MS = 60_000;
type Timed = { minutes: number };

/** When each item begins and ends if all keep to their minutes. The hour that clocks skip or repeat changes nothing. */
export function clockTimes<Item extends Timed>(startsAt: Date, items: readonly Item[]) {
  let at = startsAt.getTime();
  return items.map((item) => {
    const begins = new Date(at);
    at += item.minutes * MINUTE_MS;
    return { ...item, startsAt: begins, endsAt: new Date(at) };
  });
}

/** The sum of all items against the hours that were announced. `overByMinutes` is negative while time is left. */
export function agendaBalance(items: readonly Timed[], startsAt: Date, endsAt: Date) {
  const totalMinutes = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const plannedMinutes = Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);
  return {
    totalMinutes,
    plannedMinutes,
    overByMinutes: totalMinutes - plannedMinutes,
    endsAt: new Date(startsAt.getTime() + totalMinutes * MINUTE_MS),
  };
}

export type AgendaRow = {
  id: string;
  kind: AgendaKind;
  title: string;
  minutes: number;
  presenter: string;
  note: string;
  bodyId: string | null;
  internal: boolean;
};
export type SavedItem = AgendaRow & { position: number; startedAt: Date | null };

export type AgendaRefusal = "agenda_frozen" | "agenda_stale" | "item_started" | "too_many_items" | "item_unknown";
export const MOST_ITEMS = 60;

/** After the evening the agenda is a record; what has begun on the evening stays where it is. */
export const isFrozen = (status: DebateStatus) => ["held", "closed", "cancelled"].includes(status);

export function decideAddition(status: DebateStatus, items: number): Outcome<null, AgendaRefusal> {
  if (isFrozen(status)) return refuse("agenda_frozen");
  return items >= MOST_ITEMS ? refuse("too_many_items") : allow(null);
}

export function decideRemoval(status: DebateStatus, item: SavedItem | undefined): Outcome<null, AgendaRefusal> {
  if (isFrozen(status)) return refuse("agenda_frozen");
  if (!item) return refuse("item_unknown");
  return item.startedAt ? refuse("item_started") : allow(null);
}

export type Direction = "up" | "down";

/** The order after the move. At the edge nothing moves, and nothing passes an item that has begun. */
export function decideReorder(
  status: DebateStatus,
  items: readonly SavedItem[],
  id: string,
  direction: Direction,
): Outcome<string[], AgendaRefusal> {
  if (isFrozen(status)) return refuse("agenda_frozen");
  const from = items.findIndex((item) => item.id === id);
  const [item, neighbour] = [items[from], items[from + (direction === "up" ? -1 : 1)]];
  if (!item) return refuse("item_unknown");
  const order = items.map((each) => each.id);
  if (!neighbour) return allow(order);
  if (item.startedAt || neighbour.startedAt) return refuse("item_started");
  return allow(order.map((each) => (each === item.id ? neighbour.id : each === neighbour.id ? item.id : each)));
}

/** Rows replace what is saved only if they were typed over it, and speak of exactly the same items. */
export function decideSaving(
  status: DebateStatus,
  saved: readonly SavedItem[],
  version: number,
  rows: readonly AgendaRow[],
): Outcome<null, AgendaRefusal> {
  if (isFrozen(status)) return refuse("agenda_frozen");
  const known = new Set(saved.map(({ id }) => id));
  const isSame = rows.length === saved.length && rows.every(({ id }) => known.has(id));
  return isSame && version === versionOf(saved) ? allow(null) : refuse("agenda_stale");
}

/** A number that changes with any word of the agenda (FNV-1a): a stale form is known without another column. */
export function versionOf(items: readonly AgendaRow[]): number {
  const text = JSON.stringify(
    items.map((item) => {
      const { id, kind, title, minutes, presenter, note, bodyId, internal } = item;
      return [id, kind, title, minutes, presenter, note, bodyId, internal];
    }),
  );
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash % 1_000_000_000;
}
