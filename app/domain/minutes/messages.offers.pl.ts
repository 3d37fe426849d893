/** What the record has new since a part was saved. */
export const offers = {
  title: "Nowe w zapisie debaty",
  titleFor: (title: string) => `Nowe w zapisie debaty: ${title}`,
  was: (line: string) => `zamiast: ${line}`,
  gone: "Tego w zapisie już nie ma, a stoi w tekście:",
  add: "Dopisz do tekstu",
  skip: "Pomiń",
  hint: "Wiersze z godziną trafią na swoje miejsce, pozostałe na koniec. Państwa tekst się nie zmieni.",
};
