import { and, like, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { foldForSearch } from "./language";

type Searchable = SQLWrapper & Parameters<typeof like>[0];

/** Each word that was typed has to occur in one of the folded columns; undefined when nothing was typed. */
export function matches(columns: Searchable | Searchable[], typed: string | null | undefined): SQL | undefined {
  const words = wordsOf(typed ?? "");
  return and(...words.map((word) => or(...[columns].flat().map((column) => like(column, `%${word}%`)))));
}

/** The same question to a text that is in no folded column. */
export const hasWords = (text: string, typed: string) => {
  const words = wordsOf(typed);
  if (words.length === 0) return true;
  const folded = foldForSearch(text);
  return words.every((word) => folded.includes(word));
};

/** % and _ mean something to LIKE, and no dialect agrees with the other about escaping them. */
export const wordsOf = (typed: string) =>
  foldForSearch(typed.slice(0, 200))
    .replace(/[%_\\]/g, " ")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
