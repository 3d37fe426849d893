import { unprintableIn } from "~/platform/printable";
import { wrongWeekdaysIn } from "~/platform/weekdays";
import { type Facts, itemKey, placeOf } from "./rules";
import { livingParts, titleOf } from "./rules.check-parts";
import { error, type Fault, warning } from "./rules.faults";
import { marksIn } from "./rules.marks";
import { offeringParts } from "./rules.offers";
import { unresolvedIn } from "./rules.phrases";

/** What the clerk wrote, or did not write: in both versions, because both are papers. */
export const checkTexts = (facts: Facts): Fault[] => [
  ...livingParts(facts).flatMap((part) => checkPart(facts, part)),
  ...facts.motions.flatMap((motion) => checkMotion(facts, motion)),
  ...checkUnwritten(facts),
  ...offeringParts(facts).map(({ title, place }) => warning("new_facts", title, place)),
];

function checkPart(facts: Facts, { key, text }: Facts["parts"][number]): Fault[] {
  const [title, at] = [titleOf(facts, key), placeOf(key)];
  const gaps = unresolvedIn(text);
  const hanging = hangingWordsIn(text);
  return [
    ...(gaps.length ? [error("placeholder", title, at, { detail: listOf(gaps) })] : []),
    ...(marksIn(text).unbalanced.length ? [error("unbalanced_mark", title, at)] : []),
    ...wrongWeekdaysIn(text, facts.debate.year).map(({ start, end, right, isSure }) =>
      // With a year there is nothing to argue about.
      (isSure ? error : warning)("wrong_weekday", text.slice(start, end), at, { detail: right }),
    ),
    ...(hanging.length ? [warning("hanging_word", title, at, { detail: listOf(hanging) })] : []),
    ...oddSigns(title, at, text),
  ];
}

/** A resident's words are not ours to mend, so here a wrong weekday is no error. */
function checkMotion({ debate }: Facts, { id, number, textPublic, textInternal, answer }: Facts["motions"][number]) {
  const elsewhere = { page: "motion", id } as const;
  const text = [textPublic || textInternal, answer].join("\n");
  return [
    ...wrongWeekdaysIn(text, debate.year).map(({ start, end, right }) =>
      warning("wrong_weekday", text.slice(start, end), "s7", { detail: right, elsewhere }),
    ),
    ...oddSigns(number, "s7", text).map((fault) => ({ ...fault, elsewhere })),
  ];
}

const MOST_NAMED = 5;
const listOf = (found: string[]) => [...new Set(found)].slice(0, MOST_NAMED).join(", ");

function oddSigns(subject: string, at: string, text: string): Fault[] {
  const signs = unprintableIn(text);
  return signs.length ? [warning("odd_sign", subject, at, { detail: signs.slice(0, MOST_NAMED).join(" ") })] : [];
}

const HANGING = /(?<=^|[\s(„])(?:[aiouwz]|(?<=^|[.!?]\s)[AIOUWZ])$/u;
/** „lit. a”, „klasa 4 a” */
const NO_WORD = /(?:(?:lit|ust|pkt|kl)\.|klas\p{L}{0,6}\s\d)\s*\p{L}$/u;

/** One-letter words before a line end that the clerk has typed; where the typesetter ends lines, there are none. */
const hangingWordsIn = (text: string) =>
  text.split("\n").flatMap((line, i, lines) => {
    const typed = line.trim();
    const goesOn = Boolean(lines[i + 1]?.trim());
    const found = goesOn && !NO_WORD.test(typed) ? HANGING.exec(typed) : null;
    return found ? [found[0]] : [];
  });

function checkUnwritten({ parts, items }: Facts): Fault[] {
  const written = new Map(parts.map(({ key, text }) => [key, text]));
  return items.flatMap(({ id, title }) => {
    const [text, at] = [written.get(itemKey(id)), placeOf(itemKey(id))];
    if (text === undefined) return [warning("item_without_text", title, at)];
    return text.trim() ? [] : [warning("item_blank", title, at)];
  });
}
