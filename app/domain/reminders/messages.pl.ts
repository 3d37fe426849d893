import { counted, NBSP } from "~/platform/language";
import { calendarDate, formatDate, formatShort, isCalendarDate } from "~/platform/time";
import type { CalendarDate, NoticeKind } from "~db/vocabulary";
import type { Hold, Stage } from "./rules";

export const stages = {
  before_7: "7\u00a0dni przed terminem",
  before_1: "dzień przed terminem",
  after_1: "dzień po terminie",
  after_7: "7\u00a0dni po terminie",
} satisfies Record<Stage, string>;

/** In the history of the task. */
export const entryText = {
  before_7: "Automatycznie, 7\u00a0dni przed terminem.",
  before_1: "Automatycznie, dzień przed terminem.",
  after_1: "Automatycznie, dzień po terminie.",
  after_7: "Automatycznie, 7\u00a0dni po terminie.",
  chair_30: "Od 30\u00a0dni nie ma odpowiedzi – zawiadomiono kierownika jednostki.",
} satisfies Record<NoticeKind, string>;

export const holds = {
  off: "przypomnienia są wyłączone",
  no_email: "instytucja nie ma adresu e-mail",
  proposal: "czeka prośba o\u00a0inny termin",
  not_ours: "instytucja uważa, że to nie jej sprawa",
} satisfies Record<Hold, string>;

type Subject = { number: string; dueOn: CalendarDate };

export const letters = {
  salutation: "Szanowni Państwo,",
  /** Under letters to our own people. */
  ourselves: "Serwis Debata",
  action: "Otwórz stronę instytucji",
  columns: ["Zadanie", "Termin", "Stan terminu"],
  body: {
    /** How many, and until when. */
    subject(tasks: readonly Subject[], late: number) {
      const [first] = tasks;
      const next = tasks[late];
      if (tasks.length === 1 && first)
        return late > 0
          ? `Zadanie ${first.number} – termin minął ${formatShort(first.dueOn)}, prosimy o informację`
          : `Zadanie ${first.number} – prosimy o informację do ${formatShort(first.dueOn)}`;
      const many = counted(tasks.length, "task");
      if (!next) return `${many} po terminie – prosimy o informację`;
      const until = `najbliższy termin ${formatShort(next.dueOn)}`;
      return late > 0 ? `${many}: ${late} po terminie, ${until}` : `${many} – ${until}, prosimy o informację`;
    },
    opening: (many: number) =>
      many === 1
        ? "uprzejmie przypominam o zadaniu, które wynika z debaty społecznej:"
        : `uprzejmie przypominam o zadaniach, które wynikają z debat społecznych (${counted(many, "task")}):`,
    late: "Jeżeli sprawa po terminie nie mogła zostać załatwiona, proszę podać przyczynę, podjęte czynności i przewidywany termin.",
    request:
      "Proszę o informację na stronie Państwa instytucji – bez zakładania konta. Jeżeli termin jest zbyt krótki, można tam poprosić o inny; przypomnienia wtedy czekają.",
  },
  footer: {
    link: "Link otwiera sprawy Państwa instytucji i zastępuje hasło. Proszę przekazać go tylko osobie, która odpowiada w jej imieniu.",
    contact: (phone: string, email: string) =>
      `Kontakt: ${[phone && `tel. ${phone}`, email].filter(Boolean).join(", ")}.`,
    automatic:
      "Wiadomość wysłano automatycznie. Przypomnienia przychodzą najwyżej cztery razy: 7 dni i dzień przed terminem oraz dzień i 7 dni po nim.",
  },
  chair: {
    subject: (many: number, number: string) =>
      many === 1
        ? `Zadanie ${number} – od 30 dni bez odpowiedzi`
        : `${counted(many, "task")} – od 30 dni bez odpowiedzi`,
    opening: (many: number) =>
      many === 1
        ? "instytucja, której powierzono zadanie z debaty społecznej, nie odpowiada od co najmniej 30 dni:"
        : `instytucje, którym powierzono zadania z debat społecznych, nie odpowiadają od co najmniej 30 dni (${counted(many, "task")}):`,
    columns: ["Zadanie", "Instytucja", "Termin", "Bez odpowiedzi"],
    silent: (days: number) => `od ${counted(days, ["dnia", "dni", "dni"])}`,
    request:
      "Proszę rozważyć pismo do kierownika instytucji albo rozmowę z nim. O jednym terminie zawiadamiamy tylko raz.",
    action: "Otwórz zadania bez odpowiedzi",
    footer: "Wiadomość wysłano automatycznie na adres podany w ustawieniach jednostki.",
  },
  more: (many: number) => `I jeszcze ${counted(many, "task")} – pełna lista jest na stronie.`,
};

const day = (value: unknown) =>
  isCalendarDate(String(value)) ? formatDate(calendarDate(String(value))) : String(value ?? "");

export const eventMessages: Record<string, (data: Record<string, string | number | boolean | null>) => string> = {
  reminders_sent: ({ letters: many }) => `Wysłano ${counted(Number(many), "reminder")} o${NBSP}zadaniach`,
  digest_sent: ({ letters: many, day: monday }) =>
    `Wysłano ${counted(Number(many), ["zestawienie", "zestawienia", "zestawień"])} zadań na tydzień od ${day(monday)}`,
};
