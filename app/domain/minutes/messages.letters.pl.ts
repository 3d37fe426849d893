import { kindWords } from "~/domain/invitations/messages.kinds.pl";
import { sentence } from "~/domain/invitations/messages.letters.pl";
import { quoted } from "~/platform/language";
import { formatDate, formatGenitive } from "~/platform/time";
import type { CalendarDate, DebateKind } from "~db/vocabulary";

type Meeting = { kind: DebateKind; topic: string; startsAt: Date };

const meeting = ({ kind, topic, startsAt }: Meeting) =>
  `${kindWords[kind].genitive} na temat: ${quoted(topic)}, która odbyła się ${formatDate(startsAt)}`.replace(
    /^((?:forum|spotkania).*), która odbyła/u,
    "$1, które odbyło",
  );

/** Letters to those who were there. */
export const letters = {
  facts: { until: "Uwagi do", debate: "Debata", part: "Część protokołu", decision: "Decyzja", proposal: "Propozycja" },
  request: {
    subject: ({ kind, startsAt }: Meeting, until: CalendarDate) =>
      `Projekt protokołu do uwag (do ${formatDate(until)}) – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (debate: Meeting) => sentence(`przekazuję do zapoznania się projekt protokołu z ${meeting(debate)}.`),
    standsFor: (office: string) => `List otrzymuje osoba, która uczestniczyła w spotkaniu w zastępstwie: ${office}.`,
    ask: (until: CalendarDate) =>
      `Jeżeli któryś fragment wymaga poprawienia, uprzejmie proszę o propozycję zmiany do ${formatGenitive(until)} – na stronie, która otworzy się po naciśnięciu przycisku. Pod każdym akapitem można wpisać tekst, jaki powinien się w nim znaleźć.`,
    silence: "Jeżeli uwag nie będzie, nie trzeba nic robić: protokół zostanie zatwierdzony w tym brzmieniu.",
    action: "Przeczytaj projekt i zgłoś uwagi",
  },
  extended: {
    subject: ({ kind, startsAt }: Meeting, until: CalendarDate) =>
      `Nowy termin uwag do protokołu: ${formatDate(until)} – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (debate: Meeting) =>
      sentence(`informuję o zmianie terminu zgłaszania uwag do projektu protokołu z ${meeting(debate)}.`),
  },
  decision: {
    subject: (accepted: boolean, { kind, startsAt }: Meeting) =>
      `${accepted ? "Uwaga przyjęta" : "Odpowiedź na uwagę"} do protokołu – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (debate: Meeting) => sentence(`dziękuję za uwagę do projektu protokołu z ${meeting(debate)}.`),
    accepted: "Propozycja została przyjęta i wprowadzona do projektu.",
    acceptedTable: "Uwaga została przyjęta. Dane w tabeli zostaną poprawione przed zatwierdzeniem protokołu.",
    rejected: "Propozycja nie została przyjęta.",
    why: (reason: string) => `Uzasadnienie: ${reason}`,
    note: (text: string) => `Wyjaśnienie: ${text}`,
    action: "Zobacz swoje uwagi",
    removal: "usunięcie akapitu",
  },
  several: "Szanowni Państwo,",
  footer: {
    personal: (unit: string) =>
      `${unit} wysyła tę wiadomość przez serwis Debata. Link jest osobisty, prosimy go nie przekazywać. Otwarcie strony niczego nie zapisuje, uwagę zapisuje dopiero przycisk na stronie.`,
    privacy: (address: string) => `Informacja o danych osobowych: ${address}`,
  },
};
