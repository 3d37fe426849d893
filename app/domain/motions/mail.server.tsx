import { quoted } from "~/platform/language";
import type { Block, Letter } from "~/platform/letter.server";
import { placeholderOf } from "~/platform/links.server";
import { formatLongWithTime } from "~/platform/time";

export type MotionLetterProps = {
  unit: { name: string; department: string; phone: string; headOffice: string };
  debate: { topic: string; startsAt: Date };
  motion: { id: string; number: string; text: string; place: string };
  /** What the unit says to the author: a reason, an answer, a result. */
  message: string;
  /** The body that deals with it, or the motion that leads. */
  about: string;
  now: Date;
};

export const MOTION_OCCASIONS = [
  "registered",
  "admitted",
  "returned",
  "merged",
  "kept_for_police",
  "answered",
  "referred",
  "passed_on",
  "out_of_scope",
  "task",
  "done",
  "partly",
  "refused",
] as const;
export type MotionOccasion = (typeof MOTION_OCCASIONS)[number];

const SUBJECTS: Record<MotionOccasion, string> = {
  registered: "zgłoszenie przyjęte",
  admitted: "przyjęto do omówienia",
  returned: "zwrócono zgłoszenie",
  merged: "połączono z innym zgłoszeniem",
  kept_for_police: "sprawę prowadzi Policja",
  answered: "odpowiedziano na debacie",
  referred: "przekazano instytucji właściwej",
  passed_on: "przekazano dalej",
  out_of_scope: "sprawa poza zakresem debaty",
  task: "wyznaczono zadanie",
  done: "sprawa zrealizowana",
  partly: "sprawa zrealizowana częściowo",
  refused: "sprawa nie zostanie zrealizowana",
};

/** Nothing is promised for other bodies: „przekazano”, „poproszono o odpowiedź”. */
const sentences = ({ motion, debate, about, now }: MotionLetterProps): Record<MotionOccasion, string> => {
  const no = `zgłoszenie ${motion.number}`;
  const coming = debate.startsAt > now;
  const when = formatLongWithTime(debate.startsAt);
  return {
    registered: `zapisaliśmy Państwa ${no}. Sprawdzimy jego treść i usuniemy dane osób, jeżeli się w niej znalazły.`,
    admitted: coming
      ? `Państwa ${no} zostało przyjęte. Omówimy je na debacie ${quoted(debate.topic)}: ${when}.`
      : `Państwa ${no} zostało przyjęte. Wskażemy, kto się nim zajmie i do kiedy.`,
    returned: `Państwa ${no} nie zostało przyjęte do omówienia.`,
    merged: `Państwa ${no} dotyczy tego samego co zgłoszenie ${about}. Połączyliśmy je – numer i kod pozostają ważne, a wynik będzie na Państwa stronie.`,
    kept_for_police: `Państwa ${no} przekazaliśmy do prowadzenia właściwym komórkom Policji. Ze względu na charakter sprawy nie będzie omawiane publicznie.`,
    answered: `na Państwa ${no} odpowiedziano na debacie.`,
    referred: `Państwa ${no} przekazaliśmy instytucji właściwej: ${about}. Poprosiliśmy o odpowiedź.`,
    passed_on: `Państwa ${no} przekazano dalej, innej instytucji: ${about}. Poproszono ją o odpowiedź.`,
    out_of_scope: `Państwa ${no} wykracza poza zakres debaty.`,
    task: `z Państwa zgłoszenia ${motion.number} powstało zadanie z wykonawcą i terminem. Stan można sprawdzić na stronie zgłoszenia.`,
    done: `Państwa ${no} zostało zrealizowane.`,
    partly: `Państwa ${no} zostało zrealizowane częściowo.`,
    refused: `Państwa ${no} nie zostanie zrealizowane.`,
  };
};

/** To the author of a motion. Its words stand in the letter only in the first one, as a confirmation. */
export function motionLetter(occasion: MotionOccasion, props: MotionLetterProps): Letter {
  const { unit, motion, message } = props;
  const words: Block[] =
    occasion === "registered"
      ? [
          {
            facts: [
              ["Numer zgłoszenia", motion.number],
              ["Miejsce", motion.place || "nie podano"],
              ["Treść", motion.text],
            ],
          },
        ]
      : [];
  return {
    subject: `Zgłoszenie ${motion.number} – ${SUBJECTS[occasion]}`,
    sender: [unit.name, unit.department].filter(Boolean).join(", "),
    salutation: "Szanowni Państwo,",
    body: [
      { p: sentences(props)[occasion] },
      ...words,
      ...(message ? [{ p: message }] : []),
      { actions: [{ label: "Otwórz stronę zgłoszenia", href: placeholderOf("motion", motion.id) }] },
      { p: "Link jest prywatny: kto go ma, widzi stan tego zgłoszenia. Prosimy go zachować." },
    ],
    signature: [unit.headOffice || unit.name],
    footer: [
      "Piszemy tylko o tej sprawie, bo podali Państwo adres w formularzu. Adres nie jest publiczny.",
      unit.phone ? `Pytania: tel. ${unit.phone}. W sprawach pilnych: 112.` : "W sprawach pilnych: 112.",
    ],
  };
}
