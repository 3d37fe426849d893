import type { HallVerdict } from "~db/vocabulary";

export const messages = {
  create: "Przygotuj debatę ewaluacyjną",
  intro:
    "Porządek powstanie z zadań tej debaty: każdy podmiot zda sprawę ze swoich, a przedstawiciele podmiotów trafią na listę zaproszonych jako szkic. Nikt nie zostanie jeszcze powiadomiony.",
  topic: (topic: string) => `Ewaluacja: ${topic}`,
  wording: {
    opening: "Otwarcie debaty i przypomnienie zgłoszonych wniosków",
    report: (body: string) => `Realizacja zadań: ${body}`,
    discussion: "Dyskusja i nowe wnioski mieszkańców",
    vote: "Ocena realizacji przez mieszkańców",
    closing: "Podsumowanie i zakończenie",
  },
  verdicts: {
    done: "Zrealizowano",
    partly: "Częściowo",
    not_done: "Nie zrealizowano",
  } satisfies Record<HallVerdict, string>,
  refusals: {
    not_held: "Debatę ewaluacyjną można przygotować po tym, jak debata się odbyła.",
    no_tasks: "Ta debata nie ma zadań, z których można by zdać sprawę.",
    too_early: "Tabelę zapisuje się po otwarciu sali: to, co w niej stanie, od razu przeczytają wszyscy.",
    exists: "Debata ewaluacyjna dla tej debaty jest już przygotowana.",
    stale:
      "Ktoś zapisał w międzyczasie inne sprawozdanie. W polach jest Państwa tekst, obok zapisany – proszę porównać i zapisać jeszcze raz.",
  },
  doubledHour: "W tym dniu zegary cofa się i ta godzina jest dwa razy. Proszę podać inną.",
  labels: {
    startsOn: "Data",
    startsTime: "Początek",
    venueName: "Miejsce",
    venueAddress: "Adres",
    withPair: "Tego samego wieczoru także nowa debata inicjująca",
    pairAfter: "Przerwa między debatami (min)",
    pairTopic: "Temat debaty inicjującej",
  },
  form: {
    title: "Debata ewaluacyjna",
    dateHint: (range: string) => `Zwykle po 6–12 miesiącach: ${range}`,
    program: "Porządek",
    programHint: (minutes: string) => `Razem ${minutes}. Porządek i listę gości można potem zmienić.`,
    minutes: (count: number) => `${count} min`,
    submit: "Przygotuj debatę ewaluacyjną",
    pairHint:
      "Powstanie drugi szkic: to samo miejsce i te same osoby, porządek z szablonu. Obie debaty będą wskazywać na siebie.",
    pairAfterHint: "Debata inicjująca zacznie się tyle minut po zakończeniu ewaluacyjnej.",
    pairTopicHint: "Puste – temat poprzedniej debaty.",
    back: "Wróć do debaty",
    open: "Otwórz debatę ewaluacyjną",
    exists: (number: string) => `Debata ewaluacyjna nr ${number} jest już przygotowana.`,
  },
  reports: {
    title: "Realizacja wniosków z poprzedniej debaty",
    intro: (number: string) =>
      `Wnioski debaty nr ${number}. To, co powiedziano, i ocena sali trafią do protokołu i na stronę publiczną.`,
    early: "Tabelę można wypełnić po otwarciu sali: od razu przeczytają ją wszyscy.",
    text: "Co powiedziano o realizacji",
    verdict: "Ocena sali",
    undecided: "nie oceniano",
    save: "Zapisz tabelę",
    saved: "Zapisano.",
    none: "Poprzednia debata nie ma wniosków, z których powstały zadania.",
    secret: "wewnętrzny – nie omawiać publicznie",
    task: (body: string, state: string) => `${body}: ${state}`,
    noTask: "bez zadania",
  },
};

export const carry = {
  title: "Zadania przenoszone",
  intro:
    "Te obietnice nie są spełnione. Zaznaczone przejdą dalej: zachowają numer i historię, a następna debata ewaluacyjna zapyta o nie sama. Termin można zmienić na uzgodniony na sali.",
  taken: (numbers: string) => `Już przeniesione: ${numbers}.`,
  none: "Nie ma niespełnionych obietnic: wszystkie zadania są zakończone.",
  early: "Zadania przenosi się po otwarciu sali, gdy sala je oceni.",
  dueOn: "Nowy termin",
  dueHint: (date: string) => `Puste – zostaje ${date}.`,
  submit: "Zamknij ewaluację i przenieś zaznaczone",
  saved: "Ewaluacja zamknięta, zadania przeniesione.",
  /** In the history of each task. */
  note: (number: string) => `Nie zakończono do debaty ewaluacyjnej nr ${number}.`,
  refusals: {
    not_evaluation: "Ta debata niczego nie ewaluuje, więc nie ma czego przenosić.",
    not_begun: "Zadania przenosi się po otwarciu sali, gdy sala je oceni.",
    carry_date_past: "Nowy termin musi być dziś lub później.",
    not_unfinished: "Jedno z zaznaczonych zadań nie czeka już na przeniesienie. Proszę sprawdzić listę.",
  },
};

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  evaluation_finished: ({ carried }) => `Zamknięto ewaluację; zadań przeniesionych: ${carried}`,
  debates_paired: () => "Dodano debatę inicjującą tego samego wieczoru",
  evaluation_prepared: ({ bodies }) => `Przygotowano debatę ewaluacyjną; podmiotów do zdania sprawy: ${bodies}`,
};
