import { counted, formatMoney } from "~/platform/language";
import { formatPeriod } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import type { TermsRefusal, UseRefusal } from "./rules";

export const messages = {
  title: "Porozumienie",
  facts: {
    parties: "Strony",
    signed: "Podpisano",
    resolution: "Uchwała",
    period: "Okres",
    amount: "Kwota",
    perService: "Za jedną służbę",
    used: "Wykorzystano",
  },
  period: (from: CalendarDate, to: CalendarDate) => formatPeriod(from, to),
  used: (used: number, of: number) => `${used} z ${counted(of, ["służby", "służb", "służb"])}`,
  amount: formatMoney,
  use: "Dopisz wykorzystane służby",
  by: "Ile służb",
  byHint: "Pomyłkę można cofnąć liczbą ujemną.",
  save: "Zapisz",
  record: "Zapisz porozumienie",
  recordTitle: "Porozumienie do zadania",
  back: "Wróć do zadania",
  labels: {
    subject: "Przedmiot",
    parties: "Strony",
    resolution: "Uchwała rady",
    signedOn: "Data podpisania",
    startsOn: "Od",
    endsOn: "Do",
    amountGrosze: "Kwota",
    services: "Liczba służb",
    by: "Ile służb",
  },
  amountHint: "Na przykład 33 000 zł",
  partiesHint: "Na przykład: Gmina Opocznica, Komenda Powiatowa Policji",
  add: "Dodaj porozumienie",
  refusals: {
    ends_before_start: "Koniec okresu nie może być wcześniej niż początek.",
    no_services: "Proszę podać liczbę służb większą od zera.",
    not_begun: "Okres porozumienia jeszcze się nie rozpoczął.",
    too_many: "Porozumienie nie przewiduje aż tylu służb.",
    nothing_used: "Proszę podać liczbę różną od zera; wykorzystanych służb nie może być mniej niż zero.",
    stale: "Ktoś zmienił to porozumienie w międzyczasie. Proszę sprawdzić liczbę i zapisać jeszcze raz.",
  } satisfies Record<TermsRefusal | UseRefusal | "stale", string>,
  fieldOf: {
    ends_before_start: "endsOn",
    no_services: "services",
    not_begun: "by",
    too_many: "by",
    nothing_used: "by",
  } as Partial<Record<string, string>>,
};

type EventData = Record<string, unknown> | null;
export const eventMessages: Record<string, (data: EventData) => string> = {
  agreement_recorded: (data) => `Zapisano porozumienie: ${data?.subject ?? ""}`,
  agreement_used: (data) => `Porozumienie: wykorzystano ${data?.used ?? ""} z ${data?.of ?? ""} służb`,
};
