import type { NewMail } from "~/domain/history/commands.mail.server";
import type { Block, Letter } from "~/platform/letter.server";
import { absolute, placeholderOf } from "~/platform/links.server";
import { deadlineDays, formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import { letters } from "./messages.pl";
import type { RemindedTask, ReminderUnit } from "./queries.server";
import { silentDays } from "./rules";

/** A letter is read on a phone, too: more rows than this nobody reads, and the desk shows them all. */
const ROWS = 50;

/** One letter to one body about everything it is due for a word on this day. Its key is (body, day). */
export function bodyMail(unit: ReminderUnit, tasks: readonly [RemindedTask, ...RemindedTask[]], day: CalendarDate) {
  const [{ bodyId, bodyName, email, deskGeneration }] = tasks;
  const late = tasks.filter(({ dueOn }) => dueOn < day).length; // they stand by deadline, so these come first
  const desk = placeholderOf("desk", bodyId, deskGeneration);
  const rows = tasks
    .slice(0, ROWS)
    .map(({ id, number, title, dueOn }) => [
      { text: `${number} – ${title}`, href: `${desk}?zadanie=${id}#odpowiedz` },
      formatShort(dueOn),
      deadlineDays(dueOn, day),
    ]);
  const body: Block[] = [
    { p: letters.body.opening(tasks.length) },
    { table: { head: letters.columns, rows } },
    ...more(tasks.length),
    ...(late > 0 ? [{ p: letters.body.late }] : []),
    { p: letters.body.request },
    { actions: [{ label: letters.action, href: desk }] },
  ];
  const { link, contact, automatic } = letters.footer;
  const footer = [link, ...(unit.phone || unit.email ? [contact(unit.phone, unit.email)] : []), automatic];
  return {
    kind: "task_notice",
    subjectId: bodyId,
    revision: day,
    to: { name: bodyName, address: email },
    letter: framed(unit, letters.body.subject(tasks, late), body, { signed: unit.headOffice || unit.name, footer }),
  } satisfies NewMail;
}

/** One letter to whoever the unit has named, about all that has stayed without an answer. Its key is (unit, day). */
export function chairMail(unit: ReminderUnit, unitId: string, tasks: readonly RemindedTask[], day: CalendarDate) {
  const { chair } = letters;
  const home = absolute(`/o/${unit.slug}/tasks`);
  const rows = tasks
    .slice(0, ROWS)
    .map((task) => [
      { text: `${task.number} – ${task.title}`, href: `${home}/${task.id}` },
      task.bodyName,
      formatShort(task.dueOn),
      chair.silent(silentDays(task, day)),
    ]);
  const body: Block[] = [
    { p: chair.opening(tasks.length) },
    { table: { head: chair.columns, rows } },
    ...more(tasks.length),
    { p: chair.request },
    { actions: [{ label: chair.action, href: `${home}?show=silent` }] },
  ];
  const subject = chair.subject(tasks.length, tasks[0]?.number ?? "");
  return {
    kind: "task_chair",
    subjectId: unitId,
    revision: day,
    to: { name: unit.headOffice || unit.name, address: unit.chairEmail || unit.email },
    letter: framed(unit, subject, body, { signed: letters.ourselves, footer: [chair.footer] }),
  } satisfies NewMail;
}

const more = (many: number): Block[] => (many > ROWS ? [{ p: letters.more(many - ROWS) }] : []);

type End = { signed: string; footer: string[] };

const framed = (unit: ReminderUnit, subject: string, body: Block[], { signed, footer }: End): Letter => ({
  subject,
  sender: [unit.name, unit.department].filter(Boolean).join(", "),
  salutation: letters.salutation,
  body,
  signature: [signed],
  footer,
});
