import { and, like, type SQL, type SQLWrapper } from "drizzle-orm";
import { foldForSearch } from "./language";

type Searchable = SQLWrapper & Parameters<typeof like>[0];

/** Each word that was typed has to occur in the folded column; undefined when nothing was typed. */
export function matches(column: Searchable, typed: string | null | undefined): SQL | undefined {
  // % and _ mean something to LIKE, and no dialect agrees with the other about escaping them.
  const words = foldForSearch((typed ?? "").slice(0, 200))
    .replace(/[%_\\]/g, " ")
    .split(" ")
    .filter(Boolean);
  return words.length > 0 ? and(...words.slice(0, 8).map((word) => like(column, `%${word}%`))) : undefined;
}
