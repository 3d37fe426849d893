import { listed, plural, quoted } from "~/platform/language";
import { formatDate, formatGenitive, formatLong } from "~/platform/time";
import type { CalendarDate, DueBasis } from "~db/vocabulary";

type Motion = { number: string; submittedAt: Date; place: string; text: string };
export type LetterFacts = {
  title: string;
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  debate: { number: number; year: number; topic: string; startsAt: Date };
  motions: readonly Motion[];
};

const debateOf = ({ debate }: LetterFacts) =>
  `debaty społecznej nr ${debate.number}/${debate.year} ${quoted(debate.topic)} w dniu ${formatDate(debate.startsAt)}`;

const numbersOf = ({ motions }: LetterFacts) => {
  const noun = plural(motions.length, ["wniosek nr", "wnioski nr", "wnioski nr"]);
  return motions.length > 0 ? `${noun} ${listed(motions.map(({ number }) => number))}` : "wniosek";
};

/** „zgłoszony w dniu …”; several motions of several days are „zgłoszone”. */
const raised = ({ motions, debate }: LetterFacts) => {
  const days = [...new Set(motions.map(({ submittedAt }) => formatDate(submittedAt)))];
  const word = motions.length > 1 ? "zgłoszone" : "zgłoszony";
  return `${word} w dniu ${days.length === 1 ? days[0] : formatDate(debate.startsAt)}`;
};

const theirPlural = ({ motions }: LetterFacts) => (motions.length > 1 ? "dotyczące" : "dotyczący");

/** Dates end in „r.”, which also ends a sentence. What is asked, and on which ground. Nothing is promised in the name of another body. */
const openings: Record<DueBasis, (facts: LetterFacts) => string> = {
  commitment: (facts) => `podczas ${debateOf(facts)} ustalono zadanie, o którego realizację Państwa proszę.`,
  courtesy: (facts) =>
    `w związku z wynikami ${debateOf(facts)} zwracam się z prośbą o rozważenie możliwości realizacji zadania:`,
  art_243: (facts) =>
    `na podstawie art. 243 Kodeksu postępowania administracyjnego przekazuję według właściwości ${numbersOf(facts)}, ${raised(facts)} podczas ${debateOf(facts)}, ${theirPlural(facts)}: ${quoted(facts.title)}.`,
  art_244: (facts) =>
    `na podstawie art. 243 Kodeksu postępowania administracyjnego przekazuję według właściwości ${numbersOf(facts)}, ${raised(facts)} podczas ${debateOf(facts)}, z prośbą o załatwienie w terminie wynikającym z art. 244 § 1 w związku z art. 237 § 1 Kodeksu postępowania administracyjnego.`,
  art_245: (facts) =>
    `w związku z zawiadomieniem o niezałatwieniu sprawy w terminie (art. 245 Kodeksu postępowania administracyjnego) wyznaczono nowy termin zadania z ${debateOf(facts)}.`,
  art_247: (facts) =>
    `na podstawie art. 243 Kodeksu postępowania administracyjnego przekazuję według właściwości ${numbersOf(facts)}, ${raised(facts)} podczas ${debateOf(facts)}. O stanie lub sposobie załatwienia należy zawiadomić wnoszącego najpóźniej w terminie czternastu dni (art. 247 w związku z art. 237 § 2 Kodeksu postępowania administracyjnego).`,
  petition: (facts) =>
    `przekazuję ${numbersOf(facts)}, ${raised(facts)} podczas ${debateOf(facts)}, z prośbą o rozpatrzenie w trybie ustawy z dnia 11 lipca 2014 r. o petycjach, w terminie wynikającym z jej art. 10.`,
};

const requests: Record<DueBasis, (until: string) => string> = {
  commitment: (until) => `Proszę o informację o realizacji do ${until}`,
  courtesy: (until) => `Proszę o informację do ${until}`,
  art_243: (until) =>
    `Proszę o poinformowanie wnioskodawcy oraz – do wiadomości – tutejszej Komendy o sposobie załatwienia. O potwierdzenie przyjęcia proszę do ${until}`,
  art_244: (until) =>
    `Proszę o zawiadomienie wnioskodawcy oraz – do wiadomości – tutejszej Komendy o sposobie załatwienia do ${until}`,
  art_245: (until) => `Proszę o informację o załatwieniu do ${until}`,
  art_247: (until) => `Proszę o informację do ${until}`,
  petition: (until) => `Proszę o zawiadomienie o sposobie rozpatrzenia do ${until}`,
};

export const letters = {
  salutation: "Szanowni Państwo,",
  given: {
    subject: (number: string, facts: LetterFacts) =>
      facts.dueBasis === "art_243"
        ? `Przekazanie wniosku według właściwości – zadanie ${number}`
        : `Prośba o realizację zadania ${number} – ${facts.title}`,
    opening: (facts: LetterFacts) => openings[facts.dueBasis](facts),
    request: (facts: LetterFacts) => requests[facts.dueBasis](formatGenitive(facts.dueOn)),
    answer:
      "Odpowiedzi można udzielić na stronie Państwa instytucji, bez zakładania konta: przyjąć zadanie, napisać, co zrobiono, podać powód odmowy, poprosić o więcej czasu albo wskazać rok budżetowy.",
  },
  reminded: {
    subject: (number: string, isLate: boolean) =>
      isLate ? `Zadanie ${number} – termin minął, prosimy o informację` : `Zadanie ${number} – prosimy o informację`,
    opening: (facts: LetterFacts) => `uprzejmie przypominam o zadaniu, które wynika z ${debateOf(facts)}.`,
    late: (dueOn: CalendarDate) =>
      `Termin minął: ${formatLong(dueOn)} Jeżeli sprawa nie mogła zostać załatwiona, proszę podać przyczynę, podjęte czynności i przewidywany termin.`,
    coming: (dueOn: CalendarDate) => `Proszę o informację o realizacji do ${formatGenitive(dueOn)}`,
  },
  action: "Otwórz stronę instytucji",
  motions: "Treść zgłoszeń mieszkańców:",
  facts: { number: "Numer zadania", title: "Zadanie", until: "Termin", basis: "Podstawa terminu" },
  footer: {
    link: "Link otwiera sprawy Państwa instytucji i zastępuje hasło. Proszę przekazać go tylko osobie, która odpowiada w jej imieniu.",
    contact: (phone: string, email: string) =>
      `Kontakt: ${[phone && `tel. ${phone}`, email].filter(Boolean).join(", ")}.`,
    public: "Stan sprawy i treść odpowiedzi są widoczne na stronie „Zgłosiliście – zrobiliśmy”.",
  },
};
