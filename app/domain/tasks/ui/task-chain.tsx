import { typeset } from "~/platform/language";
import { formatDate, formatShort, warsawDate } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Timeline } from "~/ui/timeline";
import type { CalendarDate, DueBasis, TaskState } from "~db/vocabulary";
import { chain } from "../messages.due.pl";
import { messages } from "../messages.pl";

export type ChainLink = {
  id: string;
  number: string;
  ownerName: string;
  state: TaskState;
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  givenAt: Date;
  passedOnAt: Date | null;
  reason: string;
};

/** Body after body: when it got the matter, until when, and why it passed it on. Nothing where nothing was passed on. */
export function TaskChain({ links, hrefOf }: { links: readonly ChainLink[]; hrefOf?: (id: string) => string }) {
  if (links.length < 2) return null;
  return (
    <Timeline
      items={links.map(({ id, number, ownerName, state, dueOn, dueBasis, givenAt, passedOnAt, reason }) => ({
        key: id,
        date: { text: formatDate(givenAt), dateTime: warsawDate(givenAt) },
        title: hrefOf ? <Anchor href={hrefOf(id)}>{typeset(ownerName)}</Anchor> : typeset(ownerName),
        who: typeset([number, chain.due(formatShort(dueOn), messages.bases[dueBasis])].join(" · ")),
        note: (
          <p className="pre">
            {passedOnAt ? typeset(chain.passedOn(formatDate(passedOnAt), reason)) : messages.states[state]}
          </p>
        ),
      }))}
    />
  );
}
