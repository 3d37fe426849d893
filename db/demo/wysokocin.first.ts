import { accepts, CYCLE, guest } from "./shape";
import type { DemoDebate } from "./types";
import { evening } from "./wysokocin.evening";

const NACZELNIK = "Naczelnik Wydziału Prewencji i Ruchu Drogowego";

export const HALL = {
  venueName: "Remiza OSP, sala główna",
  venueAddress: "Młyny 14, gmina Wysokocin",
  access: { step_free: true, parking: true },
} as const;

export const initiating: DemoDebate = {
  key: "1/2025",
  kind: "initiating",
  number: 1,
  cycleTitle: CYCLE,
  topic: "Prędkość na drodze powiatowej",
  description: "Jedna droga, jeden problem: jak zwolnić ruch we wsi i przy szkole.",
  day: "2025-05-16",
  from: "18:00",
  to: "19:30",
  ...HALL,
  chair: "Komendant Powiatowy Policji",
  moderator: "Kierownik Posterunku",
  minuteTaker: "Protokolant",
  evaluationOn: "2026-05-08",
  plannedAt: "2025-04-18 09:00",
  announcedAt: "2025-04-25 09:00",
  invitedAt: "2025-04-25 09:30",
  closedAt: "2026-05-18 10:00",
  agenda: [
    {
      key: "otwarcie",
      at: "18:00",
      kind: "opening",
      title: "Powitanie uczestników",
      presenter: "Komendant Powiatowy Policji",
      text: "Debatę otworzył Komendant Powiatowy Policji w Wysokocinie. Przedstawił temat spotkania i zasady dyskusji.",
    },
    {
      key: "stan",
      at: "18:10",
      kind: "speech",
      title: "Zdarzenia drogowe na drodze powiatowej",
      presenter: NACZELNIK,
      text: "Naczelnik przedstawił liczbę zdarzeń drogowych z trzech lat i wyniki pomiarów prędkości we wsi.",
    },
    {
      key: "dyskusja",
      at: "18:30",
      kind: "discussion",
      title: "Dyskusja i wnioski mieszkańców",
      presenter: "Kierownik Posterunku",
      text: "Mieszkańcy wskazali miejsca niebezpieczne i oczekiwane zmiany. Wnioski zawiera tabela.",
    },
    {
      key: "ustalenia",
      at: "19:10",
      kind: "findings",
      title: "Ustalenia i zakończenie",
      presenter: "Komendant Powiatowy Policji",
      text: "Do wniosków wskazano podmioty i terminy. Komendant zakończył debatę o godz. 19.30.",
    },
  ],
  guests: [
    guest("wojt", accepts("2025-04-28 09:00"), "present"),
    guest("zdp-dyrektor", accepts("2025-04-29 12:20"), "present"),
    guest("radna", accepts("2025-04-30 17:45"), "present"),
    guest("soltys", accepts("2025-05-05 10:10", { via: "phone" }), "present"),
    guest("sp-dyrektor", accepts("2025-05-06 08:05"), "present"),
  ],
  evening,
};
