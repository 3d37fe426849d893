import { messages as motions } from "~/domain/motions/messages.pl";
import { NBSP, quoted } from "~/platform/language";
import { type CalendarDate, formatLong, formatShort } from "~/platform/time";
import { messages as ballots } from "./messages.ballot.pl";
import type { ScreenRefusal } from "./rules.screen";
import type { SlideLine } from "./rules.slide";

export const screen = {
  expired: "Ekran sali działa w czasie debaty i dzień po niej. Ten czas minął.",
  title: "Ekran sali",
  now: (no: number, of: number, day: Date) => `Teraz · punkt ${no} z${NBSP}${of} · ${formatLong(day)}`,
  waiting: (number: string, day: Date) => `Debata nr${NBSP}${number} · ${formatLong(day)}`,
  left: "pozostało",
  over: "ponad czas",
  lastMotions: "Ostatnie wnioski",
  next: "Dalej w porządku",
  submit: "Zgłoś sprawę",
  voteBy: "Głosuj telefonem",
  scan: "Proszę zeskanować kod albo wpisać",
  emergency: "Sprawa pilna:",
  slide: (no: number, of: number, number: string) => `Wniosek nr${NBSP}${number} · ${no} z${NBSP}${of}`,
  priority: "priorytet debaty",
  promised: "Obiecaliśmy",
  done: "Zrobiliśmy",
  missing: "Czego brak i dlaczego",
  nothingDone: "Jeszcze nic, co można pokazać.",
  nothingMissing: "Niczego nie brakuje.",
  ballot: (number: string) => `Głosowanie · wniosek nr${NBSP}${number}`,
  question: "Czy ten wniosek zrealizowano?",
  votesSoFar: "z telefonów",
  byHand: "Kto nie ma telefonu, podnosi rękę.",
  result: (number: string) => `Ocena sali · wniosek nr${NBSP}${number}`,
  resultTable: "Wynik głosowania",
  answer: "Odpowiedź",
  votes: "Głosy",
};

/** „Zarząd Dróg Powiatowych: Kładka dla pieszych – do 31.12.2027” */
export function slideLine(line: SlideLine): string {
  const who = line.body ? `${line.body}: ` : "";
  const what = (text: string) => `${who}${text}`;
  switch (line.kind) {
    case "promise":
      return `${what(line.text)} – do ${formatShort(line.dueOn)}`;
    case "referral":
      return `Przekazano według właściwości: ${line.text}`;
    case "done":
      return what(line.text || "wykonano");
    case "reported":
      return what(`${line.text || "wykonano"} – zgłoszono wykonanie, czeka na potwierdzenie`);
    case "partly":
      return what(`${line.text ? `${line.text} – ` : ""}wykonano częściowo`);
    case "underway":
      return what(line.text);
    case "refused":
      return what(`odmowa – ${line.text}`);
    case "funds":
      return what(
        `${quoted(line.text)} wymaga środków${line.budgetYear ? ` w budżecie na ${line.budgetYear} r.` : ""}`,
      );
    case "owed":
      return what(owed(line.text, line.dueOn));
  }
}

const owed = (text: string, dueOn: CalendarDate) => `${quoted(text)} – w toku, termin ${formatShort(dueOn)}`;

export const desk = {
  title: "Ekran sali i głosowanie",
  intro:
    "Na komputerze rzutnika proszę otworzyć adres ekranu; nie trzeba się tam logować. Stąd wybiera się, co sala widzi.",
  open: "Otwórz ekran sali",
  screenAddress: "Adres ekranu",
  voteAddress: "Adres głosowania",
  renew: "Zmień oba adresy",
  renewHint: "Dotychczasowe przestaną działać, także zeskanowany kod.",
  now: "Na ekranie",
  modes: { agenda: "Porządek", blank: "Pusty ekran", slide: "Slajd", ballot: "Głosowanie", result: "Wynik" },
  showAgenda: "Porządek",
  showBlank: "Pusty ekran",
  previous: "Poprzedni slajd",
  next: "Następny slajd",
  first: "Pierwszy slajd",
  slide: "Pokaż slajd",
  vote: "Otwórz głosowanie",
  again: "Otwórz ponownie",
  result: "Pokaż wynik",
  motions: "Wnioski tego wieczoru",
  none: "Ta debata nie ma wniosków, o których mówi się publicznie. Ekran pokaże porządek i zegar.",
  notEvaluation:
    "Slajdy i głosowania są dla debaty ewaluacyjnej, która rozlicza wcześniejszą. Tu ekran pokazuje porządek, zegar i ostatnie wnioski.",
  notLive: "Głosowania otwiera się po otwarciu sali („Na żywo”). Slajdy można pokazać już teraz.",
  closing: (number: string) => `Trwa głosowanie: wniosek nr${NBSP}${number}`,
  phones: "Telefony",
  heads: "Podniesione ręce",
  overruled: "Ocena",
  byCount: "według wyniku głosowania",
  note: "Powód innej oceny",
  noteHint: "Trafi do protokołu i na stronę publiczną.",
  text: "Co powiedziano o realizacji",
  close: "Zamknij głosowanie i pokaż wynik",
  drop: "Wycofaj głosowanie",
  keys: "Strzałki albo PageUp i PageDown: slajdy; O: otwórz głosowanie, Z: zamknij, W: wynik, P: porządek, B: pusty ekran.",
  refusals: {
    called_off: "Debatę odwołano; ekran niczego nie pokaże.",
    no_slide: "Tego wniosku nie można pokazać sali.",
    no_ballot: "To głosowanie nie jest otwarte.",
    no_result: "Ten wniosek nie ma jeszcze wyniku.",
  } satisfies Record<ScreenRefusal, string>,
};

const refusals: Record<string, string> = { ...motions.refusals, ...ballots.refusals, ...desk.refusals };

/** Why the desk of the hall was refused, and at which field to say so. */
export const hallRefusal = (reason: string) =>
  [refusals[reason] ?? ballots.refusals.not_open, (ballots.fieldOf as Record<string, string>)[reason]] as const;
