import { expect, test } from "vitest";
import { recordAgreement, useServices } from "~/domain/agreements/commands.server";
import { getAgreement, listAgreements } from "~/domain/agreements/queries.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";

const DAY = calendarDate("2026-03-01");
const VALUE = {
  subject: "Dodatkowe patrole",
  parties: "Gmina i Komenda",
  resolution: "",
  signedOn: DAY,
  startsOn: DAY,
  endsOn: DAY,
  amountGrosze: 100,
  services: 10,
};

test("another unit neither reads nor counts our agreements, nor links its own to our task", async () => {
  const { scope, task } = await aTask();
  const foreign = (await aUnit()).scope;
  const recorded = await recordAgreement(scope, { ...VALUE, taskId: task.id });
  if (!recorded.ok) throw new Error(recorded.reason);
  const { id } = recorded.value;
  expect(await listAgreements(foreign)).toEqual([]);
  expect(await listAgreements(foreign, { taskId: task.id })).toEqual([]);
  await expect(getAgreement(foreign, id)).rejects.toMatchObject({ status: 404 });
  await expect(useServices(foreign, id, 1, 1)).rejects.toMatchObject({ status: 404 });
  await expect(recordAgreement(foreign, { ...VALUE, taskId: task.id })).rejects.toMatchObject({ status: 404 });
  expect((await getAgreement(scope, id)).servicesUsed).toBe(0);
});
