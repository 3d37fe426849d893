export type PersonalKind = "pesel" | "email" | "phone" | "plate" | "flat";
/** `text.slice(start, end)` is what was found. */
export type PersonalData = { kind: PersonalKind; start: number; end: number };

type Finder = { kind: PersonalKind; shape: RegExp; holds?: (found: RegExpExecArray) => boolean };

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** The last digit checks the first ten, which begin with a date: the century is folded into the month. */
export function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const sum = PESEL_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  return (10 - (sum % 10)) % 10 === Number(digits[10]) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// Other numbers of nine digits: register entries, reports on the threat map, sums of money.
const OTHER_NUMBER = /(?:REGON|NIP|KRS|KMZB|konto|rachun\p{L}{1,5}|zgłoszeni\p{L}{1,3})[\s:.]*(?:nr\s*)?$/iu;
const COUNTED = /^\s*(?:zł|PLN|gr|euro|EUR|tys|mln|mld|m2|m²|km|szt)/i;
const PHONE_DIGITS =
  "(?:[1-9]\\d{8}|[1-9]\\d{2}[ .–-]\\d{3}[ .–-]\\d{3}|\\(?[1-9]\\d\\)?[ /-]?\\d{3}[ -]\\d{2}[ -]\\d{2})";

// Roads, services and money look like number plates.
const NO_PLATE = /^(?:DK|DW|DP|DG|KPP|KMP|KWP|KRP|KGP|PSP|OSP|ZDP|ZDW|ZDM|PKP|PKS|ZUS|PLN|EUR|NIP|KRS|ISO|PL)$/i;
const PLATE_BODY = "([A-Z]{2} ?-?(?=[A-Z]{0,3}\\d)[0-9A-Z]{5}|[A-Z]{3} ?-?(?=[A-Z]{0,2}\\d)[0-9A-Z]{4,5})";
// „KPP 2026” is a year and „PKL 12AB” a car: where only four characters follow, a plate has a letter among them.
const likePlate = (plate: string) => {
  const letters = /^[A-Z]{2,3}/.exec(plate)?.[0] ?? "";
  const rest = plate.slice(letters.length).replace(/[ -]/g, "");
  return !NO_PLATE.test(letters) && (rest.length === 5 || /[A-Z]/.test(rest));
};

const STREET =
  /(?:ul\.|al\.|os\.|pl\.|bl\.|ulic[aąęy]|alej[aię]|osiedl[eau]|plac[u]?|blok[u]?|adres\p{L}{0,3})[^.!?;\n]{0,40}$/iu;
const PROPER_NAME =
  /(?:^|[\s(„])(?!Około|Prawie|Ponad|Blisko|Tylko|Jakieś|Uchwał|Protok|Debat|Wnios|Zadani|Pism|Spraw|Ustaw|Punkt)\p{Lu}\p{Ll}{3,} $/u;

const FINDERS: Finder[] = [
  { kind: "pesel", shape: /(?<!\d)\d{11}(?!\d)/g, holds: ([digits]) => isPesel(digits) },
  { kind: "email", shape: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu },
  { kind: "phone", shape: /(?<![\d+])(?:\+|00)48[ -]?\d{2,3}(?:[ -]?\d{2,3}){2,3}(?![\d])/g },
  {
    kind: "phone",
    shape: new RegExp(`(?<![\\d/.,+-]|\\d )${PHONE_DIGITS}(?![\\d/]| \\d|[.,-]\\d)`, "g"),
    holds: ({ 0: number, index, input }) =>
      !OTHER_NUMBER.test(input.slice(Math.max(0, index - 40), index)) &&
      !COUNTED.test(input.slice(index + number.length)) &&
      !/0{6}$/.test(number.replace(/\D/g, "")),
  },
  { kind: "phone", shape: /(?<=tel(?:\.|efon\p{L}{0,3})[\s:]{0,3}(?:nr\s)?)\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/giu },
  {
    kind: "plate",
    shape: new RegExp(`(?<![\\p{L}\\d/-])${PLATE_BODY}(?![\\p{L}\\d])`, "gu"),
    holds: ([plate]) => likePlate(plate),
  },
  {
    kind: "plate", // after „rej.”, „tablice”, in small letters too
    shape:
      /(?<=(?:rej\.|rejestrac\p{L}{1,6}|tablic\p{L}{0,3})[\s:]{1,3}(?:nr\s)?)[a-z]{1,3} ?[0-9a-z]{4,5}(?![\p{L}\d])/giu,
    holds: ([plate]) => /\d/.test(plate),
  },
  { kind: "flat", shape: /(?<![\p{L}\d])m\. ?\d{1,4}[a-z]?(?![\p{L}\d.])/gu },
  {
    kind: "flat",
    shape:
      /(?<![\p{L}\d])(?:mieszkani(?:e|a|u|em)|lokal(?:u|owi|em)?|lok\.) (?:nr |numer |o numerze )?\d{1,4}[a-z]?(?![\p{L}\d])(?! (?:os[óo]b|lat|dni|raz|godz|zł|metr|m²|m2))/giu,
  },
  {
    kind: "flat", // „ul. Polna 12/7”, „na Polnej 12/7”; not 3/2026/07, 24/7, ½ of the residents
    shape: /(?<![\d/])\d{1,3}[a-z]?\/(?!7 dni)\d{1,3}[a-z]?(?![\p{L}\d/])/giu,
    holds: ({ 0: number, index, input }) => {
      const before = input.slice(Math.max(0, index - 60), index);
      return number !== "24/7" && (STREET.test(before) || PROPER_NAME.test(before));
    },
  },
];

/** What may point at a person, in order and without overlaps: the first of pesel, email, phone, plate, flat wins. */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const { kind, shape, holds } of FINDERS) {
    for (const match of text.matchAll(shape)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isNew = found.every((other) => end <= other.start || start >= other.end);
      if (isNew && (!holds || holds(match))) found.push({ kind, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
