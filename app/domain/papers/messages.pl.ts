import type { Format, Group, Missing, OptionName, PaperName } from "./rules";

type Words = {
  /** The name of the file in the address, without its ending. */
  slug: string;
  title: string;
  /** What it is for, in a sentence. */
  use: string;
};

export const papers: Record<PaperName, Words> = {
  minutes: {
    slug: "protokol",
    title: "Protokół",
    use: "Wersja wewnętrzna z nazwiskami i wersja publiczna bez nich. Przed zatwierdzeniem: projekt.",
  },
};

export const messages = {
  title: "Dokumenty",
  lead: "Wszystko, co w tej debacie trafia na papier. Dokumenty powstają z danych aktualnych w chwili otwarcia.",
  groups: {
    before: "Przed debatą",
    hall: "Na sali",
    after: "Po debacie",
    minutes: "Protokół",
    lists: "Listy",
    archive: "Archiwum",
  } satisfies Record<Group, string>,
  formats: { pdf: "PDF", docx: "DOCX", csv: "CSV", xlsx: "XLSX", zip: "ZIP" } satisfies Record<Format, string>,
  open: (format: string) => `Otwórz ${format}`,
  save: (format: string) => `Pobierz ${format}`,
  missing: {
    not_held: "Będzie dostępny, gdy debata się rozpocznie.",
  } satisfies Record<Missing, string>,
  options: {
    version: "Wersja",
  } satisfies Record<OptionName, string>,
  /** The words of an option with a closed list. */
  words: { internal: "wewnętrzna", public: "publiczna" } as Record<string, string>,
  failure: "Dokumentu nie udało się teraz przygotować. Proszę spróbować ponownie za chwilę.",
};
