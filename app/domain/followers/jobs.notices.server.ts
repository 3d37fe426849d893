import { queueMails } from "~/domain/history/commands.mail.server";
import { recordEvent } from "~/domain/history/commands.server";
import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import { describeMatter } from "~/domain/tasks/messages.tracker.pl";
import { listMotionsOfTasks } from "~/domain/tasks/queries.server";
import { numberInPath } from "~/domain/tasks/rules.tracker";
import { type RenderedLetter, renderLetter } from "~/platform/letter.server";
import { absolute, placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { markAsked } from "./commands.opinions.server";
import { newsLetter, questionLetter } from "./mail.server";
import { findNews, findTold, listFollowers } from "./queries.notices.server";
import { findAskable, listAsked } from "./queries.opinions.server";
import { getSender } from "./queries.server";
import { decideNotice, MOST_STEPS, newsSince } from "./rules.notices";
import { decideAsking } from "./rules.opinions";

/** Stands in the one letter that is written, and gives its place to each follower's own link. */
const ANYBODY = placeholderOf("follower", "anybody", 0);
const AT_ONCE = 200;

const linkOf = ({ id, generation }: { id: string; generation: number }) => placeholderOf("follower", id, generation);

function addressed({ subject, text, html }: RenderedLetter, link: string): RenderedLetter {
  return { subject, text: text.replaceAll(ANYBODY, link), html: html.replaceAll(ANYBODY, link) };
}

/**
 * Tells those who follow a matter what is new, in public, since they were told last. What stays inside the unit is no
 * news: an internal task has no public words, and then no letter goes out. `except`: whom another letter has told.
 */
async function tell(
  scope: Scope,
  motionId: string,
  event: RecordedEvent,
  { now = event.occurredAt, except = new Set<string>() } = {},
) {
  const [somebody] = await listFollowers(scope, motionId, "", 1);
  const found = somebody && (await findNews(scope, motionId));
  if (!found) return;
  const before = await findTold(scope, motionId);
  const news = newsSince(found.steps, before.told, event.occurredAt);
  const step = decideNotice({ news, ...before }, now);
  const { number, debateId } = found.matter;
  if (step.do === "wait") {
    const waiting = { action: "followers_waiting", subjectId: motionId, data: { number }, job: true };
    await recordEvent(scope, { ...waiting, dueAt: step.until }, now);
  }
  if (step.do !== "tell") return;

  const unit = await getSender(scope);
  const { label, owners } = describeMatter({ ...found.motion, number, tasks: found.tasks }, now);
  const letter = renderLetter(
    newsLetter({
      ...{ unit, matter: found.matter, link: ANYBODY, steps: news.slice(-MOST_STEPS) },
      now: { label, owner: owners.join(", ") },
      thread: absolute(`/u/${unit.slug}/tracker/${numberInPath(number)}`),
    }),
  );
  let many = 0;
  for (let after = ""; ; ) {
    const page = await listFollowers(scope, motionId, after, AT_ONCE);
    const others = page.filter(({ id }) => !except.has(id));
    const mails = others.map((follower) => ({
      ...{ kind: "follow_news", subjectId: follower.id, debateId, revision: event.id },
      to: { name: "", address: follower.email },
      letter: addressed(letter, linkOf(follower)),
    }));
    many += (await queueMails(scope, mails, now)).length;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) break;
    after = last.id;
  }
  const upTo = news.at(-1)?.at.getTime() ?? 0;
  await recordEvent(
    scope,
    { action: "followers_told", subjectId: motionId, debateId, data: { number, many, upTo } },
    now,
  );
}

/**
 * Is it really done? Asked once in the life of a matter, when the last of its public tasks has been reported. Gives
 * the followers who were asked: that letter says what has been reported, so they need no other about it.
 */
async function ask(scope: Scope, motionId: string, event: RecordedEvent): Promise<Set<string>> {
  const matter = await findAskable(scope, motionId);
  if (!matter || !decideAsking(matter)) return new Set();
  const { authors, supporters } = await listAsked(scope, matter);
  const now = event.occurredAt;
  const isFirst = await markAsked(
    scope,
    motionId,
    supporters.map(({ id }) => id),
    now,
  );
  if (!isFirst) return new Set();
  const unit = await getSender(scope);
  const said = ((await findNews(scope, motionId))?.tasks ?? [])
    .filter(({ result, state }) => result !== "" && state !== "transferred")
    .map(({ ownerName, result }) => ({ owner: ownerName, words: result }));
  const props = { unit, matter, said };
  const { number, debateId } = matter;
  const kind = { kind: "opinion_asked", debateId, revision: "1" };
  const written = renderLetter(questionLetter({ ...props, isAuthor: false, link: ANYBODY }));
  const mails = [
    ...authors.map((author) => ({
      ...{ ...kind, subjectId: author.id, to: { name: author.name, address: author.email } },
      letter: questionLetter({ ...props, isAuthor: true, link: placeholderOf("motion", author.id) }),
    })),
    ...supporters.map((supporter) => ({
      ...{ ...kind, subjectId: supporter.id, to: { name: "", address: supporter.email } },
      letter: addressed(written, linkOf(supporter)),
    })),
  ];
  for (let at = 0; at < mails.length; at += AT_ONCE) await queueMails(scope, mails.slice(at, at + AT_ONCE), now);
  const data = { number, many: mails.length };
  await recordEvent(scope, { action: "opinion_asked", subjectId: motionId, debateId, data }, now);
  return new Set(supporters.map(({ id }) => id));
}

const taskMoved: Job = async (scope, event) => {
  for (const { id } of await listMotionsOfTasks(scope, [event.subjectId])) {
    const except = await ask(scope, id, event);
    await tell(scope, id, event, { except });
  }
};

const motionMoved: Job = (scope, event) => tell(scope, event.subjectId, event);

/** The day is over: what has come together goes out in one letter. */
const newsDue: Job = (scope, event) =>
  tell(scope, event.subjectId, event, { now: event.nextAttemptAt ?? event.occurredAt });

export const noticeJobs: Readonly<Record<string, Job>> = {
  task_given: taskMoved,
  task_moved: taskMoved,
  task_extended: taskMoved,
  task_transferred: taskMoved,
  task_date_asked: taskMoved,
  task_date_granted: taskMoved,
  task_date_declined: taskMoved,
  task_disowned: taskMoved,
  task_insisted: taskMoved,
  motion_answered: motionMoved,
  motion_referred: motionMoved,
  motion_put_out_of_scope: motionMoved,
  motion_settled: motionMoved,
  motion_reported: motionMoved,
  followers_waiting: newsDue,
};
