import type { Scope } from "~/platform/scope";
import { listMinutesParts } from "./queries.server";

/** What others have saved, for whoever wrote at the same time. */
export async function listPartsByKey(scope: Scope, debateId: string, keys: readonly string[]) {
  const rows = keys.length ? await listMinutesParts(scope, debateId) : [];
  return rows.filter(({ key }) => keys.includes(key)).map(({ id: _, ...part }) => part);
}
