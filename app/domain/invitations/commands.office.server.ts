import type * as z from "zod";
import { once } from "~/domain/history/commands.server";
import type { FormErrors } from "~/platform/forms";
import { refusedBecause } from "~/platform/forms";
import { parseFields, type readFields } from "~/platform/forms.server";
import type { Outcome } from "~/platform/outcome";
import { nameIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import {
  correctAddress,
  invite,
  recordAnswer,
  remindInvitees,
  sendInvitations,
  withdrawInvitation,
} from "./commands.server";
import { confirmSubstitute, declineSubstitute } from "./commands.substitutes.server";
import { refusals } from "./messages.pl";
import { mayActOnGuests } from "./policy";
import {
  ACTIONS,
  addressSchema,
  guestsSchema,
  type InvitationAction,
  recordSchema,
  substitutionSchema,
} from "./schema";

type Form = Awaited<ReturnType<typeof readFields>>;
type Reason = keyof typeof refusals;
type Done = Outcome<{ count?: number; ids?: string[]; id?: string; status?: string }, Reason>;
type Parsed = { ok: true; run: () => Promise<Done> } | { ok: false; errors: FormErrors };

/** Each button of the guest list: what it reads from the form, and which command that is. */
const BUTTONS: Record<InvitationAction, (scope: Scope, debateId: string, form: Form, now: Date) => Parsed> = {
  add: (scope, debateId, form, now) => parsed(guestsSchema, form, ({ guests }) => invite(scope, debateId, guests, now)),
  send: (scope, debateId, { fields }, now) => {
    const ids = fields.id ? [idOf(fields.id)] : undefined;
    return { ok: true, run: () => sendInvitations(scope, debateId, ids, now) };
  },
  remind: (scope, debateId, _form, now) => ({ ok: true, run: () => remindInvitees(scope, debateId, now) }),
  record: (scope, _debateId, form, now) =>
    parsed(recordSchema, form, ({ answer, channel, note }) =>
      recordAnswer(scope, idOf(form.fields.id), answer, channel, now, note),
    ),
  substitute: (scope, _debateId, form, now) =>
    parsed(substitutionSchema, form, ({ answer, needs }) =>
      answer === "confirmed"
        ? confirmSubstitute(scope, idOf(form.fields.id), { needs }, now)
        : declineSubstitute(scope, idOf(form.fields.id), now),
    ),
  withdraw: (scope, _debateId, { fields }, now) => ({
    ok: true,
    run: () => withdrawInvitation(scope, idOf(fields.id), now),
  }),
  correct: (scope, _debateId, form, now) =>
    parsed(addressSchema, form, ({ email }) => correctAddress(scope, idOf(form.fields.id), email, now)),
};

const idOf = (value: unknown) => nameIn(typeof value === "string" ? value : undefined);

function parsed<S extends z.ZodType>(schema: S, form: Form, run: (value: z.output<S>) => Promise<Done>): Parsed {
  const result = parseFields(form, schema);
  if (!result.ok) return { ok: false, errors: result.errors };
  return { ok: true, run: () => run(result.value) };
}

export type Acted =
  | { ok: true; action: InvitationAction; count: number }
  | { ok: false; action: InvitationAction; status: 422 | 409; errors: FormErrors };

/** Presses one button, once; a role that may not do it gets 403. */
export async function actOnGuests(scope: Scope, debateId: string, form: Form, now = new Date()): Promise<Acted> {
  const action = ACTIONS.find((known) => known === form.fields.do);
  if (!action) throw new Response(null, { status: 400 });
  if (!mayActOnGuests(scope.role, action)) throw new Response(null, { status: 403 });
  const button = BUTTONS[action](scope, debateId, form, now);
  if (!button.ok) return { ok: false, action, status: 422, errors: button.errors };

  // One page has several forms: a key serves each of them once.
  const key = [form.key, action, form.fields.id].filter(Boolean).join(".");
  const result = await once(scope, key, button.run);
  if (result.ok) return { ok: true, action, count: result.value.count ?? result.value.ids?.length ?? 1 };
  const field = FIELD_OF[result.reason];
  return { ok: false, action, status: 409, errors: refusedBecause(refusals[result.reason], field) };
}

/** Where a refusal belongs; what is not here is about the whole form. */
const FIELD_OF: Partial<Record<Reason, string>> = { own_substitute: "name", nobody_chosen: "guests" };
