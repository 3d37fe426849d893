import { listAgenda } from "~/domain/agenda/queries.server";
import { listHeadCounts } from "~/domain/attendance/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { listBodies } from "~/domain/directory/queries.server";
import { suggestBody } from "~/domain/directory/rules.competence";
import { listMotions } from "~/domain/motions/queries.queue.server";
import { listMotionsOfTasks, listTasks } from "~/domain/tasks/queries.server";
import type { Scope } from "~/platform/scope";
import { speeches as words } from "./messages.speeches.pl";
import { listLastSpeeches, listSpeakers } from "./queries.speeches.server";
import { minutesLate, nextItem, secondsLeft, stateOf } from "./rules";

/** More than a hall can say in one evening; older ones are in the motions tab. */
const MOST_MOTIONS = 200;
const LAST_SPEECHES = 3;

/** Everything the live screen shows, in one go. Never a motion's author. */
export async function getEvening(scope: Scope, debateId: string, now = new Date()) {
  const debate = await getDebate(scope, debateId);
  const [items, motions, tasks, headCounts, bodies, speeches, speakers, competences] = await Promise.all([
    listAgenda(scope, debateId),
    listMotions(scope, { debateId, limit: MOST_MOTIONS }),
    listTasks(scope, { debateId, limit: 500 }, now),
    listHeadCounts(scope, debateId),
    listBodies(scope),
    listLastSpeeches(scope, debateId, LAST_SPEECHES),
    listSpeakers(scope, debateId),
    listCompetences(scope),
  ]);
  const links = await listMotionsOfTasks(
    scope,
    tasks.map(({ id }) => id),
  );
  const taskOf = new Map(links.map(({ id, taskId }) => [id, tasks.find((task) => task.id === taskId)]));
  const running = items.findIndex((item) => stateOf(item) === "running");
  const current = items[running];
  return {
    debate: { id: debate.id, topic: debate.topic, status: debate.status, startsAt: debate.startsAt },
    current: current && {
      id: current.id,
      no: running + 1,
      title: current.title,
      startsAt: current.startsAt,
      endsAt: current.endsAt,
      secondsLeft: secondsLeft(current, now),
      minutesLate: minutesLate({ startedAt: current.startedAt, plannedAt: current.startsAt }),
    },
    nextItemId: nextItem(items)?.id ?? null,
    items: items.map((item) => ({ id: item.id, title: item.title, startsAt: item.startsAt, state: stateOf(item) })),
    // What waits for a look or was given back is not on the table.
    motions: motions.rows
      .filter(({ status }) => status === "admitted")
      .sort((a, b) => b.sequence - a.sequence)
      .map((motion) => {
        const task = taskOf.get(motion.id);
        return {
          id: motion.id,
          sequence: motion.sequence,
          number: motion.number,
          category: motion.category,
          place: motion.place,
          text: motion.textPublic,
          raisedBy: motion.raisedBy,
          outcome: motion.outcome,
          referredTo: motion.referredTo,
          mergedInto: motions.rows.find(({ id }) => id === motion.mergedIntoId)?.number ?? null,
          suggestion: motion.outcome === null ? suggestBody(competences, motion) : null,
          version: motion.version,
          at: motion.submittedAt,
          task: task ? { owner: task.ownerName, dueOn: task.dueOn } : null,
        };
      }),
    headCounts,
    speeches: speeches.map(({ id, speaker, at }) => ({ id, speaker, at })),
    // Whoever leads an item speaks, too, and is no guest.
    speakers: [...new Set([words.resident, ...items.map(({ presenter }) => presenter), ...speakers])].filter(Boolean),
    bodies: bodies.map(({ id, name }) => ({ id, name })),
  };
}

export type Evening = Awaited<ReturnType<typeof getEvening>>;
export type HallRow = Evening["motions"][number];
