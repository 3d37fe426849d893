import { type ExplainedTerm, explainTerm, type TermName } from "~/platform/deadlines";
import { type CalendarDate, parsePolishDate, today, warsawDate } from "~/platform/time";
import { DUE_BASES, type DueBasis } from "~db/vocabulary";

/** After a notice of delay the new date is the body's own; the usual month is a first guess. */
const TERM_OF = {
  commitment: "commitment",
  courtesy: "courtesy",
  art_243: "art_243",
  art_244: "art_244",
  art_245: "art_244",
  art_247: "art_247",
  petition: "petition",
} as const satisfies Record<DueBasis, TermName>;

/** A term that a statute sets; the others were agreed on. */
export const isStatutory = (basis: DueBasis) => basis !== "commitment" && basis !== "courtesy";

/** The end of the term that a basis sets, counted from a day. */
export const explainBasis = (basis: DueBasis, from: CalendarDate): ExplainedTerm => explainTerm(TERM_OF[basis], from);

/** What follows from the basis, counted from the debate; if that has passed by now, from today. */
export function explainSuggested(basis: DueBasis, debateStartsAt: Date, now: Date): ExplainedTerm {
  const fromDebate = explainBasis(basis, warsawDate(debateStartsAt));
  return fromDebate.end >= today(now) ? fromDebate : explainBasis(basis, today(now));
}

const forEachBasis = <T>(of: (basis: DueBasis) => T) =>
  Object.fromEntries(DUE_BASES.map((basis) => [basis, of(basis)])) as Record<DueBasis, T>;

/** What each basis suggests and how it was counted, for a form that shows them all. */
export const explainAllSuggested = (debateStartsAt: Date, now: Date) =>
  forEachBasis((basis) => explainSuggested(basis, debateStartsAt, now));

/** The days alone. */
export const suggestAllDue = (debateStartsAt: Date, now: Date) =>
  forEachBasis((basis) => explainSuggested(basis, debateStartsAt, now).end);

type Due = { dueBasis: DueBasis; dueFrom: CalendarDate | null; dueOn: CalendarDate };
/** `isChanged`: somebody has set another day than the one that follows. Null: the day was never counted. */
export type ExplainedDue = { term: ExplainedTerm; isChanged: boolean } | null;

/** How a task's date came about. */
export function explainDue({ dueBasis, dueFrom, dueOn }: Due): ExplainedDue {
  if (dueFrom === null) return null;
  const term = explainBasis(dueBasis, dueFrom);
  return { term, isChanged: term.end !== dueOn };
}

/**
 * A date left empty is the one that follows from the chosen basis, counted from the day that was typed or is
 * suggested. A typed date stays, and beside a statute the form remembers from which day its term runs.
 */
export function withSuggestedDue<Fields extends Record<string, unknown>>(
  fields: Fields,
  debateStartsAt: Date,
  now: Date,
): Fields {
  const basis = DUE_BASES.find((word) => word === fields.dueBasis);
  const from = parsePolishDate(String(fields.dueFrom ?? ""));
  const isUnreadable = !from.ok && String(fields.dueFrom ?? "").trim() !== "";
  if (!basis || isUnreadable) return fields; // the schema has a sentence for it
  const term = from.ok ? explainBasis(basis, from.value) : explainSuggested(basis, debateStartsAt, now);
  if (String(fields.dueOn ?? "").trim() === "") return { ...fields, dueOn: term.end, dueFrom: term.received };
  return isStatutory(basis) ? { ...fields, dueFrom: term.received } : fields;
}
