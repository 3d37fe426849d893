import { addBody } from "~/domain/directory/commands.server";
import { getBody } from "~/domain/directory/queries.server";
import { giveTask, type NewTask } from "~/domain/tasks/commands.server";
import { getTask } from "~/domain/tasks/queries.server";
import { tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { aUnit } from "./factories";
import { anAdmittedMotion, anOpenDebate, EVENING } from "./factories.motions";

/** A body with an address, its own scope, and the token of its desk. */
export async function aBody(
  scope: Scope,
  name = `Urząd Miejski ${crypto.randomUUID().slice(0, 8)}`,
  email = "um@um.test",
) {
  const added = await addBody(scope, { kind: "municipality", name, email });
  if (!added.ok) throw new Error(`No body: ${added.reason}`);
  const { id, deskGeneration } = await getBody(scope, added.value.id);
  const desk = mintScope(scope.organizationId, `body:${id}`);
  return { id, name, desk, token: tokenOf("desk", id, deskGeneration) };
}

type Options = { scope?: Scope; debateId?: string; body?: Awaited<ReturnType<typeof aBody>>; now?: Date };

/** A task that follows from one public motion; its debate, its body and its motion come with it. */
export async function aTask(over: Partial<NewTask> = {}, options: Options = {}) {
  const scope = options.scope ?? (await aUnit()).scope;
  const debateId = options.debateId ?? (await anOpenDebate(scope));
  const body = options.body ?? (await aBody(scope));
  const motion = over.motionIds ? undefined : await anAdmittedMotion(scope, debateId);
  const given = await giveTask(
    scope,
    debateId,
    {
      motionIds: motion ? [motion.id] : [],
      title: "Oświetlenie alejek parku",
      ownerBodyId: body.id,
      dueOn: calendarDate("2026-04-20"),
      dueBasis: "art_244",
      ...over,
    },
    options.now ?? EVENING,
  );
  if (!given.ok) throw new Error(`No task: ${given.reason}`);
  const task = await getTask(scope, given.value.id);
  return { scope, debateId, body, motion: motion ?? task.motions[0]!, task };
}
