import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { claimLineEnds, drawNoHyphen, keepMeanings, rememberWords, type Shaper } from "./shaping";

export const FONT_FAMILY = "Noto Sans";

const FACES = [
  { file: "400Regular/NotoSans_400Regular.ttf", fontWeight: 400, fontStyle: "normal" },
  { file: "700Bold/NotoSans_700Bold.ttf", fontWeight: 700, fontStyle: "normal" },
  { file: "400Regular_Italic/NotoSans_400Regular_Italic.ttf", fontWeight: 400, fontStyle: "italic" },
] as const;

/** Whole TTF files: split web fonts lose letters between the parts and cost seconds. */
const pathOf = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);

Font.register({ family: FONT_FAMILY, fonts: FACES.map(({ file, ...face }) => ({ src: pathOf(file), ...face })) });
/** Words are whole; of several blanks each is its own, or textkit takes the second for the rest of the word. */
export const syllablesOf = (word: string) => (word.trim() ? [word] : [...word]);

// A drawn hyphen is read aloud and breaks search. Words wider than their column are cut in flow.ts.
Font.registerHyphenationCallback(syllablesOf);

let loaded: Shaper[] = [];

/** The faces must be in memory before the first text is cleaned or measured. */
export async function loadFonts() {
  if (loaded.length) return;
  const descriptors = FACES.map(({ fontWeight, fontStyle }) => ({ fontFamily: FONT_FAMILY, fontWeight, fontStyle }));
  for (const descriptor of descriptors) await Font.load(descriptor);
  const shapers = descriptors.map((descriptor) => (Font.getFont(descriptor) as unknown as { data: Shaper }).data);
  for (const shaper of shapers) {
    keepMeanings(shaper);
    claimLineEnds(shaper);
    drawNoHyphen(shaper);
    rememberWords(shaper);
  }
  loaded = shapers;
}

const known = new Map<number, boolean>();

/** True when every face can draw the sign, so bold and italic do not lose it. */
export function hasGlyph(codePoint: number) {
  let answer = known.get(codePoint);
  if (answer === undefined) {
    answer = loaded.every((face) => face.hasGlyphForCodePoint(codePoint));
    known.set(codePoint, answer);
  }
  return answer;
}

/** The width in the widest face, in points. */
export const widthOf = (word: string, fontSize: number) =>
  Math.max(...loaded.map((face) => (face.layout(word).advanceWidth / face.unitsPerEm) * fontSize));
