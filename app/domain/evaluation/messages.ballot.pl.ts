import { counted, formatNumber, NBSP } from "~/platform/language";
import type { HallVerdict } from "~db/vocabulary";
import type { BallotRefusal, Votes } from "./rules.ballot";

/** As they stand on a phone and on the big screen. */
export const answers: Record<HallVerdict, string> = {
  done: "Zrealizowano",
  partly: "Częściowo",
  not_done: "Nie zrealizowano",
};

const votes: [string, string, string] = ["głos", "głosy", "głosów"];
export const countedVotes = (count: number) => counted(count, votes);

export const messages = {
  refusals: {
    not_live: "Głosować można w czasie debaty. Proszę najpierw otworzyć salę.",
    not_for_hall: "Tego wniosku nie omawia się publicznie, więc sala nad nim nie głosuje.",
    already_open: "Głosowanie nad tym wnioskiem już trwa.",
    other_open: "Trwa głosowanie nad innym wnioskiem. Proszę je najpierw zamknąć.",
    not_open: "To głosowanie nie jest otwarte. Ktoś mógł je przed chwilą zamknąć.",
    vote_closed: "To głosowanie jest już zamknięte. Głos nie został zapisany.",
    note_missing: "Ocena jest inna niż wynik głosowania. Proszę napisać, dlaczego.",
    no_votes: "Nikt nie głosował. Proszę wpisać policzone ręce albo wskazać ocenę i powód.",
  } satisfies Record<BallotRefusal, string>,
  fieldOf: { note_missing: "note", no_votes: "heads-done" } as Partial<Record<BallotRefusal, string>>,
  /** Behind what was said, in the minutes and on the public page. */
  overruledReport: (text: string, note: string) =>
    [text, `Ocenę ustalił prowadzący: ${note.replace(/\.$/, "")}.`].filter(Boolean).join(" "),
  flood: "Za dużo głosów w krótkim czasie z tego telefonu lub z tej sieci. Proszę spróbować za minutę.",
  noDevice:
    "Telefon nie przyjął pliku cookie, dzięki któremu jeden telefon głosuje raz. Proszę nacisnąć jeszcze raz, a jeśli się nie uda – podnieść rękę.",
  unread: "Proszę wybrać jedną z trzech odpowiedzi.",
};

export const vote = {
  expired: "Głosowanie trwało tylko w czasie debaty. Jest już po niej, więc ten adres nie działa.",
  title: "Głosowanie sali",
  question: "Jak ocenia Pan lub Pani realizację tego wniosku?",
  motion: (number: string) => `Wniosek nr${NBSP}${number}`,
  yours: "Państwa głos",
  saved: (verdict: HallVerdict) => `Zapisano głos: ${answers[verdict].toLowerCase()}.`,
  change: "Dopóki głosowanie trwa, można go zmienić.",
  waiting: "Teraz nie ma głosowania",
  waitingText: "Gdy prowadzący zapyta salę, pytanie pojawi się na tej stronie. Proszę jej nie zamykać.",
  /** Where a page cannot renew itself. */
  again: "Sprawdź, czy jest nowe pytanie",
  early: "Debata jeszcze się nie rozpoczęła",
  over: "Debata się zakończyła",
  overText: "Dziękujemy za udział. Wyniki będą w protokole i na stronie „Zgłosiliście – zrobiliśmy”.",
  anonymous: "Głos jest anonimowy: zapisujemy tylko odpowiedź. Jeden telefon to jeden głos.",
};

/** „31 głosów: 21 rękami, 10 telefonem” */
export const votesLine = (heads: number, phones: number) =>
  `${countedVotes(heads + phones)}: ${formatNumber(heads)} przez podniesienie ręki, ${formatNumber(phones)} telefonem`;

/** „zrealizowano 21 · częściowo 4 · nie 2” */
export const shortVotes = ({ done, partly, not_done }: Votes) =>
  `zrealizowano ${done} · częściowo ${partly} · nie ${not_done}`;

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  ballot_opened: ({ number }) => `Otwarto głosowanie sali nad wnioskiem ${number}`,
  ballot_closed: ({ number, verdict, isOverruled }) =>
    `Zamknięto głosowanie nad wnioskiem ${number}: ${answers[verdict as HallVerdict]?.toLowerCase()}${isOverruled ? " (ocenę ustalił prowadzący)" : ""}`,
  ballot_dropped: ({ number }) => `Wycofano głosowanie nad wnioskiem ${number}`,
  screen_renewed: () => "Zmieniono adres ekranu sali i głosowania",
};
