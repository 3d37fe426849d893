// Breaks plain text into lines, as a browser does: the next word goes on the line when it fits. textkit makes a paragraph
// from some thirty copies of its letters; here a word is shaped once, and a line is a list of words.
import type { Glyph, Line, Position, Run } from "./node";

/** What is left, a letter is one sign: no marks, no other direction, nothing that could want another font. */
const PLAIN = /^[\n\x20-\x7e\xa0-\xac\xae-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2116]*$/;

type Shaper = {
  layout: (text: string) => { glyphs: Glyph[]; positions: Position[] };
};

/** How lines of a text look, read from one that react-pdf has laid out. */
export type TextModel = {
  width: number;
  line: Line;
  run: Run;
  font: Shaper;
  scale: number;
  align: string;
};

type Word = { glyphs: Glyph[]; positions: Position[]; ink: number; blank: number };

const WORD = /[^ ]* *|^$/g;

export function plainLines(model: TextModel) {
  const words = new Map<string, Word>();

  function wordOf(text: string): Word {
    const known = words.get(text);
    if (known) return known;
    const { glyphs, positions } = model.font.layout(text);
    const scaled = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance: xAdvance * model.scale,
      yAdvance: yAdvance * model.scale,
      xOffset: xOffset * model.scale,
      yOffset: yOffset * model.scale,
    }));
    const blanks = text.length - text.trimEnd().length;
    const widthOf = (part: Position[]) => part.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    const ends = scaled.length - (text.endsWith("\u00a0") ? 0 : blanks);
    const word = { glyphs, positions: scaled, ink: widthOf(scaled.slice(0, ends)), blank: widthOf(scaled.slice(ends)) };
    words.set(text, word);
    return word;
  }

  function lineOf(line: Word[], y: number): Line {
    const blank = line.at(-1)?.blank ?? 0;
    const whole = line.reduce((sum, word) => sum + word.ink + word.blank, 0);
    const room = model.width - (whole - blank);
    const x = model.align === "right" ? room : model.align === "center" ? room / 2 : 0;
    const glyphs = ([] as Glyph[]).concat(...line.map((word) => word.glyphs));
    const positions = ([] as Position[]).concat(...line.map((word) => word.positions));
    return {
      ...model.line,
      box: { ...model.line.box, x, y, width: model.width + blank },
      overflowRight: blank,
      runs: [{ ...model.run, glyphs, positions, xAdvance: whole }],
    };
  }

  /** Nothing for a text that is not plain, or has a word wider than its column: textkit and flow.ts see to those. */
  return (text: string): Line[] | undefined => {
    if (!PLAIN.test(text)) return undefined;
    if (!text) return [];
    const lines: Line[] = [];
    const end = (line: Word[]) => lines.push(lineOf(line, lines.length * model.line.box.height));
    for (const paragraph of text.replace(/\n$/, "").split("\n")) {
      let line: Word[] = [];
      let width = 0;
      for (const part of paragraph.match(WORD) ?? []) {
        if (!part) continue;
        const word = wordOf(part);
        if (word.ink > model.width) return undefined;
        if (line.length && width + word.ink > model.width) {
          end(line);
          line = [];
          width = 0;
        }
        line.push(word);
        width += word.ink + word.blank;
      }
      end(line);
    }
    return lines;
  };
}
