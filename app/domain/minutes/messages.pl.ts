import { counted, typeset } from "~/platform/language";
import { formatTime } from "~/platform/time";
import type { MinutesStatus } from "~db/vocabulary";
import type { MinutesRefusal, MinutesVersion, SectionPart } from "./rules";
import type { FaultKind } from "./rules.check";

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
    stale: "Ktoś zapisał ten fragment wcześniej. Państwa tekst pozostał w polu.",
    frozen: "Protokół jest zatwierdzony i jego tekst już się nie zmieni. Państwa tekst nie został zapisany.",
    unknown_part: "Tego fragmentu nie ma już w protokole. Ktoś mógł zmienić porządek debaty.",
  } satisfies Record<MinutesRefusal, string>,
  publishRefused: "Opublikować można tylko zatwierdzony protokół, i tylko raz.",

  faults: {
    motion_without_outcome: (number) => `Wniosek ${number} nie ma wyniku`,
    task_missing: (number) => `Wniosek ${number} ma być zadaniem, ale zadania nie ma`,
    names_hidden_motion: (number) => `Tekst zdradza wniosek ${number}, którego wersja publiczna nie pokazuje`,
    counts_hidden_motions: (title) =>
      `Liczba wniosków w tekście zdradza te, których wersja publiczna nie pokazuje${inPart(title)}`,
    personal_data: (subject) => `W wersji publicznej mogą być dane osoby${inPart(subject)}`,
    item_without_text: (title) => `„${title}”: tekst z zapisu debaty, nikt go jeszcze nie sprawdził`,
    guest_without_presence: (who) => `${who}: nie odnotowano, czy ta osoba była`,
    not_counted: () => "Uczestników nikt nie policzył",
  } satisfies Record<FaultKind, (subject: string) => string>,
  remedies: {
    motion_without_outcome: "Zakładka „Wnioski”: proszę zapisać sposób załatwienia.",
    task_missing: "Zakładka „Wnioski”: proszę wyznaczyć zadanie albo zmienić wynik.",
    names_hidden_motion: "Proszę usunąć tę wzmiankę albo zaznaczyć „Tylko w wersji wewnętrznej”.",
    counts_hidden_motions: "Proszę pominąć liczbę albo zaznaczyć „Tylko w wersji wewnętrznej”.",
    personal_data: "Proszę usunąć numer, adres lub nazwisko albo zaznaczyć „Tylko w wersji wewnętrznej”.",
    item_without_text: "Bez zmian też można zatwierdzić: ten tekst stanie w protokole.",
    guest_without_presence: "Zakładka „Obecność”.",
    not_counted: "Zakładka „Obecność”: w protokole stanie „nie ustalono”.",
  } satisfies Record<FaultKind, string>,

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
    savedLast: (part: string, when: Date) => `Ostatnio zapisano: ${part}, godz. ${formatTime(when)}`,
    notSaved: "Jeszcze niczego nie zapisano.",
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
    badge: "Dokument aktualny",
    heading: "Ten protokół jest prawdziwy i aktualny",
    lead: "Skrót z wydruku zgadza się z dokumentem zatwierdzonym przez organizatora.",
    document: "Dokument",
    documentName: (number: string, topic: string) => typeset(`Protokół nr ${number}: ${topic}`),
    organizer: "Organizator",
    approved: "Zatwierdzono",
    version: "Wersja",
    first: "1 (bez sprostowań)",
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

const inPart = (title: string) => (title ? `: ${title}` : "");

type Data = Record<string, unknown>;

export const eventMessages: Record<string, (data: Data) => string> = {
  minutes_part_saved: ({ title }) => (title ? `Zapisano fragment protokołu: ${title}` : "Zapisano fragment protokołu"),
  minutes_approved: ({ number }) => `Zatwierdzono protokół nr ${number}`,
  minutes_published: ({ number }) => `Opublikowano protokół nr ${number}`,
};
