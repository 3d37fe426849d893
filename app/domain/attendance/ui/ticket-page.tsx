import { numberOf } from "~/domain/debates/messages.pl";
import type { FormErrors } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import type { RegistrationStatus } from "~db/vocabulary";
import { register, ticket } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { getTicketPage } from "../queries.page.server";
import type { Need } from "../schema";
import { placeOf } from "./when";

const TONES = { confirmed: "done", waiting: "wait", withdrawn: "stop" } as const satisfies Record<
  RegistrationStatus,
  Tone
>;

type Props = Awaited<ReturnType<typeof getTicketPage>> & {
  formKey: string;
  asksToWithdraw: boolean;
  errors?: FormErrors;
};

/** A resident's reservation. Giving it back takes a second look on the same page, without a script. */
export function TicketPage(props: Props) {
  const { unit, debate, registration, ahead, formKey, asksToWithdraw, errors } = props;
  const path = `/u/${unit.slug}/debates/${debate.slug}`;
  const isHeld = registration.status !== "withdrawn";
  const crumbs = [{ label: `Debata nr ${numberOf(debate)}`, href: path }, { label: ticket.crumb }];
  return (
    <PublicPage unit={unit} narrow nav={false} crumbs={crumbs}>
      <div className="stack stack--l">
        {asksToWithdraw && registration.mayWithdraw ? (
          <Question formKey={formKey} errors={errors} />
        ) : (
          <>
            <div className="stack">
              <ErrorSummary errors={errors} />
              <p>
                <Badge tone={TONES[registration.status]}>{ticket.badge[registration.status]}</Badge>
              </p>
              <h1>{ticket.heading[registration.status]}</h1>
              <p className="lead">{typeset(ticket.lead[registration.status])}</p>
              {registration.status === "waiting" && <p>{ticket.ahead(ahead)}</p>}
            </div>
            <CalledOff {...debate} />
            <Ticket {...props} />
            <Ways path={path} isHeld={isHeld} mayWithdraw={registration.mayWithdraw} />
          </>
        )}
      </div>
    </PublicPage>
  );
}

const Question = ({ formKey, errors }: { formKey: string; errors?: FormErrors }) => (
  <ConfirmPage
    title={ticket.withdrawQuestion}
    submit={ticket.withdrawYes}
    backHref="?"
    back={ticket.keep}
    formKey={formKey}
    hidden={{ do: "withdraw" }}
    problem={<ErrorSummary errors={errors} />}
  >
    <p>{typeset(ticket.withdrawConsequence)}</p>
  </ConfirmPage>
);

function CalledOff({ status, statusReason }: Props["debate"]) {
  if (status !== "cancelled" && status !== "postponed") return null;
  return (
    <Note tone="warn">
      <p>{messages.refusals.called_off}</p>
      {statusReason && <p>{typeset(statusReason)}</p>}
    </Note>
  );
}

function Ticket({ registration, debate }: Props) {
  const needs = registration.needs.map((need) => messages.needs[need as Need]).filter(Boolean);
  return (
    <section className="ticket" aria-label={ticket.title}>
      <div className="ticket__in">
        <Facts
          items={[
            { term: ticket.when, value: formatLongWithTime(debate.startsAt, debate.endsAt) },
            { term: ticket.where, value: typeset(placeOf(debate)) },
            { term: ticket.seats, value: register.seatsChoice(registration.seats) },
            { term: ticket.name, value: registration.name },
            { term: ticket.needs, value: needs.join(", ") },
          ]}
        />
      </div>
      <p className="ticket__foot small">{debate.topic}</p>
    </section>
  );
}

const Ways = ({ path, isHeld, mayWithdraw }: { path: string; isHeld: boolean; mayWithdraw: boolean }) => (
  <>
    <p className="cluster no-print">
      {isHeld ? (
        <>
          <LinkButton href={`${path}/event.ics`}>{ticket.calendar}</LinkButton>
          {mayWithdraw && (
            <LinkButton look="quiet" href="?wycofaj">
              {ticket.withdraw}
            </LinkButton>
          )}
        </>
      ) : (
        <LinkButton href={`${path}/register`}>{ticket.again}</LinkButton>
      )}
    </p>
    {isHeld && <p className="small muted no-print">{ticket.print}</p>}
  </>
);
