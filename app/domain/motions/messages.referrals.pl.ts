import { kindWords } from "~/domain/invitations/messages.kinds.pl";
import { quoted } from "~/platform/language";
import { formatDate } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";

type Debate = { kind: DebateKind; cycleTitle: string; number: number; year: number; startsAt: Date };

/** „debaty społecznej pn. „…”, która …” without a gender: the day stands in brackets. */
const named = ({ kind, cycleTitle, startsAt }: Debate) =>
  `${kindWords[kind].genitive}${cycleTitle ? ` pn. ${quoted(cycleTitle)}` : ""} z dnia ${formatDate(startsAt)}`;

/** A sentence that ends with „r.” needs no second full stop. */
const stop = (text: string) => (text.endsWith("r.") ? text : `${text}.`);

export const referral = {
  title: ({ number, year }: Debate) => `Przekazanie wniosków – debata nr ${number}/${year}`,
  fileName: ({ number, year }: Debate) => `Przekazanie wniosków – debata ${number}-${year}.pdf`,
  footer: ({ number, year }: Debate) => `Debata nr ${number}/${year}`,
  placeAndDate: (place: string, day: string) => [place, `dnia ${day}`].filter(Boolean).join(", "),
  hello: "Szanowni Państwo,",
  labels: {
    number: "Numer wniosku",
    received: "Data wpływu",
    place: "Miejsce",
    applicant: "Wnioskodawca",
    body: "Podmiot właściwy",
  },
  columns: { number: "Nr", received: "Zgłoszono", place: "Miejsce", text: "Treść" },
  none: "–",

  statutory: {
    subject: (number: string) => `Przekazanie wniosku nr ${number} według właściwości`,
    opening: (debate: Debate) =>
      `na podstawie art. 243 Kodeksu postępowania administracyjnego przekazuję według właściwości wniosek złożony w ramach ${stop(named(debate))}`,
    text: "Treść wniosku:",
    ask: (hasApplicant: boolean) =>
      hasApplicant
        ? "Proszę o poinformowanie wnioskodawcy oraz – do wiadomości – tutejszej jednostki o sposobie załatwienia wniosku."
        : "Proszę o poinformowanie tutejszej jednostki o sposobie załatwienia wniosku.",
    term: "Wniosek załatwia się bez zbędnej zwłoki, nie później jednak niż w ciągu miesiąca od dnia, w którym otrzymał go organ właściwy (art. 244 § 1 w związku z art. 237 § 1\u00a0KPA).",
    councillor:
      "Wniosek pochodzi od osoby sprawującej mandat radnego, dlatego o stanie albo sposobie jego załatwienia zawiadamia się ją najpóźniej w terminie 14 dni (art. 247 w związku z art. 237 § 2\u00a0KPA).",
    told: "O przekazaniu wniosku zawiadamiam jednocześnie wnioskodawcę.",
    copies: "Otrzymują:",
    copy: { body: "1. adresat", applicant: "2. wnioskodawca – do wiadomości", files: (no: number) => `${no}. aa` },
  },

  courtesy: {
    subject: (many: number, { number, year }: Debate) =>
      `${many === 1 ? "Wniosek zgłoszony" : "Wnioski zgłoszone"} w ramach debaty nr ${number}/${year}`,
    opening: (many: number, debate: Debate) =>
      many === 1
        ? `przekazuję według właściwości wniosek dotyczący zadań Państwa instytucji, zgłoszony w ramach ${stop(named(debate))}`
        : `przekazuję według właściwości wnioski dotyczące zadań Państwa instytucji, zgłoszone w ramach ${stop(named(debate))}`,
    ask: (many: number) =>
      `Zwracam się z prośbą o rozważenie możliwości załatwienia ${many === 1 ? "tej sprawy" : "tych spraw"} oraz o informację o podjętych działaniach albo o powodach, dla których nie jest to możliwe – w miarę możliwości w ciągu 30 dni od otrzymania tego pisma. Odpowiedź przedstawimy mieszkańcom.`,
    plain: (many: number) =>
      `${many === 1 ? "Wniosek zgłoszono" : "Wnioski zgłoszono"} na debacie, nie w trybie działu VIII Kodeksu postępowania administracyjnego. Danych osób zgłaszających nie przekazujemy.`,
    tracker: "Stan spraw z debat publikujemy pod adresem:",
  },

  notice: {
    to: "Pan/Pani",
    applicant: "Wnioskodawca",
    subject: (number: string) => `Zawiadomienie o przekazaniu wniosku nr ${number}`,
    statutory: (received: string) =>
      `na podstawie art. 243 Kodeksu postępowania administracyjnego zawiadamiam, że wniosek, który wpłynął w dniu ${received}, został przekazany według właściwości, ponieważ sprawa należy do zadań innego podmiotu.`,
    courtesy: (received: string) =>
      `uprzejmie informuję, że wniosek zgłoszony w dniu ${received} został przekazany podmiotowi, do którego zadań należy ta sprawa, z prośbą o informację o sposobie jej załatwienia.`,
    term: "Wniosek załatwia się bez zbędnej zwłoki, nie później jednak niż w ciągu miesiąca od dnia, w którym otrzymał go organ właściwy (art. 244 § 1 w związku z art. 237 § 1\u00a0KPA). O sposobie załatwienia zawiadamia ten organ.",
    thanks: "Dziękuję za zgłoszenie sprawy ważnej dla bezpieczeństwa mieszkańców.",
    text: "Treść wniosku:",
  },
};
