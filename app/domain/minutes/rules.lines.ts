import { calendarDate, formatShort, warsawTime } from "~/platform/time";
import { record as say } from "./messages.record.pl";
import { type Facts, isOpen } from "./rules";
import { outcomeSentence } from "./rules.outcomes";

/**
 * What happened under one item of the agenda, a line for each fact and with its hour: who came late, who spoke, which
 * motions were taken down and what became of them, who left early. Offices only, and nothing of a hidden motion;
 * `tasks` are those that everybody may know of.
 */
export function linesOf(facts: Facts, item: Item, tasks: Facts["tasks"]): string[] {
  const entries = [
    ...comings(facts, item, "arrivedAt"),
    ...speeches(facts, item),
    ...motions(facts, item, tasks),
    ...comings(facts, item, "leftAt"),
  ];
  return entries.sort(byTime).map(({ at, text }) => (at ? say.at(hourOf(at), text) : say.alone(text)));
}

type Item = Facts["items"][number];
/** Without an hour: typed in later. */
type Entry = { at: string | null; text: string };

const byTime = (a: Entry, b: Entry) => {
  if (a.at === b.at) return 0;
  return (a.at ?? "9") < (b.at ?? "9") ? -1 : 1;
};

const hourOf = (at: string) => warsawTime(new Date(at)).replace(":", ".");

const speeches = ({ speeches }: Facts, { id }: Item): Entry[] =>
  speeches
    .filter(({ agendaItemId }) => agendaItemId === id)
    .map(({ speaker, at }) => ({ at, text: say.speech(speaker) }));

/** Whoever is noted in the first minutes has been there from the beginning: the list takes a while to be ticked off. */
const LATE_AFTER_MS = 10 * 60_000;

function comings(facts: Facts, item: Item, what: "arrivedAt" | "leftAt"): Entry[] {
  const { begun, ended } = evening(facts);
  if (begun === null) return [];
  const from = what === "leftAt" ? begun : new Date(new Date(begun).getTime() + LATE_AFTER_MS).toISOString();
  return facts.guests.flatMap((guest) => {
    const at = guest[what];
    if (!at || at <= from || (ended !== null && at >= ended) || itemAt(facts, at) !== item) return [];
    return { at, text: say[what](nameOf(guest)) };
  });
}

/** From the first item to the end of the last one; the hall may be opened and closed at other times. */
function evening({ items, debate }: Facts) {
  const begun = items.flatMap(({ startedAt }) => startedAt ?? []).sort();
  const ended = items.flatMap(({ finishedAt }) => finishedAt ?? []).sort();
  const [first] = begun;
  const isOver = debate.heldAt !== null && items.every(({ startedAt, finishedAt }) => !startedAt || finishedAt);
  return { begun: first ?? null, ended: isOver ? (ended.at(-1) ?? null) : debate.heldAt };
}

/** The item that had begun last. */
const itemAt = ({ items }: Facts, at: string) =>
  items.reduce<Item | undefined>((last, item) => {
    if (!item.startedAt || item.startedAt > at) return last;
    return last?.startedAt && last.startedAt > item.startedAt ? last : item;
  }, undefined);

function nameOf({ bodyName, officeTitle, presence, substitute }: Facts["guests"][number]) {
  const post =
    presence === "present_by_substitute"
      ? say.substitute(substitute?.post ?? "", officeTitle || bodyName)
      : officeTitle;
  return [post, bodyName].filter(Boolean).join(", ");
}

function motions(facts: Facts, item: Item, tasks: Facts["tasks"]): Entry[] {
  const shown = facts.motions.filter(isOpen);
  const open = { tasks, motions: new Set(shown.map(({ number }) => number)) };
  return shown
    .filter(({ agendaItemId }) => agendaItemId === item.id)
    .map((motion) => ({
      at: wasTakenDown(item, motion.submittedAt, facts.debate.heldAt) ? motion.submittedAt : null,
      text: say.motion(motion.number, motion.place, settled(motion, open)),
    }));
}

/** A motion typed in on the next morning has no hour of the evening. */
const wasTakenDown = ({ startedAt, finishedAt }: Item, at: string, heldAt: string | null) =>
  startedAt !== null && at >= startedAt && at <= (finishedAt ?? heldAt ?? at);

type Motion = Facts["motions"][number];
type Open = { tasks: Facts["tasks"]; motions: ReadonlySet<string> };

/** What became of it, by whom and until when; nothing while that is open. */
function settled(motion: Motion, open: Open) {
  if (motion.outcome === null) return "";
  const promises = open.tasks
    .filter(({ number }) => motion.taskNumbers.includes(number))
    .map(({ number, owner, dueOn }) =>
      say.promise(number, owner === motion.referredTo ? "" : owner, formatShort(calendarDate(dueOn))),
    );
  if (motion.outcome === "task" && promises.length > 0) return say.tasks(promises);
  const mergedInto = open.motions.has(motion.mergedInto) ? motion.mergedInto : "";
  const sentence = outcomeSentence({ ...motion, answer: "", taskNumbers: [], mergedInto });
  return promises.length > 0 ? say.andTasks(sentence, promises) : sentence;
}
