// Shaping a word gives the same glyphs every time: remember them, per font, across documents.
type Glyph = { codePoints: number[] };
type ShapedRun = { glyphs: unknown[]; positions: unknown[]; advanceWidth: number };
export type Shaper = {
  layout: (text: string, features?: object, ...rest: unknown[]) => ShapedRun;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  glyphForCodePoint: (codePoint: number) => Glyph;
  getGlyph: (id: number, codePoints?: number[]) => Glyph;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
};

const MOST_WORDS = 20_000;
const LONGEST_WORD = 40;
const remembering = new WeakSet<Shaper>();

const LAST_LATIN_LETTER = 0x17f;

/**
 * fontkit keeps the meaning of a glyph from the first time it is asked for, and writing a font asks for the O inside
 * of Ó without a meaning: from then on every O, in every later document, would be a sign that cannot be read.
 */
export function keepMeanings(font: Shaper) {
  const glyphOf = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = glyphOf(id, codePoints);
    if (codePoints.length && !glyph.codePoints.length) glyph.codePoints = codePoints;
    return glyph;
  };
  // Space before no-break space, and so on: what a shared glyph means does not depend on the document before.
  for (let code = 0x20; code <= LAST_LATIN_LETTER; code++) font.glyphForCodePoint(code);
}

const LINE_END = 10;

/** The end of a line is no sign, but textkit looks for a font that has it, and writes Helvetica into the file. */
export function claimLineEnds(font: Shaper) {
  const has = font.hasGlyphForCodePoint.bind(font);
  font.hasGlyphForCodePoint = (codePoint) => codePoint === LINE_END || has(codePoint);
}

const HYPHEN = 45;
/** Stands where textkit would draw a hyphen; `lean` takes it out again. */
export const NO_HYPHEN = { codePoints: [], advanceWidth: 0 };

/**
 * textkit ends a line with a hyphen of its own wherever it breaks between two letters. It asks the font for that sign
 * alone, outside of shaping, so the hyphens of a text are not touched.
 */
export function drawNoHyphen(font: Shaper) {
  const glyphOf = font.glyphForCodePoint.bind(font);
  const shape = font.layout.bind(font);
  let shaping = false;
  font.layout = (...text) => {
    shaping = true;
    try {
      return shape(...text);
    } finally {
      shaping = false;
    }
  };
  font.glyphForCodePoint = (codePoint) => (codePoint === HYPHEN && !shaping ? NO_HYPHEN : glyphOf(codePoint));
}

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
