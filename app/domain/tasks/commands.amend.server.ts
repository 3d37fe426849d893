import { recordEvent } from "~/domain/history/commands.server";
import { takeBackNotes } from "~/domain/motions/commands.track.server";
import { inTransaction } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { changeTask } from "./commands.entries.server";
import { getTask } from "./queries.server";
import { type Amendment, decideAmendment } from "./rules.sheet";

/** Puts the words or the marks of a task right: nothing that its body has promised, and no date. */
export function amendTask(scope: Scope, id: string, version: number | undefined, amend: Amendment, now = new Date()) {
  return inTransaction(async () => {
    const task = await getTask(scope, id);
    if (version !== undefined && version !== task.version) return refuse("stale");
    const motions = task.motions.map(({ sensitivity }) => ({ isSecret: sensitivity !== "public" }));
    const decision = decideAmendment({ state: task.state, motions }, amend);
    if (!decision.ok) return decision;
    const { title, details } = { ...task, ...amend };
    const search = foldForSearch([title, details, task.ownerName, ...task.motions.map(({ place }) => place)].join(" "));
    await changeTask(scope, id, { ...amend, search, version: task.version + 1 });
    if (amend.internal)
      await takeBackNotes(
        scope,
        [id],
        task.motions.map((motion) => motion.id),
      );
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_amended", subjectId: id, debateId, data: { number } }, now);
    return allow({ id });
  });
}
