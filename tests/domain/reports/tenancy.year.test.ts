import { expect, test } from "vitest";
import { recordAgreement } from "~/domain/agreements/commands.server";
import { setHeadCount } from "~/domain/attendance/commands.presence.server";
import type { YearSheet } from "~/domain/reports/messages.year.pl";
import { getYearSheet, loadUnitsYear, loadYear } from "~/domain/reports/queries.year.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-06-30T10:00:00Z");
const GIVEN = new Date("2026-03-18T16:30:00Z");

/** A debate with forty residents, three tasks (one internal, two priorities), and an agreement. */
async function aYear(scope: Scope) {
  const { debateId } = await aHeldDebate(scope);
  await setHeadCount(scope, debateId, "residents", 40, GIVEN);
  await aTask({}, { scope, debateId, now: GIVEN });
  await aTask({ title: "Jawne zadanie", priority: true }, { scope, debateId, now: GIVEN });
  await aTask({ title: "Tajne zadanie", priority: true, internal: true }, { scope, debateId, now: GIVEN });
  const agreed = await recordAgreement(scope, {
    ...{ subject: "Patrole", parties: "Gmina\nPolicja", resolution: "", unitPriceGrosze: 22_000, places: "" },
    ...{
      signedOn: calendarDate("2025-12-01"),
      startsOn: calendarDate("2025-12-31"),
      endsOn: calendarDate("2026-12-31"),
    },
    ...{ amountGrosze: 3_300_000, services: 150 },
  });
  if (!agreed.ok) throw new Error(agreed.reason);
}

const tableOf = ({ tables }: YearSheet, key: string) => tables.find((table) => table.key === key);
const measure = (sheet: YearSheet, label: string) =>
  tableOf(sheet, "summary")?.rows.find(([name]) => name === label)?.[1];

test("the year of a unit; the words of an internal task stay at home", async () => {
  const { scope } = await aUnit();
  await aYear(scope);
  const sheet = await getYearSheet(scope, "unit", 2026, NOW);
  const topic = "Bezpieczny ruch drogowy i porządek w mieście";
  expect(tableOf(sheet, "debates")?.rows).toEqual([
    ["1/2026", "2026-03-18", topic, "inicjująca", "Gminny Ośrodek Kultury, ul. Kolejowa 4, Testów", 4, 3],
  ]);
  expect(tableOf(sheet, "attendance")?.rows).toEqual([["1/2026", "2026-03-18", 40, 40, 0, 0]]);
  expect(tableOf(sheet, "attendance")?.columns.map(({ label }) => label)).not.toContain("Seniorzy");
  expect(tableOf(sheet, "agreements")?.rows).toMatchObject([
    ["Patrole", "Gmina, Policja", "2025-12-31", "2026-12-31", 3_300_000, 150, 0],
  ]);
  expect(tableOf(sheet, "priorities")?.rows.map(([, title]) => title)).toEqual(["Jawne zadanie", "Zadanie wewnętrzne"]);
  expect(measure(sheet, "Kwota porozumień")).toBe(33_000);
  expect(measure(sheet, "Zadania z debat tego roku")).toBe(3);
  const before = await getYearSheet(scope, "unit", 2025, NOW);
  expect(tableOf(before, "debates")?.rows).toEqual([]);
  expect(measure(before, "Porozumienia obowiązujące w tym roku")).toBe(1);
});

test("the year of the units below is added up, has no words of theirs, and none of anybody else's numbers", async () => {
  const above = await aUnit();
  const units = [await aUnit({ parentId: above.id }), await aUnit({ parentId: above.id })];
  const others = [await aUnit({ parentId: units[0]?.id }), await aUnit(), above];
  for (const { scope } of [...units, ...others]) await aYear(scope);
  const sheet = await getYearSheet(above.scope, "units", 2026, NOW);
  expect(tableOf(sheet, "units")?.rows).toHaveLength(2);
  expect(tableOf(sheet, "units")?.total).toEqual(["Razem", 2, 80, 8, 6, 2, 6_600_000, null]);
  expect(tableOf(sheet, "unitTasks")?.total).toEqual(["Razem", 0, null, null, null, 6, 6, 6]);
  expect(measure(sheet, "Kwota porozumień")).toBe(66_000);
  expect(measure(sheet, "Debaty, które się odbyły")).toBe(2);
  expect(tableOf(sheet, "motions")?.total?.[1]).toBe(8);
  expect(JSON.stringify(sheet)).not.toMatch(/Jawne|Tajne|Patrole|Bezpieczny ruch|Urząd Miejski|Łąkow/);

  // The unit's own sheet and its line in the sheet above say the same.
  const own = await getYearSheet(units[0]!.scope, "unit", 2026, NOW);
  expect(measure(own, "Zadania z debat tego roku")).toBe(3);
});

test("a stranger's year knows nothing of ours", async () => {
  const { scope } = await aUnit();
  await aYear(scope);
  const { scope: stranger } = await aUnit();
  const nothing = { heads: [], officials: [], motions: [], tasks: [], verdicts: [], agreements: [] };
  expect(await loadYear(stranger, 2026, NOW)).toMatchObject({ ...nothing, debates: [], lines: [], priorities: [] });
  for (const { tables } of [await getYearSheet(stranger, "unit", 2026, NOW)])
    for (const { key, rows } of tables.filter(({ key }) => key !== "summary")) expect([key, rows]).toEqual([key, []]);
  await expect(loadUnitsYear(stranger, 2026, NOW)).rejects.toMatchObject({ status: 404 });
  await expect(loadUnitsYear(scope, 2026, NOW)).rejects.toMatchObject({ status: 404 });
});
