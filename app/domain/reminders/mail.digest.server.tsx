import type { NewMail } from "~/domain/history/commands.mail.server";
import type { Block } from "~/platform/letter.server";
import { absolute } from "~/platform/links.server";
import { deadlineDays, formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import { digest } from "./messages.digest.pl";
import { letters } from "./messages.pl";
import type { DigestRows } from "./queries.digest.server";
import type { ReminderUnit } from "./queries.server";
import { mondayOf } from "./rules";

type Reader = { id: string; name: string; email: string };

/** The week of one unit for one member. Its key is (membership, Monday). */
export function digestMail(unit: ReminderUnit, reader: Reader, parts: DigestRows, day: CalendarDate) {
  const home = absolute(`/o/${unit.slug}/tasks`);
  const body = parts.flatMap(({ part, many, rows }): Block[] => [
    {
      table: {
        title: `${digest.parts[part]}: ${many}`,
        head: [digest.task, digest.body, digest.due],
        rows: rows.map(({ id, number, title, bodyName, dueOn }) => [
          { text: `${number} – ${title}`, href: `${home}/${id}` },
          bodyName,
          `${formatShort(dueOn)} (${deadlineDays(dueOn, day)})`,
        ]),
      },
    },
    ...(many > rows.length ? [{ p: letters.more(many - rows.length) }] : []),
  ]);
  return {
    kind: "task_digest",
    subjectId: reader.id,
    revision: mondayOf(day),
    to: { name: reader.name, address: reader.email },
    letter: {
      subject: digest.subject(parts),
      sender: [unit.name, unit.department].filter(Boolean).join(", "),
      salutation: letters.salutation,
      body: [{ p: digest.opening(day) }, ...body, { actions: [{ label: digest.action, href: home }] }],
      signature: [letters.ourselves],
      footer: [digest.footer],
    },
  } satisfies NewMail;
}
