import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { placeKeyOf } from "~/platform/places";
import { preparedInsert } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { motions } from "~db/schema";
import type { HallVerdict, Settlement } from "~db/vocabulary";
import { hideTasksOf, trackMotion } from "./commands.track.server";
import { getBodyName, getCollectingDebate, getMotion, isOnAgenda } from "./queries.server";
import {
  columnsOf,
  decideCapture,
  decideMove,
  decideSubmission,
  type MotionState,
  motionNumber,
  stateOf,
} from "./rules";
import { flagsOf } from "./rules.privacy";
import { debateRankOf } from "./rules.track";
import type { Capture, Submission } from "./schema";

/** What search looks through: the number, the place and both texts, never the author. */
export const searchTextOf = (motion: { number: string; place: string; textRaw: string; textPublic: string }) =>
  foldForSearch([motion.number, motion.place, motion.textPublic, motion.textRaw].join(" "));

type NewMotion = Pick<typeof motions.$inferInsert, "category" | "textRaw" | "channel" | "submittedAt"> &
  Partial<typeof motions.$inferInsert>;

const addMotion = preparedInsert(motions);

/** Number and code come together with the row that bears them; of the code only its hash stays. */
async function writeMotion(
  scope: Scope,
  debateId: string,
  debate: { number: number; year: number },
  motion: NewMotion,
) {
  const id = randomUUID();
  const sequence = await nextNumber(scope, `motions:${debateId}`);
  const number = motionNumber(debate, sequence);
  const row = { textPublic: motion.textRaw, place: "", ...motion };
  await addMotion({
    flags: [],
    ...row,
    id,
    sequence,
    number,
    organizationId: scope.organizationId,
    debateId,
    debateRank: debateRankOf(debate),
    codeHash: tokenHashOf("motion", id),
    placeKey: placeKeyOf(row.place),
    search: searchTextOf({ ...row, number }),
  });
  if (row.status === "admitted") await trackMotion(scope, id);
  return { id, number };
}

/**
 * A resident's own motion. It waits until somebody in the unit has read it.
 * The private code is no part of the answer, which may be stored: make the address with `pathOf("motion", id)`.
 */
export function submitMotion(scope: Scope, debateId: string, value: Submission, now = new Date()) {
  return inTransaction(async () => {
    const debate = await getCollectingDebate(scope, debateId);
    const decision = decideSubmission(debate, now);
    if (!decision.ok) return decision;

    const { text, ...rest } = value;
    const { id, number } = await writeMotion(scope, debateId, debate, {
      ...rest,
      textRaw: text,
      channel: "online",
      flags: flagsOf(text, rest.place),
      submittedAt: now,
    });
    const job = value.authorEmail !== "";
    await recordEvent(scope, { action: "motion_submitted", subjectId: id, debateId, data: { number }, job }, now);
    return allow({ id, number });
  });
}

/**
 * Written down by staff: in the hall, from a slip of paper, on the phone. Admitted at once, because a person has read
 * it; what may point at somebody stays inside the unit until it has been looked at (`looked`).
 */
export function captureMotion(scope: Scope, debateId: string, value: Capture, now = new Date()) {
  return inTransaction(async () => {
    const debate = await getCollectingDebate(scope, debateId);
    const decision = decideCapture(debate);
    if (!decision.ok) return decision;
    const { text, looked = false, agendaItemId = null, ...rest } = value;
    if (agendaItemId && !(await isOnAgenda(scope, debateId, agendaItemId))) return refuse("other_agenda");

    const flags = looked ? [] : flagsOf(text, rest.place ?? "");
    const { id, number } = await writeMotion(scope, debateId, debate, {
      channel: "hall",
      ...rest,
      textRaw: text,
      agendaItemId,
      flags,
      sensitivity: flags.length > 0 ? "internal" : "public",
      status: "admitted",
      submittedAt: now,
      admittedAt: now,
    });
    const job = Boolean(value.authorEmail);
    await recordEvent(scope, { action: "motion_captured", subjectId: id, debateId, data: { number }, job }, now);
    return allow({ id, number, flags });
  });
}

/** The version that the form was filled in over; without one, nobody could have been faster. */
export type Over = { version?: number };
export type Motion = Awaited<ReturnType<typeof getMotion>>;
type Columns = Partial<typeof motions.$inferInsert>;

export const isStale = ({ version }: { version: number }, over: Over) =>
  over.version !== undefined && over.version !== version;

/** The one place where a motion's row changes; where it stands for everybody follows at once. */
export async function changeMotion(scope: Scope, motion: Motion, state: MotionState, columns: Columns = {}) {
  await write
    .update(motions)
    .set({ ...columnsOf(state), ...columns, version: motion.version + 1 })
    .where(and(eq(motions.id, motion.id), eq(motions.organizationId, scope.organizationId)));
  if (columns.sensitivity && columns.sensitivity !== "public") await hideTasksOf(scope, motion.id);
  await trackMotion(scope, motion.id);
}

