import { NBSP, quoted } from "~/platform/language";
import { formatDate, formatGenitive, formatHours, formatLongWithTime, formatOn, warsawTime } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";
import { kindWords } from "./messages.kinds.pl";
import { type Address, YOU } from "./rules.address";

/** The sentences that letters and the page behind the link share. */
export type Meeting = {
  kind: DebateKind;
  cycleTitle: string;
  topic: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  venueAddress: string;
};

export const placeOf = ({ venueName, venueAddress }: Pick<Meeting, "venueName" | "venueAddress">) =>
  [venueName, venueAddress].filter(Boolean).join(", ");

/** „środy, 11 marca 2026 r.”: a deadline at the end of a day is that day, any other has its hour. */
export function untilWhen(closesAt: Date) {
  const last = new Date(closesAt.getTime() - 1);
  const isEndOfDay = warsawTime(last) === "23:59";
  return isEndOfDay ? formatGenitive(last) : `${formatGenitive(closesAt)}, ${formatHours(closesAt)}`;
}

/** „do 11 marca 2026 r.” ends a sentence without a second full stop. */
export const sentence = (text: string) => text.replace(/\br\.\.(?=\s|$)/gu, "r.");

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** „debacie społecznej pn. „…”, temat: „…”” */
const named = ({ kind, cycleTitle, topic }: Meeting) =>
  `${kindWords[kind].locative} pn.${NBSP}${quoted(cycleTitle)}, na temat: ${quoted(topic)}`;

const BY_BUTTON = "na stronie, która otworzy się po naciśnięciu przycisku";
/** „na stronie …, telefonicznie … lub e-mailem”; of two ways the second comes after „albo”. */
const orBy = (contact: string) => (contact.includes(" lub ") ? contact : contact.replace(/^,/, " albo"));
const ON_PAPER = "na stronie, której adres i kod QR są pod tym listem";

