import { counted, NBSP, quoted } from "~/platform/language";
import type { DebateStatus } from "~db/vocabulary";

/** What residents read: the unit's page, a debate's page. */
export const unitPage = {
  title: "Debaty społeczne",
  heading: (localityIn: string) => `Porozmawiajmy o${NBSP}bezpieczeństwie ${localityIn}`.trim(),
  lead: "Tu znajdą Państwo terminy debat, zgłoszą sprawę do omówienia i sprawdzą, co zrobiono ze zgłoszeniami.",
  next: "Najbliższa debata",
  coming: "Następne debaty",
  live: "Debata trwa",
  none: "Nie ma teraz ogłoszonej debaty",
  noneText: "Termin następnej ogłosimy na tej stronie. Można zapisać się na kalendarz debat – wpis pojawi się sam.",
  calendar: "Kalendarz debat (.ics)",
  tracker: "Zgłosiliście – zrobiliśmy",
  allMatters: "Wszystkie zgłoszenia",
  earlier: "Wcześniejsze debaty",
  earlierNone: "Pierwsza debata jest jeszcze przed nami.",
  older: "Starsze debaty",
  newer: "Nowsze debaty",
  number: (number: string) => `Debata nr ${number}`,
  result: ({ all, done, open }: { all: number; done: number; open: number }) =>
    all === 0
      ? "Nie zgłoszono spraw"
      : [matters(all), done && `zrealizowano ${done}`, open && `w toku ${open}`].filter(Boolean).join(", "),
};

export const debatePage = {
  priority: "Priorytet debaty",
  crumb: "Debaty",
  number: (number: string) => `Debata nr ${number}`,
  /** „Potem, godz. 19.30–21.30, w tej samej sali debata inicjująca:” */
  pair: (isBefore: boolean, kind: string, hours: string) =>
    `${isBefore ? "Wcześniej" : "Potem"} tego samego wieczoru, ${hours}: debata ${kind}`,
  badge: {
    draft: "Szkic",
    announced: "Ogłoszona · wstęp wolny",
    live: "Trwa · wstęp wolny",
    held: "Odbyta",
    closed: "Odbyta · zamknięta",
    postponed: "Przełożona",
    cancelled: "Odwołana",
  } satisfies Record<DebateStatus, string>,
  withMinutes: "Odbyta · protokół opublikowany",
  cycle: (title: string) => `${quoted(title)}. Słuchamy, zapisujemy i ustalamy, kto zajmie się każdą sprawą.`,
  whenAndWhere: "Kiedy i gdzie",
  term: "Termin",
  place: "Miejsce",
  forWhom: "Dla kogo",
  everybody: "Dla wszystkich mieszkańców. Zapisy nie są konieczne – pomagają przygotować salę.",
  organizers: "Współorganizator",
  access: "Dostępność",
  accessNone: "Organizator nie podał jeszcze, jak dostępne jest miejsce. Można o to zapytać telefonicznie.",
  needs: "Zgłoś szczególne potrzeby",
  orCall: (phone: string) => (phone ? ` lub zadzwoń: ${phone}.` : "."),
  plan: "Plan wieczoru",
  planNone: "Plan ogłosimy przed debatą.",
  minutes: (n: number) => counted(n, "minute"),
  guests: "Zaproszeni goście",
  guestsText: (guests: string) => `Na Państwa pytania odpowiedzą: ${guests}.`,
  raised: "Już zgłoszone sprawy",
  raisedCount: (n: number) => `${published(n)}. Jeżeli Państwa dotyczy to samo, można to napisać w zgłoszeniu.`,
  raisedNone: "Nie ma jeszcze opublikowanych spraw",
  raisedNoneText: "Zgłoszenia pokazujemy tutaj, gdy sprawdzimy ich treść.",
  askedBy: (n: number) => (n > 1 ? `Zgłosiło: ${counted(n, "person")}` : ""),
  dealtWithBy: (owner: string) => `zajmuje się: ${owner}`,
  takePart: "Weź udział",
  takePartShort: "Weź udział – skróty",
  free: "Wolnych miejsc:",
  of: (capacity: number) => `${from(capacity)} ${capacity}`,
  taken: (taken: number, capacity: number) => `Zajęte miejsca: ${taken} ${from(capacity)} ${capacity}`,
  full: "Wszystkie miejsca są zajęte – można zapisać się na listę oczekujących.",
  register: "Zapisz się",
  submit: "Zgłoś sprawę",
  submitUntil: (until: string) => `Sprawę można zgłosić bez konta i bez podawania nazwiska, do ${until}`,
  submitClosed: "Czas na zgłoszenia do tej debaty minął.",
  addToCalendar: "Dodaj do kalendarza (.ics)",
  poster: "Plakat do wydruku (PDF)",
  calledOff: { postponed: "Debata została przełożona", cancelled: "Debata została odwołana" },
  datePending: "Nowy termin ogłosimy na tej stronie.",
  newDate: (term: string) => `Nowy termin: ${term}.`,
  previously: "Poprzednio planowany termin",
  happened: (when: string, where: string) => `Odbyła się ${when}, ${where}.`,
  present: (all: number, residents: number, officials: number) =>
    all === 0
      ? ""
      : `Obecnych: ${counted(all, "person")}, w tym ${counted(residents, "resident")} i ${counted(officials, "representative")} instytucji.`,
  outcomes: "Co stało się z każdą sprawą",
  outcomesNote: (day: string) => `Stan na ${day} Instytucje zgłaszają wykonanie, a potwierdza je organizator.`,
  outcomesNone: "Nie zgłoszono wniosków",
  outcomesNoneText: "Podczas tej debaty i do dziś nie ma opublikowanych spraw.",
  inShort: "W skrócie",
  newMatter: "Masz nową sprawę?",
  newMatterStill: (until: string) => `Zgłoszenia do tej debaty przyjmujemy do ${until}`,
  newMatterNext: "Czas na zgłoszenia do tej debaty minął. Terminy następnych są na stronie jednostki.",
  nextDebates: "Zobacz najbliższe debaty",
  readMinutes: "Przeczytaj protokół",
  readReport: "Co zrobiono – sprawozdanie (PDF)",
  answeredBy: (who: string) => `Odpowiedź: ${who}.`,
  wholeText: "Cała treść",
  newest: (shown: number, all: number) => `Pokazujemy ${shown} najnowszych spraw z ${all}.`,
  next: "Co dalej",
  debateHeld: (n: number) =>
    n === 0 ? "" : ` – ${counted(n, ["zgłoszona sprawa", "zgłoszone sprawy", "zgłoszonych spraw"])}`,
  weAreHere: (done: number, all: number) => (all === 0 ? "" : ` zrealizowano ${done} z ${all}`),
  timeline: { debate: "Debata", here: "Jesteśmy tutaj:", evaluation: "Debata ewaluacyjna" },
  evaluation: " – ocenią Państwo, co udało się zrobić",
};

const matters = (n: number) => counted(n, ["sprawa", "sprawy", "spraw"]);
const published = (n: number) => `Opublikowano ${counted(n, ["sprawę", "sprawy", "spraw"])}`;

/** „71 ze 120”, „3 z 80”: what begins with „sto” takes „ze”. */
const from = (n: number) => (n >= 100 && n < 200 ? "ze" : "z");
