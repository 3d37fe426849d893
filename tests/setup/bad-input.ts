import { DEBATE_FORMS } from "./forms.debates";
import { OFFICE_FORMS } from "./forms.office";
import { PUBLIC_FORMS } from "./forms.public";
import type { FullUnit } from "./matrix";

/** The forms of each page, filled in well; a name that ends in [] is a list. Every action has to have one. */
const FORMS = { ...PUBLIC_FORMS, ...DEBATE_FORMS, ...OFFICE_FORMS };

export const routesWithForms = Object.keys(FORMS);
export const formsOf = (route: string, unit: FullUnit) => FORMS[route]?.(unit) ?? [];

/** Every name that some address asks for. */
export const QUERY =
  "q stan kat po przed wniosek wpisz after body debate state show osoba koniec form id dodaj list wycofaj part wersja to kind on rodzaj zakres zapisano co ile motion strona kod dalej zadanie debata kategoria zmiana uwaga wydanie version rows podglad za-duzo skladnik wylacz od-nowa";
