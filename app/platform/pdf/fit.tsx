import { TextBox } from "./box";
import { cleanText } from "./clean-text";
import { widthOf } from "./fonts";
import type { Style } from "./node";
import type { Tag } from "./sheet";

type Room = { width: number; height: number; lineHeight: number };

/** How many lines a text takes. textkit sets a little looser than this, hence the reserve. */
export function linesOf(text: string, width: number, fontSize: number): number {
  const room = width * 0.97;
  return cleanText(text)
    .split("\n")
    .reduce((sum, line) => sum + linesOfLine(line, room, fontSize), 0);
}

function linesOfLine(line: string, room: number, fontSize: number) {
  const blank = widthOf(" ", fontSize);
  let lines = 1;
  let x = 0;
  const put = (width: number, gap: number) => {
    if (x > 0 && x + gap + width > room) {
      lines++;
      x = 0;
    }
    x += (x > 0 ? gap : 0) + width;
    // A part longer than a line is broken between letters.
    const more = Math.ceil(x / room) - 1;
    if (more <= 0) return;
    lines += more;
    x = room;
  };
  for (const word of line.split(" ")) {
    const width = widthOf(word, fontSize);
    if (width <= room) put(width, blank);
    else for (const [i, part] of partsOf(word).entries()) put(widthOf(part, fontSize), i ? 0 : blank);
  }
  return lines;
}

/** Where flow.ts breaks a word that is too wide. */
const partsOf = (word: string) => word.split(/(?<=[-/@._\u00a0])/);

const fits = (text: string, size: number, { width, height, lineHeight }: Room) =>
  linesOf(text, width, size) * size * lineHeight <= height;

/** The largest of `sizes` in which the whole text has room, and the text shortened if even the last is too large. */
function fitted(text: string, sizes: readonly number[], room: Room) {
  const fontSize = sizes.find((size) => fits(text, size, room));
  if (fontSize) return { text, fontSize };
  const last = sizes.at(-1) ?? 1;
  let [kept, cut] = [0, text.length];
  while (kept < cut) {
    const middle = Math.ceil((kept + cut) / 2);
    if (fits(shortened(text, middle), last, room)) kept = middle;
    else cut = middle - 1;
  }
  return { text: shortened(text, kept), fontSize: last };
}

const shortened = (text: string, length: number) =>
  `${text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;

type FittedProps = { tag: Tag; sizes: readonly number[]; room: Room; style?: Style; children: string };

/** A text that has its place on a paper of one page, whatever somebody has typed. */
export function Fitted({ tag, sizes, room, style, children }: FittedProps) {
  const { text, fontSize } = fitted(children, sizes, room);
  return (
    <TextBox tag={tag} style={{ ...style, fontSize, lineHeight: room.lineHeight, width: room.width }}>
      {text}
    </TextBox>
  );
}
