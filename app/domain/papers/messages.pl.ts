import { lists } from "./messages.lists.pl";
import type { Format, Group, Missing, OptionName, PaperName } from "./rules";

type Words = {
  /** The name of the file in the address, without its ending. */
  slug: string;
  title: string;
  /** What it is for, in a sentence. */
  use: string;
};

export const papers: Record<PaperName, Words> = {
  referrals: {
    slug: "przekazania",
    title: "Przekazanie wniosków według właściwości",
    use: "Pisma do instytucji właściwych i zawiadomienia dla osób, które podały adres, w jednym wydruku. Wnioski w trybie KPA przekazuje się w ciągu 7 dni.",
  },
  thanks: {
    slug: "podziekowania",
    title: "Podziękowania",
    use: "List do każdego gościa, który był albo kogoś przysłał, z ustaleniami dotyczącymi jego instytucji.",
  },
  report: {
    slug: "sprawozdanie",
    title: "Sprawozdanie z realizacji",
    use: "Co się dzieje z każdym wnioskiem i zadaniem, według stanu na dziś. Wersja publiczna pomija to, co nie jest dla wszystkich.",
  },
  minutes: {
    slug: "protokol",
    title: "Protokół",
    use: "Wersja wewnętrzna z nazwiskami i wersja publiczna bez nich. Przed zatwierdzeniem: projekt.",
  },
  ...lists,
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
    not_held: "Do przygotowania od chwili rozpoczęcia debaty.",
    nothing_referred: "Żaden wniosek nie został przekazany innej instytucji.",
    nobody_came: "Nie odnotowano obecności żadnego z zaproszonych.",
  } satisfies Record<Missing, string>,
  options: {
    version: "Wersja",
    body: "Do kogo",
    guest: "Do kogo",
  } satisfies Record<OptionName, string>,
  all: { body: "Do wszystkich", guest: "Do wszystkich" } as Partial<Record<OptionName, string>>,
  /** The words of an option with a closed list. */
  words: { internal: "wewnętrzna", public: "publiczna" } as Record<string, string>,
  failure: "Dokumentu nie udało się teraz przygotować. Proszę spróbować ponownie za chwilę.",
};
