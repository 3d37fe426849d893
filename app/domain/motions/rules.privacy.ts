/**
 * The safety gate: finds what may point at a person, so that a human looks before anybody else reads it.
 * It would rather flag one street too many than let the number of a flat through.
 */
export const PERSONAL_DATA_KINDS = ["pesel", "phone", "email", "plate", "flat", "person"] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
export type Finding = { kind: PersonalDataKind; start: number; end: number };

const words = (pattern: string, flags = "") =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, `gu${flags}`);

const EMAIL = "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+";
const PHONE = "(?:(?:\\+|00)48[ -]?)?(?:\\d{3}[ -]?\\d{3}[ -]?\\d{3}|\\d{2}[ -]\\d{3}[ -]\\d{2}[ -]\\d{2})";
/** Two or three letters of the county, then four or five characters, two of them digits. */
const PLATE = "[A-Z]{2,3}[ -]?(?=[A-Z]*\\d[A-Z]*\\d)[A-Z0-9]{4,5}";
const SPOKEN_NUMBERS =
  "jedynki|dwójki|trójki|czwórki|piątki|szóstki|siódemki|ósemki|dziewiątki|dziesiątki|jedenastki|dwunastki";
const FLAT = [
  "m\\. ?\\d{1,4}[a-z]?",
  "\\d{1,4}[a-z]? m\\.? \\d{1,4}[a-z]?",
  "(?:lok|miesz)\\.? ?\\d{1,4}[a-z]?",
  "mieszkani\\p{L}{1,3}(?: (?:nr|numer))? ?\\d{1,4}[a-z]?",
  `spod (?:(?:numeru |nr )?\\d{1,4}[a-z]?|${SPOKEN_NUMBERS})`,
  "pod (?:numerem|nr) \\d{1,4}[a-z]?",
  "(?<![.:,/]|/ )\\d{1,4}[a-z]? ?/ ?\\d{1,4}[a-z]?(?! ?/|[.:]\\d)",
].join("|");

const SURNAME = "\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}{2,})?";
const TITLED = "[Pp](?:an(?:a|u|em|i|ią)?|aństw(?:o|a|u|em)|\\.)";
const NEIGHBOUR = "[Ss]ąsi(?:ad|ada|adowi|adem|adka|adki|adkę|adką|edzi)|[Rr]odzin(?:a|y|ę|ą|ie)";

/** „Pani Burmistrz” is an office, not a person. */
const OFFICE =
  /^(?:Burmistrz|Prezydent|Wójt|Starost|Komendant|Naczelnik|Dyrektor|Prezes|Przewodnicząc|Sołtys|Radn|Kierowni|Dzielnicow|Sekretarz|Wice|Minister|Wojewod|Marszał|Posł|Poseł|Senator|Inspektor|Policjant|Strażnik|Doktor|Profesor|Moderator|Redaktor|Pełnomocni|Mecenas|Sędzi|Prokurator|Ksiądz|Proboszcz)/u;

const FIRST_NAMES =
  "Adam|Agat|Agnieszk|Aleksande?r|Alicj|Andrzej|Ann|Antoni|Arkadiusz|Artur|Barbar|Bartosz|Beat|Bogdan|Bogusław|Bożen|Cezary|Damian|Daniel|Danut|Dariusz|Dawid|Dominik|Dorot|Edward|Elżbiet|Ew|Filip|Franciszek|Franciszk|Gabriel|Grażyn|Grzegorz|Halin|Hann|Helen|Henryk|Iren|Irene?usz|Iwon|Izabel|Jacek|Jack|Jadwig|Jakub|Jan|Janin|Janusz|Jarosław|Jerz|Joann|Jol[ae]nt|Józef|Judyt|Juli|Justyn|Kamil|Karol|Karolin|Katarzyn|Kazimierz|King|Konrad|Krystyn|Krzysztof|Lech|Leszek|Leszk|Łukasz|Maciej|Magdalen|Małgorzat|Marcin|Marek|Mark|Mari|Mariusz|Mart|Mateusz|Michał|Mieczysław|Mirosław|Monik|Natali|Olg|Patryk|Patrycj|Paulin|Paweł|Pawł|Piotr|Rafał|Renat|Robert|Roman|Ryszard|Sebastian|Sławomir|Stanisław|Stefan|Sylwi|Szymon|Tadeusz|Teres|Tomasz|Urszul|Wacław|Waldemar|Wand|Wiesław|Wiktor|Witold|Władysław|Wojciech|Zbigniew|Zdzisław|Zofi|Zuzann|Zygmunt";
