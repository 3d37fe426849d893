import { type Forms, formatNumber, NBSP, plural } from "~/platform/language";

/** „{funkcja}”, „{liczba:wniosek|wnioski|wniosków}”: a letter or a number first, so that „{…}” is nobody's place. */
const PLACE = /\{[ \u00a0]*([\p{L}\d][^{}\n:]{0,60})(?::([^{}\n]{1,120}))?\}/gu;

/** One place of a phrase that still waits for its words. */
export type Place = { text: string; name: string; forms: Forms | null; start: number; end: number };

export function placesIn(text: string): Place[] {
  return [...text.matchAll(PLACE)].map(({ 0: whole, 1: name = "", 2: choices, index }) => ({
    text: whole,
    name: name.trim().toLowerCase().replaceAll(NBSP, " "),
    forms: formsIn(choices),
    start: index,
    end: index + whole.length,
  }));
}

function formsIn(choices: string | undefined): Forms | null {
  const [one, few, many] = (choices ?? "").split("|").map((form) => form.trim());
  return one && few && many ? [one, few, many] : null;
}

/** What a text still has to be filled with, as it stands there; each once. */
export const unresolvedIn = (text: string): string[] => [...new Set(placesIn(text).map(({ text: place }) => place))];

/** What is known of the debate: words by their name, counts by the noun they count („wniosek”). */
export type Known = { words: Record<string, string>; counts: Record<string, number> };

/** Fills in what is known; the rest stays in its braces, to be seen and filled by hand. */
export function fillPhrase(text: string, known: Known): string {
  return placesIn(text).reduceRight((filled, place) => {
    const words = wordsFor(place, known);
    return words ? filled.slice(0, place.start) + words + filled.slice(place.end) : filled;
  }, text);
}

function wordsFor({ name, forms }: Place, { words, counts }: Known): string | undefined {
  if (!forms) return Object.hasOwn(words, name) ? words[name] : undefined;
  if (/^\d{1,6}$/.test(name)) return withForm(Number(name), forms);
  const noun = forms[0].toLowerCase();
  if (name !== "liczba" || !Object.hasOwn(counts, noun)) return undefined;
  return withForm(counts[noun] ?? 0, forms);
}

/** „5 wniosków” */
export const withForm = (count: number, forms: Forms) => `${formatNumber(count)}${NBSP}${plural(count, forms)}`;

/** A phrase as the editor offers it: with what is known of the debate already in its places. */
export type FilledPhrase = { id: string; title: string; text: string };
