/** Polish plurals, typography, sorting and search: pure, and small enough for the browser. */
export const NBSP = "\u00a0";

/** [1 wniosek, 2 wnioski, 5 wniosków] */
export type Forms = readonly [one: string, few: string, many: string];

const NOUNS = {
  agendaItem: ["punkt", "punkty", "punktów"],
  answer: ["odpowiedź", "odpowiedzi", "odpowiedzi"],
  attachment: ["załącznik", "załączniki", "załączników"],
  body: ["instytucja", "instytucje", "instytucji"],
  character: ["znak", "znaki", "znaków"],
  copy: ["egzemplarz", "egzemplarze", "egzemplarzy"],
  day: ["dzień", "dni", "dni"],
  debate: ["debata", "debaty", "debat"],
  document: ["dokument", "dokumenty", "dokumentów"],
  error: ["błąd", "błędy", "błędów"],
  field: ["pole", "pola", "pól"],
  finding: ["ustalenie", "ustalenia", "ustaleń"],
  guest: ["gość", "gości", "gości"],
  hour: ["godzina", "godziny", "godzin"],
  invitation: ["zaproszenie", "zaproszenia", "zaproszeń"],
  letter: ["list", "listy", "listów"],
  matter: ["sprawa", "sprawy", "spraw"],
  member: ["użytkownik", "użytkowników", "użytkowników"],
  message: ["wiadomość", "wiadomości", "wiadomości"],
  minute: ["minuta", "minuty", "minut"],
  month: ["miesiąc", "miesiące", "miesięcy"],
  motion: ["wniosek", "wnioski", "wniosków"],
  office: ["stanowisko", "stanowiska", "stanowisk"],
  page: ["strona", "strony", "stron"],
  // Masculine persons are counted in the genitive: „3 mieszkańców” is right in every sentence.
  participant: ["uczestnik", "uczestników", "uczestników"],
  patrol: ["służba", "służby", "służb"],
  person: ["osoba", "osoby", "osób"],
  reminder: ["przypomnienie", "przypomnienia", "przypomnień"],
  representative: ["przedstawiciel", "przedstawicieli", "przedstawicieli"],
  resident: ["mieszkaniec", "mieszkańców", "mieszkańców"],
  result: ["wynik", "wyniki", "wyników"],
  seat: ["miejsce", "miejsca", "miejsc"],
  substitute: ["zastępca", "zastępców", "zastępców"],
  task: ["zadanie", "zadania", "zadań"],
  version: ["wersja", "wersje", "wersji"],
} satisfies Record<string, Forms>;

export type Noun = keyof typeof NOUNS;

/** The form that fits a whole number: 1 wniosek, 2 wnioski, 5 wniosków, 12 wniosków, 22 wnioski. */
export function plural(n: number, [one, few, many]: Forms): string {
  const count = Math.abs(n);
  if (count === 1) return one;
  const tens = count % 100;
  const ones = count % 10;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
}

/** „5 wniosków”, „12 500 osób”: the number and its noun stay on one line. */
export const counted = (n: number, noun: Noun | Forms) =>
  `${formatNumber(n)}${NBSP}${plural(n, typeof noun === "string" ? NOUNS[noun] : noun)}`;

/** „1250”, „33 000”: four digits stay together, longer numbers are grouped. */
export const formatNumber = (n: number) => {
  const digits = String(Math.abs(n));
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, NBSP) : digits;
  return n < 0 ? `−${grouped}` : grouped;
};

/** „33 000 zł”, „220,50 zł”; money is whole grosze. */
export function formatMoney(grosze: number): string {
  const [zloty, rest] = [Math.trunc(Math.abs(grosze) / 100), Math.abs(grosze) % 100];
  const sign = grosze < 0 ? "−" : "";
  return `${sign}${formatNumber(zloty)}${rest ? `,${String(rest).padStart(2, "0")}` : ""}${NBSP}zł`;
}

/** Abbreviations that keep their next word; r. and zł are missing because they belong to the number before them. */
const LEADING =
  "al|art|asp|dr|gen|godz|hab|im|insp|inż|kom|ks|lit|mgr|mł|nadkom|nr|os|pkt|pl|pn|podinsp|podkom|post|poz|prof|sierż|st|str|sygn|szt|tab|tel|tj|tys|ul|ust|zob";
