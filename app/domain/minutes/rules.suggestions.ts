import { cleanParagraph } from "~/platform/text";
import { formatHours } from "~/platform/time";
import { suggestions as say } from "./messages.document.pl";
import { type Facts, isOpen, itemKey } from "./rules";
import { linesOf } from "./rules.lines";
import { withWholeMarks } from "./rules.marks";

/**
 * The text of a part as the record would have it, until a clerk saves one. It goes into both versions of the paper,
 * so it is made of what everybody may know, except the distribution list, which is internal as a whole. Cleaned as a
 * form cleans it, so that a suggestion that comes back unchanged is known as one.
 */
export const suggestPart = (facts: Facts, key: string): string => cleanParagraph(withWholeMarks(textFor(facts, key)));

function textFor(facts: Facts, key: string): string {
  if (key === "findings") return suggestFindings(facts);
  if (key === "attachments") return suggestAttachments(facts);
  if (key === "distribution") return suggestDistribution(facts);
  const item = facts.items.find(({ id }) => itemKey(id) === key);
  return item ? suggestItem(facts, item) : "";
}

type Item = Facts["items"][number];

function suggestItem(facts: Facts, item: Item): string {
  if (!item.startedAt && facts.debate.heldAt) return say.notBegun;
  const who = item.presenter ? [say.presenter(item.presenter)] : [];
  return [
    [sentenceOf(item), ...who, ...remarksOn(facts, item)].join(" "),
    ...linesOf(facts, item, openTasks(facts)),
  ].join("\n");
}

function sentenceOf({ kind, startedAt, finishedAt }: Item): string {
  const hours = startedAt ? formatHours(new Date(startedAt), finishedAt ? new Date(finishedAt) : undefined) : "";
  return say.sentence(say.done[kind], hours);
}

/** „nie zgłoszono wniosków” only where it is true: a hidden motion is passed over in silence. */
function remarksOn(facts: Facts, item: Item): string[] {
  if (item.kind === "follow_up") return reportedHere(facts, say.reported);
  if (item.kind === "vote") return reportedHere(facts, say.voted);
  const isEmpty = facts.motions.every(({ agendaItemId }) => agendaItemId !== item.id) && !hasHiddenOnes(facts);
  return [...(item.kind === "discussion" && isEmpty ? [say.noMotions] : []), ...fromOutside(facts, item)];
}

/** A motion typed in later belongs to no item; as long as one of those is hidden, nothing is said about there being none. */
const hasHiddenOnes = ({ motions }: Facts) => motions.some((motion) => !isOpen(motion) && !motion.agendaItemId);

function fromOutside({ items, motions }: Facts, item: Item): string[] {
  if (items.find(({ kind }) => kind === "discussion") !== item) return [];
  return motions.some((motion) => isOpen(motion) && !motion.agendaItemId) ? [say.otherMotions] : [];
}

const reportedHere = ({ reported }: Facts, sentence: string) =>
  reported.some(({ sensitivity }) => sensitivity === "public") ? [sentence] : [];

/** A task that also follows from a hidden motion would tell of it, whatever its own mark says. */
export function openTasks({ tasks, motions }: Pick<Facts, "tasks" | "motions">) {
  const secret = new Set(motions.filter((motion) => !isOpen(motion)).flatMap(({ taskNumbers }) => taskNumbers));
  return tasks.filter(({ internal, number }) => !internal && !secret.has(number));
}

function suggestFindings(facts: Facts): string {
  const open = openTasks(facts);
  if (open.length > 0) return say.tasks(distinct(open.map(({ owner }) => owner)));
  return facts.tasks.length === 0 ? say.noTasks : "";
}

function suggestAttachments({ guests, items }: Facts): string {
  const cameAny = guests.some(({ presence }) => presence === "present" || presence === "present_by_substitute");
  const hasSurvey = items.some(({ kind, startedAt }) => kind === "survey" && startedAt);
  return [...(cameAny ? [say.attendanceList] : []), ...(hasSurvey ? [say.surveyForm] : [])].join("\n");
}

/** Everybody who has to do something gets a copy. */
function suggestDistribution({ tasks, motions }: Facts): string {
  const bodies = distinct([...tasks.map(({ owner }) => owner), ...motions.map(({ referredTo }) => referredTo)]);
  return [say.copyOne, ...bodies.map((body, i) => say.copy(i + 2, body))].join("\n");
}

const distinct = (names: string[]) => [...new Set(names.filter(Boolean))];
