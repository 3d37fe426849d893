import { listed, quoted } from "~/platform/language";
import type { AgendaKind, DebateKind, DueBasis, HallVerdict, HeadCountGroup } from "~db/vocabulary";
import type { HallCount } from "./rules";

/** The words of the paper itself. Functions and institutions are named, so that no sentence has to guess a gender. */
export const paper = {
  heading: (number: string | null) => (number ? `Protokół nr ${number}` : "Protokół"),
  headingCaps: (number: string | null) => (number ? `PROTOKÓŁ NR ${number}` : "PROTOKÓŁ"),
  draftMark: "PROJEKT",
  draftNote: "Projekt: tekst niezatwierdzony, bez numeru, może się jeszcze zmienić.",
  versions: {
    internal: "Wersja wewnętrzna",
    public: "Wersja publiczna, bez danych osób",
  },
  /** „z debaty społecznej”, „na tym debatę zakończono” */
  kinds: {
    initiating: { of: "z debaty społecznej", ended: "debatę", kind: "inicjująca" },
    evaluation: { of: "z debaty społecznej", ended: "debatę", kind: "ewaluacyjna" },
    forum: { of: "z forum", ended: "forum", kind: "" },
    working_meeting: { of: "ze spotkania roboczego", ended: "spotkanie", kind: "" },
    youth: { of: "z debaty społecznej z młodzieżą", ended: "debatę", kind: "" },
  } satisfies Record<DebateKind, { of: string; ended: string; kind: string }>,
  called: (of: string, title: string) => (title ? [`${of} pn.`, quoted(title)] : [of]),
  topic: (topic: string) => `temat: ${topic}`,
  kind: (kind: string) => `rodzaj: ${kind}`,
  /** Written in by hand, on the office's own copies. */
  reference: "L.dz./znak: ………………………   Egz. nr ………",
  placeAndDate: (place: string, date: string | null) => `${place}, dnia ${date ?? "…………………"}`,

  sections: {
    time: "Termin i miejsce",
    people: "Organizator i prowadzący",
    participants: "Uczestnicy",
    agenda: "Porządek debaty",
    course: "Przebieg",
    reported: "Realizacja wniosków z poprzedniej debaty",
    motions: "Zgłoszone zagadnienia i wnioski",
    tasks: "Ustalenia i planowane zadania",
    survey: "Wyniki ankiet",
    next: "Termin debaty ewaluacyjnej",
    attachments: "Załączniki",
    end: "Zakończenie",
  },
  labels: {
    debate: "Debata",
    term: "Termin",
    place: "Miejsce",
    organizer: "Organizator",
    coOrganizer: "Współorganizator",
    chair: "Przewodniczący debaty",
    moderator: "Moderator",
    minuteTaker: "Protokolant",
    total: "Liczba uczestników",
    groups: {
      residents: "mieszkańcy",
      youth: "młodzież",
      seniors: "seniorzy",
      institutions: "przedstawiciele instytucji",
      media: "media",
    } satisfies Record<HeadCountGroup, string>,
  },
  columns: {
    position: "Lp.",
    body: "Instytucja",
    post: "Funkcja",
    person: "Imię i nazwisko",
    standsFor: "W zastępstwie",
    number: "Nr",
    category: "Kategoria",
    place: "Miejsce",
    motion: "Treść",
    outcome: "Sposób załatwienia",
    report: "Realizacja",
    promised: "Co obiecano",
    done: "Co zrobiono",
    verdict: "Ocena sali",
    state: "Stan",
    task: "Zadanie",
    owner: "Realizujący",
    supporters: "Współpraca",
    due: "Termin",
  },
  captions: {
    guests: "Przedstawiciele instytucji",
    reported: "Wnioski z poprzedniej debaty i ich realizacja",
    motions: "Zgłoszone wnioski",
    tasks: "Planowane zadania",
    carried: "Zadania przenoszone z poprzedniej debaty",
  },
  /** What stands where there is nothing to put into a table. */
  empty: {
    counts: "nie ustalono",
    guests: "Nie odnotowano obecności przedstawicieli instytucji.",
    agenda: "Debata odbyła się bez ustalonego porządku.",
    reported: "Podczas debaty nie przedstawiano realizacji wniosków z poprzedniej debaty.",
    motions: "Podczas debaty nie zgłoszono wniosków.",
    /** The same with and without hidden motions, or it would tell of them. */
    motionsPublic: "Brak wniosków do przedstawienia w wersji publicznej.",
    tasks: "Podczas debaty nie wyznaczono zadań.",
    tasksPublic: "Brak zadań do przedstawienia w wersji publicznej.",
    survey: "Wyników ankiet nie dołączono.",
    next: "Terminu debaty ewaluacyjnej nie wyznaczono.",
    attachments: "Bez załączników.",
    course: "Bez zapisu.",
    nobody: "–",
    representative: "osoba upoważniona",
  },
  item: (no: number, title: string) => `Ad ${no}. ${title}`,
  agendaLine: (title: string, presenter: string) => (presenter ? `${title} – ${presenter}` : title),
  absent: (people: string[]) => `Nieobecni spośród zaproszonych: ${people.join("; ")}.`,
  absentOne: (post: string, body: string, excused: boolean) =>
    `${post} (${body})${excused ? " – nieobecność usprawiedliwiona" : ""}`,
  earlier: (number: string, date: string) => `Dotyczy wniosków z debaty nr ${number} z dnia ${date}`,
  verdicts: { done: "zrealizowano", partly: "częściowo", not_done: "nie zrealizowano" } satisfies Record<
    HallVerdict,
    string
  >,
  /** „(21 : 4 : 2, w tym telefonem 10)” */
  votes: ({ done, partly, not_done, phones }: HallCount) =>
    `(${done} : ${partly} : ${not_done}${phones ? `, w tym telefonem ${phones}` : ""})`,
  votesNote:
    "W nawiasie liczba głosów: zrealizowano : częściowo : nie zrealizowano. Głosowano przez podniesienie ręki i telefonem, anonimowo.",
  budget: (year: number) => `budżet ${year} r.`,
  due: (date: string, basis: DueBasis) => `${date},\n${DUE[basis]}`,
  next: (date: string) => `Termin debaty ewaluacyjnej: ${date}`,
  ended: (what: string, hour: string) => `Na tym ${what} zakończono o ${hour}.`,
  notEnded: "Godziny zakończenia jeszcze nie odnotowano.",

  outcomes: {
    open: "Nie ustalono",
    answered: (by: string, answer: string) =>
      `Odpowiedziano na debacie${by ? ` – ${by}` : ""}${answer ? `: ${answer}` : ""}`,
    tasks: (numbers: string[]) => (numbers.length === 1 ? `Zadanie ${numbers[0]}` : `Zadania ${listed(numbers)}`),
    taken: "Przyjęto do realizacji",
    referred: (body: string, numbers: string[]) =>
      `Przekazano według właściwości${body ? `: ${body}` : ""}${numbers.length ? ` (${listed(numbers)})` : ""}`,
    merged: (number: string) => (number ? `Połączono z wnioskiem ${number}` : "Połączono z innym wnioskiem"),
    outOfScope: (answer: string) => `Poza zakresem debaty${answer ? `: ${answer}` : ""}`,
    policeOnly: "Zachowano do wiadomości Policji",
  },

  signatures: {
    minuteTaker: "Protokolant",
    chair: "Przewodniczący debaty",
    approved: "Zatwierdzam",
  },
  approvedOn: (date: string, by: string) => `Zatwierdzono ${date}${by ? ` – ${by}` : ""}`,
  distribution: "Rozdzielnik",
  copies: (many: number) => `Sporządzono w ${many} egz.`,
  document: "O dokumencie",
  fingerprint: (hash: string) => `Skrót SHA-256 zatwierdzonego tekstu: ${hash}`,
  verify: "Sprawdzenie, czy dokument jest aktualny:",
  /** The address holds the hash; the hash alone is repeated where there is room. */
  footer: (hash: string, address: string) => [`${hash} · Sprawdź: ${address}`, `Sprawdź: ${address}`, address],
  footerDraft: (debate: string) => `Debata nr ${debate} · projekt protokołu`,
  fileName: (number: string | null, debate: string, isPublic: boolean, ending = "pdf") =>
    `Protokół ${number ? `nr ${number}` : `debata ${debate} – projekt`}${isPublic ? "" : " – wersja wewnętrzna"}.${ending}`,
};