export const letters = {
  facts: {
    when: "Termin",
    newWhen: "Nowy termin",
    where: "Miejsce",
    answer: "Odpowiedź do",
    topic: "Temat",
    instead: "W zastępstwie",
  },
  invitation: {
    subject: ({ kind, startsAt }: Meeting, locality: string) =>
      [`Zaproszenie na ${kindWords[kind].accusative} – ${formatDate(startsAt)}, ${formatHours(startsAt)}`, locality]
        .filter(Boolean)
        .join(", "),
    opening: (meeting: Meeting, address: Address) =>
      `mam zaszczyt zaprosić ${YOU[address].whom} do udziału w${NBSP}${named(meeting)}.`,
    when: (meeting: Meeting) =>
      `${capital(kindWords[meeting.kind].nominative)} odbędzie się ${formatOn(meeting.startsAt)}, o ${formatHours(meeting.startsAt)}: ${placeOf(meeting)}.`,
    programme: "Porządek w skrócie:",
    important: (kind: DebateKind, address: Address) =>
      kind === "working_meeting"
        ? `Część spraw będzie dotyczyła zadań reprezentowanej przez ${YOU[address].whom} instytucji, dlatego ${YOU[address].whose} obecność będzie szczególnie ważna.`
        : `Część pytań mieszkańców może dotyczyć zadań reprezentowanej przez ${YOU[address].whom} instytucji, dlatego ${YOU[address].whose} obecność będzie szczególnie ważna.`,
    confirm: (closesAt: Date, contact: string, onPaper: boolean) =>
      `Uprzejmie proszę o potwierdzenie udziału do ${untilWhen(closesAt)} – ${onPaper ? ON_PAPER : BY_BUTTON}${orBy(contact)}. W przypadku braku możliwości osobistego udziału proszę o wskazanie na tej stronie osoby upoważnionej do reprezentowania instytucji.`,
    confirmLate: (contact: string) =>
      `Uprzejmie proszę o możliwie szybką odpowiedź${contact || " do organizatora"}. W przypadku braku możliwości osobistego udziału proszę o wskazanie osoby upoważnionej do reprezentowania instytucji.`,
    needs: "Prosimy o informację o szczególnych potrzebach, na przykład: tłumacz PJM, dostęp dla wózka.",
    access: (facts: readonly string[], note: string) =>
      `Dostępność miejsca: ${[facts.join("; "), note].filter(Boolean).join(". ")}.`,
    action: "Odpowiedz na zaproszenie",
    see: "Zobacz zaproszenie",
  },
  contact: (phone: string, email: string) =>
    [phone && `, telefonicznie pod nr${NBSP}${phone.replaceAll(" ", NBSP)}`, email && ` lub e-mailem: ${email}`]
      .filter(Boolean)
      .join(""),
  reminder: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Przypomnienie: prosimy o odpowiedź – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (meeting: Meeting) =>
      `uprzejmie przypominam o zaproszeniu do udziału w${NBSP}${named(meeting)}. Odpowiedź jeszcze do nas nie dotarła.`,
    ask: (closesAt: Date, contact: string) =>
      sentence(
        `Proszę o odpowiedź do ${untilWhen(closesAt)}${contact}. Można także wskazać osobę upoważnioną do reprezentowania instytucji.`,
      ),
  },
  substitute: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Zastępstwo: ${kindWords[kind].nominative} – ${formatDate(startsAt)}, ${formatHours(startsAt)}`,
    opening: (meeting: Meeting, office: string) =>
      `zaproszona osoba (${office}) wskazała Państwa jako osobę, która będzie ją reprezentować w${NBSP}${named(meeting)}.`,
    ask: (contact: string) =>
      `Proszę potwierdzić udział albo odpowiedzieć, że nie jest możliwy – ${BY_BUTTON}${orBy(contact)}. Odpowiedź można zmienić do rozpoczęcia spotkania.`,
    minutes: (post: string, office: string) =>
      `W protokole zapiszemy: ${[post, `w zastępstwie: ${office}`].filter(Boolean).join(" – ")}.`,
    action: "Potwierdź albo odmów",
  },
  substituteDeclined: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Zastępca nie może przyjść – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (name: string, meeting: Meeting) =>
      `osoba wskazana do zastępstwa (${name}) odpowiedziała, że nie może wziąć udziału w${NBSP}${named(meeting)}.`,
    ask: (closesAt: Date, address: Address, contact: string) =>
      `Do ${untilWhen(closesAt)} ${YOU[address].can} wskazać inną osobę albo potwierdzić własny udział – na tej samej stronie${orBy(contact)}.`,
    askLate: (contact: string) => `Inną osobę można wskazać, kontaktując się z organizatorem${contact}.`,
    action: "Zmień odpowiedź",
  },
  postponed: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Zmiana terminu: ${kindWords[kind].nominative} – ${formatDate(startsAt)}, ${formatHours(startsAt)}`,
    subjectPending: ({ kind }: Meeting) => `Przełożono: ${kindWords[kind].nominative} – nowy termin podamy`,
    opening: (meeting: Meeting) =>
      `informuję, że ${kindWords[meeting.kind].nominative} na temat: ${quoted(meeting.topic)} ${kindWords[meeting.kind].postponed}.`,
    pending: "Nowy termin nie jest jeszcze znany. Gdy będzie ustalony, poproszę o odpowiedź jeszcze raz.",
    askAgain: (closesAt: Date, contact: string) =>
      `Poprzednia odpowiedź dotyczyła dawnego terminu i nie jest już wiążąca, dlatego proszę o nową do ${untilWhen(closesAt)} – przyciskiem poniżej${orBy(contact)}.`,
    askSubstitute: (contact: string) =>
      `Potwierdzenie dotyczyło dawnego terminu, dlatego proszę o nowe – przyciskiem poniżej${orBy(contact)}.`,
    substituteStands: (closesAt: Date) =>
      sentence(
        `Wskazane zastępstwo pozostaje w mocy, a osobę wskazaną prosimy o potwierdzenie nowego terminu. Odpowiedź można zmienić do ${untilWhen(closesAt)}.`,
      ),
    apology: "Za niedogodności przepraszam.",
  },
  moved: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Zmiana miejsca lub godzin: ${kindWords[kind].nominative} – ${formatDate(startsAt)}`,
    opening: (meeting: Meeting) =>
      `informuję o zmianie dotyczącej ${kindWords[meeting.kind].genitive} na temat: ${quoted(meeting.topic)}. Aktualne są dane poniżej.`,
    stands: "Dzień i godzina rozpoczęcia się nie zmieniają, więc przekazana odpowiedź pozostaje ważna.",
  },
  cancelled: {
    subject: ({ kind, startsAt }: Meeting) => `Odwołano: ${kindWords[kind].nominative} – ${formatDate(startsAt)}`,
    opening: (meeting: Meeting) =>
      `z przykrością informuję, że ${kindWords[meeting.kind].nominative} na temat: ${quoted(meeting.topic)} ${kindWords[meeting.kind].calledOff}. Odwołany termin: ${formatLongWithTime(meeting.startsAt)}.`,
    nothingToDo: "Nie trzeba nic robić. Dziękuję za zainteresowanie.",
  },
  withdrawn: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Wycofane zaproszenie – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (meeting: Meeting) =>
      `informuję, że zaproszenie do udziału w${NBSP}${named(meeting)}, zostało wycofane. Odpowiedź nie jest potrzebna.`,
  },
  replaced: {
    subject: ({ kind, startsAt }: Meeting) =>
      `Zastępstwo nieaktualne – ${kindWords[kind].nominative}, ${formatDate(startsAt)}`,
    opening: (meeting: Meeting, office: string) =>
      `zaproszona osoba (${office}) zmieniła swoją odpowiedź, dlatego zastępstwo w${NBSP}${named(meeting)}, jest już nieaktualne. Nie trzeba nic robić. Dziękuję za gotowość.`,
  },
  reason: (reason: string) => `Powód: ${reason}`,
  footer: {
    personal: (unit: string) =>
      `${unit} wysyła tę wiadomość przez serwis Debata. Link jest osobisty, prosimy go nie przekazywać. Otwarcie strony niczego nie zapisuje, odpowiedź zapisuje dopiero przycisk na stronie.`,
    plain: (unit: string) => `${unit} wysyła tę wiadomość przez serwis Debata.`,
    calendar:
      "Załączony termin można dodać do kalendarza. Odpowiedź wysłana z kalendarza do nas nie dociera, prosimy zapisać ją na stronie.",
    privacy: (address: string) => `Informacja o danych osobowych: ${address}`,
  },
};

/** „17.00 Powitanie” */
export const agendaLine = ({ startsAt, title }: { startsAt: Date; title: string }) =>
  `${formatHours(startsAt).replace(/^godz\.\s/u, "")} ${title}`;
