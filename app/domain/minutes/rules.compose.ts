import { comparePolish } from "~/platform/language";
import { type Facts, isOpen, itemKey, type MinutesDocument, type MinutesVersion, type Stamp } from "./rules";
import { redact, withoutMarks } from "./rules.marks";
import { openTasks, suggestPart } from "./rules.suggestions";

/**
 * Puts the document together. The public version leaves out, rather than hides: police-only and internal motions,
 * internal items, texts and marked passages, tasks that follow from them, and names of persons are in no field of it. Where the
 * clerk has not saved anything, the text made from the record stands.
 */
export function composeMinutes(facts: Facts, version: MinutesVersion, stamp: Stamp): MinutesDocument {
  const isInternal = version === "internal";
  const { unit, debate, headCounts } = facts;
  const part = (key: string) => {
    const saved = facts.parts.find((candidate) => candidate.key === key);
    if (saved?.internal && !isInternal) return "";
    const text = saved ? saved.text : suggestPart(facts, key);
    return isInternal ? withoutMarks(text) : redact(text);
  };
  const motions = facts.motions.filter((motion) => isInternal || isOpen(motion));
  const tasks = isInternal ? facts.tasks : openTasks(facts);
  const visible = new Set(tasks.map(({ number }) => number));
  const numbers = new Set(motions.map(({ number }) => number));
  const { number, drawnUpOn, approvedAt } = stamp;

  return {
    version,
    number,
    drawnUpOn,
    approvedAt,
    approvedBy: isInternal ? stamp.approvedBy : "",
    seal: isInternal ? (stamp.seal ?? "") : "",
    unit,
    debate: { ...debate, minuteTaker: isInternal ? debate.minuteTaker : "" },
    headCounts,
    guests: presentGuests(facts, isInternal),
    absent: isInternal ? absentGuests(facts) : [],
    items: facts.items
      .filter((item) => isInternal || !item.internal)
      .map(({ id, title, presenter, startedAt, finishedAt }, i) => ({
        no: i + 1,
        title,
        presenter,
        startedAt,
        finishedAt,
        text: part(itemKey(id)),
      })),
    motions: motions.map((motion) => ({
      number: motion.number,
      category: motion.category,
      place: motion.place,
      text: isInternal ? motion.textInternal : motion.textPublic,
      outcome: motion.outcome,
      answer: motion.answer,
      answeredBy: motion.answeredBy,
      referredTo: motion.referredTo,
      mergedInto: numbers.has(motion.mergedInto) ? motion.mergedInto : "",
      taskNumbers: motion.taskNumbers.filter((task) => visible.has(task)),
    })),
    reported: facts.reported
      .filter((row) => isInternal || row.sensitivity === "public")
      .map(({ sensitivity: _, owners, ...row }) => ({
        ...row,
        owner: ownersOf(owners, isInternal),
        promised: promisedBy(owners, isInternal),
      })),
    ...carriedIn(facts, isInternal),
    tasks: tasks.map(({ id: _, internal: __, state: ___, ...row }) => row),
    survey: part("survey"),
    findings: part("findings"),
    attachments: lines(part("attachments")),
    distribution: isInternal ? lines(part("distribution")) : [],
  };
}

/** What is approved together. */
export const composeBoth = (facts: Facts, stamp: Stamp) => ({
  internal: composeMinutes(facts, "internal", stamp),
  public: composeMinutes(facts, "public", stamp),
});

const ownersOf = (owners: Facts["reported"][number]["owners"], isInternal: boolean) =>
  [...new Set(owners.filter(({ internal }) => isInternal || !internal).map(({ name }) => name))].join(", ");

const promisedBy = (owners: Facts["reported"][number]["owners"], isInternal: boolean) =>
  [...new Set(owners.flatMap(({ internal, title }) => ((isInternal || !internal) && title ? title : [])))].join("; ");

function carriedIn({ carried = [] }: Facts, isInternal: boolean): Pick<MinutesDocument, "carried"> {
  const shown = carried.filter(({ hidden }) => isInternal || !hidden).map(({ hidden: _, ...task }) => task);
  return shown.length > 0 ? { carried: shown } : {};
}

const byBody = <T extends { bodyName: string }>(rows: T[]) =>
  rows.sort((a, b) => comparePolish(a.bodyName, b.bodyName));

/** The paper names who came, not who was invited. */
function presentGuests({ guests }: Facts, isInternal: boolean): MinutesDocument["guests"] {
  return byBody(
    guests.flatMap(({ bodyName, officeTitle, personName, presence, substitute }) => {
      if (presence === "present")
        return { bodyName, post: officeTitle, personName: isInternal ? personName : "", standsFor: "" };
      if (presence !== "present_by_substitute") return [];
      const name = isInternal ? (substitute?.name ?? "") : "";
      return { bodyName, post: substitute?.post ?? "", personName: name, standsFor: officeTitle };
    }),
  );
}

const absentGuests = ({ guests }: Facts): MinutesDocument["absent"] =>
  byBody(
    guests
      .filter(({ presence }) => presence === "absent" || presence === "excused")
      .map(({ bodyName, officeTitle, presence }) => ({ bodyName, officeTitle, excused: presence === "excused" })),
  );

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
