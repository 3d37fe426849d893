import { formatLong } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

export type Decision = "granted" | "declined" | "insisted" | "returned";

/** What the organizer has decided about the question of a body; dates end in „r.”, which also ends a sentence. */
export const decisions = {
  subject: {
    granted: (number: string) => `Zadanie ${number} – zgoda na nowy termin`,
    declined: (number: string) => `Zadanie ${number} – termin pozostaje bez zmian`,
    insisted: (number: string) => `Zadanie ${number} – prosimy o dalsze prowadzenie sprawy`,
    returned: (number: string) => `Zadanie ${number} – nie potwierdzono wykonania`,
  } satisfies Record<Decision, (number: string) => string>,
  words: {
    granted: (dueOn: CalendarDate) =>
      `uprzejmie informuję, że przyjęto termin, o który Państwo prosili: ${formatLong(dueOn)}`,
    declined: (dueOn: CalendarDate) =>
      `uprzejmie informuję, że nie zgodzono się na inny termin. Obowiązuje dotychczasowy: ${formatLong(dueOn)}`,
    insisted: (dueOn: CalendarDate) =>
      `po rozważeniu Państwa wyjaśnień organizator uznał, że sprawa należy do Państwa instytucji. Termin: ${formatLong(dueOn)}`,
    returned: (dueOn: CalendarDate) =>
      `uprzejmie informuję, że organizator nie potwierdził wykonania zadania i prosi o dalsze działania. Termin: ${formatLong(dueOn)}`,
  } satisfies Record<Decision, (dueOn: CalendarDate) => string>,
  reason: (text: string) => `Uzasadnienie: ${text}`,
};
