import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { listSubjectEvents } from "~/domain/history/queries.server";
import { listPublicTasks } from "~/domain/tasks/queries.public.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { followers, motions, opinions } from "~db/schema";
import { countSupporters, findPublicMatter, findRaised, getFollower } from "./queries.server";
import { decideOpinion, NOBODY, type Tally, voterOf } from "./rules.opinions";

const within = (scope: Scope) => eq(opinions.organizationId, scope.organizationId);

/** By matter what those have answered who raised or support it. Those without an answer are missing. */
export async function countOpinions(scope: Scope, motionIds: readonly string[]) {
  const tallies = new Map<string, Tally>();
  if (motionIds.length === 0) return tallies;
  const rows = await read
    .select({ motionId: opinions.motionId, verdict: opinions.verdict, many: count() })
    .from(opinions)
    .where(and(within(scope), inArray(opinions.motionId, [...motionIds])))
    .groupBy(opinions.motionId, opinions.verdict);
  for (const { motionId, verdict, many } of rows)
    tallies.set(motionId, { ...NOBODY, ...tallies.get(motionId), [verdict]: many });
  return tallies;
}

/** For the office: each answer with its note; of the person only whether they raised the matter or support it. */
export async function listOpinions(scope: Scope, motionIds: readonly string[]) {
  if (motionIds.length === 0) return [];
  const rows = await read
    .select({
      motionId: opinions.motionId,
      voter: opinions.voter,
      verdict: opinions.verdict,
      note: opinions.note,
      at: opinions.at,
    })
    .from(opinions)
    .where(and(within(scope), inArray(opinions.motionId, [...motionIds])))
    .orderBy(asc(opinions.at));
  return rows.map(({ voter, ...row }) => ({ ...row, isAuthor: voter.startsWith("motion:") }));
}

/** The public matter with what its public tasks have come to; undefined when it is not for everybody. */
export async function findAskable(scope: Scope, motionId: string) {
  const matter = await findPublicMatter(scope, motionId);
  if (!matter) return undefined;
  const [asked] = await read
    .select({ at: motions.opinionAskedAt })
    .from(motions)
    .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.id, motionId)));
  const states = (await listPublicTasks(scope, [motionId])).map(({ state }) => state);
  return { ...matter, askedAt: asked?.at ?? null, states };
}

/** Who answers, and about which matter: the owner of a code, or a supporter by the link of a letter; else nobody. */
export async function findVoter(scope: Scope) {
  const [, kind, id = ""] = /^(motion|follower):(.+)$/.exec(scope.actor) ?? [];
  if (kind === "motion") {
    const [own] = await read
      .select({ id: motions.id, mergedIntoId: motions.mergedIntoId })
      .from(motions)
      .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.id, id)));
    return own && { motionId: own.mergedIntoId ?? own.id, voter: `motion:${own.id}` };
  }
  if (kind !== "follower") return undefined;
  const follower = await getFollower(scope, id);
  if (!follower.confirmedAt || follower.endedAt) return undefined;
  const raised = await findRaised(scope, follower, follower.emailKey);
  return follower.supports || raised ? { motionId: follower.motionId, voter: voterOf(id, raised) } : undefined;
}

/** What the question shows to whoever opened the page: null when there is nothing to answer for them now. */
export async function findQuestion(scope: Scope) {
  const voter = await findVoter(scope);
  const matter = voter && (await findAskable(scope, voter.motionId));
  if (!voter || !matter) return null;
  const [given] = await read
    .select({ verdict: opinions.verdict, note: opinions.note })
    .from(opinions)
    .where(and(within(scope), eq(opinions.motionId, voter.motionId), eq(opinions.voter, voter.voter)));
  return decideOpinion(matter).ok ? { given: given ?? null } : null;
}

/** Whoever is asked by letter: authors with an address, then supporters who are not among them. */
export async function listAsked(scope: Scope, matter: { id: string; debateId: string }) {
  const { organizationId } = scope;
  const authors = await read
    .select({ id: motions.id, number: motions.number, name: motions.authorName, email: motions.authorEmail })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, organizationId),
        eq(motions.debateId, matter.debateId),
        or(eq(motions.id, matter.id), eq(motions.mergedIntoId, matter.id)),
      ),
    );
  const supporters = await read
    .select({
      id: followers.id,
      email: followers.email,
      emailKey: followers.emailKey,
      generation: followers.generation,
    })
    .from(followers)
    .where(
      and(
        eq(followers.organizationId, organizationId),
        eq(followers.motionId, matter.id),
        isNotNull(followers.confirmedAt),
        isNull(followers.endedAt),
        ne(followers.email, ""),
        eq(followers.supports, true),
      ),
    );
  const raisedBy = new Set(authors.map(({ email }) => email.toLowerCase()));
  return {
    authors: authors.filter(({ email }) => email !== ""),
    supporters: supporters.filter(({ emailKey }) => !raisedBy.has(emailKey)),
  };
}

export async function getVoter(scope: Scope) {
  return (await findVoter(scope)) ?? notFound();
}

/** How many letters with the question were written; undefined where that is not known any more. */
async function countQuestions(scope: Scope, motionId: string) {
  const asked = (await listSubjectEvents(scope, motionId)).find(({ action }) => action === "opinion_asked");
  return asked && Number(asked.data?.many ?? 0);
}

/** For the task's page of the office: by public matter what residents have said so far. */
export async function listVoices(scope: Scope, motionIds: readonly string[]) {
  const found = await Promise.all(motionIds.map((id) => findAskable(scope, id)));
  const matters = found.filter((matter) => matter !== undefined);
  const ids = matters.map(({ id }) => id);
  const [tallies, supporters, answers, letters] = [
    await countOpinions(scope, ids),
    await countSupporters(scope, ids),
    await listOpinions(scope, ids),
    await Promise.all(ids.map((id) => countQuestions(scope, id))),
  ];
  return matters.map(({ id, number, askedAt }, at) => ({
    number,
    isAsked: askedAt !== null,
    /** Nobody had left an address, so the question has reached nobody by letter. */
    isUnread: letters[at] === 0,
    supporters: supporters.get(id) ?? 0,
    tally: tallies.get(id) ?? null,
    notes: answers
      .filter(({ motionId, note }) => motionId === id && note !== "")
      .map(({ verdict, note, at, isAuthor }) => ({ verdict, note, at, isAuthor })),
  }));
}
