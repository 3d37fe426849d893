import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { PhraseChange } from "./schema.phrases";

/** `also`: the name that a page gave it before it was the unit's own. */
type Row = { id: string; also?: string; title: string; version: number };
export type PhraseRefusal = "taken" | "gone" | "stale" | "tooMany";

const MOST_PHRASES = 200;

/** Which phrase the change is about; null for a new one. */
export function decidePhraseChange<R extends Row>(
  rows: readonly R[],
  change: PhraseChange,
  version: number | undefined,
): Outcome<R | null, PhraseRefusal> {
  if (change.do === "add") {
    if (rows.length >= MOST_PHRASES) return refuse("tooMany");
    return rows.some(({ title }) => title === change.title) ? refuse("taken") : allow(null);
  }
  const row = rows.find(({ id, also }) => change.id === id || (also && change.id === also));
  if (!row) return refuse("gone");
  if (change.do === "up" || change.do === "down") return allow(row);
  if (row.version !== version) return refuse("stale");
  if (change.do === "change" && rows.some((each) => each !== row && each.title === change.title))
    return refuse("taken");
  return allow(row);
}

/** The same rows with one of them a step earlier or later; at the end it stays. */
export function reordered<R extends { id: string }>(rows: readonly R[], id: string, way: "up" | "down"): R[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + (way === "up" ? -1 : 1);
  const [row, other] = [rows[from], rows[to]];
  if (!row || !other) return [...rows];
  return rows.map((each, i) => (i === from ? other : i === to ? row : each));
}
