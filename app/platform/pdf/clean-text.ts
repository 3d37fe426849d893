// People paste anything. A glyph that the font lacks would fall back to a font that is not embedded, or to tofu.
import { hasGlyph } from "./fonts";

const LONGEST_PARAGRAPH = 3_000;
const MOST_MARKS = 3;

/** Signs that officials do type and Noto Sans lacks. */
const REPLACEMENTS: Record<string, string> = {
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "→": "->",
  "←": "<-",
  "⇒": "=>",
  "✓": "+",
  "✔": "+",
};
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

const PLAIN = /^[\n\x20-\x7e\xa0-\xac\xae-\xffąćęłńóśźżĄĆĘŁŃÓŚŹŻ–—„”»«’…]*$/;
const CONTROLS = /[^\P{Cc}\n]/gu;
/** Zero-width and bidirectional controls, soft hyphens, variation selectors, halves of surrogate pairs. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Surrogate}]/gu;

const graphemes = new Intl.Segmenter("pl", { granularity: "grapheme" });

/** Text that Noto Sans can show: what it cannot show is named in brackets, so that a reader knows something was there. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(/[\t\v\f]/g, " ");
  const shown = PLAIN.test(lines) ? lines : lines.replace(CONTROLS, "").replace(INVISIBLE, "").normalize("NFC");
  const known = PLAIN.test(shown) ? shown : withoutUnknown(shown);
  return known.length > LONGEST_PARAGRAPH ? withShortParagraphs(known.replace(/\n{3,}/g, "\n\n")) : known;
}

/** For titles, bookmarks and alternative texts: one line of bounded length. */
export const cleanLine = (text: string, longest = 300) => {
  const line = cleanText(text).replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : line;
};

function withoutUnknown(text: string): string {
  let out = "";
  let placeholder = "";
  for (const { segment } of graphemes.segment(text)) {
    const shown = segment === "\n" ? segment : visible(segment);
    if (shown !== undefined) {
      out += shown;
      placeholder = "";
      continue;
    }
    const next = EMOJI.test(segment) ? "[emoji]" : "[?]";
    if (next !== placeholder) out += next;
    placeholder = next;
  }
  return out;
}

function visible(grapheme: string): string | undefined {
  const replacement = REPLACEMENTS[grapheme];
  if (replacement) return replacement;
  // Hundreds of marks on one letter would paint over the lines around it.
  const marks = grapheme.match(/\p{Mark}/gu)?.length ?? 0;
  const bounded = marks > MOST_MARKS ? [...grapheme].slice(0, 1 + MOST_MARKS).join("") : grapheme;
  if (EMOJI.test(bounded) && [...bounded].length > 1) return undefined;
  return [...bounded].every((char) => hasGlyph(char.codePointAt(0) ?? 0)) ? bounded : undefined;
}

const CHUNK = /[^\n]{1,2999}(?: |$)|[^\n]{3000}/gmu;

/** Breaking lines takes time that grows with the square of a paragraph's length, so nobody's paragraph is endless. */
const withShortParagraphs = (text: string) =>
  text
    .split("\n")
    .map((line) =>
      line.length > LONGEST_PARAGRAPH ? (line.match(CHUNK) ?? []).map((chunk) => chunk.trimEnd()).join("\n") : line,
    )
    .join("\n");
