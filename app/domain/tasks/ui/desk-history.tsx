import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { Timeline } from "~/ui/timeline";
import type { CalendarDate, TaskEntryKind, TaskState } from "~db/vocabulary";
import { desk } from "../messages.desk.pl";
import { page } from "../messages.page.pl";
import { messages } from "../messages.pl";

export type DeskEntry = {
  id: string;
  kind: TaskEntryKind;
  toState: TaskState | null;
  text: string;
  dueOn: CalendarDate | null;
  progress: number | null;
  author: string;
  authorPost: string;
  isOwn: boolean;
  isReturned: boolean;
  at: Date;
};

/** What colleagues have written already, and what the organizer has decided. */
export function DeskHistory({ entries, now }: { entries: readonly DeskEntry[]; now: Date }) {
  if (entries.length === 0) return null;
  return (
    <details className="more">
      <summary>{desk.history}</summary>
      <Timeline
        items={entries.map((entry) => ({
          key: entry.id,
          title: titleOf(entry),
          who: [entry.isOwn ? signatureOf(entry) : desk.organizer, formatMoment(entry.at, now)].join(" · "),
          note: <Words {...entry} />,
        }))}
      />
    </details>
  );
}

const signatureOf = ({ author, authorPost }: DeskEntry) =>
  [author, authorPost].filter(Boolean).join(", ") || page.who.body;

function titleOf({ kind, toState, isOwn, isReturned }: DeskEntry) {
  if (toState === "new") return page.given;
  if (kind === "not_ours" && !isOwn) return messages.insisted;
  if (isReturned) return messages.returned;
  return toState ? messages.states[toState] : messages.entries[kind];
}

function Words({ kind, text, dueOn, progress }: DeskEntry) {
  const isAsked = kind === "proposal" || kind === "proposal_declined";
  return (
    <>
      {dueOn && <p>{isAsked ? page.askedFor(dueOn) : page.dueSet(dueOn)}</p>}
      {progress !== null && <p>{page.saidProgress(progress)}</p>}
      {text && <p className="pre">{typeset(text)}</p>}
    </>
  );
}
