import { expect, test } from "vitest";
import { cleanText } from "~/platform/pdf/clean-text";
import { loadFonts } from "~/platform/pdf/fonts";
import { unprintableIn } from "~/platform/printable";

test.each([
  ["Zażółć gęślą jaźń – „ł”, 18 m², 5 €, ½, №, Ελλάς, Україна", []],
  ["a ≤ b → c ✓", []],
  ["Dobrze 😀😀 i ☎", ["😀", "☎"]],
  ["👩‍👩‍👧 rodzina", ["👩‍👩‍👧"]],
  ["مرحبا", ["م", "ر", "ح", "ب", "ا"]],
  ["日本", ["日", "本"]],
  ["a\u0007b", ["\u0007"]],
])("%s", (text, signs) => expect(unprintableIn(text)).toEqual(signs));

test("a sign that is not named is drawn, for every sign there is", async () => {
  await loadFonts();
  const lost: string[] = [];
  for (let code = 32; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const sign = String.fromCodePoint(code);
    if (unprintableIn(sign).length === 0 && /\[\?\]|\[emoji\]/.test(cleanText(sign))) lost.push(code.toString(16));
  }
  expect(lost).toEqual([]);
});
