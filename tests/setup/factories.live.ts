import { addAgendaItem } from "~/domain/agenda/commands.server";
import { openDebate } from "~/domain/debates/commands.moves.server";
import { captureInHall } from "~/domain/live/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import type { Scope } from "~/platform/scope";
import { aDebate } from "./factories.debates";

export const motion = {
  text: "Picie alkoholu przed sklepem po 20.00.",
  place: "ul. 3 Maja",
  category: "ORDER",
} as const;

/** A debate that is going on, with two items. */
export async function anEvening(inScope?: Scope) {
  const { scope, debate } = await aDebate({}, { scope: inScope, announced: true });
  const ids: string[] = [];
  for (const title of ["Otwarcie", "Dyskusja"]) {
    const added = await addAgendaItem(scope, debate.id, { kind: "discussion", title, minutes: 10 });
    if (!added.ok) throw new Error(added.reason);
    ids.push(added.value.id);
  }
  const opened = await openDebate(scope, debate.id, debate.startsAt);
  if (!opened.ok) throw new Error(opened.reason);
  const [opening = "", discussion = ""] = ids;
  const at = (minutes: number) => new Date(debate.startsAt.getTime() + minutes * 60_000);
  return { scope, debateId: debate.id, opening, discussion, at };
}

export async function captured(scope: Scope, debateId: string, extra = {}) {
  const outcome = await captureInHall(scope, debateId, { ...motion, raisedBy: "resident", ...extra });
  if (!outcome.ok) throw new Error(outcome.reason);
  return getMotion(scope, outcome.value.id);
}
