import type * as z from "zod";
import { once } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { parseFields, type readFields } from "~/platform/forms.server";
import { allow, type Outcome } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { HEAD_COUNT_GROUPS, type HeadCountGroup, type Presence } from "~db/vocabulary";
import { changeHeadCount, noteHours, setHeadCount, setPresence } from "./commands.presence.server";
import { checkIn, undoCheckIn, withdrawSeat } from "./commands.server";
import { type AttendanceRefusal, messages } from "./messages.pl";
import { getGuest, getRegistration } from "./queries.server";
import type { HourMove } from "./rules.hours";
import { countField, headCountsSchema, hourSchema, presenceSchema } from "./schema";

type Form = Awaited<ReturnType<typeof readFields>>;
type Done = Outcome<unknown, AttendanceRefusal>;
export type DoorRefusal = { ok: false; status: 409 | 422; errors: FormErrors };

/** One page, many small buttons; `o` says which was pressed. What belongs to another debate is not found. */
export async function actAtDoor(scope: Scope, debateId: string, form: Form): Promise<{ ok: true } | DoorRefusal> {
  const [action = "", subject = ""] = String(form.fields.o ?? "").split(":");
  const work = await prepare(scope, debateId, action, subject, form);
  if ("errors" in work) return work;
  const result = await once(scope, form.key, work.run);
  return result.ok
    ? { ok: true }
    : { ok: false, status: 409, errors: refusedBecause(messages.refusals[result.reason]) };
}

async function prepare(scope: Scope, debateId: string, action: string, subject: string, form: Form) {
  switch (action) {
    case "presence":
      return notePresence(scope, debateId, form);
    case "in":
    case "out": {
      const registration = await getRegistration(scope, subject);
      if (registration.debateId !== debateId) return notFound();
      return { run: (): Promise<Done> => (action === "in" ? checkIn : undoCheckIn)(scope, registration.id) };
    }
    case "withdraw": {
      const registration = await getRegistration(scope, subject);
      if (registration.debateId !== debateId) return notFound();
      return { run: (): Promise<Done> => withdrawSeat(scope, registration.id) };
    }
    case "plus":
    case "minus": {
      const group = groupOf(subject);
      return { run: (): Promise<Done> => changeHeadCount(scope, debateId, group, action === "plus" ? 1 : -1) };
    }
    case "arrived":
    case "left":
    case "stayed":
      return noteStay(scope, debateId, action, subject, form);
    case "heads":
      return noteHeads(scope, debateId, form);
    default:
      return notFound();
  }
}

async function notePresence(scope: Scope, debateId: string, form: Form) {
  const parsed = parseFields(form, presenceSchema);
  if (!parsed.ok) return refused(parsed.errors);
  const { invitationId, presence } = parsed.value;
  if ((await getGuest(scope, invitationId)).debateId !== debateId) return notFound();
  return { run: (): Promise<Done> => setPresence(scope, invitationId, presence as Presence | null) };
}

async function noteStay(scope: Scope, debateId: string, move: HourMove, invitationId: string, form: Form) {
  const parsed = parseFields(form, hourSchema);
  if (!parsed.ok) return refused(parsed.errors);
  if ((await getGuest(scope, invitationId)).debateId !== debateId) return notFound();
  return { run: (): Promise<Done> => noteHours(scope, invitationId, move, parsed.value.hour) };
}

function noteHeads(scope: Scope, debateId: string, form: Form) {
  const parsed = parseFields(form, headCountsSchema);
  if (!parsed.ok) return refused(parsed.errors);
  return { run: () => saveHeads(scope, debateId, parsed.value) };
}

/** All groups or none. */
function saveHeads(scope: Scope, debateId: string, counts: z.output<typeof headCountsSchema>): Promise<Done> {
  return inTransaction(async () => {
    for (const group of HEAD_COUNT_GROUPS) {
      const result = await setHeadCount(scope, debateId, group, counts[countField(group)]);
      if (!result.ok) return result;
    }
    return allow(null);
  });
}

const groupOf = (word: string): HeadCountGroup => HEAD_COUNT_GROUPS.find((group) => group === word) ?? notFound();
const refused = (errors: FormErrors) => ({ ok: false as const, status: 422 as const, errors });
