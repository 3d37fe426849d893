import type { Basis, TableName } from "./rules.registry";

export type OwnedRows = { table: TableName; stays?: Basis; rows: Record<string, unknown>[] };
export type MentionRows = { table: TableName; column: string; kind: "words" | "office"; texts: string[] };

const AROUND = 120;

/** The words around a mention: what else stands there may be about others (art. 15 ust. 4 RODO). */
export function excerptOf(text: string, needles: readonly string[]) {
  const lower = text.toLowerCase();
  const at = Math.max(0, ...needles.map((needle) => lower.indexOf(needle.toLowerCase())));
  const [start, end] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)];
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** A copy for programs: table by table, by the names of the columns. */
export const exportData = (owned: readonly OwnedRows[], named: readonly MentionRows[], needles: readonly string[]) => ({
  own: owned.filter(({ rows }) => rows.length > 0).map(({ table, rows }) => ({ table, rows: rows.map(filled) })),
  mentions: named.map(({ table, column, texts }) => ({
    table,
    column,
    excerpts: texts.map((text) => excerptOf(text, needles)),
  })),
});
export type ExportData = ReturnType<typeof exportData>;

const filled = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ""));

/** What happens to each group when the person is erased, for the preview. */
export const fatesOf = (owned: readonly OwnedRows[], named: readonly MentionRows[]) => [
  ...owned
    .filter(({ rows }) => rows.length > 0)
    .map(({ table, stays, rows }) => ({ table, isMention: false, rows: rows.length, stays: stays ?? null })),
  ...groupsOf(named).map(({ table, kind, rows }) => ({
    ...{ table, isMention: true, rows },
    stays: kind === "office" ? ("office" as const) : null,
  })),
];
export type Fate = ReturnType<typeof fatesOf>[number];

function groupsOf(named: readonly MentionRows[]) {
  const groups = new Map<string, { table: TableName; kind: "words" | "office"; rows: number }>();
  for (const { table, kind, texts } of named) {
    const known = groups.get(`${table} ${kind}`);
    if (known) known.rows += texts.length;
    else groups.set(`${table} ${kind}`, { table, kind, rows: texts.length });
  }
  return [...groups.values()];
}