const FIRST_NAME = `(?:${FIRST_NAMES})(?:a|i|y|e|ie|ę|ą|o|u|owi|em|iem|ego|emu|ej)?`;

/** A street, a school or a park that bears a name. */
const NAMED_AFTER =
  /(?:(?:ul|al|pl|os|im|św|bp|ks|gen|płk|mjr|dr|prof)\.|(?:ulic|alej|plac|osiedl|święt|skwer|park|rond|szko[lł]|most|bulwar|parafi|kości[oó]ł|generał|marszałk|księ[dż]|król|papież)\p{L}*|imienia)\s+(?:\p{L}+\.?\s+)?$/iu;
const EMERGENCY = /\D(?:112|9\d\d)$/;
const PLAIN_CODE = /^(?:DK|DW|DP|PKP|OSP|PSP|DPS)[ -]?\d/;
const SLASHED_BUT_NO_FLAT = /\/ ?(?:19|20)\d\d$|^24 ?\/ ?7$/;

type Detector = { kind: PersonalDataKind; pattern: RegExp; accept?: (found: string, before: string) => boolean };

const DETECTORS: readonly Detector[] = [
  { kind: "email", pattern: words(EMAIL) },
  { kind: "pesel", pattern: words("\\d{11}") },
  { kind: "phone", pattern: words(PHONE) },
  { kind: "plate", pattern: words(PLATE), accept: (found) => !PLAIN_CODE.test(found) },
  {
    kind: "flat",
    pattern: words(FLAT, "i"),
    accept: (found) => !EMERGENCY.test(found) && !SLASHED_BUT_NO_FLAT.test(found),
  },
  {
    kind: "person",
    pattern: words(`(?:${TITLED}|${NEIGHBOUR}) ${SURNAME}(?: ${SURNAME})?`),
    accept: (found) => !OFFICE.test(found.replace(/^\S+ /, "")),
  },
  {
    kind: "person",
    pattern: words(`${FIRST_NAME} ${SURNAME}`),
    accept: (_found, before) => !NAMED_AFTER.test(before),
  },
];

/** A page asks four times about one text, and the looking costs as much as fifty rows of a list. */
const known = new Map<string, Finding[]>();
const [MOST_KNOWN, LONGEST_KNOWN] = [100, 4000];

/** All findings in the order of the text; those that overlap become one. */
export function personalDataIn(text: string): readonly Finding[] {
  const findings = known.get(text) ?? findIn(text);
  if (text.length > LONGEST_KNOWN) return findings;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, findings);
  return findings;
}

function findIn(text: string): Finding[] {
  const found = DETECTORS.flatMap(({ kind, pattern, accept }) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: match, index }) => accept?.(match, text.slice(Math.max(0, index - 40), index)) ?? true)
      .map(({ 0: match, index }) => ({ kind, start: index, end: index + match.length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);

  const apart: Finding[] = [];
  for (const finding of found) {
    const last = apart.at(-1);
    if (last && finding.start < last.end) last.end = Math.max(last.end, finding.end);
    else apart.push({ ...finding });
  }
  return apart;
}

/** What is stored beside a motion until somebody has looked. */
export const flagsOf = (...texts: string[]): PersonalDataKind[] => [
  ...new Set(texts.flatMap((text) => personalDataIn(text).map(({ kind }) => kind))),
];

export type TextPart = { text: string; kind: PersonalDataKind | null };

/** The text cut where marks begin and end, for a screen that draws them. */
export function markedParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { kind, start, end } of personalDataIn(text)) {
    if (start > at) parts.push({ text: text.slice(at, start), kind: null });
    parts.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null });
  return parts;
}
