import { formatLong } from "~/platform/time";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { ProgressNote } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { CalendarDate } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { pricePerService } from "../rules";

export type Agreement = {
  id: string;
  subject: string;
  parties: string;
  resolution: string;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  amountGrosze: number;
  services: number;
  servicesUsed: number;
  version: number;
};

type Props = { agreements: Agreement[]; path: string; mayFollow: boolean };

/** Beside a task: what was agreed for it, and how much of it is used. */
export function AgreementPanels({ agreements, path, mayFollow }: Props) {
  return (
    <>
      {agreements.map((agreement) => (
        <Panel key={agreement.id} title={messages.title} padded>
          <p>
            <b>{agreement.subject}</b>
          </p>
          <ProgressNote label={messages.facts.used} value={agreement.servicesUsed} max={agreement.services}>
            {messages.facts.used}: {messages.used(agreement.servicesUsed, agreement.services)}
          </ProgressNote>
          <Facts items={factsOf(agreement)} />
        </Panel>
      ))}
      {mayFollow && (
        <p>
          <LinkButton small href={path}>
            {agreements.length > 0 ? messages.use : messages.add}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function factsOf(agreement: Agreement) {
  const { facts } = messages;
  const price = pricePerService(agreement);
  return [
    { term: facts.amount, value: messages.amount(agreement.amountGrosze) },
    { term: facts.perService, value: price === null ? "" : messages.amount(price) },
    { term: facts.period, value: messages.period(agreement.startsOn, agreement.endsOn) },
    { term: facts.parties, value: agreement.parties },
    { term: facts.signed, value: formatLong(agreement.signedOn) },
    { term: facts.resolution, value: agreement.resolution },
  ];
}
