import { formatLongWithTime } from "~/platform/time";

/** The printed list of those who were asked, on which they sign. */
export const list = {
  title: "Lista obecności",
  kind: "przedstawicieli instytucji",
  term: (startsAt: Date, endsAt: Date) => formatLongWithTime(startsAt, endsAt),
  pending: "nowy termin nie jest jeszcze znany",
  calledOff: "spotkanie odwołane",
  labels: { topic: "Temat", term: "Termin", place: "Miejsce" },
  columns: { no: "Lp.", body: "Instytucja", post: "Funkcja", person: "Imię i nazwisko", signature: "Podpis" },
  standsFor: (office: string) => `w zastępstwie: ${office}`,
  onThisPage: "Na tej stronie: ……… podpisów",
  inAll: "Razem: ……… podpisów",
  inTheFoot: "Informacja o przetwarzaniu danych osobowych stoi w stopce każdej strony, a pełna pod adresem:",
  privacy: (controller: string, officer: string, address: string) =>
    [
      `Dane osobowe: administratorem danych jest ${controller}. Dane z listy służą udokumentowaniu przebiegu debaty – zadanie realizowane w interesie publicznym (art. 6 ust. 1 lit. e RODO) – i są przechowywane zgodnie z przepisami o archiwach. Każdy może żądać dostępu do swoich danych, ich sprostowania albo ograniczenia przetwarzania oraz złożyć skargę do Prezesa UODO.`,
      officer && `Inspektor ochrony danych: ${officer}.`,
      `Pełna informacja: ${address}`,
    ]
      .filter(Boolean)
      .join(" "),
  footer: (debate: string) => `Debata nr ${debate} · lista obecności`,
  fileName: (debate: string) => `Lista obecności – debata ${debate}.pdf`,
};
