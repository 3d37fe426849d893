import { versionOf } from "~/platform/forms";
import { foldForSearch } from "~/platform/language";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addDays, type CalendarDate } from "~/platform/time";
import type { Gender } from "~db/vocabulary";

export const UNKNOWN_SALUTATION = "Szanowni Państwo";

type OfficeForms = { salutationMale: string; salutationFemale: string };

/** Over which words of an office a form was filled in. */
export const officeVersion = ({ title, salutationMale, salutationFemale }: OfficeForms & { title: string }) =>
  versionOf({ title, salutationMale, salutationFemale });

type Addressed = { gender: Gender; salutation: string };

/** Her own wish first, then the form of the office; nothing is guessed from a name. */
export function resolveSalutation(office: OfficeForms, person: Addressed | null): string {
  if (!person) return UNKNOWN_SALUTATION;
  if (person.salutation) return person.salutation;
  if (person.gender === "female") return office.salutationFemale;
  if (person.gender === "male") return office.salutationMale;
  return UNKNOWN_SALUTATION;
}

/** First word of a title (folded, in the nominative or the genitive) → vocatives. */
const NOUNS: [RegExp, male: string, female: string][] = [
  [/^wojt/, "Szanowny Panie Wójcie", "Szanowna Pani Wójt"],
  [/^burmistrz/, "Szanowny Panie Burmistrzu", "Szanowna Pani Burmistrz"],
  [/^prezydent/, "Szanowny Panie Prezydencie", "Szanowna Pani Prezydent"],
  [/^starost/, "Szanowny Panie Starosto", "Szanowna Pani Starosto"],
  [/^wojewod[ay]$/, "Szanowny Panie Wojewodo", "Szanowna Pani Wojewodo"],
  [/^marszal/, "Szanowny Panie Marszałku", "Szanowna Pani Marszałek"],
  [/^przewodnicz/, "Szanowny Panie Przewodniczący", "Szanowna Pani Przewodnicząca"],
  [/^radn[yae]/, "Szanowny Panie Radny", "Szanowna Pani Radna"],
  [/^solty/, "Szanowny Panie Sołtysie", "Szanowna Pani Sołtys"],
  [/^komendant/, "Szanowny Panie Komendancie", "Szanowna Pani Komendant"],
  [/^naczelni/, "Szanowny Panie Naczelniku", "Szanowna Pani Naczelnik"],
  [/^kierowni/, "Szanowny Panie Kierowniku", "Szanowna Pani Kierownik"],
  [/^dyrektor/, "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"],
  [/^prezes/, "Szanowny Panie Prezesie", "Szanowna Pani Prezes"],
  [/^sekretarz/, "Szanowny Panie Sekretarzu", "Szanowna Pani Sekretarz"],
  [/^skarbni/, "Szanowny Panie Skarbniku", "Szanowna Pani Skarbnik"],
  [/^prokurator/, "Szanowny Panie Prokuratorze", "Szanowna Pani Prokurator"],
  [/^sedzi/, "Szanowny Panie Sędzio", "Szanowna Pani Sędzio"],
  [/^nadlesnicz/, "Szanowny Panie Nadleśniczy", "Szanowna Pani Nadleśniczy"],
  [/^dzielnicow/, "Szanowny Panie Dzielnicowy", "Szanowna Pani Dzielnicowa"],
  [/^proboszcz/, "Czcigodny Księże Proboszczu", UNKNOWN_SALUTATION],
];

/** A deputy is addressed as the one for whom she stands in. */
const BEFORE_THE_NOUN =
  /^(?:(?:zastepc[aey]|zastepczyni|z-ca|p\.?\s?o\.?|pelniac[ya]|obowiazki|i{1,3}|pierwsz[ya]|drug[ia]|pan|pani)\s+)+/;

/** What to offer when an office gets its title; stored, and open to correction. */
export function suggestSalutation(title: string): { male: string; female: string } {
  const noun = foldForSearch(title)
    .replace(BEFORE_THE_NOUN, "")
    .replace(/^wice-?/, "")
    .split(/[^a-z-]/)[0];
  const [, male, female] = NOUNS.find(([form]) => form.test(noun ?? "")) ?? [];
  return { male: male ?? "Szanowny Panie", female: female ?? "Szanowna Pani" };
}

export type Term = { id: string; personId: string; startsOn: CalendarDate; endsOn: CalendarDate | null };
export type AppointmentRefusal = "term_before_last" | "holds_already" | "term_ends_before_start" | "term_over";

export const holdsOn = (term: Pick<Term, "startsOn" | "endsOn">, on: CalendarDate) =>
  term.startsOn <= on && (term.endsOn === null || on <= term.endsOn);

/** The new holder's first day ends the running term the day before; history is not rewritten. */
export function decideAppointment(
  terms: readonly Term[],
  { personId, startsOn }: { personId: string; startsOn: CalendarDate },
): Outcome<{ ends: { id: string; endsOn: CalendarDate }[] }, AppointmentRefusal> {
  const running = terms.filter(({ endsOn }) => endsOn === null || endsOn >= startsOn);
  if (running.some((term) => term.personId === personId && term.startsOn <= startsOn)) return refuse("holds_already");
  if (running.some((term) => term.startsOn >= startsOn)) return refuse("term_before_last");
  return allow({ ends: running.map(({ id }) => ({ id, endsOn: addDays(startsOn, -1) })) });
}

/** Somebody leaves and nobody follows yet. */
export function decideEndOfTerm(
  term: Term,
  endsOn: CalendarDate,
): Outcome<{ endsOn: CalendarDate }, AppointmentRefusal> {
  if (term.endsOn !== null) return refuse("term_over");
  return endsOn < term.startsOn ? refuse("term_ends_before_start") : allow({ endsOn });
}

export type DirectoryRefusal = AppointmentRefusal | "body_name_taken" | "office_title_taken" | "stale" | "archived";

/** Names are saved once; `others` are the names that the unit or the body has already. */
export const isNameTaken = (name: string, others: readonly string[]) =>
  others.some((other) => foldForSearch(other) === foldForSearch(name));
