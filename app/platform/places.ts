import { foldForSearch } from "./language";

/**
 * The key by which two ways to write a Polish place are one: „ul. Leśna 12”, „przy ulicy Leśnej” and „Leśna 5/3” are
 * "lesna". A guess about language for lists that a person reads, never for anything that decides by itself: what
 * kind of street it is, house numbers, titles, prepositions and the town as such („miasto”) go, cases become one.
 * Words are sorted by the parts of the text, so that a crossing is the same from both sides. "" where nothing is left.
 */
export function placeKeyOf(place: string): string {
  const parts = foldForSearch(place)
    .replace(/\b\d\d-\d{3}\b/g, ",") // postal code
    .replace(/(\d)\s*[-–/]\s*(?=\d)/g, "$1 ")
    .replace(/["'„”’]/g, "")
    .split(/[,;/()]|\s[–-]\s|\b(?:i|oraz|z|ze|x|rog|rogu)\b/)
    .map((part) => wordsOf(part).join(" "));
  return [...new Set(parts)].filter(Boolean).sort().join(" ");
}

const words = (text: string) => new Set(text.split(" "));

/** Of the housing estate the word goes too, but what follows it is neuter: „na Osiedlu Górniczym”, „os. Górnicze”. */
const ESTATE = words("os osiedle osiedla osiedlu osiedlem");
const DROPPED = words(
  "ul ulica ulicy ulice ulic ulicami ulicach al aleja alei aleje alejach skrzyzowanie skrzyzowaniu skrzyzowania " +
    "przy na w we obok kolo kole okolica okolicy okolice okolicach rejon rejonie naprzeciw naprzeciwko miedzy " +
    "pomiedzy od do za przed pod nad u o wzdluz vis a teren terenie terenu odcinek odcinku " +
    "cala caly cale calej calym miasto miasta miescie gmina gminy gminie powiat powiatu powiecie rozne wszystkie " +
    "sw swietego swietej swietych ks ksiedza gen generala marsz marszalka plk pulkownika mjr majora kpt kapitana rtm " +
    "por dr prof bp abp biskupa kard kardynala im imienia",
);
/** What belongs to one house; the number after it goes with it. */
const HOUSE = words(
  "nr numer numeru numerem blok bloku blokiem dom domu budynek budynku klatka klatki lok m posesja posesji",
);
/** After these a number is a name: „droga krajowa nr 92”, „Szkoła Podstawowa nr 3”. */
const NUMBERED = words(
  "dk dw dp dg droga krajowa wojewodzka powiatowa gminna autostrada trasa km szkola podstawowa sp zs lo przedszkole zlobek " +
    "liceum przychodnia rondo park rod",
);
/** Before these a number is a name: „3 Maja”, „15 Pułku Piechoty”. */
const AFTER_NUMBER = words(
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia " +
    "lecia pulku dywizji armii brygady batalionu kompanii",
);
/** Nouns of places in the cases in which people write them. */
const NOUNS: Record<string, string> = Object.fromEntries(
  [
    "droga drogi drodze drog drogach",
    "park parku parkiem",
    "plac placu placem pl",
    "rynek rynku rynkiem",
    "rondo ronda rondzie",
    "skwer skweru skwerze",
    "szkola szkoly szkole",
    "przedszkole przedszkola przedszkolu",
    "parking parkingu",
    "dworzec dworca dworcu",
    "cmentarz cmentarza cmentarzu",
    "kosciol kosciola kosciele",
    "przystanek przystanku",
    "przejscie przejsciu przejscia",
    "przejazd przejazdu przejezdzie",
    "jezioro jeziora jeziorze jeziorem",
    "las lasu lesie",
    "most mostu moscie",
    "stacja stacji",
    "targowisko targowiska targowisku",
    "boisko boiska boisku",
    "zalew zalewu zalewie zalewem",
  ].flatMap((line) => {
    const forms = line.split(" ");
    return forms.map((form) => [form, forms[0] ?? form]);
  }),
);

function wordsOf(part: string): string[] {
  const found: string[] = [];
  let isEstate = false;
  const tokens = part.split(/[^a-z0-9]+/).filter(Boolean);
  for (const [index, token] of tokens.entries()) {
    if (ESTATE.has(token)) {
      isEstate = true;
      continue;
    }
    if (DROPPED.has(token) || HOUSE.has(token)) continue;
    if (/^\d/.test(token)) {
      if (isName(found.at(-1), tokens[index - 1], tokens[index + 1])) found.push(token);
      continue;
    }
    // An initial, or the letter of a house: „J. Piłsudskiego”, „12 a”.
    if (token.length === 1) continue;
    found.push(nominative(token, found.at(-1), isEstate));
  }
  return found;
}

/** Is a number part of the name? `kept` is the last word of the name so far. */
function isName(kept: string | undefined, before: string | undefined, after: string | undefined) {
  if (after !== undefined && AFTER_NUMBER.has(after)) return true;
  if (kept !== undefined && NUMBERED.has(kept)) return true;
  if (kept !== undefined || after === undefined) return false;
  return before === undefined || !HOUSE.has(before);
}

/** Nouns from the list, adjectives by their endings; a surname like „Piłsudskiego” goes along, the same way each time. */
function nominative(word: string, before: string | undefined, isEstate: boolean): string {
  const noun = NOUNS[word];
  if (noun) return noun;
  if (before === "droga") return word.replace(/(?:iej|ej|ych|e)$/, "a").replace(/ich$/, "a");
  if (isEstate) return word.replace(/iego$|im$/, "ie").replace(/ego$|ym$/, "e");
  if (/(?:k|g)iej$/.test(word)) return word.replace(/iej$/, "a");
  if (/[^aeiouy]ej$/.test(word) && word.length > 4) return word.replace(/ej$/, "a");
  return word.length > 4 ? word.replace(/(?:(k|g)im|(k|g)iego)$/, "$1$2i").replace(/([^aeiouy])ym$/, "$1y") : word;
}
