import type { DebateKind } from "~db/vocabulary";

/** The same meeting in the cases that letters need: „w debacie”, „na debatę”, „debata została odwołana”. */
type KindWords = {
  nominative: string;
  /** do udziału w… */
  locative: string;
  /** zaproszenie na… */
  accusative: string;
  /** dotyczące… */
  genitive: string;
  calledOff: string;
  postponed: string;
};

const debate = (adjective: string, adjectiveGenitive: string, adjectiveAccusative: string): KindWords => ({
  nominative: `debata ${adjective}`,
  locative: `debacie ${adjectiveGenitive}`,
  accusative: `debatę ${adjectiveAccusative}`,
  genitive: `debaty ${adjectiveGenitive}`,
  calledOff: "została odwołana",
  postponed: "została przełożona",
});
const social = debate("społeczna", "społecznej", "społeczną");

export const kindWords = {
  initiating: social,
  evaluation: social,
  youth: debate("młodzieżowa", "młodzieżowej", "młodzieżową"),
  forum: {
    nominative: "forum",
    locative: "forum",
    accusative: "forum",
    genitive: "forum",
    calledOff: "zostało odwołane",
    postponed: "zostało przełożone",
  },
  working_meeting: {
    nominative: "spotkanie robocze",
    locative: "spotkaniu roboczym",
    accusative: "spotkanie robocze",
    genitive: "spotkania roboczego",
    calledOff: "zostało odwołane",
    postponed: "zostało przełożone",
  },
} satisfies Record<DebateKind, KindWords>;
