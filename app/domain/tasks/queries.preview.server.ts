import type { Scope } from "~/platform/scope";
import { planKeptSheet } from "./queries.sheet.server";

/** As many as somebody reads; the errors are all there. */
const MOST_SHOWN = 300;

/** What a page shows of a preview: no row that nobody has to look at. */
export async function previewOf(scope: Scope, id: string, now = new Date()) {
  const kept = await planKeptSheet(scope, id, now);
  if (!kept) return undefined;
  const { plan, stale, ignored, applied } = kept;
  const many = (kind: (typeof plan)[number]["kind"]) => plan.filter((one) => one.kind === kind).length;
  return {
    id,
    counts: { change: many("change"), new: many("new"), same: many("same"), error: many("error") },
    errorRows: plan.flatMap((one) =>
      one.kind === "error" ? { row: one.row, title: one.title, errors: one.errors } : [],
    ),
    changeRows: plan
      .flatMap((one) => {
        const { row, number, title } = one;
        if (one.kind === "new") return [{ row, number: "", title, changes: [] }];
        return one.kind === "change" ? [{ row, number, title, changes: one.changes }] : [];
      })
      .slice(0, MOST_SHOWN),
    stale: stale.map(({ row, number, title }) => ({ row, number, title })),
    ignored,
    applied,
  };
}
