import { once } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { parseFields, type readFields } from "~/platform/forms.server";
import { type Outcome, refuse } from "~/platform/outcome";
import { notFound, wordIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { admitMotion, keepForPolice, mergeMotion, returnMotion } from "./commands.moderation.server";
import { captureMotion, decideMotion } from "./commands.server";
import { type MotionRefusal, messages } from "./messages.pl";
import { findReferralBody, getMotion } from "./queries.server";
import { columnsOf, decideMove, type MotionState, stateOf } from "./rules";
import { decideReferral } from "./rules.referral";
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
  unknown_body: "referredToBodyId",
  body_archived: "referredToBodyId",
};
const because = (reason: MotionRefusal) =>
  refused(refusedBecause(messages.refusals[reason], FIELD[reason]), reason === "personal_data" ? 422 : 409);

/** Passing on reaches into a later room: it makes a task of the competent body. The door brings the command. */
type Refer = (
  scope: Scope,
  id: string,
  value: { bodyId: string; answer: string },
) => Promise<Outcome<{ number: string }, MotionRefusal>>;
type Page = {
  /** When the page is that of one debate: a motion of another is not found there. */
  debateId?: string;
  refer: Refer;
};

/** One form, six buttons. */
export async function actOnMotion(scope: Scope, form: Form, { debateId, refer }: Page): Promise<Done | InboxRefusal> {
  const choice = wordIn(String(form.fields.o ?? ""), MODERATION_CHOICES);
  if (form.fields.o === "capture" && debateId) return captureFromForm(scope, debateId, form);
  if (!choice) return notFound();
  const motion = await getMotion(scope, String(form.fields.motionId ?? ""));
  if (debateId && motion.debateId !== debateId) return notFound();
  const parsed = parseFields(form, choiceSchemas[choice]);
  if (!parsed.ok) return refused(parsed.errors, 422);
  const result = await once(scope, form.key, () => carryOut(scope, motion.id, choice, form, refer));
  return result.ok ? { ok: true, number: motion.number, choice } : because(result.reason);
}

/** Referring and putting out of scope also publish the text, so both happen or neither. */
async function carryOut(
  scope: Scope,
  id: string,
  choice: ModerationChoice,
  { fields, version }: Form,
  passOn: Refer,
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
      return publishAndRefer(scope, id, { ...face, version }, { bodyId: referredToBodyId, answer: reason }, passOn);
    }
    case "out_of_scope": {
      const { reason, ...face } = choiceSchemas.out_of_scope.parse(fields);
      return publishAndClose(scope, id, { ...face, version }, reason);
    }
  }
}

type Face = Parameters<typeof admitMotion>[2];

/** What is asked before anything is written, so that a motion is never published and then not decided. */
const onceAdmitted = (state: MotionState): MotionState =>
  state === "submitted" || state === "returned" ? "open" : state;

async function publishAndClose(scope: Scope, id: string, face: Face, answer: string) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    const allowed = decideMove(onceAdmitted(stateOf(motion)), "put_out_of_scope");
    if (!allowed.ok) return allowed;
    if (motion.referredAt) return refuse("already_passed_on");
    const published = await admitMotion(scope, id, face);
    return published.ok ? decideMotion(scope, id, { outcome: "out_of_scope", answer }) : published;
  });
}

async function publishAndRefer(scope: Scope, id: string, face: Face, to: Parameters<Refer>[2], passOn: Refer) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    const { sensitivity, legalTrack } = face;
    const will = { ...motion, ...columnsOf(onceAdmitted(stateOf(motion))), sensitivity };
    const allowed = decideReferral(
      { ...will, legalTrack: legalTrack ?? motion.legalTrack },
      await findReferralBody(scope, to.bodyId),
      new Date(),
    );
    if (!allowed.ok) return allowed;
    const published = await admitMotion(scope, id, face);
    return published.ok ? passOn(scope, id, to) : published;
  });
}

async function captureFromForm(scope: Scope, debateId: string, form: Form): Promise<Done | InboxRefusal> {
  const parsed = parseFields(form, captureSchema);
  if (!parsed.ok) return refused(parsed.errors, 422);
  const result = await once(scope, form.key, () => captureMotion(scope, debateId, parsed.value));
  return result.ok ? { ok: true, number: result.value.number, choice: "capture" } : because(result.reason);
}
