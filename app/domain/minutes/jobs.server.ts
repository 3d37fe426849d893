import { getDebate } from "~/domain/debates/queries.server";
import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import { getSender } from "~/domain/invitations/queries.letters.server";
import type { Letter } from "~/platform/letter.server";
import { absolute, placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { decisionLetter, type ReaderLetterProps, requestLetter } from "./mail.server";
import { getReader, listReaders } from "./queries.reader.server";
import { findRemark } from "./queries.remarks.server";
import { tableKey } from "./rules.paragraphs";
import { isWindowOpen, lastDayOf } from "./rules.window";

type Post = {
  scope: Scope;
  event: RecordedEvent;
  debate: Awaited<ReturnType<typeof getDebate>>;
  unit: Awaited<ReturnType<typeof getSender>>;
};

/** Between the event and its letter the window may have been closed: nobody is asked for what is not wanted any more. */
const windowOpened: Job = (scope, event) => askEverybody(scope, event, false);
const windowExtended: Job = (scope, event) => askEverybody(scope, event, true);

async function askEverybody(scope: Scope, event: RecordedEvent, isExtension: boolean) {
  const post = await openPost(scope, event);
  if (!post) return;
  for (const { id } of await listReaders(scope, post.debate.id)) {
    const reader = await getReader(scope, id);
    if (!isWindowOpen(reader, event.occurredAt)) return;
    const letter = requestLetter(propsFor(post, reader), isExtension);
    await send(post, reader, { kind: isExtension ? "minutes_window_moved" : "minutes_window", letter, subjectId: id });
  }
}

const remarkDecided: Job = async (scope, event) => {
  const post = await openPost(scope, event);
  const remark = post && (await findRemark(scope, post.debate.id, event.subjectId));
  if (!post || !remark || remark.status === "open") return;
  const reader = await getReader(scope, remark.readerId);
  const { partTitle, proposed, decision, status, partKey } = remark;
  const isTable = partKey.startsWith(tableKey(""));
  const letter = decisionLetter({
    ...propsFor(post, reader),
    remark: { partTitle, proposed, decision, isTable, accepted: status === "accepted" },
  });
  await send(post, reader, { kind: "minutes_remark", letter, subjectId: remark.id });
};

async function openPost(scope: Scope, event: RecordedEvent): Promise<Post | undefined> {
  if (!event.debateId) return undefined;
  return { scope, event, debate: await getDebate(scope, event.debateId), unit: await getSender(scope) };
}

type Reader = Awaited<ReturnType<typeof getReader>>;

const propsFor = ({ debate, unit, event }: Post, reader: Reader): ReaderLetterProps => ({
  unit,
  debate,
  reader: { ...reader, isSubstitute: reader.presence === "present_by_substitute" },
  until: lastDayOf(reader.until ?? event.occurredAt),
  link: placeholderOf("reader", reader.id, reader.generation),
  privacy: absolute(`/u/${unit.slug}/privacy`),
});

/** One event, one letter to each person: a job that is run again finds it in the outbox. */
async function send(
  { scope, event, debate }: Post,
  { name, post, bodyName, email }: Reader,
  { kind, letter, subjectId }: { kind: string; letter: Letter; subjectId: string },
) {
  if (email === "") return;
  const to = { name: name || post || bodyName, address: email };
  const mail = { kind, subjectId, debateId: debate.id, to, letter, revision: event.id };
  await queueMail(scope, mail, event.occurredAt);
}

export const minutesJobs: Readonly<Record<string, Job>> = {
  minutes_correction_opened: windowOpened,
  minutes_correction_extended: windowExtended,
  minutes_remark_accepted: remarkDecided,
  minutes_remark_rejected: remarkDecided,
};
