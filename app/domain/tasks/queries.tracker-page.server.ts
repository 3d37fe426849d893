import { revisionOf } from "~/domain/history/queries.revision.server";
import { remembered } from "~/platform/remembered";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { describeRow } from "./messages.tracker-list.pl";
import { listTracker, readTrackerQuery, type TrackerMatter } from "./queries.tracker.server";
import { countFound, countTracker, listTrackerChoices } from "./queries.tracker-counts.server";
import type { TrackerFilter } from "./queries.tracker-walk.server";

/** What a later room knows of residents: by matter how many it concerns, and both sides' word on its being done. */
type Voices = (rows: readonly TrackerMatter[]) => Promise<Map<string, { people: string; sides: string }>>;

/** Everything that the page of the public list says, in words; nothing else leaves the house. */
export async function getTrackerPage(scope: Scope, search: URLSearchParams, voices: Voices, now = new Date()) {
  const { query, filter } = readTrackerQuery(search);
  const frame = await frameOf(scope, filter, now);
  const { rows, ...list } = await listTracker(scope, filter, now);
  const said = await voices(rows);
  return { query, ...list, rows: rows.map((row) => describeRow(row, now, said.get(row.id))), ...frame };
}

const MOST_UNITS = 200;
const MOST_FILTERS = 1000;
const ofUnits = remembered<Awaited<ReturnType<typeof readUnit>>>(MOST_UNITS);
const ofFilters = remembered<Awaited<ReturnType<typeof countFound>>>(MOST_FILTERS);

/** What is the same on every page of a list: known until the unit sees an event or a day begins. */
async function frameOf(scope: Scope, { after, before, ...filter }: TrackerFilter, now: Date) {
  const { organizationId } = scope;
  const version = `${await revisionOf(scope)} ${warsawDate(now)}`;
  const unit = await ofUnits(organizationId, version, () => readUnit(scope, now));
  const found = await ofFilters(`${organizationId} ${JSON.stringify(filter)}`, version, () =>
    countFound(scope, filter, unit.total, now),
  );
  return { ...unit, found };
}

const readUnit = async (scope: Scope, now: Date) => ({
  total: await countTracker(scope, now),
  ...(await listTrackerChoices(scope)),
});
