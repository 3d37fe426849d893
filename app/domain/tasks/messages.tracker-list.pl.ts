import { listed, typeset } from "~/platform/language";
import { categoryOf, describeMatter, type Matter, matter, tracker } from "./messages.tracker.pl";
import type { TrackerState } from "./rules.tracker";
import { keyInPath } from "./rules.tracker-key";

export type ListedMatter = Omit<Matter, "tasks"> & {
  id: string;
  place: string;
  text: string;
  askedBy: number;
  submittedAt: Date;
  tasks: readonly (Matter["tasks"][number] & { priority: boolean })[];
};

const LONGEST_TEXT = 280;
const LONGEST_LINE = 400;

/** One row of „Zgłosiliście – zrobiliśmy”, ready to be read: what, where, how it stands, who, by when, what comes next. */
export function describeRow(row: ListedMatter, now: Date, voices?: { people: string; sides: string }) {
  const { state, tone, label, owners, toBeTold, lines, silent } = describeMatter(row, now);
  return {
    number: row.number,
    path: keyInPath(row.number, null),
    head: `${row.number} · ${categoryOf(row.category)}`,
    text: typeset(clipped(row.text, LONGEST_TEXT)),
    meta: [
      typeset(row.place),
      matter.raisedOn(row.submittedAt),
      owners.length > 0 ? typeset(tracker.owner(owners)) : "",
      voices?.people ?? tracker.askedBy(row.askedBy),
    ].filter(Boolean),
    tone,
    label,
    priority: row.tasks.some(({ priority }) => priority),
    silent,
    lines: [...lines, voices?.sides ?? "", toBeTold ? tracker.next.toBeReferred(toBeTold) : nextOf(state, owners)]
      .filter(Boolean)
      .map((line) => typeset(clipped(line, LONGEST_LINE))),
  };
}
export type TrackerRow = ReturnType<typeof describeRow>;

/** What happens now, and who does it; nothing where all is said. */
function nextOf(state: TrackerState, owners: readonly string[]) {
  const { next } = tracker;
  switch (state) {
    case "admitted":
    case "reported":
    case "funds":
      return next[state];
    case "running":
    case "late":
    case "referred":
      return owners.length > 0 ? next[state](listed(owners)) : "";
    default:
      return "";
  }
}

/** The list shows how a long text begins; all of it stands on the page of the matter. */
export function clipped(text: string, most: number) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\ud800-\udbff]$/, "")}…`;
}
