// A word that is wider than its column is cut, without a hyphen, where a reader expects it or between two letters.
import { syllablesOf, widthOf } from "./fonts";
import type { LaidNode, SourceNode } from "./node";

/** To textkit, nothing is a blank without width: a line may end there, and no hyphen is put. */
const GLUE = "";

/** A letter with its marks; letters that are drawn as one sign have no place to end a line inside. */
const LETTER = /(?:ff[il]?|f[il]|.)\p{M}*/gsu;

/** Cuts where a reader expects it (an address, words kept together), and between letters when that is not enough. */
const partsOf = (word: string, tooWide: (part: string) => boolean) =>
  word
    .split(/(?<=[-/@._\u00a0])/)
    .flatMap((part) => (tooWide(part) ? (part.match(LETTER) ?? []) : [part]))
    .flatMap((part, i) => (i ? [GLUE, part] : [part]));

const overflows = ({ lines = [], box }: LaidNode) => {
  const room = box.width - (box.paddingLeft ?? 0) - (box.paddingRight ?? 0) + 0.5;
  return lines.some(
    ({ runs, overflowRight = 0 }) => runs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) - overflowRight > room,
  );
};

/** Gives the texts that stick out of their column leave to break inside words; undefined when there is none. */
export function withBrokenWords(source: SourceNode, laid: LaidNode): SourceNode | undefined {
  if (source.type === "TEXT") {
    if (!overflows(laid)) return undefined;
    const room = laid.box.width - (laid.box.paddingLeft ?? 0) - (laid.box.paddingRight ?? 0);
    const tooWide = (word: string) => widthOf(word, Number(laid.style.fontSize)) > room;
    return {
      ...source,
      props: {
        ...source.props,
        hyphenationCallback: (word) => (tooWide(word) ? partsOf(word, tooWide) : syllablesOf(word)),
      },
    };
  }
  let changed = false;
  const children = source.children?.map((child, i) => {
    const place = laid.children?.[i];
    const broken = place && withBrokenWords(child, place);
    changed ||= Boolean(broken);
    return broken ?? child;
  });
  return changed ? { ...source, children } : undefined;
}
