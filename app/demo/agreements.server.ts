import { recordAgreement, useServices } from "~/domain/agreements/commands.server";
import { calendarDate } from "~/platform/time";
import type { DemoAgreement } from "~db/demo/types";
import { type Cast, clock, type Step } from "./story.server";

/** What was signed to keep a promise, and how much of it was used month by month. */
export function agreementSteps(cast: Cast, agreement: DemoAgreement): Step[] {
  const { at, debate, task, used, signedOn, startsOn, endsOn, ...terms } = agreement;
  const key = `${debate}:${task}`;
  const value = {
    ...terms,
    unitPriceGrosze: null,
    signedOn: calendarDate(signedOn),
    startsOn: calendarDate(startsOn),
    endsOn: calendarDate(endsOn),
  };
  const signed: Step = {
    at: clock(at),
    what: `agreement for ${key}`,
    run: async (now) => {
      const recorded = await recordAgreement(cast.staff(), { ...value, taskId: cast.id("task", key) }, now);
      if (recorded.ok) cast.keep("agreement", key, recorded.value.id);
      return recorded;
    },
  };
  const reported = used.map(
    (month): Step => ({
      at: clock(month.at),
      what: `services of ${key}`,
      run: (now) => {
        const { at, ...use } = month;
        const none = { note: "", identified: 0, fined: 0, cautioned: 0, detained: 0 };
        const usedOn = calendarDate(at.slice(0, 10));
        return useServices(cast.staff(), cast.id("agreement", key), undefined, { ...none, ...use, usedOn }, now);
      },
    }),
  );
  return [signed, ...reported];
}
