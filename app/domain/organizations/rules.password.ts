import { foldForSearch } from "~/platform/language";
import { allow, type Outcome, refuse } from "~/platform/outcome";

export type PasswordRefusal = "common" | "simple" | "own";

/** Words that anybody would try first at a service of the police, beside the names of the person and of the units. */
const OURS = ["debata", "debaty", "policja", "policji", "policyjny", "komenda", "posterunek", "dzielnicowy", "haslo"];
/** So many letters have to be left when the words that belong to somebody are taken away. */
const LETTERS_LEFT = 4;
const SHORTEST_WORD = 3;

/** What a password is behind capitals, signs and digits that people hang on a word: „P@ssw0rd!2026” is „password”. */
export function coresOf(password: string) {
  const folded = foldForSearch(password).replace(/\s+/g, "");
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, "");
  const shapes = [folded, folded.replace(/[^a-z0-9]/g, ""), core, withoutSwaps(core), withoutSwaps(folded)];
  return [...new Set([...shapes, ...shapes.map(onceOnly)])].filter((word) => word !== "");
}

const SWAPS: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };
const withoutSwaps = (word: string) => word.replace(/[013457@$!]/g, (sign) => SWAPS[sign] ?? sign);

/** „haslohaslohaslo” → „haslo” */
const onceOnly = (word: string) => /^(.+?)\1+$/.exec(word)?.[1] ?? word;

/**
 * May somebody have this password? Its length is the schema's business, and there is no rule about kinds of signs.
 * `own`: names and addresses of the person and of the units. `isCommon`: whether a core is on the list of common ones.
 */
export function decidePassword(
  password: string,
  own: readonly string[],
  isCommon: boolean,
): Outcome<true, PasswordRefusal> {
  if (isSimple(password)) return refuse("simple");
  if (isOwn(password, own)) return refuse("own");
  return isCommon ? refuse("common") : allow(true);
}

/** Few different signs, or one after the other: „aaaaaaaaaaab”, „abcdefghijkl”, „123456789012”. */
function isSimple(password: string) {
  const signs = [...foldForSearch(password)];
  if (new Set(signs).size < 5) return true;
  const steps = signs.slice(1).map((sign, i) => Math.abs((sign.codePointAt(0) ?? 0) - (signs[i]?.codePointAt(0) ?? 0)));
  return steps.filter((step) => step > 1).length <= 2;
}

/** Nothing much is left of it without those words: „Sikora2026!”, „KPP Wierzbinów 112”. Endings of cases count for nothing. */
function isOwn(password: string, own: readonly string[]) {
  const words = [...own, ...OURS].flatMap((text) => foldForSearch(text).split(/[^a-z]+/));
  const stems = words.flatMap((word) => (word.length > 5 ? [word, word.slice(0, -2)] : [word]));
  const telling = [...new Set(stems)].filter((word) => word.length >= SHORTEST_WORD);
  const letters = foldForSearch(password).replace(/[^a-z]/g, "");
  const left = telling.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ""), letters);
  return left.length < letters.length && left.length < LETTERS_LEFT;
}
