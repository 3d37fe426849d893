import { messages as motions } from "~/domain/motions/messages.pl";
import { messages as tasks } from "~/domain/tasks/messages.pl";
import type { LiveRefusal } from "./rules";

export const messages = {
  title: "Na żywo",
  item: (no: number, of: number) => `Punkt ${no} z ${of}`,
  noItem: "Żaden punkt jeszcze nie trwa",
  allDone: "Wszystkie punkty omówiono",
  next: "Następny punkt",
  begin: "Rozpocznij pierwszy punkt",
  finish: "Zakończ punkt",
  left: (text: string) => `Pozostało ${text}`,
  overTime: (text: string) => `Przekroczono o ${text}`,
  late: (minutes: string) => `opóźnienie ${minutes}`,
  early: (minutes: string) => `przed planem o ${minutes}`,
  onTime: "zgodnie z planem",
  past: " – zakończono",
  capture: {
    title: (no: number) => `Wniosek nr ${no}`,
    text: "Treść",
    place: "Miejsce",
    category: "Kategoria",
    raisedBy: "Zgłasza",
    owner: "Kto się zajmie",
    ownerLater: "– ustalimy później –",
    dueOn: "Termin",
    save: "Zapisz wniosek",
    savePolice: "Zapisz jako utajniony",
    hint: "przejdź tu",
    saveHint: "zapisz",
  },
  taken: "Zapisane",
  newestFirst: "ostatni u góry",
  nothingTaken: "Jeszcze nic nie zapisano. Pierwszy wniosek pojawi się tutaj.",
  outcomes: {
    answered: "Odpowiedziano",
    task: "Zadanie",
    refer: "Przekazanie",
    merge: "Połącz",
    police: "Utajnij",
    out: "Poza zakresem",
  },
  decide: (number: string) => `Wynik wniosku ${number}`,
  answer: "Odpowiedź lub uzasadnienie",
  body: "Podmiot",
  bodyChoose: "– wybierz podmiot –",
  mergeInto: "Połącz z wnioskiem",
  mergeChoose: "– wybierz wniosek –",
  change: "Zmień",
  settled: {
    task: (body: string, due: string) => `Zadanie: ${body}, do ${due}`,
    refer: (body: string) => `Przekazanie: ${body}`,
    merged: (number: string) => `Połączono z ${number}`,
  },
  present: "Obecni",
  add: (group: string) => `Dodaj: ${group}`,
  remove: (group: string) => `Odejmij: ${group}`,
  officials: "Obecność zaproszonych",
  notLiveTitle: "Debata jeszcze nie trwa",
  notLive:
    "Ten ekran działa od otwarcia debaty do jej zakończenia. Po debacie wnioski rozpatruje się w zakładce „Wnioski”.",
  overTitle: "Debata już się odbyła",
  over: "Wnioski i\u00a0obecność można jeszcze uzupełnić w\u00a0zakładkach „Wnioski” i\u00a0„Obecność”, a\u00a0przebieg opisuje protokół.",
  toMinutes: "Przejdź do protokołu",
  calledOffTitle: "Debata została odwołana albo przełożona",
  open: "Otwórz debatę",
  end: "Zakończ debatę",
  errors: {
    outcome: "Proszę wybrać wynik wniosku przyciskiem albo jego klawiszem.",
    dueWithoutOwner: "Proszę wybrać, kto się zajmie, albo usunąć termin: termin ma tylko zadanie.",
    body: "Proszę wybrać podmiot.",
    target: "Proszę wybrać wniosek, z którym łączymy.",
    stale: "Ten wniosek zmienił ktoś inny. Lista pokazuje jego obecny stan.",
    failed: "Nie udało się tego zapisać. Proszę sprawdzić stan wniosku na liście.",
  },
  refusals: {
    not_live: "Debata nie trwa, więc nie można zmieniać punktów.",
    already_running: "Ten punkt już trwa.",
    not_running: "Ten punkt teraz nie trwa.",
    no_item: "Tego punktu nie ma już w porządku.",
    nothing_runs: "Proszę najpierw rozpocząć punkt porządku: głos zapisuje się pod punktem, który trwa.",
  } satisfies Record<LiveRefusal, string>,
};

/** The screen speaks for three rooms; whatever has refused, the reason has its sentence there. */
export function sentenceFor(reason: string): string {
  const sentences: Record<string, string> = { ...tasks.refusals, ...motions.refusals, ...messages.refusals };
  return sentences[reason] ?? messages.errors.failed;
}

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  agenda_item_started: ({ title }) => `Rozpoczęto punkt „${title}”`,
  agenda_item_finished: ({ title }) => `Zakończono punkt „${title}”`,
  speech_noted: ({ speaker }) => `Głos zabiera: ${speaker}`,
  speech_taken_back: ({ speaker }) => `Cofnięto wpis o głosie: ${speaker}`,
};
