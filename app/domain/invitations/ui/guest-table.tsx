import { typeset } from "~/platform/language";
import { formatShort } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Table } from "~/ui/table";
import { messages, standings } from "../messages.pl";
import type { GuestPageData } from "../queries.office.server";
import { guestName } from "../rules";

type Guest = GuestPageData["guests"][number];
type Props = { guests: readonly Guest[]; chosenId?: string; mayRecord: boolean; mayOrganize: boolean };

export function GuestTable({ guests, chosenId, mayRecord, mayOrganize }: Props) {
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
          cell: (guest) => <ActionCell {...{ guest, mayRecord, mayOrganize }} />,
        },
      ]}
    />
  );
}

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
  const on = respondedAt && formatShort(respondedAt);
  if (status === "confirmed" && on) return `${who} – ${messages.confirmedOn(on)}`;
  if (status === "declined" && on) return `${who} – ${messages.declinedOn(on)}`;
  return `${who} – ${email ? messages.linkSent(formatShort(createdAt)) : messages.noLink}`;
}

function DeliveryCell({ guest }: { guest: Guest }) {
  const { email, status, sentAt, remindedAt, delivery } = guest;
  return (
    <span className="small">
      {email === "" && <>{messages.noEmail}</>}
      {email === "" && status !== "draft" && sentAt && <Below>{messages.byLetter(formatShort(sentAt))}</Below>}
      {email !== "" && status !== "draft" && <Delivered delivery={delivery} />}
      {email !== "" && status === "draft" && messages.delivery.none}
      {remindedAt && <Below>{messages.remindedOn(formatShort(remindedAt))}</Below>}
    </span>
  );
}

function Delivered({ delivery }: { delivery: Guest["delivery"] }) {
  const words = messages.delivery;
  if (!delivery) return <>{words.queued}</>;
  const on = delivery.sentAt ? formatShort(delivery.sentAt) : "";
  if (delivery.status === "sent") return <>{words.sent(on)}</>;
  if (delivery.status === "kept") return <>{words.kept(on)}</>;
  if (delivery.status === "queued") return <>{words.queued}</>;
  return (
    <>
      <b>{words.failed(on)}</b> {messages.failures(delivery.failure ?? "")}
    </>
  );
}

function ActionCell({ guest, mayRecord, mayOrganize }: { guest: Guest } & Omit<Props, "guests">) {
  const { id, status } = guest;
  const about = guestName(guest);
  const isLive = status !== "draft" && status !== "withdrawn";
  return (
    <div className="cluster">
      {isLive && mayRecord && (
        <LinkButton small href={`?osoba=${id}`} about={about}>
          {status === "sent" ? messages.record : messages.change}
        </LinkButton>
      )}
      <Anchor className="btn btn--small btn--quiet" href={`?list=${id}`}>
        {messages.preview}
        <span className="vh"> – {about}</span>
      </Anchor>
      {status !== "withdrawn" && mayOrganize && (
        <LinkButton small look="quiet" href={`?wycofaj=${id}`} about={about}>
          {messages.withdraw}
        </LinkButton>
      )}
    </div>
  );
}
