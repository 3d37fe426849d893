import type { CompetenceRefusal } from "./rules.competence";

/** „Kto za co odpowiada”: which body is competent. */
export const competence = {
  title: "Właściwość instytucji",
  sub: "Kto odpowiada za jakie sprawy i na jakim obszarze. Z tej tabeli biorą się podpowiedzi przy przekazywaniu wniosków.",
  link: "Właściwość",
  caption: "Instytucje właściwe",
  any: "Wszystkie kategorie",
  everywhere: "cały teren",
  columns: { body: "Instytucja", category: "Kategoria", area: "Obszar", reason: "Dlaczego", do: "Zmiany" },
  labels: { category: "Kategoria", area: "Obszar", bodyId: "Instytucja", reason: "Dlaczego ona" },
  hints: {
    area: "Puste pole: cały teren. Na przykład „os. Górnicze” albo „drogi powiatowe” – tak, jak pojawia się w miejscu zgłoszenia.",
    reason: "Pojawi się przy podpowiedzi, na przykład: zarządca dróg powiatowych.",
  },
  newTitle: "Nowy wiersz",
  editTitle: "Zmiana wiersza",
  pickBody: "Proszę wybrać instytucję",
  add: "Dodaj",
  save: "Zapisz",
  edit: "Zmień",
  remove: "Usuń",
  cancel: "Anuluj",
  about: (body: string, category: string, area: string) => `${body}, ${category}, ${area}`,
  empty: "Nie zapisano jeszcze, kto za co odpowiada.",
  emptyText:
    "Wystarczy kilka wierszy: zarządca dróg, spółdzielnia, urząd gminy. Przy każdym nowym wniosku pojawi się wtedy podpowiedź.",
  refusals: {
    competence_taken: "Dla tej kategorii i tego obszaru zapisano już instytucję. Proszę zmienić tamten wiersz.",
    competence_body: "Proszę wybrać instytucję z listy; tej nie ma w katalogu albo jest w archiwum.",
    competence_gone:
      "Ktoś usunął ten wiersz, gdy Państwo pisali. Wpisane dane są w formularzu poniżej: można je dodać jako nowy wiersz.",
    stale: "Ktoś zmienił ten wiersz, gdy Państwo pisali. Obie wersje są poniżej; proszę zapisać tę, która ma zostać.",
  } satisfies Record<CompetenceRefusal, string>,
  fieldOf: {
    competence_taken: "area",
    competence_body: "bodyId",
    competence_gone: "root",
    stale: "root",
  } satisfies Record<CompetenceRefusal, string>,
  statusOf: { competence_taken: 422, competence_body: 422, competence_gone: 409, stale: 409 } satisfies Record<
    CompetenceRefusal,
    number
  >,
  /** „Podpowiedź: ZDP – zarządca dróg powiatowych” */
  suggestion: ({ bodyName, reason }: { bodyName: string; reason: string }) =>
    `Podpowiedź: ${bodyName}${reason ? ` – ${reason}` : ""}`,
};
