import { capital } from "./messages.letters.pl";
import type { Address } from "./rules.address";

/** What only the printed letter says. */
export const printed = {
  title: (topic: string) => `Zaproszenia – ${topic}`,
  /** Above the name on the envelope. */
  address: { woman: "Szanowna Pani", man: "Szanowny Pan", priest: "Czcigodny Ksiądz", several: "" } satisfies Record<
    Address,
    string
  >,
  placeAndDate: (place: string, date: string) => [place, date].filter(Boolean).join(", "),
  /** The subject of the e-mail names the town, which stands above. */
  subject: (subject: string) => capital(subject),
  answer: "Odpowiedź na zaproszenie",
  closing: "Z wyrazami szacunku",
  scan: "Kod otwiera stronę bez logowania: można potwierdzić udział, wskazać zastępstwo albo odmówić. Jest osobisty. Adres do wpisania w przeglądarce:",
  /** In the files of the debate. */
  withoutLink: "Kod QR i osobisty adres są tylko na wysłanym egzemplarzu.",
  qr: (guest: string) => `Kod QR: odpowiedź na zaproszenie, ${guest}`,
  more: "i dalsze punkty porządku",
  footer: (debate: string) => `Debata nr ${debate} · zaproszenie`,
  fileName: (debate: string, guest: string) => `Zaproszen${guest ? `ie – ${guest}` : "ia"} – debata ${debate}.pdf`,
};
