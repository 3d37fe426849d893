import { NBSP, quoted } from "~/platform/language";

/** The paper card on which somebody in the hall writes what should change. */
export const slip = {
  title: (no: number) => `Karta zgłoszenia nr${NBSP}${no}`,
  documentTitle: (topic: string) => `Karty zgłoszeń – ${topic}`,
  topic: (topic: string) => quoted(topic),
  debate: (number: string, code: string) => `Debata nr${NBSP}${number} · kod ${code}`,
  qr: (address: string) => `Kod QR prowadzi do zgłoszenia przez internet: ${address}`,
  what: "Co się dzieje?",
  where: "Gdzie? (ulica, skrzyżowanie, miejsce)",
  category: "Czego dotyczy? (proszę zaznaczyć)",
  contact: "Imię i kontakt (nieobowiązkowo – żeby poznać wynik)",
  /** Without name and address such a motion is left without consideration (§ 8 of the regulation of 8.01.2002). */
  kpa: "Chcę, aby był to wniosek w trybie KPA (art. 241). Imię, nazwisko i adres, konieczne do rozpoznania:",
  warning: "Proszę nie podawać danych innych osób. W sprawach pilnych: 112.",
  footer: (controller: string, address: string) =>
    `Dane osobowe: ${address.replace(/^https?:\/\//, "")}, administrator: ${controller}`,
  fileName: (debate: string) => `Karty zgłoszeń – debata ${debate}.pdf`,
};
