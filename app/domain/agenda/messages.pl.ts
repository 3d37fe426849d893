import { counted } from "~/platform/language";
import type { AgendaKind } from "~db/vocabulary";
import type { AgendaRefusal } from "./rules";

export const agendaKinds: Record<AgendaKind, string> = {
  opening: "Otwarcie",
  speech: "Wystąpienie",
  follow_up: "Realizacja wniosków",
  discussion: "Dyskusja",
  findings: "Ustalenia",
  survey: "Ankieta",
  vote: "Głosowanie",
  break: "Przerwa",
  closing: "Zakończenie",
};

export const messages = {
  heading: "Punkty",
  newItem: "Nowy punkt",
  tooLong: (minutes: number) => `Porządek jest dłuższy od planu o ${counted(minutes, "minute")}.`,
  tooLongFacts: (total: number, from: string, to: string, planned: number) =>
    `Suma: ${total} min, plan ${from}–${to}: ${planned} min. Proszę skrócić dowolny punkt albo`,
  changeHours: "zmienić godzinę zakończenia",
  over: (minutes: number) => `${minutes} min ponad plan`,
  spare: (minutes: number) => `${minutes} min zapasu`,
  fits: "w sam raz",
  total: (minutes: number) => `Razem ${minutes} min`,
  endsAt: (time: string) => `koniec o ${time}`,
  refusals: {
    agenda_frozen: "Debata już się odbyła albo została odwołana i porządek jest zamknięty.",
    agenda_stale: "Ktoś zmienił porządek, gdy Państwo pisali.",
    item_started: "Ten punkt już się zaczął i nie można go przenieść ani usunąć.",
    too_many_items: "Porządek może mieć najwyżej 60 punktów.",
    item_unknown: "Tego punktu już nie ma w porządku. Ktoś mógł go usunąć.",
  } satisfies Record<AgendaRefusal, string>,
};

type EventData = Record<string, string | number | boolean | null> | null;
export const eventMessages: Record<string, (data: EventData) => string> = {
  agenda_composed: (data) => `Ułożono porządek według wzoru: ${counted(Number(data?.items ?? 0), "agendaItem")}`,
  agenda_item_added: (data) => `Dodano punkt porządku: ${data?.title ?? ""}`,
  agenda_saved: () => "Zmieniono porządek debaty",
  agenda_item_moved: (data) => `Przesunięto punkt porządku: ${data?.title ?? ""}`,
  agenda_item_removed: (data) => `Usunięto punkt porządku: ${data?.title ?? ""}`,
};
