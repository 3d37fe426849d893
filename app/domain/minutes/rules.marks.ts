/**
 * A clerk marks what only the office may read inside a text: „Zgłoszono [[imię i adres]] nieporządek”. Marks may be
 * nested; then the outermost counts. An open mark without its end hides all that follows, an end without its beginning
 * all before it: until the clerk has mended it, rather too much is hidden than a word too little.
 */
export const MARK = { open: "[[", close: "]]" } as const;
/** The same for a word and for a page: its length must not tell anything. */
export const REDACTED = "[utajniono]";

export type Passage = { start: number; end: number };
/** `unbalanced`: where a mark stands that has no other half. */
export type Marks = { passages: Passage[]; unbalanced: number[] };

export function marksIn(text: string): Marks {
  const passages: Passage[] = [];
  const unbalanced: number[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/\[\[|\]\]/g)) {
    const end = index + mark.length;
    if (mark === MARK.open) open.push(index);
    else if (open.length === 0) {
      unbalanced.push(index);
      passages.push({ start: 0, end });
    } else {
      const start = open.pop() ?? index;
      if (open.length === 0) passages.push({ start, end });
    }
  }
  const [first] = open;
  if (first === undefined) return { passages: joined(passages), unbalanced };
  const before = passages.filter(({ end }) => end <= first);
  return { passages: joined([...before, { start: first, end: text.length }]), unbalanced: [...unbalanced, ...open] };
}

/** A stray end may reach back over passages that were closed before it. */
function joined(passages: Passage[]): Passage[] {
  const apart: Passage[] = [];
  for (const passage of passages) {
    while ((apart.at(-1)?.end ?? -1) > passage.start) {
      passage.start = Math.min(passage.start, apart.pop()?.start ?? passage.start);
    }
    apart.push(passage);
  }
  return apart;
}

/** For the internal version: every word, without the brackets. */
export const withoutMarks = (text: string) => text.replace(/\[\[|\]\]/g, "");

/** For everybody: nothing of what stands between the brackets. */
export function redact(text: string): string {
  const { passages } = marksIn(text);
  return passages.reduceRight((open, { start, end }) => open.slice(0, start) + REDACTED + open.slice(end), text);
}

/** Words of the record come from many hands: half a mark in one of them hides nothing of what stands around it. */
export const withWholeMarks = (text: string) =>
  text
    .split("\n")
    .map((line) => (marksIn(line).unbalanced.length ? withoutMarks(line) : line))
    .join("\n");
