import { listMotionsOfTasks } from "~/domain/tasks/queries.server";
import type { Scope } from "~/platform/scope";
import type { TaskState } from "~db/vocabulary";
import { bothSides, doubt } from "./messages.opinions.pl";
import { voicesLine } from "./messages.pl";
import { countOpinions } from "./queries.opinions.server";
import { countSupporters } from "./queries.server";
import { isSaidDone, shownTally } from "./rules.opinions";

type Matter = { id: string; askedBy: number; tasks: readonly { state: TaskState }[] };

/** For a list of public matters, by matter: how many raised and support it, and what both sides say of its being done. */
export async function readVoices(scope: Scope, matters: readonly Matter[]) {
  const supporters = await countSupporters(
    scope,
    matters.map(({ id }) => id),
  );
  const askable = matters.filter(({ tasks }) => isSaidDone(tasks.map(({ state }) => state)));
  const tallies = await countOpinions(
    scope,
    askable.map(({ id }) => id),
  );
  return new Map(
    matters.map(({ id, askedBy, tasks }) => [
      id,
      {
        people: voicesLine(askedBy, supporters.get(id) ?? 0),
        sides: bothSides(shownTally(tallies.get(id) ?? null, tasks), tasks),
      },
    ]),
  );
}

/** For the office's list of tasks: by task that residents see it otherwise. Those without a doubt are missing. */
export async function readDoubts(scope: Scope, tasks: readonly { id: string; state: TaskState }[]) {
  const said = tasks.filter(({ state }) => isSaidDone([state])).map(({ id }) => id);
  const matters = await listMotionsOfTasks(scope, said);
  const tallies = await countOpinions(
    scope,
    matters.map(({ id }) => id),
  );
  const doubts = new Map<string, string>();
  for (const { id, taskId } of matters) {
    const tally = tallies.get(id);
    const words = tally ? doubt(tally) : "";
    if (words && !doubts.has(taskId)) doubts.set(taskId, words);
  }
  return doubts;
}
