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
    exists: "Debata ewaluacyjna dla tej debaty jest już przygotowana.",
  },
};

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  evaluation_prepared: ({ bodies }) => `Przygotowano debatę ewaluacyjną; podmiotów do zdania sprawy: ${bodies}`,
};
