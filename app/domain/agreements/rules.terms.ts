import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { CalendarDate } from "~db/vocabulary";

/** Money is whole grosze everywhere; a number with a fraction never comes into being. */
export type Price = { amountGrosze: number; services: number; unitPriceGrosze: number | null };
/** What was typed of it; any two say the third. */
export type TypedPrice = { [K in keyof Price]: number | null };

/** What a column holds, and what the field accepts: 20 million zł. */
export const MOST_GROSZE = 2_000_000_000;

export type PriceRefusal = "two_of_three" | "no_services" | "not_whole_services" | "contradiction" | "too_much_money";

/** amount = services × price of one + remainder, in whole grosze; the remainder is less than a grosz for each service. */
export const divided = (amountGrosze: number, services: number) => {
  const remainderGrosze = amountGrosze % services;
  return { unitPriceGrosze: (amountGrosze - remainderGrosze) / services, remainderGrosze };
};

/** The third number from any two; three that do not fit together are refused. A price that is not even stays unsaid. */
export function completePrice(typed: TypedPrice): Outcome<Price, PriceRefusal> {
  const { amountGrosze, services, unitPriceGrosze } = typed;
  if (services !== null && services < 1) return refuse("no_services");
  if (amountGrosze !== null && services !== null) {
    const even = divided(amountGrosze, services);
    if (unitPriceGrosze === null)
      return allow({ amountGrosze, services, unitPriceGrosze: even.remainderGrosze ? null : even.unitPriceGrosze });
    return even.unitPriceGrosze === unitPriceGrosze
      ? allow({ amountGrosze, services, unitPriceGrosze })
      : refuse("contradiction");
  }
  if (unitPriceGrosze === null) return refuse("two_of_three");
  if (services !== null) {
    const product = services * unitPriceGrosze;
    return product > MOST_GROSZE
      ? refuse("too_much_money")
      : allow({ amountGrosze: product, services, unitPriceGrosze });
  }
  if (amountGrosze === null) return refuse("two_of_three");
  const isWhole = unitPriceGrosze > 0 && amountGrosze > 0 && amountGrosze % unitPriceGrosze === 0;
  return isWhole
    ? allow({ amountGrosze, services: amountGrosze / unitPriceGrosze, unitPriceGrosze })
    : refuse("not_whole_services");
}

/** What so many services cost, and what is then left. The last service takes the grosze that do not come out even. */
export function spent({ amountGrosze, services, unitPriceGrosze }: Price, used: number) {
  const each = unitPriceGrosze ?? divided(amountGrosze, services).unitPriceGrosze;
  const spentGrosze = used === services ? amountGrosze : used * each;
  return { spentGrosze, leftGrosze: amountGrosze - spentGrosze, leftServices: services - used };
}

export type Terms = TypedPrice & { startsOn: CalendarDate; endsOn: CalendarDate };
/** What has been entered so far, which a later change of the terms must still hold. */
export type Entered = { services: number; first: CalendarDate | null; last: CalendarDate | null };
export type TermsRefusal = PriceRefusal | "ends_before_start" | "fewer_than_used" | "entries_outside";

const NOTHING: Entered = { services: 0, first: null, last: null };

/** Dates in their order, a price that is right to the grosz, and room for everything that was served already. */
export function decideTerms(terms: Terms, entered: Entered = NOTHING): Outcome<Price, TermsRefusal> {
  if (terms.endsOn < terms.startsOn) return refuse("ends_before_start");
  const price = completePrice(terms);
  if (!price.ok) return price;
  if (price.value.services < entered.services) return refuse("fewer_than_used");
  const { first, last } = entered;
  if ((first && first < terms.startsOn) || (last && last > terms.endsOn)) return refuse("entries_outside");
  return price;
}
