import { counted } from "~/platform/language";

const ORDINALS = [
  "",
  "Pierwszy",
  "Drugi",
  "Trzeci",
  "Czwarty",
  "Piąty",
  "Szósty",
  "Siódmy",
  "Ósmy",
  "Dziewiąty",
  "Dziesiąty",
];
const debatesOf = (n: number) => (n === 1 ? "jednej debacie" : `${n}\u00a0debatach`);

/** The same thing at the same place, again and again. */
export const repeats = {
  title: "Powtarzające się problemy",
  sub: "Ta sama kategoria i to samo miejsce co najmniej trzy razy w ciągu dwóch lat. Miejsca porównujemy bez numerów domów.",
  link: "Powtarzające się problemy",
  heading: (category: string, place: string) => `${category} – ${place}`,
  figures: (many: number, debates: number) => `${counted(many, "motion")} na ${debatesOf(debates)}`,
  empty: "Żaden problem się nie powtarza",
  emptyText: "Gdy ta sama sprawa wróci w tym samym miejscu po raz trzeci w ciągu dwóch lat, pojawi się tutaj.",
  tasks: "Zadania",
  noTask: "bez zadania",
  dismiss: "Zajęto się tym",
  note: "Co postanowiono",
  noteHint: "Zostanie w historii jednostki. Następny wniosek w tym miejscu pokaże problem ponownie.",
  noteMissing: "Proszę napisać, co postanowiono.",
  submit: "Zapisz i ukryj",
  notRaised: "Ten problem jest już załatwiony albo ktoś go przed chwilą ukrył. Proszę odświeżyć stronę.",
  unknown: "Nie znaleziono takiego problemu. Proszę odświeżyć stronę.",
  /** „Trzeci raz w dwa lata w tym miejscu (3 debaty)” */
  again: (many: number, debates: number) =>
    `${ORDINALS[many] ?? `${many}.`} raz w\u00a0dwa lata w\u00a0tym miejscu (${counted(debates, "debate")})`,
  labels: { note: "Co postanowiono" },
};