/** An author with an address hears of it, and whoever follows the matter; everybody else finds it behind the code. */
export const recordMotionEvent = (
  scope: Scope,
  { id, debateId, number }: Motion,
  action: string,
  data: Record<string, string | number | boolean | null>,
  now: Date,
) => recordEvent(scope, { action, subjectId: id, debateId, data: { number, ...data }, job: true }, now);

export type Decision =
  | { outcome: "answered_on_spot"; answer?: string; answeredBy?: string }
  /** `passedOn`: it goes out with this step; without it the hall has only decided that it will. */
  | { outcome: "referred"; referredToBodyId: string; answer?: string; passedOn?: boolean }
  | { outcome: "out_of_scope"; answer?: string };

const MOVE = { answered_on_spot: "answer", referred: "refer", out_of_scope: "put_out_of_scope" } as const;
const ACTION = {
  answered_on_spot: "motion_answered",
  referred: "motion_referred",
  out_of_scope: "motion_put_out_of_scope",
} as const;

/** What became of a motion in the hall. May be changed until a task has been made of it. */
export function decideMotion(scope: Scope, id: string, value: Decision & Over, now = new Date()) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (isStale(motion, value)) return refuse("stale");
    const decision = decideMove(stateOf(motion), MOVE[value.outcome]);
    if (!decision.ok) return decision;
    // What has been passed on lives on as a task of the competent body.
    if (motion.referredAt) return refuse("already_passed_on");

    const passedOn = value.outcome === "referred" && value.passedOn === true;
    const body = value.outcome === "referred" ? await getBodyName(scope, value.referredToBodyId) : undefined;
    await changeMotion(scope, motion, decision.value, {
      answer: value.answer ?? "",
      answeredBy: value.outcome === "answered_on_spot" ? (value.answeredBy ?? "") : "",
      referredToBodyId: body?.id ?? null,
      decidedAt: now,
      ...(passedOn && { referredAt: now }),
    });
    if (body && !passedOn) await recordEvent(scope, willBeReferred(motion, body.name), now);
    else await recordMotionEvent(scope, motion, ACTION[value.outcome], body ? { body: body.name } : {}, now);
    return allow({ id, number: motion.number });
  });
}

/** Its author hears of it when it goes out, which art. 243 KPA wants at the same time. */
const willBeReferred = ({ id, debateId, number }: Motion, body: string) => ({
  action: "motion_to_be_referred",
  subjectId: id,
  debateId,
  data: { number, body },
});

/** A task was made of the motion. A referral stays a referral, and what is secret stays secret. */
export function linkTask(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    const state = stateOf(motion);
    const decision = decideMove(state, "link_task");
    if (!decision.ok) return decision;
    if (decision.value !== state) {
      await changeMotion(scope, motion, decision.value, { decidedAt: now });
      await recordMotionEvent(scope, motion, "motion_task_linked", {}, now);
    } else if (state === "referred" && !motion.referredAt) {
      await changeMotion(scope, motion, state, { referredAt: now });
      await recordMotionEvent(scope, motion, "motion_referred", { body: motion.referredTo ?? "" }, now);
    }
    return allow({ id, number: motion.number });
  });
}

/** How it ended, in the words of whoever confirmed it; null opens it again. */
export function settleMotion(
  scope: Scope,
  id: string,
  { settlement, note = "" }: { settlement: Settlement | null; note?: string },
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    const decision = decideMove(stateOf(motion), "settle");
    if (!decision.ok) return decision;
    await changeMotion(scope, motion, decision.value, {
      settlement,
      settlementNote: settlement ? note : "",
      settledAt: settlement ? now : null,
    });
    if (settlement && settlement !== motion.settlement)
      await recordMotionEvent(scope, motion, "motion_settled", { settlement }, now);
    return allow({ id, number: motion.number });
  });
}

export type Report = { reportedAtDebateId: string; reportText?: string; hallVerdict?: HallVerdict | null };

/** At the evaluation debate: what was said about the motion, and what the hall thought of it. */
export function reportMotion(
  scope: Scope,
  id: string,
  { reportedAtDebateId, reportText = "", hallVerdict = null }: Report,
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    const decision = decideMove(stateOf(motion), "report");
    if (!decision.ok) return decision;
    await getCollectingDebate(scope, reportedAtDebateId);
    await changeMotion(scope, motion, decision.value, { reportedAtDebateId, reportText, hallVerdict });
    const data = { number: motion.number };
    await recordEvent(
      scope,
      { action: "motion_reported", subjectId: id, debateId: reportedAtDebateId, data, job: true },
      now,
    );
    return allow({ id, number: motion.number });
  });
}
