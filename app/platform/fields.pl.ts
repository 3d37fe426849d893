import { counted, formatMoney, formatNumber } from "./language";
import { type CalendarDate, formatShort } from "./time";

/** What a field says by itself. `label` is in the accusative: „Proszę podać tytuł debaty.” */
export const sentences = {
  required: (label?: string) => (label ? `Proszę podać ${label}.` : "Proszę wypełnić to pole."),
  choose: (label?: string) => (label ? `Proszę wybrać ${label}.` : "Proszę wybrać jedną z możliwości."),
  tick: "Proszę zaznaczyć to pole, żeby przejść dalej.",
  tooLong: (max: number, is: number) => `Za długie: najwyżej ${counted(max, "character")}, jest ${formatNumber(is)}.`,
  tooShort: (min: number, is: number) => `Za krótkie: co najmniej ${counted(min, "character")}, jest ${is}.`,
  email: (typed: string) => `Adres „${shown(typed)}” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl.`,
  phone: "Proszę podać numer telefonu z 9 cyfr, na przykład 600 100 200, albo z numerem kraju: +48 600 100 200.",
  date: "Proszę podać datę, na przykład 18.03.2026.",
  noSuchDate: (typed: string) => `Takiej daty nie ma w kalendarzu: ${shown(typed)}.`,
  otherWeekday: (typed: string) => `Dzień tygodnia nie zgadza się z datą: ${shown(typed)}.`,
  tooEarly: (min: CalendarDate) => `Najwcześniejsza możliwa data to ${formatShort(min)}.`,
  tooLate: (max: CalendarDate) => `Najpóźniejsza możliwa data to ${formatShort(max)}.`,
  time: "Proszę podać godzinę, na przykład 17:00.",
  noSuchTime: (typed: string) => `Takiej godziny nie ma: ${shown(typed)}.`,
  noSuchHour: (date: CalendarDate, time: string) =>
    `W dniu ${formatShort(date)} zegary przestawia się do przodu i godziny ${time} nie ma. Proszę podać inną.`,
  wholeNumber: "Proszę podać liczbę całkowitą, na przykład 60.",
  atLeast: (min: number) => `Najmniej może być ${formatNumber(min)}.`,
  atMost: (max: number) => `Najwięcej może być ${formatNumber(max)}.`,
  money: "Proszę podać kwotę, na przykład 33 000 albo 220,50.",
  moneyAtLeast: (min: number) => `Kwota może wynosić najmniej ${formatMoney(min)}.`,
  moneyAtMost: (max: number) => `Kwota może wynosić najwyżej ${formatMoney(max)}.`,
};

/** Somebody may have pasted a page into the field: the sentence quotes its beginning. */
const shown = (typed: string) => (typed.length > 60 ? `${[...typed].slice(0, 60).join("")}…` : typed);
