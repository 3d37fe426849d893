import { type PersonalData, personalDataIn } from "~/platform/personal-data";
import { type Facts, isOpen, placeOf } from "./rules";
import { openParts, titleOf } from "./rules.check-parts";
import { type Elsewhere, error, type Fault, warning } from "./rules.faults";
import { openTasks } from "./rules.suggestions";

/** What the public text would give away: motions that it leaves out, and data of persons. */
export const checkSecrets = (facts: Facts): Fault[] => [...checkHidden(facts), ...checkPersons(facts)];

/** The clerk's words go into both versions: what is hidden in the tables must not be told between the lines. */
function checkHidden(facts: Facts): Fault[] {
  const hidden = facts.motions.filter((motion) => !isOpen(motion));
  if (hidden.length === 0) return [];
  const all = facts.motions.length;
  return openParts(facts).flatMap(({ key, text }) => {
    const at = placeOf(key);
    const named = hidden.filter(({ number }) => mentions(text, number));
    const hinted = hidden.filter((motion) => !named.includes(motion) && mentionsShortly(text, motion.number));
    const counted = new RegExp(`(?<!\\d)${all}[\\s\\u00a0]wnios`, "i").test(text);
    return [
      ...named.map(({ number }) => error("names_hidden_motion", number, at)),
      ...hinted.map(({ number }) => warning("names_hidden_motion", number, at)),
      ...(counted ? [warning("counts_hidden_motions", titleOf(facts, key), at)] : []),
    ];
  });
}

/** „3/2026/07”, „Z1”: the whole number, not the beginning of a longer one. */
export const mentions = (text: string, number: string) => new RegExp(`(?<![\\d/])${number}(?![\\d/])`).test(text);

/** „wniosek 12”, „wniosku nr 12” for 3/2026/12. */
const mentionsShortly = (text: string, number: string) =>
  new RegExp(
    `wnios\\p{L}{0,9}[\\s\\u00a0]+(?:nr[\\s\\u00a0]+)?0*${Number(number.split("/").at(-1))}(?![\\d/])`,
    "iu",
  ).test(text);

type Spoken = { subject: string; at: string; texts: string[]; elsewhere?: Elsewhere; isMendable?: boolean };

/**
 * A PESEL number is never published by oversight; everything else may be a street or a sum, or look like one. But what
 * nobody can change any more, such as the agenda after the evening, must not stand in the way for ever.
 */
const checkPersons = (facts: Facts): Fault[] =>
  everythingPublic(facts).flatMap(({ subject, at, texts, elsewhere, isMendable }) => {
    const found = texts.flatMap((text) => personalDataIn(text).map((one) => ({ ...one, text })));
    if (found.length === 0) return [];
    const detail = kindsOf(found);
    const isPesel = found.some(({ kind }) => kind === "pesel");
    return [
      (isPesel && isMendable ? error : warning)("personal_data", subject, at, {
        detail,
        ...(elsewhere && { elsewhere }),
      }),
    ];
  });

const kindsOf = (found: PersonalData[]) => [...new Set(found.map(({ kind }) => kind))].join(" ");

/** All that people have typed and the public version prints. */
function everythingPublic(facts: Facts): Spoken[] {
  const { debate } = facts;
  return [
    { subject: "", at: "s1", texts: [debate.topic, debate.cycleTitle], elsewhere: { page: "plan" } },
    ...facts.items
      .filter(({ internal }) => !internal)
      .map(({ title, presenter }) => ({
        ...{ subject: title, at: "s4", texts: [title, presenter] },
        elsewhere: { page: "agenda" as const },
      })),
    ...openParts(facts).map(({ key, text }) => ({
      ...{ subject: titleOf(facts, key), at: placeOf(key), texts: [text] },
      isMendable: true,
    })),
    ...facts.reported
      .filter(({ sensitivity }) => sensitivity === "public")
      .map(({ number, place, text, report }) => ({ subject: number, at: "s6", texts: [place, text, report] })),
    ...facts.motions.filter(isOpen).map(({ id, number, textPublic, place, answer, answeredBy, outcome }) => ({
      ...{ subject: number, at: "s7", texts: [textPublic, place, answer, answeredBy] },
      elsewhere: { page: "motion" as const, id },
      isMendable: outcome !== "merged",
    })),
    ...openTasks(facts).map(({ id, number, title }) => ({
      ...{ subject: number, at: "s8", texts: [title] },
      elsewhere: { page: "task" as const, id },
    })),
  ];
}
