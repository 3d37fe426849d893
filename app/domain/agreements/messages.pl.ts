import { counted, formatMoney, formatNumber } from "~/platform/language";
import { formatPeriod, formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import type { AgreementView, OutcomeName, UseRefusal } from "./rules";
import { divided, type Price, spent, type TermsRefusal, type TypedPrice } from "./rules.terms";

const patrols = (n: number) => counted(n, "patrol");
/** „150 służb po 220 zł”; where it does not come out even, the rest is said openly. */
function priceOf({ amountGrosze, services, unitPriceGrosze }: Price): string {
  const { unitPriceGrosze: each, remainderGrosze } = divided(amountGrosze, services);
  const rest = remainderGrosze ? ` i ${formatMoney(remainderGrosze)} reszty` : "";
  return `${patrols(services)} po ${formatMoney(unitPriceGrosze ?? each)}${rest}`;
}

export const messages = {
  title: "Porozumienie",
  listTitle: "Porozumienia",
  listSub: "Np. służby ponadnormatywne, które opłaca samorząd",
  views: { open: "Trwające", ended: "Zakończone" } satisfies Record<AgreementView, string>,
  all: "Wszystkie",
  tabs: "Widoki porozumień",
  columns: { subject: "Przedmiot", parties: "Strony", period: "Okres", used: "Wykorzystano", amount: "Kwota" },
  none: {
    title: "Nie ma tu porozumień",
    text: "Porozumienie zapisuje się przy zadaniu, którego realizacją jest, na przykład przy zwiększeniu liczby patroli.",
    action: "Przejdź do zadań",
  },
  facts: {
    parties: "Strony",
    signed: "Podpisano",
    resolution: "Uchwała",
    period: "Okres",
    amount: "Kwota",
    price: "Na co",
    used: "Wykorzystano",
    left: "Pozostało",
    places: "Miejsca z KMZB",
    task: "Zadanie",
  },
  period: (from: CalendarDate, to: CalendarDate) => formatPeriod(from, to),
  used: (used: number, of: number) => `${formatNumber(used)} z ${counted(of, ["służby", "służb", "służb"])}`,
  left: (price: Price, used: number) => {
    const { leftServices, leftGrosze } = spent(price, used);
    return `${patrols(leftServices)}, ${formatMoney(leftGrosze)}`;
  },
  price: priceOf,
  amount: formatMoney,
  open: "Otwórz porozumienie",
  add: "Dodaj porozumienie",
  another: "Dodaj kolejne porozumienie",
  edit: "Popraw porozumienie",
  pdf: "Sprawozdanie (PDF)",
  task: "Przejdź do zadania",
  fulfilled: "Porozumienie jest wykonane: wykorzystano wszystkie służby.",
  over: "Okres porozumienia minął.",
  confirm: "Proszę sprawdzić, czy można potwierdzić wykonanie zadania.",
  months: "Miesiąc po miesiącu",
  month: "Miesiąc",
  none_yet: "Nie wpisano jeszcze żadnej służby.",
  entries: "Wpisy",
  entryColumns: {
    day: "Dzień",
    services: "Służby",
    place: "Miejsce",
    outcome: "Wynik",
    note: "Uwagi",
    who: "Kto wpisał",
  },
  total: "Razem",
  outcomes: {
    identified: "wylegitymowani",
    fined: "mandaty",
    cautioned: "pouczenia",
    detained: "zatrzymani",
  } satisfies Record<OutcomeName, string>,
  useTitle: "Wpisz wykorzystane służby",
  useHint: "Pomyłki się nie usuwa: w tym samym dniu wpisuje się liczbę ujemną i powód.",
  outcomeHint: "Jeśli było",
  save: "Zapisz",
  saveUse: "Zapisz wpis",
  record: "Zapisz porozumienie",
  recordTitle: "Porozumienie do zadania",
  back: "Wróć do zadania",
  backToAgreement: "Wróć do porozumienia",
  reportTitle: "Sprawozdanie",
  reportHint: "Kilka zdań o wykonaniu: trafią do dokumentu PDF, nad tabelami.",
  saveReport: "Zapisz sprawozdanie",
  labels: {
    subject: "Przedmiot",
    parties: "Strony",
    resolution: "Uchwała rady",
    signedOn: "Data podpisania",
    startsOn: "Od",
    endsOn: "Do",
    amountGrosze: "Kwota",
    services: "Liczba służb",
    unitPriceGrosze: "Cena jednej służby",
    places: "Miejsca z Krajowej Mapy Zagrożeń",
    usedOn: "Dzień",
    place: "Miejsce",
    note: "Uwagi",
    identified: "Wylegitymowani",
    fined: "Mandaty",
    cautioned: "Pouczenia",
    detained: "Zatrzymani",
    report: "Sprawozdanie",
  },
  subjectHint: "Przedmiot, strony i kwotę zobaczą mieszkańcy na stronie sprawy. Prosimy nie wpisywać nazwisk.",
  resolutionHint: "Na przykład: uchwała nr XX/123/2026 Rady Miejskiej z 26.02.2026",
  priceLegend: "Wystarczą dwie z trzech liczb, trzecia z nich wynika.",
  amountHint: "Na przykład 33 000 zł",
  unitPriceHint: "Na przykład 220,00 zł",
  follows: (value: string) => `Wynika z pozostałych: ${value}`,
  partiesHint: "Każda w osobnym wierszu, na przykład gmina i komenda powiatowa.",
  partiesTwo: "Porozumienie mają co najmniej dwie strony. Proszę wpisać każdą w osobnym wierszu.",
  placesHint: "Każde w osobnym wierszu. Podpowiemy je przy wpisach.",
  noteHint: "Przy poprawce: powód.",
  stale: "Ktoś zmienił to porozumienie w międzyczasie. Proszę sprawdzić liczby i zapisać jeszcze raz.",
};

type Period = { startsOn: CalendarDate; endsOn: CalendarDate };
type Asked = TypedPrice & Period;
type Entered = { servicesUsed: number };

/** Why terms are refused, with the numbers that do not fit. */
export function termsRefusal(
  reason: TermsRefusal | "stale",
  typed: Asked,
  { servicesUsed }: Entered = { servicesUsed: 0 },
) {
  const { amountGrosze, services, unitPriceGrosze } = typed;
  switch (reason) {
    case "stale":
      return messages.stale;
    case "ends_before_start":
      return "Koniec okresu nie może być wcześniej niż początek.";
    case "no_services":
      return "Proszę podać liczbę służb większą od zera.";
    case "two_of_three":
      return "Proszę podać dwie z trzech liczb: kwotę, liczbę służb, cenę jednej służby.";
    case "too_much_money":
      return `${patrols(services ?? 0)} po ${formatMoney(unitPriceGrosze ?? 0)} to więcej niż 20 mln zł. Proszę sprawdzić te liczby.`;
    case "fewer_than_used":
      return `Wpisano już ${patrols(servicesUsed)}, więc liczba służb nie może być mniejsza.`;
    case "entries_outside":
      return "Poza tym okresem są już wpisane służby. Proszę poprawić okres albo te wpisy.";
    case "not_whole_services":
      return notWhole(amountGrosze ?? 0, unitPriceGrosze ?? 0);
    case "contradiction":
      return contradiction(amountGrosze ?? 0, services ?? 1, unitPriceGrosze ?? 0);
  }
}

function notWhole(amount: number, each: number) {
  if (each <= 0 || amount < each) return `Za ${formatMoney(amount)} nie ma ani jednej służby po ${formatMoney(each)}.`;
  const rest = amount % each;
  const whole = (amount - rest) / each;
  return `${formatMoney(amount)} to ${patrols(whole)} po ${formatMoney(each)} i ${formatMoney(rest)} reszty. Proszę wpisać liczbę służb albo poprawić kwotę.`;
}

function contradiction(amount: number, services: number, each: number) {
  const product = services * each;
  const difference =
    amount > product ? `o ${formatMoney(amount - product)} więcej` : `o ${formatMoney(product - amount)} mniej`;
  return `${patrols(services)} po ${formatMoney(each)} to ${formatMoney(product)}, a wpisano kwotę ${formatMoney(amount)}: ${difference}. Proszę poprawić jedną z tych liczb.`;
}

/** Beside which field a refusal stands. */
export const termsField: Partial<Record<TermsRefusal | "stale", keyof typeof messages.labels>> = {
  ends_before_start: "endsOn",
  entries_outside: "endsOn",
  no_services: "services",
  fewer_than_used: "services",
  not_whole_services: "services",
  two_of_three: "amountGrosze",
  contradiction: "amountGrosze",
  too_much_money: "amountGrosze",
};

type Counted = Period & { services: number; servicesUsed: number };

export function useRefusal(reason: UseRefusal | "stale", { startsOn, endsOn, services, servicesUsed }: Counted) {
  const sentences: Record<UseRefusal | "stale", string> = {
    stale: messages.stale,
    nothing_used: "Proszę podać liczbę służb różną od zera.",
    in_future: "Ten dzień jeszcze nie nadszedł. Wpisuje się służby, które się odbyły.",
    outside_period: `Porozumienie obowiązuje od ${formatShort(startsOn)} do ${formatShort(endsOn)}. Proszę podać dzień z tego okresu.`,
    too_many: `Porozumienie przewiduje ${patrols(services)}, z czego wykorzystano ${formatNumber(servicesUsed)}. Można wpisać najwyżej ${formatNumber(services - servicesUsed)}.`,
    fewer_than_none: "Tego dnia nie wpisano aż tylu, więc nie można tylu cofnąć. Proszę sprawdzić dzień i liczby.",
    reason_missing: "Proszę napisać, co się poprawia i dlaczego.",
    place_missing: "Proszę podać miejsce służby.",
  };
  return sentences[reason];
}

export const useField: Partial<Record<UseRefusal | "stale", keyof typeof messages.labels>> = {
  nothing_used: "services",
  too_many: "services",
  fewer_than_none: "services",
  in_future: "usedOn",
  outside_period: "usedOn",
  reason_missing: "note",
  place_missing: "place",
};

/** „wylegitymowani: 12, mandaty: 3” */
export const outcomeLine = (counts: Record<OutcomeName, number>) =>
  (Object.keys(messages.outcomes) as OutcomeName[])
    .filter((name) => counts[name] !== 0)
    .map((name) => `${messages.outcomes[name]}: ${formatNumber(counts[name])}`)
    .join(", ");

type EventData = Record<string, unknown> | null;
export const eventMessages: Record<string, (data: EventData) => string> = {
  agreement_recorded: (data) => `Zapisano porozumienie: ${data?.subject ?? ""}`,
  agreement_changed: (data) => `Poprawiono porozumienie: ${data?.subject ?? ""}`,
  agreement_used: (data) => `Porozumienie: wykorzystano ${data?.used ?? ""} z ${data?.of ?? ""} służb`,
  agreement_reported: (data) => `Zapisano sprawozdanie z porozumienia: ${data?.subject ?? ""}`,
};
