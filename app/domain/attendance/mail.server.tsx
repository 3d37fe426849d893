import { counted, quoted } from "~/platform/language";
import type { Block, Letter } from "~/platform/letter.server";
import { absolute, placeholderOf } from "~/platform/links.server";
import { formatLongWithTime } from "~/platform/time";

export type SeatLetterProps = {
  unit: { name: string; department: string; phone: string; headOffice: string; slug: string };
  debate: {
    topic: string;
    slug: string;
    startsAt: Date;
    endsAt: Date;
    venueName: string;
    venueAddress: string;
    statusReason: string;
  };
  registration: { id: string; name: string; seats: number };
};

/** What the letter is about; each has its own words and nothing else of its own. */
export type SeatOccasion =
  | "confirmed"
  | "waiting"
  | "moved_up"
  | "withdrawn"
  | "debate_moved"
  | "debate_postponed"
  | "debate_cancelled";

const SUBJECTS: Record<SeatOccasion, string> = {
  confirmed: "Potwierdzenie miejsc na debacie",
  waiting: "Lista oczekujących na debatę",
  moved_up: "Zwolniły się miejsca na debacie",
  withdrawn: "Wycofano rezerwację na debatę",
  debate_moved: "Zmiana terminu lub miejsca debaty",
  debate_postponed: "Debata została przełożona",
  debate_cancelled: "Debata została odwołana",
};

const openings = ({ registration, debate }: SeatLetterProps): Record<SeatOccasion, string> => {
  const seats = counted(registration.seats, "seat");
  const topic = quoted(debate.topic);
  return {
    confirmed: `na debacie ${topic} czeka na Państwa ${seats}.`,
    waiting: `wszystkie miejsca na debacie ${topic} są zajęte. Zapisaliśmy Państwa na listę oczekujących (${seats}). Napiszemy od razu, gdy miejsca się zwolnią – kolejność zależy od chwili zapisu.`,
    moved_up: `zwolniły się miejsca na debacie ${topic}. Mają Państwo teraz ${seats}.`,
    withdrawn: `wycofaliśmy Państwa rezerwację na debatę ${topic} (${seats}). Dziękujemy, że miejsca mogą dostać inni.`,
    debate_moved: `zmienił się termin lub miejsce debaty ${topic}, na którą mają Państwo rezerwację. Rezerwacja pozostaje ważna.`,
    debate_postponed: `debata ${topic}, na którą mają Państwo rezerwację, została przełożona.`,
    debate_cancelled: `debata ${topic}, na którą mają Państwo rezerwację, została odwołana.`,
  };
};

const HAS_LINK: Record<SeatOccasion, boolean> = {
  confirmed: true,
  waiting: true,
  moved_up: true,
  withdrawn: false,
  debate_moved: true,
  debate_postponed: true,
  debate_cancelled: false,
};

/** To a resident about their seats. The name is the one they gave, so the letter makes no guess at a form of address. */
export function seatLetter(occasion: SeatOccasion, props: SeatLetterProps): Letter {
  const { unit, debate, registration } = props;
  const isOff = occasion === "debate_postponed" || occasion === "debate_cancelled";
  const facts: Block = {
    facts: [
      ["Termin", formatLongWithTime(debate.startsAt, debate.endsAt)],
      ["Miejsce", [debate.venueName, debate.venueAddress].filter(Boolean).join(", ")],
      ["Liczba osób", String(registration.seats)],
    ],
  };
  const reason: Block[] = isOff && debate.statusReason ? [{ p: `Powód: ${debate.statusReason}` }] : [];
  const link: Block[] = HAS_LINK[occasion]
    ? [
        { actions: [{ label: "Zobacz lub wycofaj rezerwację", href: placeholderOf("registration", registration.id) }] },
        { p: "Jeżeli plany się zmienią, prosimy wycofać rezerwację – miejsca dostaną osoby z listy oczekujących." },
      ]
    : [];
  return {
    subject: `${SUBJECTS[occasion]} – ${debate.topic}`,
    sender: [unit.name, unit.department].filter(Boolean).join(", "),
    salutation: "Szanowni Państwo,",
    body: [
      { p: openings(props)[occasion] },
      ...reason,
      ...(isOff || occasion === "withdrawn" ? [] : [facts]),
      ...link,
      { p: `Strona debaty: ${absolute(`/u/${unit.slug}/debates/${debate.slug}`)}` },
    ],
    signature: [unit.headOffice || unit.name],
    footer: [
      `Wiadomość dotyczy zapisu na nazwisko lub pseudonim ${quoted(registration.name)}.`,
      unit.phone ? `Pytania: tel. ${unit.phone}. W sprawach pilnych: 112.` : "W sprawach pilnych: 112.",
    ],
  };
}
