import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, notExists, or, sum } from "drizzle-orm";
import { listRaisedRepeats } from "~/domain/motions/queries.repeats.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay, warsawDate } from "~/platform/time";
import {
  agendaItems,
  bodies,
  debates,
  invitations,
  messages,
  minutes,
  motions,
  substitutes,
  taskMotions,
  tasks,
} from "~db/schema";
import { OPEN_STATES } from "../tasks/rules";
import { listMinutesMatters } from "./queries.minutes.server";
import { type AttentionFacts, attentionWindow } from "./rules";

const DEBATE = { debateId: debates.id, number: debates.number, year: debates.year, topic: debates.topic };
/** More than anybody can do in a day; the whole lists are on pages of their own. */
const MOST = 100;
const MOST_REPEATS = 5;

/** Everything that may need somebody. Each query starts at an index of the unit. */
export async function loadAttention(scope: Scope, now: Date): Promise<AttentionFacts> {
  return {
    tasks: await listOwedTasks(scope, now),
    motions: await listWaitingMotions(scope),
    substitutes: await listWaitingSubstitutes(scope, now),
    upcoming: await listUpcoming(scope, now),
    minutes: await listMinutesDue(scope, now),
    ...(await listMinutesMatters(scope, now)),
    failedLetters: await countFailedLetters(scope),
    referrals: await listReferralsWaiting(scope, now),
    repeats: (await listRaisedRepeats(scope, now)).slice(0, MOST_REPEATS),
  };
}

function listOwedTasks({ organizationId }: Scope, now: Date) {
  const { until, silentBefore } = attentionWindow(now);
  const { id, title, state, dueOn, heardAt, createdAt, reportedAt, proposedDueOn, proposedAt, disownedAt } = tasks;
  const asked = { proposedDueOn, proposedAt, disownedAt };
  return read
    .select({ ...DEBATE, id, title, state, dueOn, heardAt, createdAt, reportedAt, ...asked, bodyName: bodies.name })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(
      and(
        eq(tasks.organizationId, organizationId),
        or(
          inArray(state, [...OPEN_STATES]),
          and(eq(state, "needs_funds"), or(isNotNull(proposedAt), isNotNull(disownedAt))),
        ),
        or(
          isNotNull(proposedAt),
          isNotNull(disownedAt),
          lte(dueOn, until),
          eq(state, "reported_done"),
          lt(heardAt, silentBefore),
          and(isNull(heardAt), lt(createdAt, silentBefore)),
        ),
      ),
    )
    .orderBy(asc(dueOn))
    .limit(MOST);
}

