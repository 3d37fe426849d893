import { termEnd } from "~/platform/deadlines";
import { type CalendarDate, today, warsawDate } from "~/platform/time";
import { DUE_BASES, type DueBasis } from "~db/vocabulary";

/** After a notice of delay the new date is the body's own; the usual month is a first guess. */
const TERM_OF = {
  commitment: "commitment",
  courtesy: "courtesy",
  art_243: "art_243",
  art_244: "art_244",
  art_245: "art_244",
  art_247: "art_247",
} as const satisfies Record<DueBasis, Parameters<typeof termEnd>[0]>;

/** The day that follows from the basis, counted from the debate; if it has passed by now, from today. */
export function suggestDue(basis: DueBasis, debateStartsAt: Date, now: Date): CalendarDate {
  const fromDebate = termEnd(TERM_OF[basis], warsawDate(debateStartsAt));
  return fromDebate >= today(now) ? fromDebate : termEnd(TERM_OF[basis], today(now));
}

/** What each basis suggests, for a form that shows them all. */
export const suggestAllDue = (debateStartsAt: Date, now: Date) =>
  Object.fromEntries(DUE_BASES.map((basis) => [basis, suggestDue(basis, debateStartsAt, now)])) as Record<
    DueBasis,
    CalendarDate
  >;

/** A date left empty is the one that follows from the chosen basis. */
export function withSuggestedDue<Fields extends Record<string, unknown>>(
  fields: Fields,
  debateStartsAt: Date,
  now: Date,
): Fields {
  const basis = DUE_BASES.find((word) => word === fields.dueBasis);
  const isEmpty = String(fields.dueOn ?? "").trim() === "";
  return basis && isEmpty ? { ...fields, dueOn: suggestDue(basis, debateStartsAt, now) } : fields;
}
