import { formatNumber } from "~/platform/language";
import type { EvidenceRefusal } from "./rules.evidence";

/** Pictures and letters that show what was done. */
export const evidence = {
  field: "Zdjęcie albo pismo",
  hint: "JPEG, PNG, WebP albo PDF, najwyżej 12 MB, do 5 plików naraz. Ze zdjęć usuwamy dane aparatu, także miejsce wykonania.",
  titleField: "Co jest na zdjęciu albo czym jest pismo",
  titleHint: "Na przykład: latarnia przy wejściu do parku.",
  accept: "image/jpeg,image/png,image/webp,application/pdf",
  title: "Dowody wykonania",
  none: "Nie dołączono jeszcze żadnego pliku.",
  add: "Dołącz plik",
  shown: "Widoczne dla mieszkańców",
  inside: "Tylko jednostka i podmiot",
  show: "Pokaż mieszkańcom",
  hide: "Schowaj przed mieszkańcami",
  showHint:
    "PDF pokazujemy taki, jaki przyszedł. Proszę sprawdzić, czy na pliku nie ma twarzy, tablic rejestracyjnych ani innych danych osób.",
  kind: (mediaType: string, size: number) =>
    `${mediaType === "application/pdf" ? "PDF" : "zdjęcie"}, ${formatNumber(Math.max(1, Math.round(size / 1000)))} kB`,
  /** After any other mistake: no browser keeps a chosen file. */
  again: "Plik trzeba wybrać jeszcze raz: przeglądarka go nie zachowuje.",
  refusals: {
    file_empty: "Ten plik jest pusty. Proszę sprawdzić, czy został zapisany do końca.",
    file_too_large:
      "Ten plik ma więcej niż 12 MB. Proszę wybrać mniejszy, np. zapisać zdjęcie w mniejszej rozdzielczości.",
    file_wrong_type: "To nie jest JPEG, PNG, WebP ani PDF. Liczy się zawartość pliku, nie jego nazwa.",
    file_heic:
      "Zdjęć w formacie HEIC nie odczytujemy. Proszę zapisać je jako JPEG (w iPhonie: Ustawienia, Aparat, Formaty, „Największa zgodność”).",
    file_broken_pdf: "Ten PDF jest niekompletny: brakuje jego końca. Proszę zapisać go ponownie.",
    broken_picture: "Tego zdjęcia nie da się odczytać. Proszę zapisać je ponownie jako JPEG albo PNG.",
    too_many_pixels:
      "To zdjęcie ma więcej niż 60 milionów punktów. Proszę je zmniejszyć, np. do 4000 punktów szerokości.",
    too_many_at_once: "Naraz można dołączyć najwyżej 5 plików. Pozostałe proszę wysłać w następnej odpowiedzi.",
    too_many_files: "Przy jednym zadaniu mieści się 20 plików. Proszę połączyć kilka z nich w jeden PDF.",
    file_known: "Ten sam plik jest już przy tym zadaniu.",
    file_missing: "Proszę wybrać plik.",
    task_internal: "Zadanie jest wewnętrzne, więc mieszkańcy nie zobaczą jego plików.",
    not_possible: "To zadanie zostało przekazane dalej; pliki proszę dołączyć przy nowym.",
  } satisfies Record<EvidenceRefusal, string>,
};
