import { describe, expect, test } from "vitest";
import { recordAgreement, useServices } from "~/domain/agreements/commands.server";
import { messages } from "~/domain/agreements/messages.pl";
import { listAgreements } from "~/domain/agreements/queries.server";
import { decideTerms, decideUse, pricePerService } from "~/domain/agreements/rules";
import { agreementSchema } from "~/domain/agreements/schema";
import { calendarDate } from "~/platform/time";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-06-02T08:00:00Z");
const VALUE = {
  subject: "Dodatkowe patrole",
  parties: "Gmina i Komenda",
  resolution: "XII/85/2026",
  signedOn: calendarDate("2026-02-27"),
  startsOn: calendarDate("2026-03-01"),
  endsOn: calendarDate("2026-12-31"),
  amountGrosze: 3_300_000,
  services: 150,
};

describe("rules", () => {
  const agreement = { startsOn: VALUE.startsOn, services: 150, servicesUsed: 96 };
  test.each([
    [1, { ok: true, value: 97 }],
    [54, { ok: true, value: 150 }],
    [55, { ok: false, reason: "too_many" }],
    [-96, { ok: true, value: 0 }],
    [-97, { ok: false, reason: "nothing_used" }],
    [0, { ok: false, reason: "nothing_used" }],
  ])("%i more services", (by, outcome) => expect(decideUse(agreement, by, NOW)).toEqual(outcome));

  test("nothing is used before the period begins, at midnight in Poland", () => {
    expect(decideUse(agreement, 1, new Date("2026-02-28T22:59:59Z"))).toEqual({ ok: false, reason: "not_begun" });
    expect(decideUse(agreement, 1, new Date("2026-02-28T23:00:00Z"))).toEqual({ ok: true, value: 97 });
  });

  test("terms in their order, with something to serve", () => {
    expect(decideTerms(VALUE)).toEqual({ ok: true, value: true });
    expect(decideTerms({ ...VALUE, endsOn: VALUE.startsOn })).toEqual({ ok: true, value: true });
    expect(decideTerms({ ...VALUE, endsOn: VALUE.signedOn })).toEqual({ ok: false, reason: "ends_before_start" });
    expect(decideTerms({ ...VALUE, services: 0 })).toEqual({ ok: false, reason: "no_services" });
  });

  test("the price of one service, if it comes out even", () => {
    expect(pricePerService(VALUE)).toBe(22_000);
    expect(pricePerService({ amountGrosze: 100, services: 3 })).toBeNull();
    expect(messages.used(96, 150)).toBe("96 z 150\u00a0służb");
  });

  test("the form reads money as people write it", () => {
    const typed = { ...VALUE, amountGrosze: "33 000 zł", services: "150", signedOn: "27.02.2026" };
    expect(agreementSchema.parse(typed)).toEqual(VALUE);
  });
});

test("recorded for a task, used up to its end, and not over a stale version", async () => {
  const { scope, task } = await aTask();
  const recorded = await recordAgreement(scope, { ...VALUE, taskId: task.id }, NOW);
  if (!recorded.ok) throw new Error(recorded.reason);
  const { id } = recorded.value;
  expect(await useServices(scope, id, 1, 96, NOW)).toMatchObject({ ok: true });
  expect(await useServices(scope, id, 1, 1, NOW)).toEqual({ ok: false, reason: "stale" });
  expect(await useServices(scope, id, 2, 55, NOW)).toEqual({ ok: false, reason: "too_many" });
  expect(await listAgreements(scope, { taskId: task.id })).toMatchObject([{ id, servicesUsed: 96, version: 2 }]);
  expect(await recordAgreement(scope, { ...VALUE, endsOn: VALUE.signedOn }, NOW)).toMatchObject({ ok: false });
  expect(await listAgreements(scope)).toHaveLength(1);
});
