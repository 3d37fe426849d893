// Shaping a word gives the same glyphs every time: remember them, per font, across documents.
type ShapedRun = { glyphs: unknown[]; positions: unknown[]; advanceWidth: number };
export type Shaper = {
  layout: (text: string, features?: object, ...rest: unknown[]) => ShapedRun;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
};

const MOST_WORDS = 20_000;
const LONGEST_WORD = 40;
const remembering = new WeakSet<Shaper>();

export function rememberWords(font: Shaper) {
  if (remembering.has(font)) return;
  remembering.add(font);
  const shape = font.layout.bind(font);
  const words = new Map<string, ShapedRun>();
  // These are getters that look up a font table; textkit asks for them once per glyph.
  for (const key of ["unitsPerEm", "ascent", "descent", "lineGap"] as const) {
    Object.defineProperty(font, key, { value: font[key] });
  }
  const wordOf = (word: string, ...rest: unknown[]) => {
    const known = words.get(word);
    if (known) return known;
    const run = shape(word, undefined, ...rest);
    if (words.size >= MOST_WORDS) words.clear();
    if (word.length <= LONGEST_WORD) words.set(word, run);
    return run;
  };
  font.layout = (text, features, ...rest) => {
    if (features && Object.keys(features).length) return shape(text, features, ...rest);
    const whole: ShapedRun = { glyphs: [], positions: [], advanceWidth: 0 };
    for (const word of text.split(/(?<= )/)) {
      const run = wordOf(word, ...rest);
      for (const glyph of run.glyphs) whole.glyphs.push(glyph);
      for (const position of run.positions) whole.positions.push(position);
      whole.advanceWidth += run.advanceWidth;
    }
    return whole;
  };
}
