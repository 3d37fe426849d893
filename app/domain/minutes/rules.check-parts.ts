import { messages } from "./messages.pl";
import { type Facts, itemKey, SECTION_PARTS } from "./rules";
import { redact } from "./rules.marks";

/** What the clerk wrote that the public version prints, too. */
export function openParts({ parts, items }: Pick<Facts, "parts" | "items">) {
  const closed = new Set(items.filter(({ internal }) => internal).map(({ id }) => itemKey(id)));
  return parts
    .filter(({ key, internal }) => !internal && !closed.has(key) && key !== "distribution")
    .map(({ key, text }) => ({ key, text: redact(text) }));
}

/** „Dyskusja”, „Ustalenia”; nothing for a text whose agenda item is gone. */
export function titleOf({ items }: Pick<Facts, "items">, key: string): string {
  const section = SECTION_PARTS.find((name) => name === key);
  return section ? messages.parts[section] : (items.find(({ id }) => itemKey(id) === key)?.title ?? "");
}

/** A part whose agenda item is gone stands in no paper, and has no place on the page. */
export const livingParts = ({ parts, items }: Pick<Facts, "parts" | "items">) => {
  const known = new Set<string>([...SECTION_PARTS, ...items.map(({ id }) => itemKey(id))]);
  return parts.filter(({ key }) => known.has(key));
};
