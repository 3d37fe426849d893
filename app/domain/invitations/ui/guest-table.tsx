import { typeset } from "~/platform/language";
import { formatShort } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Table } from "~/ui/table";
import { messages, standings } from "../messages.pl";
import type { GuestPageData } from "../queries.office.server";
import { guestName } from "../rules";

type Guest = GuestPageData["guests"][number];
type Props = { guests: readonly Guest[]; chosenId?: string; mayRecord: boolean };

export function GuestTable({ guests, chosenId, mayRecord }: Props) {
  return (
    <Table
      caption={messages.guestsCaption}
      rows={guests}
      rowKey={({ id }) => id}
      rowClass={({ id }) => (id === chosenId ? "is-next" : undefined)}
      columns={[
        { label: messages.columns.guest, cell: (guest) => <WhoCell guest={guest} /> },
        { label: messages.columns.answer, cell: (guest) => <AnswerCell guest={guest} /> },
        { label: messages.columns.delivery, cell: (guest) => <DeliveryCell guest={guest} /> },
        {
          label: messages.columns.action,
          cell: (guest) => <ActionCell {...{ guest, mayRecord }} />,
        },
      ]}
    />
  );
}

/** „25.02”: invitations go out weeks before, so the year says nothing. */
const dayOf = (instant: Date) => formatShort(instant).slice(0, 5);

function WhoCell({ guest }: { guest: Guest }) {
  const { officeTitle, bodyName, personRank, personName } = guest;
  const person = [personRank, personName].filter(Boolean).join(" ");
  return (
    <>
      {typeset(officeTitle || bodyName)}
      {officeTitle && <Below>{typeset(bodyName)}</Below>}
      {person && <Below>{typeset(person)}</Below>}
    </>
  );
}

const Below = ({ children }: { children: React.ReactNode }) => (
  <>
    <br />
    <span className="muted small">{children}</span>
  </>
);

function AnswerCell({ guest }: { guest: Guest }) {
  const { text, tone } = standings[guest.standing];
  const { status, respondedVia, needs, declineReason, substitute } = guest;
  const how = respondedVia && messages.recordedVia(respondedVia);
  return (
    <>
      <Badge tone={tone}>{text}</Badge>
      {substitute && status === "substituted" && <Below>{typeset(substituteLine(substitute))}</Below>}
      {how && <Below>{how}</Below>}
      {needs && (
        <Below>
          {messages.needs} {typeset(needs)}
        </Below>
      )}
      {status === "declined" && declineReason && (
        <Below>
          {messages.statement} {typeset(declineReason)}
        </Below>
      )}
    </>
  );
}

function substituteLine({ name, post, status, respondedAt, email, createdAt }: NonNullable<Guest["substitute"]>) {
  const who = [name, post].filter(Boolean).join(", ");
  const on = respondedAt && dayOf(respondedAt);
  if (status === "confirmed" && on) return `${who} – ${messages.confirmedOn(on)}`;
  if (status === "declined" && on) return `${who} – ${messages.declinedOn(on)}`;
  return `${who} – ${email ? messages.linkSent(dayOf(createdAt)) : messages.noLink}`;
}

function DeliveryCell({ guest }: { guest: Guest }) {
  const { email, status, sentAt, remindedAt, delivery } = guest;
  const isUnsent = status === "draft" || (status === "withdrawn" && !delivery);
  return (
    <span className="small">
      {email === "" && <>{messages.noEmail}</>}
      {email === "" && status !== "draft" && sentAt && <Below>{messages.byLetter(dayOf(sentAt))}</Below>}
      {email !== "" && !isUnsent && <Delivered delivery={delivery} />}
      {email !== "" && isUnsent && messages.delivery.none}
      {remindedAt && <Below>{messages.remindedOn(dayOf(remindedAt))}</Below>}
    </span>
  );
}

function Delivered({ delivery }: { delivery: Guest["delivery"] }) {
  const words = messages.delivery;
  if (!delivery) return <>{words.queued}</>;
  const on = delivery.sentAt ? dayOf(delivery.sentAt) : "";
  if (delivery.status === "sent") return <>{words.sent(on)}</>;
  if (delivery.status === "kept") return <>{words.kept(on)}</>;
  if (delivery.status === "queued") return <>{words.queued}</>;
  return (
    <>
      <b>{words.failed(on)}</b> {messages.failures(delivery.failure ?? "")}
    </>
  );
}

/** One button a row: the answer, from where the letter and withdrawing are one step away; before sending, the letter. */
function ActionCell({ guest, mayRecord }: { guest: Guest; mayRecord: boolean }) {
  const { id, status } = guest;
  const about = guestName(guest);
  const isAsked = status !== "draft" && status !== "withdrawn";
  return isAsked && mayRecord ? (
    <LinkButton small href={`?osoba=${id}#tel`} about={about}>
      {status === "sent" ? messages.record : messages.change}
    </LinkButton>
  ) : (
    <LinkButton small href={`?list=${id}`} about={about}>
      {messages.preview}
    </LinkButton>
  );
}
