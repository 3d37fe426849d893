import { describe, expect, test } from "vitest";
import { changeAgreement, recordAgreement, useServices, writeReport } from "~/domain/agreements/commands.server";
import { getAgreementReport, listFulfilments } from "~/domain/agreements/queries.report.server";
import { getAgreement, listAgreements, listPublicAgreements, listUses } from "~/domain/agreements/queries.server";
import { once } from "~/domain/history/commands.server";
import { composeReport } from "~/domain/tasks/messages.report.pl";
import { getReportFacts } from "~/domain/tasks/queries.report.server";
import { inTransaction, write } from "~/platform/db.server";
import { calendarDate } from "~/platform/time";
import { agreements } from "~db/schema";
import { anAgreement, aUse, OPOCZNICA } from "../../setup/factories.agreements";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-06-02T08:00:00Z");
const LATER = new Date("2026-06-02T08:01:00Z");

test("Opocznica: 33 000 zł for 150 services are 220,00 zł each, and 96 of them leave 54 and 11 880 zł", async () => {
  const { scope, id } = await anAgreement();
  expect(await useServices(scope, id, 1, aUse({ services: 90, fined: 3 }), NOW)).toMatchObject({ ok: true });
  expect(await useServices(scope, id, 2, aUse({ services: 6 }), NOW)).toMatchObject({ ok: true });
  expect(await getAgreement(scope, id)).toMatchObject({ unitPriceGrosze: 22_000, servicesUsed: 96, version: 3 });
  const { props, document } = await getAgreementReport(scope, id, NOW);
  expect([document, props.agreement.summary]).toEqual([
    "agreement",
    [
      { label: "Ustalono", services: "150", money: "33\u00a0000\u00a0zł" },
      { label: "Wykorzystano", services: "96", money: "21\u00a0120\u00a0zł" },
      { label: "Pozostało", services: "54", money: "11\u00a0880\u00a0zł" },
    ],
  ]);
  expect(props.agreement.months.at(-1)).toEqual({ month: "Razem", services: "96", outcome: "mandaty: 3" });
});

test("a mistake is put right by an entry below zero, and both stay to be seen", async () => {
  const { scope, id } = await anAgreement();
  await useServices(scope, id, undefined, aUse({ services: 12 }), NOW);
  const back = await useServices(scope, id, undefined, aUse({ services: -10, note: "Miało być 2." }), LATER);
  expect(back).toMatchObject({ ok: true });
  expect((await listUses(scope, id)).map(({ services }) => services)).toEqual([12, -10]);
  expect((await getAgreement(scope, id)).servicesUsed).toBe(2);
});

describe("two at once", () => {
  test("never use more than was agreed, however many enter", async () => {
    const { scope, id } = await anAgreement({ services: 5, amountGrosze: 500 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => useServices(scope, id, undefined, aUse({ services: 2 }), NOW)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "too_many")).toHaveLength(6);
    expect((await getAgreement(scope, id)).servicesUsed).toBe(4);
    expect((await listUses(scope, id)).reduce((sum, { services }) => sum + services, 0)).toBe(4);
  });

  test("over one version: one is told that it was changed", async () => {
    const { scope, id } = await anAgreement();
    const answers = await Promise.all([1, 1].map((version) => useServices(scope, id, version, aUse(), NOW)));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual(["ok", "stale"]);
    expect((await getAgreement(scope, id)).servicesUsed).toBe(2);
  });

  test("the same form twice is one entry", async () => {
    const { scope, id } = await anAgreement();
    const key = crypto.randomUUID();
    const send = () => once(scope, key, () => useServices(scope, id, 1, aUse(), NOW));
    expect(await Promise.all([send(), send()])).toEqual([
      { ok: true, value: { id } },
      { ok: true, value: { id } },
    ]);
    expect(await listUses(scope, id)).toHaveLength(1);
  });

  test("and the table itself holds no more than was agreed", async () => {
    const { id } = await anAgreement();
    const force = inTransaction(async () => void (await write.update(agreements).set({ servicesUsed: 151 })));
    await expect(force).rejects.toThrow();
    expect(id).toBeTruthy();
  });
});

test("terms are put right as long as everything that was entered still fits", async () => {
  const { scope, id } = await anAgreement();
  await useServices(scope, id, 1, aUse({ services: 96 }), NOW);
  const change = (over: object, version = 2) => changeAgreement(scope, id, version, { ...OPOCZNICA, ...over }, NOW);
  expect(await change({ services: 95 })).toEqual({ ok: false, reason: "fewer_than_used" });
  expect(await change({ startsOn: calendarDate("2026-04-01") })).toEqual({ ok: false, reason: "entries_outside" });
  expect(await change({}, 1)).toEqual({ ok: false, reason: "stale" });
  expect(await change({ unitPriceGrosze: 22_001 })).toEqual({ ok: false, reason: "contradiction" });
  expect(await change({ services: 160, amountGrosze: null, unitPriceGrosze: 22_000 })).toMatchObject({ ok: true });
  expect(await getAgreement(scope, id)).toMatchObject({ services: 160, amountGrosze: 3_520_000, servicesUsed: 96 });
  expect(await writeReport(scope, id, 2, "x", NOW)).toEqual({ ok: false, reason: "stale" });
  expect(await writeReport(scope, id, 3, "Służby odbyły się.", NOW)).toMatchObject({ ok: true });
  expect((await getAgreement(scope, id)).report).toBe("Służby odbyły się.");
});

test("open and ended ones, and what everybody may know of them", async () => {
  const { scope, id, task, debateId, body } = await anAgreement();
  const old = await recordAgreement(scope, { ...OPOCZNICA, endsOn: OPOCZNICA.startsOn, taskId: task.id });
  const ids = async (show?: "open" | "ended") => (await listAgreements(scope, { show }, NOW)).map((one) => one.id);
  expect(await ids("open")).toEqual([id]);
  expect(await ids("ended")).toEqual([old.ok && old.value.id]);
  expect((await listAgreements(scope, { taskId: task.id })).length).toBe(2);

  const inside = await aTask({ internal: true, title: "Wewnętrzne" }, { scope, debateId, body });
  await recordAgreement(scope, { ...OPOCZNICA, taskId: inside.task.id });
  const told = await listPublicAgreements(scope, [task.id, inside.task.id]);
  expect(told.map(({ taskId }) => taskId)).toEqual([task.id, task.id]);
  expect(Object.keys(told[0] ?? {}).sort()).toEqual(
    "amountGrosze endsOn id parties services servicesUsed startsOn subject taskId unitPriceGrosze".split(" "),
  );
  expect(await listPublicAgreements(scope, [])).toEqual([]);
});

test("the report on a debate names it beside its task", async () => {
  const { scope, debateId, task } = await anAgreement();
  const facts = await getReportFacts(scope, debateId);
  const { tasks } = composeReport(facts, "public", NOW, await listFulfilments(scope));
  expect(tasks.find(({ title }) => title === task.title)?.fulfilment).toBe(
    "Służby ponadnormatywne – 33\u00a0000\u00a0zł, wykorzystano 0 z 150\u00a0służb",
  );
});
