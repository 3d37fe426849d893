/** What comes in from people's keyboards and clipboards, made harmless before anything stores or prints it. */

// Controls, lone surrogates, and all that has no width or turns the direction of what follows. An emoji keeps its joints.
const HIDDEN =
  /(?=[\p{Cc}\p{Cs}\p{DI}\p{NChar}\uFFF9-\uFFFB\u2800])(?!(?<=\p{ExtPict})\uFE0F|(?<=[0-9#*])\uFE0F\u20E3|(?<=\p{ExtPict}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{ExtPict}))./gsu;

const visible = (text: string) => text.replace(HIDDEN, "").normalize("NFC");

/** One line: NFC, single blanks, nothing invisible. */
export const cleanLine = (text: string) =>
  visible(text.replace(/[^\S\ufeff]+/g, " "))
    .replace(/\s+/g, " ")
    .trim();

/** Several lines: the same in each, LF between them, at most one empty line in a row. */
export const cleanParagraph = (text: string) =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");

/** As people count: an emoji of one code point is one character. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** A spreadsheet runs a cell that starts with one of these as a formula; an apostrophe that is there already counts for nothing. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Such text gets an apostrophe in front, and one more where it has one of its own. */
export const safeCell = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** What a spreadsheet takes for a number, a day or a truth, and writes back in its own way: „12.03”, „0012”, „3 maja”. */
const VALUE =
  /^'*(?:\d[\d\s.,:/%-]*(?:e\d+)?\s*(?:zł|pln|€|\$|%)?|(?:\d{1,4}[\s.-]*)?(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?:[\s.-]*\d{1,4})?|true|false|prawda|fałsz)\s*$/iu;

/** A text that has to come back from a spreadsheet as it is. Put `safeCell` on top, as `toCsv` does. */
export const keptCell = (text: string) => (VALUE.test(text) ? `'${text}` : text);

/** Takes off the apostrophe that `safeCell` or `keptCell` put in front, and no other. */
export function plainCell(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith("'") && (FORMULA.test(rest) || VALUE.test(rest)) ? rest : cell;
}
