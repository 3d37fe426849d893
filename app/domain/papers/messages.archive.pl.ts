import { typeset } from "~/platform/language";

/** The whole of a debate in one file. */
export const archivePaper = {
  archive: {
    slug: "archiwum",
    title: "Archiwum debaty",
    use: "Jeden plik ZIP: akta w jednym ponumerowanym PDF, protokół (DOCX i HTML), listy, załączniki i wykaz plików z sumami SHA-256.",
  },
};

export const dossier = {
  title: (debate: string) => `Akta debaty nr ${debate}`,
  version: "Wersja wewnętrzna",
  lead: "Spis dokumentów",
  columns: { position: "Lp.", paper: "Dokument", start: "Karta" },
  leaf: "karta",
  note: "Karty są numerowane wspólnie dla całych akt. Załączniki są także osobnymi plikami w archiwum ZIP.",
  empty: "Brak pozycji.",
  agenda: "Porządek debaty",
  agendaColumns: { position: "Lp.", title: "Punkt", presenter: "Prowadzenie", minutes: "Czas" },
  motions: "Wnioski zgłoszone na debacie",
  edition: (no: number, number: string) =>
    typeset(
      no === 1
        ? `Protokół nr ${number} – tekst pierwotny (zastąpiony)`
        : `Protokół nr ${number} – tekst ze sprostowaniem nr ${no - 1} (zastąpiony)`,
    ),
  file: {
    title: (no: number, title: string) => typeset(`Załącznik nr ${no}: ${title}`),
    name: "Plik",
    kind: "Rodzaj",
    size: "Rozmiar",
    sha256: "SHA-256",
    pages: "Liczba kart",
    addedBy: "Dodano",
    apart: "Kart tego pliku nie włączono do akt. Plik znajduje się tylko w archiwum ZIP, pod podaną nazwą.",
    alt: (no: number, title: string, page: number, pages: number) =>
      `Załącznik nr ${no}: ${title}${pages > 1 ? `, strona ${page} z ${pages}` : ""}. Treść w pliku załącznika.`,
  },
  minutes: (n: number) => `${n} min`,
};

export const archive = {
  fileName: (debate: string) => `Debata ${debate} – archiwum.zip`,
  names: { dossier: "akta-debaty.pdf", minutes: "protokol", lists: "listy", files: "zalaczniki" },
  sums: "SHA256SUMS.txt",
  manifest: "manifest.json",
};
