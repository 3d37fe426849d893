import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { foldForSearch, slugify } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { dateParts, warsawDate } from "~/platform/time";
import { debates } from "~db/schema";
import { findDebate, getDebate, highestNumber, isCodeTaken, isNumberTaken } from "./queries.server";
import { type DebatePlan, decidePlan, decideRevision } from "./rules";
import { composeDebateCode } from "./rules.code";

/** A draft: it has a number, an address and a code, and nobody outside the unit sees it. */
export function createDebate(scope: Scope, plan: DebatePlan, now = new Date()) {
  return inTransaction(async () => {
    const decision = decidePlan(plan, now);
    if (!decision.ok) return decision;
    const { year } = dateParts(warsawDate(plan.startsAt));
    if (plan.number && (await isNumberTaken(scope, year, plan.number))) return refuse("number_taken");
    if (!(await isEvaluable(scope, plan))) return refuse("evaluated_is_later");

    const number = plan.number ?? (await nextNumber(scope, `debates:${year}`, (await highestNumber(scope, year)) + 1));
    const { organizationId } = scope;
    const columns = { ...decision.value, organizationId, number, year };
    const [created] = await write
      .insert(debates)
      .values({ ...columns, slug: slugOf(columns), code: await freeCode(), search: searchOf(columns), createdAt: now })
      .returning({ id: debates.id });
    if (!created) throw new Error("The database has not returned the debate");
    await recordEvent(scope, { action: "debate_created", subjectId: created.id, debateId: created.id }, now);
    return allow({ id: created.id });
  });
}

/** Saves a plan over the version that it was made from. Whoever has the date in a calendar gets the new one. */
export function reviseDebate(scope: Scope, id: string, version: number, plan: DebatePlan, now = new Date()) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, id);
    const decision = decideRevision(debate, version, plan, now);
    if (!decision.ok) return decision;
    const { columns, moved } = decision.value;
    const isRenumbered = columns.number !== debate.number;
    if (isRenumbered && (await isNumberTaken(scope, debate.year, columns.number))) return refuse("number_taken");
    if (!(await isEvaluable(scope, plan, id))) return refuse("evaluated_is_later");

    const named = { ...debate, ...columns };
    // An address that was announced is on paper; a draft's may still follow its topic.
    const slug = debate.announcedAt ? debate.slug : slugOf(named);
    await changeDebate(scope, id, { ...columns, slug, search: searchOf(named) });
    await recordEvent(
      scope,
      {
        action: moved ? "debate_moved" : "debate_revised",
        subjectId: id,
        debateId: id,
        job: moved,
        data: moved ? { ...placeAndTime(named), previousStartsAt: debate.startsAt.toISOString() } : undefined,
      },
      now,
    );
    return allow({ id, version: columns.version });
  });
}

/** Only rooms after this one change other columns; each keeps to its own. */
export const changeDebate = (scope: Scope, id: string, columns: Partial<typeof debates.$inferInsert>) =>
  write
    .update(debates)
    .set(columns)
    .where(and(eq(debates.organizationId, scope.organizationId), eq(debates.id, id)));

type Placed = { startsAt: Date; endsAt: Date; venueName: string; venueAddress: string; calendarSequence: number };
export const placeAndTime = (debate: Placed) => ({
  startsAt: debate.startsAt.toISOString(),
  endsAt: debate.endsAt.toISOString(),
  venueName: debate.venueName,
  venueAddress: debate.venueAddress,
  calendarSequence: debate.calendarSequence,
});

async function isEvaluable(scope: Scope, { evaluatesDebateId, startsAt }: DebatePlan, ownId?: string) {
  if (!evaluatesDebateId) return true;
  const earlier = await findDebate(scope, evaluatesDebateId);
  return earlier !== undefined && earlier.id !== ownId && earlier.startsAt < startsAt;
}

type Named = { topic: string; number: number; year: number };
const slugOf = ({ topic, number, year }: Named) => [slugify(topic, 60), number, year].filter(Boolean).join("-");

const searchOf = (debate: Named & { cycleTitle: string; venueName: string; venueAddress: string }) =>
  foldForSearch(
    [debate.topic, debate.cycleTitle, debate.venueName, debate.venueAddress, `${debate.number}/${debate.year}`].join(
      " ",
    ),
  );

async function freeCode(): Promise<string> {
  const code = composeDebateCode(randomInt);
  return (await isCodeTaken(code)) ? freeCode() : code;
}
