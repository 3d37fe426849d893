import { and, like, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { foldForSearch } from "./language";

type Searchable = SQLWrapper & Parameters<typeof like>[0];

/** Each word that was typed has to occur in one of the folded columns; undefined when nothing was typed. */
export function matches(columns: Searchable | Searchable[], typed: string | null | undefined): SQL | undefined {
  // % and _ mean something to LIKE, and no dialect agrees with the other about escaping them.
  const words = foldForSearch((typed ?? "").slice(0, 200))
    .replace(/[%_\\]/g, " ")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
  return and(...words.map((word) => or(...[columns].flat().map((column) => like(column, `%${word}%`)))));
}
