import { allow, type Outcome, refuse } from "~/platform/outcome";
import { today } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

type Terms = { startsOn: CalendarDate; endsOn: CalendarDate; amountGrosze: number; services: number };
export type TermsRefusal = "ends_before_start" | "no_services";

/** Dates in their order, and something to be served. */
export function decideTerms({ startsOn, endsOn, services }: Terms): Outcome<true, TermsRefusal> {
  if (endsOn < startsOn) return refuse("ends_before_start");
  return services > 0 ? allow(true) : refuse("no_services");
}

export type UseRefusal = "not_begun" | "too_many" | "nothing_used";

/** How many services were used all in all; a mistake may be put right downwards, but never below none. */
export function decideUse(
  agreement: { startsOn: CalendarDate; services: number; servicesUsed: number },
  by: number,
  now: Date,
): Outcome<number, UseRefusal> {
  if (today(now) < agreement.startsOn) return refuse("not_begun");
  const used = agreement.servicesUsed + by;
  if (used > agreement.services) return refuse("too_many");
  return by === 0 || used < 0 ? refuse("nothing_used") : allow(used);
}

/** What one service costs, in whole grosze; null when it does not come out even. */
export const pricePerService = ({ amountGrosze, services }: Pick<Terms, "amountGrosze" | "services">) =>
  services > 0 && amountGrosze % services === 0 ? amountGrosze / services : null;