const UNITS =
  "r\\.|w\\.|zł|gr|tys\\.|mln|mld|km|m|cm|kg|t|ha|l|proc\\.|%|°C|szt\\.|os\\.|min|godz\\.|h|lat|dni|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia";
/** Streets that are called after a day or a number: „ul. 3 Maja”, „na placu 11 Listopada”, „os. 1000 Lat”. */
const STREETS =
  "(?:[Uu]l|[Aa]l|[Pp]l|[Oo]s)\\.|[Uu]lic\\p{Ll}+|[Aa]lej\\p{Ll}*|[Pp]lac\\p{Ll}*|[Oo]siedl\\p{Ll}+|[Rr]ond\\p{Ll}+";
const BOUND = "[ \\t\\u00a0\\u202f]+";
const STARTS = "(?<=^|[\\s(„»\\[–—/])";
const RULES: [RegExp, string][] = [
  // „w domu”, „z Rady”; the sign in front is only looked at, so that „i w domu” is caught in one run.
  [new RegExp(`${STARTS}([aiouwz])${BOUND}(?=\\S)`, "giu"), `$1${NBSP}`],
  [new RegExp(`${STARTS}((?:${LEADING})\\.|nr|pkt|ad|§{1,2})${BOUND}(?=[\\p{L}\\d])`, "giu"), `$1${NBSP}`],
  [new RegExp(`${STARTS}(Dz\\.)${BOUND}(?=U\\.)`, "gu"), `$1${NBSP}`],
  [new RegExp(`(?<=\\d)${BOUND}(?=(?:${UNITS})(?![\\p{L}\\d]))`, "gu"), NBSP],
  [new RegExp(`(?<=${STARTS}(?:${STREETS})${BOUND}\\d{1,4}\\.?)${BOUND}(?=\\p{Lu})`, "gu"), NBSP],
  [/(?<=\b\d{1,3})[ \u202f](?=\d{3}(?!\d))/g, NBSP],
  // A dash may end a line, never start one.
  [/(?<=\S)[ \t]+(?=– )/g, NBSP],
  [new RegExp(`${STARTS}(\\p{Lu}\\.)${BOUND}(?=\\p{Lu})`, "gu"), `$1${NBSP}`],
];

/** Blanks that must not end a line become non-breaking; running it again changes nothing. */
export function typeset(text: string): string {
  if (!text.includes(" ") && !text.includes("\u202f") && !text.includes("\t")) return text;
  const known = set.get(text);
  if (known !== undefined) return known;
  const made = RULES.reduce((so, [rule, by]) => so.replace(rule, by), text);
  if (text.length > LONGEST_SET) return made;
  if (set.size >= MOST_SET) set.clear();
  set.set(text, made).set(made, made);
  return made;
}

/** Words of the product and rows of lists come again and again, and eight rules cost 5 µs a sentence. */
const set = new Map<string, string>();
const MOST_SET = 2000;
const LONGEST_SET = 500;

/** What search compares: lower case, without diacritics, one blank between words. The same on every database. */
export const foldForSearch = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim();

const collator = new Intl.Collator("pl-PL", { numeric: true });
export const comparePolish = (a: string, b: string) => collator.compare(a, b);

/** „…”, and »…« inside. */
export const quoted = (text: string) => `„${text.replace(/„([^„”]*)”/g, "»$1«")}”`;

/** „a, b i c” */
export const listed = (items: readonly string[], last = "i") =>
  items.length < 2
    ? (items[0] ?? "")
    : `${items.slice(0, -1).join(", ")} ${last}${last.length === 1 ? NBSP : " "}${items.at(-1)}`;

/** „Debata w Łące, 18 marca” → „debata-w-lace-18-marca”; cut at a word when too long. */
export function slugify(text: string, max = 80): string {
  const slug = foldForSearch(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= max) return slug;
  const lastBreak = slug.slice(0, max + 1).lastIndexOf("-");
  return slug.slice(0, lastBreak > max / 2 ? lastBreak : max).replace(/-$/, "");
}
