import { and, eq } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { screens } from "~db/schema";
import type { ScreenMode } from "~db/vocabulary";
import { findBallot, findForHall } from "./queries.ballot.server";
import { findScreen } from "./queries.screen.server";
import { ballotState } from "./rules.ballot";
import { decideScreen } from "./rules.screen";

export type Shown = { mode: ScreenMode; motionId: string | null };

/** Turns the big screen to something else. No event: what stood there for a minute is not the history of a debate. */
export function steerScreen(scope: Scope, debateId: string, { mode, motionId }: Shown) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    const motion = motionId
      ? {
          isForHall: (await findForHall(scope, debate, motionId)) !== undefined,
          ballot: ballotState(await findBallot(scope, debateId, motionId)),
        }
      : null;
    const decision = decideScreen(debate.status, mode, motion);
    if (!decision.ok) return decision;
    await putOnScreen(scope, debateId, { mode, motionId: decision.value.withMotion ? motionId : null });
    return allow({ id: debateId });
  });
}

/** Inside a transaction that has decided it. */
export const putOnScreen = (scope: Scope, debateId: string, shown: Shown) => changeScreen(scope, debateId, shown);

/** Makes the addresses of the screen and of the vote worthless, and gives new ones. */
export function renewScreen(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    await getDebate(scope, debateId);
    const { mode, motionId, generation } = await findScreen(scope, debateId);
    await changeScreen(scope, debateId, { mode, motionId, generation: generation + 1 });
    await recordEvent(scope, { action: "screen_renewed", subjectId: debateId, debateId }, now);
    await recordAudit(scope, { action: "link_renewed", subjectId: debateId, data: { link: "screen" } }, now);
    return allow({ id: debateId });
  });
}

/** A debate has a row here once somebody has steered its screen. */
async function changeScreen(scope: Scope, debateId: string, columns: Shown & { generation?: number }) {
  const { organizationId } = scope;
  const { version } = await findScreen(scope, debateId);
  if (version === 0) return void (await write.insert(screens).values({ debateId, organizationId, ...columns }));
  await write
    .update(screens)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(screens.organizationId, organizationId), eq(screens.debateId, debateId)));
}
