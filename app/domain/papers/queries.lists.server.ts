import { messages as attendance } from "~/domain/attendance/messages.pl";
import { listRegistrations } from "~/domain/attendance/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { channels, standings } from "~/domain/invitations/messages.pl";
import { listInvitations } from "~/domain/invitations/queries.server";
import { messages as motionWords } from "~/domain/motions/messages.pl";
import { listDebateMotions } from "~/domain/motions/queries.server";
import { stateOf } from "~/domain/motions/rules";
import { messages as taskWords } from "~/domain/tasks/messages.pl";
import { listTasks } from "~/domain/tasks/queries.server";
import { fitted, type List } from "~/platform/lists";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { words } from "./messages.lists.pl";
import type { Compose } from "./schema";

/** Beyond this nobody reads it as a table. */
const MOST_ROWS = 5000;

type Body = Pick<List, "columns" | "rows">;

const list =
  (name: keyof typeof words.sheets, read: (scope: Scope, debateId: string) => Promise<Body>): Compose =>
  async (scope, debateId) => {
    const { number, year } = await getDebate(scope, debateId);
    const sheet = words.sheets[name];
    const props = fitted({ sheet, cut: words.cut, ...(await read(scope, debateId)) });
    return { document: "list", props, fileName: words.fileName(`${number}-${year}`, sheet) };
  };

const dayOf = (instant: Date | null) => (instant ? warsawDate(instant) : null);

const guestList = list("guestList", async (scope, debateId) => {
  const { guest } = words;
  const guests = (await listInvitations(scope, debateId)).filter(({ status }) => status !== "withdrawn");
  return {
    columns: [
      { label: guest.body, width: 38 },
      { label: guest.post, width: 28 },
      { label: guest.person, width: 26 },
      { label: guest.answer, width: 24 },
      { label: guest.channel, width: 16 },
      { label: guest.answeredOn, width: 14, kind: "date" },
      { label: guest.substitute, width: 26 },
      { label: guest.substitutePost, width: 26 },
      { label: guest.presence, width: 24 },
    ],
    rows: guests.map(({ substitute, ...row }) => [
      row.bodyName,
      row.officeTitle,
      row.personName,
      standings[row.standing].text,
      row.respondedVia ? channels[row.respondedVia] : null,
      dayOf(row.respondedAt),
      substitute?.name ?? null,
      substitute?.post ?? null,
      row.presence ? attendance.presences[row.presence] : null,
    ]),
  };
});

const seatList = list("seatList", async (scope, debateId) => {
  const { seat } = words;
  const { rows } = await listRegistrations(scope, debateId, { limit: MOST_ROWS });
  return {
    columns: [
      { label: seat.name, width: 32 },
      { label: seat.seats, width: 10, kind: "number" },
      { label: seat.state, width: 24 },
      { label: seat.reservedOn, width: 16, kind: "date" },
      { label: seat.inside, width: 34 },
    ],
    rows: rows.map(({ name, seats, status, queuedAt, checkedInAt }) => [
      name,
      seats,
      attendance.statuses[status],
      dayOf(queuedAt),
      checkedInAt ? seat.yes : null,
    ]),
  };
});

const motionList = list("motionList", async (scope, debateId) => {
  const { motion } = words;
  const rows = await listDebateMotions(scope, debateId);
  return {
    columns: [
      { label: motion.number, width: 12 },
      { label: motion.category, width: 24 },
      { label: motion.place, width: 26 },
      { label: motion.text, width: 60 },
      { label: motion.visibility, width: 18 },
      { label: motion.state, width: 24 },
      { label: motion.answer, width: 40 },
      { label: motion.referredTo, width: 30 },
      { label: motion.channel, width: 18 },
      { label: motion.raisedOn, width: 14, kind: "date" },
    ],
    rows: rows.map((row) => [
      row.number,
      motionWords.categories[row.category],
      row.place,
      row.textPublic,
      motionWords.sensitivities[row.sensitivity],
      motionWords.states[stateOf(row)],
      row.answer,
      row.referredTo,
      motionWords.channels[row.channel],
      dayOf(row.submittedAt),
    ]),
  };
});

const taskList = list("taskList", async (scope, debateId) => {
  const { task } = words;
  const rows = await listTasks(scope, { debateId, limit: MOST_ROWS });
  return {
    columns: [
      { label: task.number, width: 14 },
      { label: task.title, width: 60 },
      { label: task.owner, width: 38 },
      { label: task.dueOn, width: 14, kind: "date" },
      { label: task.basis, width: 34 },
      { label: task.state, width: 24 },
      { label: task.internal, width: 12 },
    ],
    rows: rows.map(({ number, title, ownerName, dueOn, dueBasis, state, internal }) => [
      number,
      title,
      ownerName,
      dueOn,
      taskWords.bases[dueBasis],
      taskWords.states[state],
      internal ? words.yes : words.no,
    ]),
  };
});

export const listPapers = { guestList, seatList, motionList, taskList };
