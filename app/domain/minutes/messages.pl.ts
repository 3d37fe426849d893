import { counted, typeset } from "~/platform/language";
import type { MinutesStatus } from "~db/vocabulary";
import { correctionEvents } from "./messages.correction.pl";
import { lifeEvents } from "./messages.life.pl";
import type { MinutesRefusal, MinutesVersion, SectionPart } from "./rules";

export const messages = {
  statuses: {
    drafting: "W opracowaniu",
    in_correction: "Uwagi uczestników",
    approved: "Zatwierdzony",
    published: "Opublikowany",
  } satisfies Record<MinutesStatus, string>,
  tones: {
    drafting: "go",
    in_correction: "soon",
    approved: "done",
    published: "done",
  } as const satisfies Record<MinutesStatus, string>,
  versions: {
    internal: "wersja wewnętrzna",
    public: "wersja publiczna",
  } satisfies Record<MinutesVersion, string>,

  refusals: {
    not_possible: "Ten protokół jest już zatwierdzony. Strona pokazuje jego obecny stan.",
    not_held: "Protokół zatwierdza się po debacie. Najpierw proszę zakończyć debatę w zakładce „Na żywo”.",
    faults: "Protokołu nie można jeszcze zatwierdzić. Proszę najpierw usunąć błędy z listy „Sprawdzenie”.",
    changed:
      "Treść protokołu zmieniła się, odkąd otwarto tę stronę. Proszę przeczytać ją jeszcze raz i zatwierdzić ponownie.",
    stale: "Ktoś zapisał ten fragment wcześniej. Państwa tekst pozostał w polu.",
    frozen: "Protokół jest zatwierdzony i jego tekst już się nie zmieni. Państwa tekst nie został zapisany.",
    unknown_part: "Tego fragmentu nie ma już w protokole. Ktoś mógł zmienić porządek debaty.",
  } satisfies Record<MinutesRefusal, string>,
  publishRefusals: {
    not_possible: "Opublikować można tylko zatwierdzony protokół, i tylko raz.",
    hidden_since:
      "Po zatwierdzeniu utajniono wniosek lub zadanie, które wersja publiczna nadal pokazuje. Proszę najpierw przygotować sprostowanie: usunie je z wersji publicznej.",
  },

  parts: {
    findings: "Ustalenia",
    survey: "Wyniki ankiet",
    attachments: "Załączniki",
    distribution: "Rozdzielnik",
  } satisfies Record<SectionPart, string>,
  partHints: {
    findings: "Co ustalono, przed tabelą zadań. Wiersze od myślnika staną się listą.",
    survey: "Na przykład liczba ankiet i najważniejsze wyniki.",
    attachments: "Każdy załącznik w osobnym wierszu.",
    distribution: "Każdy egzemplarz w osobnym wierszu. Tylko w wersji wewnętrznej.",
  } satisfies Record<SectionPart, string>,

  editor: {
    title: "Protokół",
    toc: "Części protokołu",
    textOf: (title: string) => `Treść: ${title}`,
    internal: "Tylko w wersji wewnętrznej",
    internalItem: "Ten punkt nie wchodzi do wersji publicznej.",
    suggested: "Tekst z zapisu debaty, jeszcze niezapisany. Można go dowolnie zmienić.",
    suggestion: "Tekst z zapisu debaty",
    savePart: "Zapisz",
    saveAll: "Zapisz wszystko",
    begun: "Zapis: rozpoczęto punkt",
    about: "Stan protokołu",
    version: (no: number, who: string, when: string) => `Wersja ${no} · ${who}, ${when}`,
    history: "Historia",
    readOnly: "Ta część powstaje sama z zapisu debaty.",
    check: "Sprawdzenie",
    allGood: "Niczego nie brakuje.",
    errors: (many: number) => counted(many, "error"),
    steps: "Dalsze kroki",
    step: {
      draft: "Opracowanie",
      until: (date: string) => `do ${date}`,
      approve: "Zatwierdza przewodniczący",
      approved: (number: string) => `Zatwierdzony, nr ${number}`,
      publish: "Publikacja bez danych osób",
    },
    approve: "Zatwierdź protokół",
    publish: "Opublikuj",
    openPublic: "Strona publiczna",
    downloads: "Pobierz",
    pdfInternal: "PDF – wersja wewnętrzna",
    pdfPublic: "PDF – wersja publiczna",
    draftNote: "Przed zatwierdzeniem na każdej stronie stoi „PROJEKT”.",
    published: "Każdy może przeczytać protokół na stronie debaty.",
    frozen: "Tekst jest zatwierdzony i już się nie zmieni, także gdy zmienią się wnioski lub zadania.",
    notHeld: "Debata jeszcze się nie odbyła. Tekst można przygotować wcześniej; zatwierdza się go po debacie.",
  },
  conflict: {
    title: "Ktoś zapisał ten fragment wcześniej",
    merged: "Tekst po połączeniu",
    save: (version: number) => `Zapisz jako wersję ${version}`,
    saveMany: "Zapisz połączone teksty",
    back: "Wróć bez zapisu",
    savedBy: (who: string, when: string) => `${who}, ${when}`,
  },
  historyOf: {
    title: (part: string) => `Historia: ${part}`,
    version: (no: number) => `Wersja ${no}`,
    empty: "Tego fragmentu nikt jeszcze nie zapisał. W protokole stoi tekst z zapisu debaty.",
    blank: "(puste)",
    earlier: (many: number) => `Wcześniejsze zapisy tej osoby (${many})`,
    back: "Wróć do protokołu",
  },
  approval: {
    title: "Zatwierdzić protokół?",
    what: "Protokół dostanie numer, a jego tekst zostanie zamrożony w obu wersjach. Późniejsze zmiany we wnioskach i zadaniach go nie zmienią.",
    warnings: (many: number) => `Lista „Sprawdzenie” ma jeszcze uwagi (${many}). Można zatwierdzić mimo to.`,
    approvedBy: "Kto zatwierdza",
    approvedByHint: "Stopień, imię i nazwisko albo funkcja. Stanie pod słowem „Zatwierdzam” w wersji wewnętrznej.",
    drawnUpOn: "Data sporządzenia",
    submit: "Zatwierdź i nadaj numer",
    problem: "Jeszcze nie można zatwierdzić",
    back: "Wróć do protokołu",
  },
  publication: {
    title: "Opublikować protokół?",
    what: "Każdy przeczyta wersję publiczną na stronie debaty i pobierze ją jako PDF. Nie ma w niej nazwisk, wniosków wewnętrznych i tych tylko dla Policji ani rozdzielnika.",
    preview: "Zobacz najpierw wersję publiczną (PDF)",
    submit: "Opublikuj",
  },
  page: {
    lead: (lines: readonly string[]) => typeset(`${lines.slice(1).join(", ")}. Wersja publiczna, bez danych osób.`),
    debate: (number: string) => `Debata nr ${number}`,
    document: "Dokument",
    pdf: "Pobierz PDF",
    hash: (hash: string) => `Skrót: ${hash}`,
    verify: "Sprawdź autentyczność",
    crumb: "Protokół",
    about: "O dokumencie",
  },
  verify: {
    title: "Sprawdzenie dokumentu",
    about: "Czy wydruk protokołu jest prawdziwy i aktualny.",
    badge: "Dokument aktualny",
    heading: "Ten protokół jest prawdziwy i aktualny",
    lead: "Skrót z wydruku zgadza się z dokumentem zatwierdzonym przez organizatora.",
    document: "Dokument",
    documentName: (number: string, topic: string) => typeset(`Protokół nr ${number}: ${topic}`),
    organizer: "Organizator",
    approved: "Zatwierdzono",
    version: "Wersja",
    hash: "Skrót SHA-256",
    compare: "Proszę porównać numer, datę i skrót z tymi na wydruku. Jeżeli się różnią, wydruk mógł zostać zmieniony.",
    read: "Przeczytaj protokół",
    pdf: "Pobierz PDF",
    unknownBadge: "Brak dokumentu",
    unknown: "Nie znamy takiego dokumentu",
    unknownLead: "Żaden zatwierdzony protokół nie ma takiego skrótu.",
    unknownSteps: [
      "Proszę sprawdzić, czy adres z wydruku został przepisany w całości: po „/verify/” stoi co najmniej 16 znaków, cyfry i litery od a do f.",
      "Projekt protokołu nie ma skrótu, dopóki nie zostanie zatwierdzony.",
      "Jeżeli adres się zgadza, wydruk mógł zostać zmieniony. Proszę zapytać organizatora debaty.",
    ],
  },
  labels: { approvedBy: "Kto zatwierdza", drawnUpOn: "Data sporządzenia" },
  approvedByMissing: "Proszę podać, kto zatwierdza protokół.",
  pdfFailed: "Tego dokumentu nie udało się teraz przygotować. Proszę spróbować za chwilę.",
};

type Data = Record<string, unknown>;

export const eventMessages: Record<string, (data: Data) => string> = {
  ...lifeEvents,
  ...correctionEvents,
  minutes_file_added: ({ title }) => `Dodano załącznik protokołu: ${title ?? ""}`,
  minutes_file_removed: ({ title }) => `Usunięto załącznik protokołu: ${title ?? ""}`,
  minutes_part_saved: ({ title }) => (title ? `Zapisano fragment protokołu: ${title}` : "Zapisano fragment protokołu"),
  phrases_changed: () => "Zmieniono bibliotekę fraz",
  minutes_approved: ({ number }) => `Zatwierdzono protokół nr ${number}`,
  minutes_published: ({ number }) => `Opublikowano protokół nr ${number}`,
};
