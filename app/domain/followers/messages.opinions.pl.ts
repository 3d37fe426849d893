import { counted } from "~/platform/language";
import type { HallVerdict, TaskState } from "~db/vocabulary";
import {
  answersIn,
  FEWEST_SHOWN,
  type OpinionRefusal,
  prevailing,
  type ShownTally,
  type Tally,
} from "./rules.opinions";

const answers = (many: number) => counted(many, ["odpowiedź", "odpowiedzi", "odpowiedzi"]);
/** „3 z 5 mieszkańców”. */
const ofResidents = (many: number, all: number) => `${many} z ${all} ${all === 1 ? "mieszkańca" : "mieszkańców"}`;

export const verdicts = {
  done: "tak",
  partly: "częściowo",
  not_done: "jeszcze nie",
} satisfies Record<HallVerdict, string>;

/** „3 z 5 mieszkańców: jeszcze nie”; below the smallest group only how many have answered. Empty when nobody has. */
export function publicVoice(shown: ShownTally) {
  if (!shown) return "";
  return "hidden" in shown ? `${answers(shown.hidden)} – wynik pokażemy od ${FEWEST_SHOWN}` : officeVoice(shown);
}

/** „Wykonane według instytucji; 3 z 5 mieszkańców: jeszcze nie.”; empty as long as answers may not be shown. */
export function bothSides(shown: ShownTally, tasks: readonly { state: TaskState }[]) {
  if (!shown || "hidden" in shown) return "";
  const isWhole = tasks.every(({ state }) => state !== "partly_done" && state !== "refused");
  return `Wykonane ${isWhole ? "" : "częściowo "}według instytucji; ${officeVoice(shown)}.`;
}

/** For the office, which sees each answer: „1 z 1 mieszkańca: jeszcze nie”. */
export function officeVoice(tally: Tally) {
  const [all, verdict] = [answersIn(tally), prevailing(tally)];
  return verdict ? `${ofResidents(tally[verdict], all)}: ${verdicts[verdict]}` : "";
}

/** Beside the office's state: „mieszkańcy: jeszcze nie”; empty when they are content or have not answered. */
export function doubt(tally: Tally) {
  const verdict = prevailing(tally);
  return verdict && verdict !== "done" ? `mieszkańcy: ${verdicts[verdict]}` : "";
}

/** The question, behind the code of a motion and behind the link of a supporter. */
export const opinion = {
  title: "Czy sprawa jest załatwiona?",
  lead: "Podmiot zgłosił wykonanie. Państwa odpowiedź pokażemy obok jego stanowiska, tylko jako liczbę, gdy odpowiedzą co najmniej dwie osoby. Można ją zmienić.",
  verdict: "Państwa odpowiedź",
  note: "Uwaga dla organizatora",
  noteHint: "Widzi ją tylko organizator debaty. Proszę nie podawać danych innych osób. Najwięcej 1000 znaków.",
  submit: "Wyślij odpowiedź",
  change: "Zmień odpowiedź",
  given: (verdict: HallVerdict) => `Państwa odpowiedź: ${verdicts[verdict]}.`,
  thanks: "Dziękujemy, odpowiedź zapisano.",
  verdictMissing: "Proszę wybrać jedną z\u00a0odpowiedzi: tak, częściowo albo jeszcze nie.",
  labels: { verdict: "Czy sprawa jest załatwiona?", note: "Uwaga dla organizatora" },
  refusals: {
    not_asked:
      "Ta sprawa jest znów w toku, więc teraz nie zbieramy odpowiedzi. Zapytamy, gdy podmiot zgłosi wykonanie.",
  } satisfies Record<OpinionRefusal, string>,
  /** Headings of the two sides: who says so. */
  residents: "Mieszkańcy, którzy zgłosili lub poparli sprawę",
};

/** The office's panel beside a task. */
export const office = {
  title: "Co mówią mieszkańcy",
  none: "Pytanie zostało wysłane, nikt jeszcze nie odpowiedział.",
  nobody:
    "Nie ma do kogo napisać: nikt ze zgłaszających i popierających nie zostawił adresu e-mail. Odpowiedzieć można na stronie zgłoszenia, po wpisaniu kodu.",
  notAsked: "Zapytamy, gdy wszystkie zadania tej sprawy zostaną zgłoszone jako wykonane.",
  voices: (tally: Tally) =>
    (["done", "partly", "not_done"] as const).map((verdict) => `${verdicts[verdict]}: ${tally[verdict]}`).join(", "),
  author: "zgłaszający",
  supporter: "popierający",
  notes: "Uwagi – tylko dla organizatora",
};

export const opinionEvents: Record<string, (data: Record<string, unknown>) => string> = {
  opinion_asked: ({ number, many }) =>
    many === 0
      ? `Nie było do kogo napisać z pytaniem, czy sprawa ${number} jest załatwiona: nikt nie zostawił adresu e-mail`
      : `Zapytano mieszkańców, czy sprawa ${number} jest załatwiona (${counted(Number(many ?? 0), ["list", "listy", "listów"])})`,
  opinion_given: ({ number }) => `Mieszkaniec ocenił wykonanie sprawy ${number}`,
};
