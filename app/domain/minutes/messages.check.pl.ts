import { listed, quoted } from "~/platform/language";
import type { PersonalKind } from "~/platform/personal-data";
import type { Fault, FaultKind } from "./rules.faults";

/** „Wniosek 3/2026/04: …”, „Zadanie Z1: …”, „„Dyskusja”: …”: the place first, it is what a clerk looks for. */
function at(subject: string, sentence: string) {
  if (!subject) return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  if (/^Z\d+$/.test(subject)) return `Zadanie ${subject}: ${sentence}`;
  return `${/^\d+\/\d{4}\/\d+$/.test(subject) ? `Wniosek ${subject}` : quoted(subject)}: ${sentence}`;
}
type Said = Pick<Fault, "subject"> & { detail?: string };

const PERSONAL: Record<PersonalKind, string> = {
  pesel: "PESEL",
  email: "adres e-mail",
  phone: "telefon",
  plate: "numer rejestracyjny",
  flat: "numer mieszkania",
};
const kinds = (detail = "") => {
  const named = detail.split(" ").flatMap((kind) => PERSONAL[kind as PersonalKind] ?? []);
  return named.length ? ` (${listed(named)})` : "";
};

/** The words of the check before approval: what is wrong, and what to do about it. */
export const check = {
  faults: {
    motion_without_outcome: ({ subject }) => `Wniosek ${subject} nie ma wyniku`,
    task_missing: ({ subject }) => `Wniosek ${subject} ma być zadaniem, ale zadania nie ma`,
    referral_without_body: ({ subject }) => `Wniosek ${subject} przekazano, ale nie wiadomo komu`,
    motion_without_public_text: ({ subject }) => `Wniosek ${subject} jest jawny, ale nie ma treści dla mieszkańców`,
    task_due_before_debate: ({ subject }) => `Termin zadania ${subject} jest wcześniejszy niż debata`,
    names_hidden_motion: ({ subject }) => `Tekst zdradza wniosek ${subject}, którego wersja publiczna nie pokazuje`,
    counts_hidden_motions: ({ subject }) =>
      at(subject, "liczba wniosków w tekście zdradza te, których wersja publiczna nie pokazuje"),
    personal_data: ({ subject, detail }) => at(subject, `w wersji publicznej mogą być dane osoby${kinds(detail)}`),
    placeholder: ({ subject, detail }) => at(subject, `do uzupełnienia zostało ${detail}`),
    unbalanced_mark: ({ subject }) => at(subject, "nawias „[[” albo „]]” nie ma pary"),
    wrong_weekday: ({ subject, detail }) => `${quoted(subject)} – dzień tygodnia się nie zgadza: to ${detail}`,
    item_without_text: ({ subject }) => at(subject, "tekst z zapisu debaty, nikt go jeszcze nie sprawdził"),
    item_blank: ({ subject }) => at(subject, "tekst jest pusty"),
    new_facts: ({ subject }) => at(subject, "zapis debaty ma coś nowego"),
    guest_without_presence: ({ subject }) => `${subject}: nie odnotowano obecności ani nieobecności`,
    guest_without_office: ({ subject }) => `${subject}: brak funkcji osoby, która przyszła`,
    not_counted: () => "Uczestników nikt nie policzył",
    chair_missing: () => "Nie podano przewodniczącego debaty",
    minute_taker_missing: () => "Nie podano protokolanta",
    head_office_missing: () => "Nie podano stanowiska kierownika jednostki",
    hanging_word: ({ subject, detail }) => at(subject, `krótkie słowo „${detail}” na końcu wiersza`),
    odd_sign: ({ subject, detail }) => at(subject, `nie da się wydrukować znaku ${detail}`),
  } satisfies Record<FaultKind, (fault: Said) => string>,

  remedies: {
    motion_without_outcome: "Zakładka „Wnioski”: proszę zapisać sposób załatwienia.",
    task_missing: "Zakładka „Wnioski”: proszę wyznaczyć zadanie albo zmienić wynik.",
    referral_without_body: "Zakładka „Wnioski”: proszę wskazać instytucję.",
    motion_without_public_text: "Zakładka „Wnioski”: proszę wpisać treść albo ukryć wniosek.",
    task_due_before_debate: "Jeżeli to pomyłka, termin można zmienić na stronie zadania.",
    names_hidden_motion:
      "Proszę usunąć tę wzmiankę, objąć ją nawiasami [[ ]] albo zaznaczyć „Tylko w wersji wewnętrznej”.",
    counts_hidden_motions: "Proszę pominąć liczbę albo zaznaczyć „Tylko w wersji wewnętrznej”.",
    personal_data: "Proszę je usunąć albo objąć nawiasami [[ ]]. Z numerem PESEL nie można zatwierdzić.",
    placeholder: "Proszę wpisać w tym miejscu właściwe słowa albo je usunąć.",
    unbalanced_mark: "Proszę dopisać drugi nawias: do tego czasu wersja publiczna ukrywa za dużo.",
    wrong_weekday: "Proszę poprawić dzień tygodnia albo datę.",
    item_without_text: "Bez zmian też można zatwierdzić: ten tekst stanie w protokole.",
    item_blank: "Proszę wpisać tekst; inaczej w protokole stanie „Bez zapisu”.",
    new_facts: "Nowe wiersze stoją pod tekstem: można je dopisać albo pominąć.",
    guest_without_presence: "Zakładka „Obecność”: proszę zaznaczyć, kto był.",
    guest_without_office: "Zakładka „Zaproszenia”: w protokole stanie „osoba upoważniona” albo puste miejsce.",
    not_counted: "Zakładka „Obecność”: w protokole stanie „nie ustalono”.",
    chair_missing: "Zmiana danych debaty: bez tego w miejscu podpisu nie będzie nazwiska.",
    minute_taker_missing: "Zmiana danych debaty: bez tego w miejscu podpisu nie będzie nazwiska.",
    head_office_missing: "Ustawienia jednostki: bez tego pod słowem „Zatwierdzam” nie będzie stanowiska.",
    hanging_word: "Proszę przenieść je do następnego wiersza albo usunąć podział wiersza.",
    odd_sign: "W dokumencie stanie w tym miejscu „[emoji]” albo „[?]”.",
  } satisfies Record<FaultKind, string>,

  more: (many: number) => `I jeszcze ${many}`,
  left: (many: number) => `Następne (${many}) pokażą się po usunięciu tych.`,
};
