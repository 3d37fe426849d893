import { formatNumber } from "~/platform/language";
import type { FileRefusal } from "./rules.files";

/** Words about the minutes as files: for Word, and with attachments. */
export const messages = {
  docx: "Pobierz DOCX (Word)",
  docxInternal: "DOCX (Word) – wersja wewnętrzna",
  docxPublic: "DOCX (Word) – wersja publiczna",

  title: "Załączniki protokołu",
  lead: "Pliki zostają w jednostce i trafiają do archiwum debaty. Ze zdjęć usuwamy dane aparatu, także miejsce wykonania.",
  none: "Nie dodano jeszcze plików.",
  add: "Dodaj plik",
  fileTitle: "Tytuł",
  titleHint: "Tak, jak ma stać w wykazie załączników, np. „Prezentacja Wydziału Ruchu Drogowego”.",
  titleMissing: "Proszę podać tytuł załącznika.",
  file: "Plik",
  fileHint: "PDF, JPEG albo PNG, najwyżej 2,5 MB.",
  fileMissing: "Proszę wybrać plik.",
  kind: "Rodzaj",
  size: "Rozmiar",
  addedBy: "Dodano",
  action: "Czynności",
  take: "Pobierz",
  remove: "Usuń",
  frozen:
    "Protokół jest zatwierdzony, więc lista załączników już się nie zmienia. Brakujący plik można dołączyć ze sprostowaniem.",
  open: "Załączniki protokołu",
  kinds: { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" } as Record<string, string>,
  sizeOf: (bytes: number) => `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`,
  refusals: {
    frozen: "Protokół jest już zatwierdzony i lista załączników się nie zmienia.",
    empty: "Ten plik jest pusty. Proszę sprawdzić, czy został zapisany do końca.",
    too_large: "Ten plik ma więcej niż 2,5 MB. Proszę go zmniejszyć, np. zapisać zdjęcie w mniejszej rozdzielczości.",
    wrong_type: "To nie jest PDF, JPEG ani PNG. Liczy się zawartość pliku, nie jego nazwa.",
    broken_picture: "Tego zdjęcia nie da się odczytać. Proszę zapisać je ponownie jako JPEG albo PNG.",
    too_many: "Debata ma już 40 załączników. Proszę połączyć kilka plików w jeden PDF.",
    duplicate: "Ten sam plik jest już wśród załączników.",
    gone: "Tego pliku już nie ma na liście.",
  } satisfies Record<FileRefusal | "gone", string>,
};
