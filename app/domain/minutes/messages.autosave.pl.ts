import { formatTime } from "~/platform/time";
import type { Desk, Trouble } from "./rules.autosave";

const safe = (isKept: boolean) =>
  isKept ? "tekst jest bezpieczny w tej przeglądarce" : "proszę nie zamykać tej strony";

export const autosave = {
  idle: "Tekst zapisuje się sam.",
  unsaved: "Zapisuję…",
  saved: (at: Date) => `Zapisano ${formatTime(at)}`,
  conflict: "Ktoś zapisał ten sam fragment. Obie wersje stoją obok pola.",
  trouble: {
    offline: (isKept) => `Nie zapisano: brak połączenia, ${safe(isKept)}`,
    signed_out: (isKept) => `Nie zapisano: proszę zalogować się w nowej karcie, ${safe(isKept)}`,
    not_allowed: (isKept) => `Nie zapisano: brak uprawnień, ${safe(isKept)}`,
    frozen: (isKept) => `Nie zapisano: protokół jest już zatwierdzony, ${safe(isKept)}`,
    invalid: () => "Nie zapisano: tekst jest za długi",
  } satisfies Record<Trouble, (isKept: boolean) => string>,
  /** Beside the field. */
  state: ({ trouble, theirs, sent }: Desk) =>
    theirs ? "Dwie wersje" : trouble ? "Nie zapisano" : sent ? "Zapisuję…" : "Jeszcze niezapisane",
  signIn: "Zaloguj się (nowa karta)",
  version: (no: number) => `Wersja ${no}`,
  leaving: "Ta strona ma tekst, którego nie udało się zapisać.",
  stay: "Zostań",
  leave: "Wyjdź, tekst zostanie w tej przeglądarce",

  both: {
    title: "Nic nie zginęło: są dwie wersje tego fragmentu",
    about: "Ktoś zapisał go, gdy Państwo pisali. Państwa tekst stoi w polu; można go poprawić i zapisać.",
    theirs: "Zapisany tekst",
    mine: "Państwa tekst",
    by: (who: string, when: string) => `${who}, ${when}`,
    keep: (no: number) => `Zapisz jako wersję ${no}`,
    add: "Dopisz zapisany tekst do pola",
    take: "Weź zapisany tekst",
    blank: "(puste)",
  },

  keys: {
    title: "Skróty klawiszowe",
    save: "Zapisz od razu",
    next: "Następna część",
    previous: "Poprzednia część",
    phrase: "Wstaw frazę (także „/” na początku zdania)",
    place: "Następne pole do uzupełnienia we frazie",
    mark: "Utajnij zaznaczenie",
  },
  mark: "Utajnij zaznaczenie",
  markHint: "Tekst w [[podwójnych nawiasach]] stoi tylko w wersji wewnętrznej; w publicznej jest tam „[utajniono]”.",
  marked: "Oznaczono jako niejawne.",
};
