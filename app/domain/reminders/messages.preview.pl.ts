import { counted } from "~/platform/language";
import { formatLong, formatShortWithWeekday } from "~/platform/time";
import type { CalendarDate, NoticeKind } from "~db/vocabulary";
import { stages } from "./messages.pl";

export const preview = {
  title: "Co wyjdzie w\u00a0tym tygodniu",
  sub: "Przypomnienia wysyłane same, w\u00a0dni robocze od 8.00 do 18.00. Kto odpowie wcześniej, nie dostanie przypomnienia.",
  tasks: "Zadania",
  settings: "Ustawienia przypomnień",
  off: "Przypomnienia są wyłączone w\u00a0ustawieniach jednostki, więc nic nie wyjdzie. Poniżej widać, co czekałoby na wysłanie.",
  noChair:
    "Jednostka nie ma adresu e-mail, więc po 30\u00a0dniach bez odpowiedzi nikt nie zostanie zawiadomiony. Adres można podać w\u00a0ustawieniach.",
  cut: "To bardzo dużo zadań: pokazano część.",
  day: (day: CalendarDate) => formatLong(day),
  letters: (many: number) => (many === 0 ? "" : counted(many, ["pismo", "pisma", "pism"])),
  columns: { task: "Zadanie", body: "Instytucja", why: "Co przypominamy", due: "Termin" },
  caption: (day: CalendarDate) => `Przypomnienia: ${formatShortWithWeekday(day)}`,
  stages: { ...stages, chair_30: "zawiadomienie kierownika: 30\u00a0dni bez odpowiedzi" } satisfies Record<
    NoticeKind,
    string
  >,
  chair: "do kierownika jednostki",
  more: (many: number) => `I\u00a0jeszcze ${counted(many, "task")}.`,
  nothing: "Nic nie wychodzi.",
  held: "Wstrzymane",
  heldHint: "Te przypomnienia nie wyjdą, dopóki powód trwa.",
  heldColumns: { task: "Zadanie", body: "Instytucja", what: "Przypomnienie", why: "Dlaczego czeka" },
  empty: "W\u00a0najbliższych siedmiu dniach nie ma czego przypominać",
  emptyText: "Przypomnienia zaczynają się 7\u00a0dni przed terminem zadania.",
  digest: (many: number) =>
    `Zestawienie tygodnia dla ${counted(many, ["osoby", "osób", "osób"])}, jeżeli będzie o\u00a0czym pisać.`,
};
