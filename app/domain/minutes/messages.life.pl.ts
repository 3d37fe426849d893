import { sentence } from "~/domain/invitations/messages.letters.pl";
import { counted, typeset } from "~/platform/language";
import { formatDate, formatGenitive } from "~/platform/time";
import type { CalendarDate, RemarkStatus } from "~db/vocabulary";
import type { DecisionRefusal, WindowRefusal } from "./rules.window";

const REMARKS = ["uwaga", "uwagi", "uwag"] as const;
const letters = (n: number) => counted(n, "letter");

/** The words of the correction window and of what became of each remark, for the office. */
export const life = {
  remarks: (n: number) => counted(n, REMARKS),
  openRemarks: (n: number) => `${counted(n, REMARKS)} bez decyzji`,
  stillOpen: (until: CalendarDate, open: number) =>
    typeset(
      `Uczestnicy mogą zgłaszać uwagi do ${formatGenitive(until)} włącznie${open ? "" : "; teraz żadna nie czeka na decyzję"}. Zatwierdzenie zamknie im tę możliwość.`,
    ),
  openRemarksHint: "Bez decyzji też można zatwierdzić, ale osoba, która zgłosiła uwagę, nie dostanie odpowiedzi.",
  statuses: { open: "Czeka na decyzję", accepted: "Przyjęta", rejected: "Nieprzyjęta" } satisfies Record<
    RemarkStatus,
    string
  >,
  tones: { open: "wait", accepted: "done", rejected: "stop" } as const satisfies Record<RemarkStatus, string>,

  step: {
    title: "Uwagi uczestników",
    until: (day: CalendarDate) => `do ${formatGenitive(day)}`,
    closed: "zakończone",
    usual: (days: number) => `zwykle ${counted(days, "day")}, nieobowiązkowe`,
    open: "Poproś o uwagi",
    manage: "Zmień termin uwag",
    list: (open: number, all: number) => (open ? `Uwagi: ${all}, bez decyzji: ${open}` : `Uwagi: ${all}`),
  },

  window: {
    title: "Poprosić uczestników o uwagi?",
    what: "Osoby, które były na debacie, dostaną list z osobistym linkiem. Przeczytają projekt w wersji publicznej i będą mogły zaproponować zmianę każdego akapitu. Protokół można w tym czasie dalej redagować.",
    readers: (n: number) => `${letters(n)} do wysłania`,
    readersTitle: "Do kogo",
    noEmail: "bez adresu e-mail, listu nie będzie",
    nobody:
      "Nikt z obecnych nie ma adresu e-mail. Adresy poprawia się w zakładce „Zaproszenia”, obecność w zakładce „Obecność”.",
    days: "Ile dni na uwagi",
    daysHint: "Od jutra; ostatni dzień kończy się o północy.",
    submit: "Wyślij listy i czekaj na uwagi",
    again: "Każdy z obecnych dostanie list jeszcze raz. Link, który już ma, pozostaje ważny.",
    manageTitle: "Termin uwag",
    now: (day: CalendarDate) => sentence(`Uwagi można zgłaszać do ${formatGenitive(day)}.`),
    over: (day: CalendarDate) => `Termin minął: ${formatDate(day)} Nowych uwag nie można zgłaszać.`,
    untilDay: "Nowy ostatni dzień",
    extend: "Zmień termin",
    extendHint: "Osoby obecne dostaną list z nowym terminem.",
    close: "Zakończ zbieranie uwag",
    closeHint: "Strona z linku powie, że uwagi są już zamknięte. Zgłoszone uwagi zostają na liście.",
    back: "Wróć do protokołu",
    labels: { days: "Ile dni na uwagi", until: "Nowy ostatni dzień" },
    daysMissing: "Proszę podać liczbę dni.",
  },
  windowRefusals: {
    not_possible: "Stan protokołu zmienił się w międzyczasie. Strona pokazuje jego obecny stan.",
    not_held: "Debata jeszcze się nie odbyła. Uwagi zbiera się po niej.",
    leaks:
      "Tekst zdradza wniosek, którego wersja publiczna nie pokazuje. Proszę najpierw usunąć błąd z listy „Sprawdzenie”.",
    nobody: "Nikt z obecnych nie ma adresu e-mail, więc nie ma do kogo wysłać listu.",
    too_long: "Okno uwag może trwać od 1 do 30 dni.",
    past: "Ten dzień już minął. Proszę podać dzisiejszą datę albo późniejszą.",
  } satisfies Record<WindowRefusal, string>,

  list: {
    title: "Uwagi uczestników",
    lead: "Przyjęta uwaga zmienia akapit od razu. O każdej decyzji osoba zgłaszająca dowiaduje się listem.",
    empty: "Nikt jeszcze nie zgłosił uwagi",
    emptyText: "Tu pojawi się każda propozycja zmiany, obok akapitu, którego dotyczy.",
    waiting: "Czekają na decyzję",
    decided: "Rozpatrzone",
    original: "Jest",
    proposed: "Propozycja",
    addition: "Propozycja dopisania",
    wholeSection: "Uwaga do tabeli",
    changes: "Porównanie",
    removed: "(usunąć akapit)",
    reason: "Uzasadnienie",
    from: (who: string, when: string) => typeset(`${who} · ${when}`),
    decidedBy: (who: string, when: string) => `${who}, ${when}`,
    decision: "Decyzja",
    accept: "Przyjmij",
    acceptNote: "Dopisek do odpowiedzi",
    acceptTable: "Przyjmij (poprawię w tabeli)",
    tableHint: "Tabelę poprawia się tam, skąd pochodzą jej dane: w zakładkach „Obecność”, „Wnioski” i „Zadania”.",
    byHand: "Przyjmij ze zmianami",
    reject: "Nie przyjmuj",
    rejectReason: "Dlaczego nie",
    rejectMissing: "Proszę napisać, dlaczego uwaga nie zostaje przyjęta. Osoba zgłaszająca dostanie to zdanie.",
    rejectTitle: "Odmowa",
    gone: "Tego akapitu nie ma już w protokole w tym brzmieniu.",
    back: "Wróć do protokołu",
    backToList: "Wróć do uwag",
    saved: "Decyzja zapisana. List do osoby zgłaszającej jest w skrzynce nadawczej.",
    labels: { reason: "Dlaczego nie", text: "Tekst po zmianie" },
  },
  merge: {
    title: (part: string) => typeset(`Tekst po zmianie: ${part}`),
    moved:
      "Akapit zmienił się od czasu, gdy go czytano, więc propozycji nie można wstawić samemu. Poniżej są oba teksty: proszę połączyć je ręcznie. Nic nie zginęło.",
    stale: "Ktoś zapisał tę część wcześniej. Państwa tekst pozostał w polu, obok jest tekst zapisany.",
    current: "Tekst zapisany teraz",
    text: "Tekst po zmianie",
    submit: "Zapisz i przyjmij uwagę",
  },
  decisionRefusals: {
    decided: "Tę uwagę ktoś już rozpatrzył. Lista pokazuje jego decyzję.",
    frozen: "Protokół jest już zatwierdzony, więc uwagi nie można wprowadzić do tekstu.",
    moved: "Akapit zmienił się od czasu, gdy go czytano. Proszę połączyć teksty ręcznie.",
    stale: "Ktoś zapisał tę część wcześniej. Państwa tekst pozostał w polu.",
    unknown_part: "Tej części nie ma już w protokole. Uwagę można tylko odrzucić, z wyjaśnieniem.",
  } satisfies Record<DecisionRefusal, string>,
};

type Data = Record<string, unknown>;

export const lifeEvents: Record<string, (data: Data) => string> = {
  minutes_correction_opened: ({ until }) =>
    `Poproszono uczestników o uwagi do protokołu${until ? ` (do ${until})` : ""}`,
  minutes_correction_extended: ({ until }) => `Zmieniono termin uwag do protokołu${until ? ` (do ${until})` : ""}`,
  minutes_correction_closed: () => "Zakończono zbieranie uwag do protokołu",
  minutes_remark_made: ({ who, title }) => `Zgłoszono uwagę do protokołu: ${title}${who ? ` – ${who}` : ""}`,
  minutes_remark_accepted: ({ title }) => `Przyjęto uwagę do protokołu: ${title}`,
  minutes_remark_rejected: ({ title }) => `Nie przyjęto uwagi do protokołu: ${title}`,
};
