import { type CalendarDate, formatShortWithWeekday } from "~/platform/time";
import { archivePaper } from "./messages.archive.pl";
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
  poster: {
    slug: "plakat",
    title: "Plakat A4",
    use: "Temat, termin, miejsce i kod QR strony debaty. Na tablicę ogłoszeń, do sklepu, do szkoły.",
  },
  invitations: {
    slug: "zaproszenia",
    title: "Zaproszenia do kopert",
    use: "Te same listy co w wiadomościach e-mail, każdy na osobnej stronie, z osobistym kodem QR. Adres mieści się w okienku koperty DL.",
  },
  script: {
    slug: "scenariusz",
    title: "Scenariusz prowadzącego",
    use: "Porządek z godzinami, zaproszeni, notatki, znane sprawy i margines na zapiski. Tylko do użytku wewnętrznego.",
  },
  attendance: {
    slug: "lista-obecnosci",
    title: "Lista obecności do podpisu",
    use: "Zaproszeni w kolejności instytucji i puste wiersze dla osób spoza listy; ostatnia strona jest wypełniona do końca.",
  },
  slips: {
    slug: "karty-zgloszen",
    title: "Karty zgłoszeń A6",
    use: "Cztery karty na arkuszu, z liniami cięcia, kodem debaty i kodem QR.",
  },
  referrals: {
    slug: "przekazania",
    title: "Przekazanie wniosków według właściwości",
    use: "Pisma do instytucji właściwych i zawiadomienia dla osób, które podały adres, w jednym wydruku. Wnioski w trybie KPA przekazuje się w ciągu 7 dni; skargi i petycje wymagają odrębnych pism.",
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
  ...archivePaper,
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
    not_announced: "Będzie dostępny, gdy debata zostanie ogłoszona: wtedy zadziała adres z kodu QR.",
    nobody_invited: "Żadnego zaproszenia jeszcze nie wysłano.",
    date_pending: "Debata jest przełożona i nie ma nowego terminu.",
    called_off: "Debata jest odwołana.",
  } satisfies Record<Missing, string>,
  due: (day: CalendarDate) => `Pierwszy termin ustawowy: ${formatShortWithWeekday(day)}`,
  options: {
    version: "Wersja",
    body: "Do kogo",
    guest: "Do kogo",
    invitee: "Do kogo",
    blanks: "Puste wiersze",
    sheets: "Arkusze",
  } satisfies Record<OptionName, string>,
  all: { body: "Do wszystkich", guest: "Do wszystkich", invitee: "Do wszystkich" } as Partial<
    Record<OptionName, string>
  >,
  /** The words of an option with a closed list. */
  words: { internal: "wewnętrzna", public: "publiczna" } as Record<string, string>,
  failure: "Dokumentu nie udało się teraz przygotować. Proszę spróbować ponownie za chwilę.",
};
