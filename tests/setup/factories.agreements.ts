import { recordAgreement } from "~/domain/agreements/commands.server";
import type { Use } from "~/domain/agreements/rules";
import type { AgreementInput } from "~/domain/agreements/schema";
import { calendarDate } from "~/platform/time";
import { aTask } from "./factories.tasks";

/** As the meeting at Opocznica agreed it. */
export const OPOCZNICA: AgreementInput = {
  subject: "Służby ponadnormatywne",
  parties: "Gmina Opocznica\nKomenda Powiatowa Policji",
  resolution: "uchwała nr XII/85/2026",
  signedOn: calendarDate("2026-02-27"),
  startsOn: calendarDate("2026-03-01"),
  endsOn: calendarDate("2026-12-31"),
  amountGrosze: 3_300_000,
  services: 150,
  unitPriceGrosze: null,
  places: "Rynek\npark miejski",
};

/** Two services at the market square, unless told otherwise. */
export const aUse = (over: Partial<Use> = {}): Use => ({
  ...{ usedOn: calendarDate("2026-03-15"), services: 2, place: "Rynek", note: "" },
  ...{ identified: 0, fined: 0, cautioned: 0, detained: 0 },
  ...over,
});

export async function anAgreement(over: Partial<AgreementInput> = {}, options: Parameters<typeof aTask>[1] = {}) {
  const made = await aTask({}, options);
  const recorded = await recordAgreement(made.scope, { ...OPOCZNICA, ...over, taskId: made.task.id });
  if (!recorded.ok) throw new Error(recorded.reason);
  return { ...made, id: recorded.value.id };
}
