import { and, asc, eq, inArray } from "drizzle-orm";
import { listBallots } from "~/domain/evaluation/queries.ballot.server";
import { addVotes, sumOf } from "~/domain/evaluation/rules.ballot";
import { listCarried } from "~/domain/tasks/queries.carry.server";
import { listMotionsOfTasks } from "~/domain/tasks/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, motions, taskMotions, tasks } from "~db/schema";
import type { Facts } from "./rules";

/** Motions of earlier debates that were reported on here: who had promised what, and how the hall voted. */
export async function listReported(scope: Scope, debateId: string): Promise<Facts["reported"]> {
  const [rows, ballots] = await Promise.all([
    read
      .select({
        id: motions.id,
        number: motions.number,
        place: motions.place,
        text: motions.textPublic,
        report: motions.reportText,
        verdict: motions.hallVerdict,
        sensitivity: motions.sensitivity,
      })
      .from(motions)
      .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.reportedAtDebateId, debateId)))
      .orderBy(asc(motions.number)),
    listBallots(scope, debateId),
  ]);
  const owners = await listOwners(
    scope,
    rows.map(({ id }) => id),
  );
  const votesOn = (motionId: string) => {
    const ballot = ballots.find((each) => each.motionId === motionId && each.closedAt);
    return ballot ? { ...addVotes(ballot.heads, ballot.phones), phones: sumOf(ballot.phones) } : null;
  };
  return rows.map(({ id, ...row }) => ({
    ...row,
    votes: votesOn(id),
    owners: owners
      .filter(({ motionId }) => motionId === id)
      .map(({ name, internal, title, state }) => ({ name, internal, ...(state !== "transferred" && { title }) })),
  }));
}

async function listOwners(scope: Scope, motionIds: string[]) {
  if (motionIds.length === 0) return [];
  return read
    .select({
      motionId: taskMotions.motionId,
      name: bodies.name,
      internal: tasks.internal,
      title: tasks.title,
      state: tasks.state,
    })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(and(eq(taskMotions.organizationId, scope.organizationId), inArray(taskMotions.motionId, motionIds)))
    .orderBy(asc(tasks.debateId), asc(tasks.sequence));
}

/** What this debate took over unfinished. A task that also follows from a hidden motion would tell of it. */
export async function listCarriedHere(scope: Scope, debateId: string): Promise<NonNullable<Facts["carried"]>> {
  const rows = await listCarried(scope, debateId);
  const from = await listMotionsOfTasks(
    scope,
    rows.map(({ id }) => id),
  );
  const isSecret = (id: string) => from.some(({ taskId, sensitivity }) => taskId === id && sensitivity !== "public");
  return rows.map(({ id, number, title, ownerName, state, budgetYear, dueOn, internal }) => ({
    ...{ number, title, owner: ownerName, state, budgetYear, dueOn },
    hidden: internal || isSecret(id),
  }));
}
