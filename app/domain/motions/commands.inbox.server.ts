import { once } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { parseFields, type readFields } from "~/platform/forms.server";
import type { Outcome } from "~/platform/outcome";
import { notFound, wordIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { admitMotion, keepForPolice, mergeMotion, returnMotion } from "./commands.moderation.server";
import { captureMotion, decideMotion } from "./commands.server";
import { type MotionRefusal, messages } from "./messages.pl";
import { getMotion } from "./queries.server";
import { decideMove, stateOf } from "./rules";
import { captureSchema, choiceSchemas, MODERATION_CHOICES, type ModerationChoice } from "./schema";

type Form = Awaited<ReturnType<typeof readFields>>;
type Done = { ok: true; number: string; choice: ModerationChoice | "capture" };
export type InboxRefusal = { ok: false; status: 409 | 422; errors: FormErrors };

const refused = (errors: FormErrors, status: 409 | 422): InboxRefusal => ({ ok: false, status, errors });

/** Beside which field a refusal is shown; what is missing here is about the whole form. */
const FIELD: Partial<Record<MotionRefusal, string>> = {
  personal_data: "looked",
  unknown_number: "into",
  into_itself: "into",
  target_not_admitted: "into",
  other_debate: "into",
};
const because = (reason: MotionRefusal) =>
  refused(refusedBecause(messages.refusals[reason], FIELD[reason]), reason === "personal_data" ? 422 : 409);

/** One form, six buttons. `debateId` when the page is that of one debate: a motion of another is not found there. */
export async function actOnMotion(scope: Scope, form: Form, debateId?: string): Promise<Done | InboxRefusal> {
  const choice = wordIn(String(form.fields.o ?? ""), MODERATION_CHOICES);
  if (form.fields.o === "capture" && debateId) return captureFromForm(scope, debateId, form);
  if (!choice) return notFound();
  const motion = await getMotion(scope, String(form.fields.motionId ?? ""));
  if (debateId && motion.debateId !== debateId) return notFound();
  const parsed = parseFields(form, choiceSchemas[choice]);
  if (!parsed.ok) return refused(parsed.errors, 422);
  const result = await once(scope, form.key, () => carryOut(scope, motion.id, choice, form));
  return result.ok ? { ok: true, number: motion.number, choice } : because(result.reason);
}

/** Referring and putting out of scope also publish the text, so both happen or neither. */
async function carryOut(
  scope: Scope,
  id: string,
  choice: ModerationChoice,
  { fields, version }: Form,
): Promise<Outcome<{ number: string }, MotionRefusal>> {
  switch (choice) {
    case "admit":
      return admitMotion(scope, id, { ...choiceSchemas.admit.parse(fields), version });
    case "merge":
      return mergeMotion(scope, id, { ...choiceSchemas.merge.parse(fields), version });
    case "police":
      return keepForPolice(scope, id, { ...choiceSchemas.police.parse(fields), version });
    case "return":
      return returnMotion(scope, id, { ...choiceSchemas.return.parse(fields), version });
    case "refer": {
      const { reason, referredToBodyId, ...face } = choiceSchemas.refer.parse(fields);
      return publishAnd(scope, id, { ...face, version }, { outcome: "referred", referredToBodyId, answer: reason });
    }
    case "out_of_scope": {
      const { reason, ...face } = choiceSchemas.out_of_scope.parse(fields);
      return publishAnd(scope, id, { ...face, version }, { outcome: "out_of_scope", answer: reason });
    }
  }
}

type Face = Parameters<typeof admitMotion>[2];
type Decision = Parameters<typeof decideMotion>[2];

/** Asked before anything is written, so that a motion is never published and then not decided. */
async function publishAnd(scope: Scope, id: string, face: Face, decision: Decision) {
  return inTransaction(async () => {
    const state = stateOf(await getMotion(scope, id));
    const then = state === "submitted" || state === "returned" ? "open" : state;
    const allowed = decideMove(then, decision.outcome === "referred" ? "refer" : "put_out_of_scope");
    if (!allowed.ok) return allowed;
    const published = await admitMotion(scope, id, face);
    return published.ok ? decideMotion(scope, id, decision) : published;
  });
}

async function captureFromForm(scope: Scope, debateId: string, form: Form): Promise<Done | InboxRefusal> {
  const parsed = parseFields(form, captureSchema);
  if (!parsed.ok) return refused(parsed.errors, 422);
  const result = await once(scope, form.key, () => captureMotion(scope, debateId, parsed.value));
  return result.ok ? { ok: true, number: result.value.number, choice: "capture" } : because(result.reason);
}
