import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { line, oneOf, optional, paragraph, wholeNumber } from "~/platform/fields";
import { AGENDA_KINDS } from "~db/vocabulary";
import { type AgendaRow, MOST_ITEMS } from "./rules";

const item = {
  kind: oneOf(AGENDA_KINDS, { label: "rodzaj punktu" }),
  title: line({ label: "tytuł punktu" }),
  minutes: wholeNumber({ label: "liczbę minut", max: 600 }),
  presenter: optional(line({ max: 160 })),
  note: optional(paragraph({ max: 2000 })),
  bodyId: optional(line({ max: 64 })),
};

const listOf = <T extends z.ZodType>(field: T) => z.array(field).max(MOST_ITEMS).default([]);

/** The whole table: one list a column, because that is how a form without JavaScript sends rows. */
export const agendaSchema = z
  .object({
    itemId: listOf(z.string()),
    kind: listOf(item.kind),
    title: listOf(item.title),
    minutes: listOf(item.minutes),
    presenter: listOf(item.presenter),
    note: listOf(item.note),
    bodyId: listOf(item.bodyId),
    /** Ids of the ticked rows: a box that is not ticked is not sent, so its place in a list would be lost. */
    internal: listOf(z.string()),
    intent: z.string().default("save"),
  })
  .transform((typed) => ({ intent: readIntent(typed.intent), rows: rowsOf(typed) }));

type Columns = {
  itemId: string[];
  kind: AgendaRow["kind"][];
  title: string[];
  minutes: number[];
  presenter: (string | null)[];
  note: (string | null)[];
  bodyId: (string | null)[];
  internal: string[];
};

const rowsOf = (typed: Columns): AgendaRow[] =>
  typed.itemId.map((id, index) => ({
    id,
    kind: typed.kind[index] ?? "speech",
    title: typed.title[index] ?? "",
    minutes: typed.minutes[index] ?? 0,
    presenter: typed.presenter[index] ?? "",
    note: typed.note[index] ?? "",
    bodyId: typed.bodyId[index] ?? null,
    internal: typed.internal.includes(id),
  }));

export type AgendaIntent =
  | { verb: "save" }
  | { verb: "add" }
  | { verb: "remove"; id: string }
  | { verb: "up"; id: string }
  | { verb: "down"; id: string };

/** The button says what and to which row: „up.<id>”. */
function readIntent(intent: string): AgendaIntent {
  const [, verb, id] = /^(up|down|remove)\.(.+)$/.exec(intent) ?? [];
  if ((verb === "up" || verb === "down" || verb === "remove") && id) return { verb, id };
  return { verb: intent === "add" ? "add" : "save" };
}
