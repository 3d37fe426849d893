import { typeset } from "~/platform/language";
import { formatLong } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Note, ProgressNote } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { CalendarDate, TaskState } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { hasEnded } from "../rules";

export type Agreement = {
  id: string;
  subject: string;
  parties: string;
  resolution: string;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  amountGrosze: number;
  unitPriceGrosze: number | null;
  places: string;
  services: number;
  servicesUsed: number;
  version: number;
};

type Props = {
  agreements: Agreement[];
  /** The list of agreements, and where a new one is recorded. */
  list: string;
  add: string;
  state: TaskState;
  now: Date;
  mayFollow: boolean;
};

/** Beside a task: what was agreed for it, and how much of it is used. */
export function AgreementPanels({ agreements, list, add, state, now, mayFollow }: Props) {
  return (
    <>
      {agreements.map((agreement) => (
        <Panel key={agreement.id} title={messages.title} padded>
          <p>
            <Anchor href={`${list}/${agreement.id}`}>{typeset(agreement.subject)}</Anchor>
          </p>
          <UsedNote agreement={agreement} />
          {mayFollow && <FulfilledNote agreement={agreement} state={state} now={now} />}
          <Facts items={termsOf(agreement)} />
        </Panel>
      ))}
      {mayFollow && (
        <p>
          <LinkButton small href={add}>
            {agreements.length > 0 ? messages.another : messages.add}
          </LinkButton>
        </p>
      )}
    </>
  );
}

export const UsedNote = ({ agreement }: { agreement: Pick<Agreement, "services" | "servicesUsed"> }) => (
  <ProgressNote label={messages.facts.used} value={agreement.servicesUsed} max={agreement.services}>
    {messages.facts.used}: {messages.used(agreement.servicesUsed, agreement.services)}
  </ProgressNote>
);

const SETTLED: readonly TaskState[] = ["confirmed", "transferred"];

/** Nothing more will come of it: then it is for the organizer to say whether the promise was kept. */
export function FulfilledNote({ agreement, state, now }: { agreement: Agreement; state: TaskState; now: Date }) {
  if (!hasEnded(agreement, now)) return null;
  const isUsedUp = agreement.servicesUsed >= agreement.services;
  return (
    <Note tone={isUsedUp ? "good" : "warn"}>
      <p>
        {isUsedUp ? messages.fulfilled : messages.over} {!SETTLED.includes(state) && messages.confirm}
      </p>
    </Note>
  );
}

export function termsOf(agreement: Agreement) {
  const { facts } = messages;
  return [
    { term: facts.left, value: messages.left(agreement, agreement.servicesUsed) },
    { term: facts.amount, value: messages.amount(agreement.amountGrosze) },
    { term: facts.price, value: messages.price(agreement) },
    { term: facts.period, value: messages.period(agreement.startsOn, agreement.endsOn) },
    { term: facts.parties, value: <span className="pre">{typeset(agreement.parties)}</span> },
    { term: facts.signed, value: formatLong(agreement.signedOn) },
    { term: facts.resolution, value: typeset(agreement.resolution) },
    { term: facts.places, value: agreement.places && <span className="pre">{typeset(agreement.places)}</span> },
  ];
}