async function listWaitingMotions({ organizationId }: Scope) {
  const rows = await read
    .select({
      ...DEBATE,
      id: motions.id,
      motionNumber: motions.number,
      flags: motions.flags,
      submittedAt: motions.submittedAt,
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(eq(motions.organizationId, organizationId), eq(motions.status, "submitted"), isNull(motions.outcome)))
    .orderBy(asc(motions.submittedAt), asc(motions.number)) // two may come in one millisecond
    .limit(MOST);
  return rows.map(({ flags, ...motion }) => ({ ...motion, held: flags.length > 0 }));
}

/** Of one year: what is older has been dealt with on paper, or never will be. A motion with a task has gone out. */
function listReferralsWaiting({ organizationId }: Scope, now: Date) {
  const { id, number, status, outcome, legalTrack, referredAt, submittedAt, decidedAt } = motions;
  const gone = read
    .select({ id: taskMotions.motionId })
    .from(taskMotions)
    .where(and(eq(taskMotions.organizationId, organizationId), eq(taskMotions.motionId, id)));
  return read
    .select({
      ...{ id, motionNumber: number, status, outcome, legalTrack, referredAt, submittedAt, decidedAt },
      ...{ debateId: debates.id, number: debates.number, year: debates.year, bodyName: bodies.name },
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(
      and(
        eq(motions.organizationId, organizationId),
        gte(submittedAt, startOfDay(addDays(warsawDate(now), -365))),
        isNull(referredAt),
        or(
          and(eq(status, "admitted"), eq(outcome, "referred")),
          and(eq(legalTrack, "kpa_motion"), inArray(status, ["submitted", "admitted"]), isNull(outcome)),
        ),
        notExists(gone),
      ),
    )
    .orderBy(asc(submittedAt))
    .limit(MOST);
}

function listWaitingSubstitutes({ organizationId }: Scope, now: Date) {
  return read
    .select({
      ...DEBATE,
      id: substitutes.id,
      name: substitutes.name,
      officeTitle: invitations.officeTitle,
      bodyName: invitations.bodyName,
      askedAt: substitutes.createdAt,
    })
    .from(substitutes)
    .innerJoin(invitations, eq(invitations.id, substitutes.invitationId))
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(
      and(
        eq(substitutes.organizationId, organizationId),
        eq(substitutes.status, "asked"),
        gt(debates.endsAt, now),
        inArray(debates.status, ["announced", "live"]),
      ),
    )
    .orderBy(asc(substitutes.createdAt))
    .limit(MOST);
}

async function listUpcoming({ organizationId }: Scope, now: Date) {
  const { startsAt, endsAt, answersCloseAt } = debates;
  const rows = await read
    .select({ ...DEBATE, startsAt, endsAt, answersCloseAt })
    .from(debates)
    .where(
      and(
        eq(debates.organizationId, organizationId),
        gt(endsAt, now),
        inArray(debates.status, ["draft", "announced", "live"]),
        eq(debates.datePending, false),
      ),
    )
    .orderBy(asc(startsAt))
    .limit(20);
  if (rows.length === 0) return [];
  const ids = rows.map(({ debateId }) => debateId);
  const guests = await read
    .select({ debateId: invitations.debateId, status: invitations.status, many: count() })
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), inArray(invitations.debateId, ids)))
    .groupBy(invitations.debateId, invitations.status);
  const plans = await read
    .select({ debateId: agendaItems.debateId, minutes: sum(agendaItems.minutes) })
    .from(agendaItems)
    .where(and(eq(agendaItems.organizationId, organizationId), inArray(agendaItems.debateId, ids)))
    .groupBy(agendaItems.debateId);
  return rows.map((debate) => {
    const here = guests.filter(({ debateId }) => debateId === debate.debateId);
    const those = (statuses: string[]) =>
      here.reduce((total, { status, many }) => total + (statuses.includes(status) ? many : 0), 0);
    return {
      ...debate,
      asked: those(["sent", "accepted", "declined", "substituted"]),
      unanswered: those(["sent"]),
      agendaMinutes: Number(plans.find(({ debateId }) => debateId === debate.debateId)?.minutes ?? 0),
    };
  });
}

async function listMinutesDue({ organizationId }: Scope, now: Date) {
  const rows = await read
    .select({ ...DEBATE, dueOn: debates.minutesDueOn, status: minutes.status })
    .from(debates)
    .leftJoin(minutes, eq(minutes.debateId, debates.id))
    .where(
      and(
        eq(debates.organizationId, organizationId),
        eq(debates.status, "held"),
        isNotNull(debates.minutesDueOn),
        lte(debates.minutesDueOn, attentionWindow(now).until),
        or(isNull(minutes.id), inArray(minutes.status, ["drafting", "in_correction"])),
      ),
    )
    .orderBy(asc(debates.minutesDueOn))
    .limit(MOST);
  return rows.flatMap(({ dueOn, ...row }) => (dueOn ? [{ ...row, dueOn }] : []));
}

async function countFailedLetters({ organizationId }: Scope) {
  const [row] = await read
    .select({ failed: count() })
    .from(messages)
    .where(and(eq(messages.organizationId, organizationId), eq(messages.status, "failed")));
  return row?.failed ?? 0;
}
