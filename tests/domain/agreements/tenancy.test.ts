import { expect, test } from "vitest";
import { changeAgreement, recordAgreement, useServices, writeReport } from "~/domain/agreements/commands.server";
import { getAgreementReport, listFulfilments } from "~/domain/agreements/queries.report.server";
import { getAgreement, listAgreements, listPublicAgreements, listUses } from "~/domain/agreements/queries.server";
import { aUnit } from "../../setup/factories";
import { anAgreement, aUse, OPOCZNICA } from "../../setup/factories.agreements";

test("another unit neither reads nor counts our agreements, nor links its own to our task", async () => {
  const { scope, id, task } = await anAgreement();
  const foreign = (await aUnit()).scope;
  expect(await listAgreements(foreign)).toEqual([]);
  expect(await listAgreements(foreign, { taskId: task.id })).toEqual([]);
  expect(await listPublicAgreements(foreign, [task.id])).toEqual([]);
  expect(await listUses(foreign, id)).toEqual([]);
  expect(await listFulfilments(foreign)).toEqual(new Map());
  const tries = [
    getAgreement(foreign, id),
    getAgreementReport(foreign, id, new Date()),
    useServices(foreign, id, 1, aUse()),
    changeAgreement(foreign, id, 1, OPOCZNICA),
    writeReport(foreign, id, 1, "x"),
    recordAgreement(foreign, { ...OPOCZNICA, taskId: task.id }),
  ];
  for (const tried of await Promise.allSettled(tries))
    expect(tried).toMatchObject({ status: "rejected", reason: { status: 404 } });
  expect(await getAgreement(scope, id)).toMatchObject({ servicesUsed: 0, version: 1, report: "" });
});
