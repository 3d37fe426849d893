import { NBSP } from "~/platform/language";
import type { DebateKind, SubstituteStatus } from "~db/vocabulary";
import { kindWords } from "./messages.kinds.pl";
import { capital, sentence } from "./messages.letters.pl";
import type { RsvpAnswer, RsvpRefusal } from "./rules";
import { type Address, YOU } from "./rules.address";

/** What invited officials and their substitutes read on the page behind their link. */
export const page = {
  title: "Zaproszenie na debatę",
  titleDone: "Odpowiedź zapisana",
  eyebrow: (office: string) => `Zaproszenie imienne · ${office}`,
  question: (address: Address, kind: DebateKind): string =>
    `Czy ${YOU[address].takesPart} udział w${NBSP}${kindWords[kind].locative}?`,
  answer: "Odpowiedź",
  until: (when: string) => `– prosimy do ${when}`,
  accepted: "Potwierdzam udział",
  substituted: "Wskazuję zastępcę",
  substitutedHint: "Ta osoba otrzyma własne zaproszenie i potwierdzi je sama.",
  declined: "Nie mogę uczestniczyć",
  needs: "Szczególne potrzeby",
  needsHint: "Na przykład tłumacz PJM albo dostęp dla wózka.",
  name: "Imię i nazwisko zastępcy",
  post: "Funkcja",
  email: "E-mail zastępcy",
  emailHint: "Wyślemy na niego osobiste zaproszenie.",
  statement: "Pisemne stanowisko dla mieszkańców",
  statementHint: "Odczytamy je na debacie i dołączymy do protokołu.",
  submit: "Wyślij odpowiedź",
  changeable: (when: string) => sentence(`Odpowiedź można zmienić do ${when}.`),
  letter: "Treść zaproszenia",
  plan: "Plan debaty",
  thanks: "Dziękujemy, odpowiedź jest zapisana",
  lead: {
    accepted: "Do zobaczenia na spotkaniu.",
    declined: "Dziękujemy za informację.",
    substituted_asked: "Zaproszenie dla zastępcy wysłano na wskazany adres. Czekamy na potwierdzenie tej osoby.",
    substituted_unreached: "Czekamy na potwierdzenie zastępcy.",
    substituted_confirmed: "Zastępca potwierdził udział.",
    substituted_declined:
      "Wskazana osoba nie może przyjść. Proszę zmienić odpowiedź: wskazać kogoś innego albo przyjść osobiście.",
  },
  facts: {
    debate: "Debata",
    minutes: "W protokole",
    answer: "Odpowiedź",
    recorded: "Zapisano",
    needs: "Szczególne potrzeby",
    statement: "Stanowisko",
    office: "W zastępstwie",
  },
  onBehalf: (post: string, office: string) => `${post} – w zastępstwie: ${office}`,
  calendar: "Dodaj do kalendarza",
  change: "Zmień odpowiedź",
  expired: "Zaproszenie można było otwierać przez rok po debacie. Ten czas minął, więc link już nie działa.",
  keepTitle: "Ten link będzie działał dalej",
  keepText:
    "Pod tym samym adresem można do terminu zmienić odpowiedź, a później ją sprawdzić. Link jest osobisty, prosimy go nie przekazywać.",
  postponed: (kind: DebateKind): string =>
    `${page.postponedTitle(kind)} na nowy termin. Prosimy o odpowiedź jeszcze raz.`,
  callUnit: "W razie pytań prosimy o telefon do organizatora:",
  closed: {
    answers_closed: {
      title: "Termin odpowiedzi minął",
      text: "Odpowiedzi przez tę stronę nie można już zapisać ani zmienić. Organizator może to zrobić za Państwa.",
    },
    withdrawn: {
      title: "To zaproszenie zostało wycofane",
      text: "Organizator wycofał zaproszenie. Odpowiedź nie jest potrzebna.",
    },
    called_off: { title: "Debata została odwołana", text: "Spotkanie się nie odbędzie. Odpowiedź nie jest potrzebna." },
    date_pending: {
      title: "Debata została przełożona",
      text: "Nowy termin nie jest jeszcze znany. Gdy będzie ustalony, przyślemy wiadomość i poprosimy o odpowiedź.",
    },
    debate_over: { title: "Spotkanie już się odbyło", text: "Odpowiedź nie jest już potrzebna. Dziękujemy." },
    replaced: {
      title: "To zastępstwo jest nieaktualne",
      text: "Osoba zaproszona zmieniła swoją odpowiedź. Nie trzeba nic robić. Dziękujemy za gotowość.",
    },
  } satisfies Partial<Record<RsvpRefusal, { title: string; text: string }>>,
  /** The same with the right noun: debate, forum, working meeting. */
  calledOff: (kind: DebateKind) => `${capital(kindWords[kind].nominative)} ${kindWords[kind].calledOff}`,
  postponedTitle: (kind: DebateKind): string => `${capital(kindWords[kind].nominative)} ${kindWords[kind].postponed}`,
  reason: "Powód:",
  labels: {
    answer: "Odpowiedź",
    name: "Imię i nazwisko zastępcy",
    post: "Funkcja",
    email: "E-mail zastępcy",
    needs: "Szczególne potrzeby",
    statement: "Stanowisko",
  } as Record<string, string>,
};

export const answers = {
  accepted: "Potwierdzono udział",
  declined: "Odmówiono udziału",
  substituted: "Wyznaczono zastępcę",
} satisfies Record<RsvpAnswer["status"], string>;

export const substitutePage = {
  title: "Zastępstwo na debacie",
  expired: "Zaproszenie zastępcy można było otwierać przez rok po debacie. Ten czas minął, więc link już nie działa.",
  eyebrow: (office: string) => `W zastępstwie · ${office}`,
  question: (kind: DebateKind) => page.question("several", kind),
  asked: (who: string, office: string) => `Zaproszona osoba (${office}) wskazała na swoje zastępstwo: ${who}.`,
  confirm: "Potwierdzam udział",
  decline: "Nie mogę uczestniczyć",
  declineHint: "Osoba zaproszona dostanie wiadomość i wskaże kogoś innego.",
  lead: {
    asked: "Czekamy na odpowiedź.",
    confirmed: "Do zobaczenia na spotkaniu.",
    declined: "Dziękujemy za informację. Osoba zaproszona dostanie o tym wiadomość.",
    replaced: "",
  } satisfies Record<SubstituteStatus, string>,
  badges: {
    asked: "Brak odpowiedzi",
    confirmed: "Potwierdzono udział",
    declined: "Odmówiono udziału",
    replaced: "Nieaktualne",
  } satisfies Record<SubstituteStatus, string>,
  until: "Odpowiedź można zmienić do rozpoczęcia debaty.",
};
