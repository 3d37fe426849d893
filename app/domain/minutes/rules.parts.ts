import { messages } from "./messages.pl";
import { type Facts, itemKey, placeOf, SECTION_PARTS } from "./rules";
import { suggestPart } from "./rules.suggestions";

export type Part = {
  key: string;
  /** Its id on the page, and the name of its field. */
  place: string;
  title: string;
  /** The text from the record, offered until somebody saves one. */
  suggestion: string;
  /** The agenda item as a whole is not for the public. */
  hidden: boolean;
};

/** What a clerk writes: a text for each agenda item, and the sections without a table of their own. */
export function partsOf(facts: Facts): Part[] {
  const part = (key: string, title: string, hidden: boolean): Part => ({
    key,
    place: placeOf(key),
    title,
    suggestion: suggestPart(facts, key),
    hidden,
  });
  return [
    ...facts.items.map(({ id, title, internal }) => part(itemKey(id), title, internal)),
    ...SECTION_PARTS.map((key) => part(key, messages.parts[key], key === "distribution")),
  ];
}
