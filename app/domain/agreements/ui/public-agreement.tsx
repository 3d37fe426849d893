import { typeset } from "~/platform/language";
import { Facts } from "~/ui/facts";
import { ProgressNote } from "~/ui/notes";
import type { CalendarDate } from "~db/vocabulary";
import { messages } from "../messages.pl";

type PublicAgreement = {
  id: string;
  subject: string;
  parties: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  amountGrosze: number;
  unitPriceGrosze: number | null;
  services: number;
  servicesUsed: number;
};

/** On the page of a matter: what was signed to keep the promise, and how far it has come. Nobody's name. */
export function PublicAgreements({ agreements }: { agreements: readonly PublicAgreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="porozumienie">
      <h2 id="porozumienie">{messages.title}</h2>
      {agreements.map((agreement) => (
        <div key={agreement.id} className="card stack stack--s">
          <p>
            <b>{typeset(agreement.subject)}</b>
          </p>
          <ProgressNote label={messages.facts.used} value={agreement.servicesUsed} max={agreement.services}>
            {messages.facts.used}: {messages.used(agreement.servicesUsed, agreement.services)}
          </ProgressNote>
          <Facts
            items={[
              { term: messages.facts.parties, value: <span className="pre">{typeset(agreement.parties)}</span> },
              { term: messages.facts.amount, value: messages.amount(agreement.amountGrosze) },
              { term: messages.facts.price, value: messages.price(agreement) },
              { term: messages.facts.period, value: messages.period(agreement.startsOn, agreement.endsOn) },
            ]}
          />
        </div>
      ))}
    </section>
  );
}