const DUE: Record<DueBasis, string> = {
  commitment: "ustalenie debaty",
  courtesy: "prośba grzecznościowa",
  art_243: "art. 243 KPA",
  art_244: "art. 244 KPA",
  art_245: "art. 245 KPA",
  art_247: "art. 247 KPA",
  petition: "ustawa o petycjach",
};

/**
 * Sentences that the record suggests; the clerk changes what does not fit. No numbers of motions or tasks: the public
 * version may have fewer of them than the internal one.
 */
export const suggestions = {
  done: {
    opening: "Debatę otwarto i przywitano uczestników",
    speech: "Zagadnienie przedstawiono",
    follow_up: "Realizację wniosków z poprzedniej debaty przedstawiono",
    discussion: "Dyskusję przeprowadzono",
    findings: "Wnioski podsumowano i wskazano zadania",
    survey: "Anonimową ankietę przeprowadzono",
    vote: "Głosowanie przeprowadzono",
    break: "Przerwę ogłoszono",
    closing: "Debatę podsumowano i zakończono",
  } satisfies Record<AgendaKind, string>,
  /** „… w godz. 17.02–17.09.”, „… o godz. 17.02.” */
  sentence: (done: string, hours: string) => `${done}${hours ? ` ${hours.includes("–") ? "w" : "o"} ${hours}` : ""}.`,
  notBegun: "Punktu nie omawiano.",
  presenter: (who: string) => `Prowadzenie: ${who}.`,
  noMotions: "W tym punkcie nie zgłoszono wniosków.",
  otherMotions: "Wnioski zgłoszone poza salą wymieniono w części 7.",
  reported: "Wnioski i ich realizację zawiera część 6.",
  voted: "Ocenę realizacji poszczególnych wniosków zawiera część 6.",
  tasks: (owners: string[]) => `Zadania realizują: ${listed(owners)}.`,
  noTasks: "Nie wyznaczono zadań.",
  attendanceList: "Lista obecności przedstawicieli instytucji",
  surveyForm: "Wzór ankiety",
  copyOne: "egz. nr 1 – aa",
  copy: (no: number, body: string) => `egz. nr ${no} – ${body}`,
};
