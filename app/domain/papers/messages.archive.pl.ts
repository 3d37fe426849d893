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
  columns: { position: "Lp.", paper: "Dokument", start: "Strona" },
  note: "Numery stron są wspólne dla całego pliku. Załączniki, których nie można wydrukować, są w archiwum jako osobne pliki.",
  empty: "Brak pozycji.",
  agenda: "Porządek debaty",
  agendaColumns: { position: "Lp.", title: "Punkt", presenter: "Prowadzenie", minutes: "Czas" },
  minutes: (n: number) => `${n} min`,
};

export const archive = {
  fileName: (debate: string) => `Debata ${debate} – archiwum.zip`,
  names: { dossier: "akta-debaty.pdf", minutes: "protokol", lists: "listy", files: "zalaczniki" },
  sums: "SHA256SUMS.txt",
  manifest: "manifest.json",
};
