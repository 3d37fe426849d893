// What the embedded font can draw, without loading it: Latin, Greek, Cyrillic, punctuation and money.
// tests/platform/printable.test.ts compares it with the font itself.
const PRINTABLE =
  /^[\t\n\r -~\u00a0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u052f\u1d00-\u1df9\u1e00-\u1eff\u2000-\u2064\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20bf\u2100-\u215f≤≥≠→←⇒✓✔\u2212]*$/;
const graphemes = new Intl.Segmenter("pl", { granularity: "grapheme" });

/** Signs of a text that a paper cannot show and will replace, each once, in the order of the text. */
export function unprintableIn(text: string): string[] {
  if (PRINTABLE.test(text)) return [];
  const found = new Set<string>();
  for (const { segment } of graphemes.segment(text)) if (!PRINTABLE.test(segment.normalize("NFC"))) found.add(segment);
  return [...found];
}
