import { and, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, organizations, taskEntries, tasks } from "~db/schema";
import { listMotionsOfTasks } from "./queries.server";

/** Everything that a letter about a task prints, and where it goes. */
export async function getTaskPost(scope: Scope, taskId: string) {
  const [post] = await read
    .select({
      task: tasks,
      body: { id: bodies.id, name: bodies.name, email: bodies.email, deskGeneration: bodies.deskGeneration },
      debate: {
        id: debates.id,
        number: debates.number,
        year: debates.year,
        topic: debates.topic,
        startsAt: debates.startsAt,
      },
      unit: {
        name: organizations.name,
        department: organizations.department,
        headOffice: organizations.headOffice,
        phone: organizations.phone,
        email: organizations.email,
      },
    })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .innerJoin(organizations, eq(organizations.id, tasks.organizationId))
    .where(and(eq(tasks.id, taskId), eq(tasks.organizationId, scope.organizationId)));
  if (!post) return notFound();
  const found = await listMotionsOfTasks(scope, [taskId]);
  // What was not cleared for the public is not sent by e-mail either.
  return { ...post, motions: found.filter(({ sensitivity }) => sensitivity === "public") };
}
export type TaskPost = Awaited<ReturnType<typeof getTaskPost>>;

/** What was written about a task at this very moment; empty when nothing was. */
export async function findWords(scope: Scope, taskId: string, at: Date) {
  const [said] = await read
    .select({ text: taskEntries.text })
    .from(taskEntries)
    .where(
      and(eq(taskEntries.organizationId, scope.organizationId), eq(taskEntries.taskId, taskId), eq(taskEntries.at, at)),
    );
  return said?.text ?? "";
}
