import { typeset } from "~/platform/language";
import { formatDate } from "~/platform/time";
import type { CorrectionRefusal } from "./rules";

/** A numbered correction after approval: what the paper says of it, and how it is made. */
export const correction = {
  hiddenSince: (numbers: readonly string[]) => `Utajniono po zatwierdzeniu: ${numbers.join(", ")}.`,
  hiddenSinceHint:
    "Wersja publiczna nadal to pokazuje. Sprostowanie usunie te wiersze i zdania, które je wymieniają; podany powód zobaczy każdy.",
  hiddenSinceStart: "Przygotuj sprostowanie",
  title: (no: number, on: string) => typeset(`Sprostowanie nr ${no} z dnia ${on}`),
  line: (no: number) => typeset(`tekst ze sprostowaniem nr ${no}`),
  reason: (reason: string) => typeset(`Powód: ${reason}`),
  changed: (title: string) => typeset(`Zmieniono: ${title}`),
  was: (text: string) => typeset(`Było: ${text}`),
  is: (text: string) => typeset(`Jest: ${text}`),
  removed: "Jest: fragment usunięto.",
  superseded: (no: number, on: string) =>
    typeset(`Ten tekst został zastąpiony. Obowiązuje tekst ze sprostowaniem nr ${no} z dnia ${on}`),
  supersededMark: "ZASTĄPIONY",
  current: "Obowiązujący tekst:",
  edition: (no: number) =>
    typeset(no === 1 ? "Tekst pierwotny, bez sprostowań" : `Tekst ze sprostowaniem nr ${no - 1}`),
  editions: "Wydania",
  valid: "obowiązuje",
  old: "zastąpiony",
  read: "Przeczytaj obowiązujący tekst",

  page: {
    title: "Sprostowanie",
    of: (no: number, number: string) => typeset(`Sprostowanie nr ${no} do protokołu nr ${number}`),
    start: "Sporządź sprostowanie",
    resume: (no: number) => `Dokończ sprostowanie nr ${no}`,
    what: "Zatwierdzony tekst się nie zmienia. Sprostowanie tworzy nowe wydanie protokołu: z numerem, powodem i nowym skrótem SHA-256. Poprzednie wydanie pozostaje dostępne z adnotacją „zastąpiony”.",
    published: "Protokół jest opublikowany, więc sprostowanie stanie się publiczne od razu po zatwierdzeniu.",
    notPublished: "Protokół nie jest jeszcze opublikowany. Opublikowany zostanie tekst ze sprostowaniem.",
    reason: "Powód sprostowania",
    reasonHint: "Stanie na początku protokołu, także w wersji publicznej. Proszę nie podawać danych osób.",
    begin: "Rozpocznij",
    texts: "Co poprawić",
    textsHint: "Proszę zmienić tylko to, co jest błędne. Reszta protokołu pozostaje, jak została zatwierdzona.",
    whereHint:
      "Zmiana trafia do obu wersji, chyba że przy polu jest napisane inaczej. Fragment w [[podwójnych nawiasach]] pozostanie tylko w wersji wewnętrznej.",
    where: { both: "", internal: "tylko wersja wewnętrzna", public: "tylko wersja publiczna" },
    group: (title: string, changed: number) => (changed ? `${title} (zmiany: ${changed})` : title),
    momentWrong: "Proszę podać datę i godzinę, na przykład 18.03.2026, 17:00.",
    momentHint: "Data i godzina, na przykład 18.03.2026, 17:00.",
    preview: "Podgląd sprostowania",
    previewHint: "Tak będą wyglądać obie wersje po zatwierdzeniu zapisanego szkicu.",
    previewRefused: "Podgląd pojawi się, gdy szkic da się zatwierdzić.",
    save: "Zapisz szkic",
    saved: "Szkic sprostowania jest zapisany.",
    approvedBy: "Kto zatwierdza sprostowanie",
    approve: "Zatwierdź sprostowanie",
    abandon: "Porzuć sprostowanie",
    abandonHint: "Szkic zniknie. Zatwierdzony protokół pozostaje bez zmian, a numer sprostowania będzie znowu wolny.",
    abandonMore: "Rezygnacja ze sprostowania",
    changes: "Zmiany w szkicu",
    noChanges: "Szkic niczego jeszcze nie zmienia.",
    back: "Wróć do protokołu",
    labels: { reason: "Powód sprostowania", approvedBy: "Kto zatwierdza sprostowanie" },
    reasonMissing: "Proszę podać powód sprostowania.",
  },
  refusals: {
    not_possible: "Sprostowanie można sporządzić tylko do zatwierdzonego protokołu.",
    already_open: "Sprostowanie do tego protokołu jest już w opracowaniu. Strona pokazuje jego szkic.",
    nothing_changed: "Żaden tekst nie został zmieniony. Proszę poprawić tekst albo porzucić sprostowanie.",
    tells:
      "Powód lub tekst zdradza wniosek, którego wersja publiczna nie pokazuje, albo numer PESEL. Proszę usunąć tę wzmiankę.",
    unbalanced_mark:
      "W powodzie lub tekście jest znak [[ bez znaku ]] albo odwrotnie. Nie wiadomo, co ma zostać ukryte: proszę go uzupełnić.",
    missing:
      "Puste zostało pole, bez którego wiersz traci sens: nazwa, tytuł, treść, liczba, data lub godzina. Proszę je wypełnić.",
    unknown_number:
      "Przy wniosku podano numer innego wniosku lub zadania, którego ta wersja protokołu nie zawiera. Proszę podać numer z protokołu.",
    ends_early: "Koniec debaty wypada przed jej początkiem. Proszę poprawić daty i godziny.",
    stale: "Ktoś zapisał ten szkic wcześniej. Państwa teksty pozostały w polach.",
    none: "Tego sprostowania już nie ma: ktoś je zatwierdził albo porzucił.",
  } satisfies Record<CorrectionRefusal, string>,

  verify: {
    badge: "Dokument zastąpiony",
    heading: (no: number) => typeset(`Ten protokół zastąpiono sprostowaniem nr ${no}`),
    lead: "Wydruk jest prawdziwy, ale jego tekst już nie obowiązuje.",
    version: (edition: number) =>
      edition === 1 ? "1 (bez sprostowań)" : typeset(`${edition} (ze sprostowaniem nr ${edition - 1})`),
    valid: "Obowiązuje",
    validText: (no: number, on: Date | null) =>
      typeset(`tekst ze sprostowaniem nr ${no}${on ? ` z dnia ${formatDate(on)}` : ""}`),
    reason: "Powód sprostowania",
    check: "Sprawdź obowiązujący dokument",
    readOld: "Przeczytaj zastąpiony tekst",
  },
};

type Data = Record<string, unknown>;

export const correctionEvents: Record<string, (data: Data) => string> = {
  minutes_amendment_started: ({ no, number }) => `Rozpoczęto sprostowanie nr ${no} do protokołu nr ${number}`,
  minutes_amendment_approved: ({ no, number }) => `Zatwierdzono sprostowanie nr ${no} do protokołu nr ${number}`,
  minutes_amendment_abandoned: ({ no, number }) => `Porzucono sprostowanie nr ${no} do protokołu nr ${number}`,
};
