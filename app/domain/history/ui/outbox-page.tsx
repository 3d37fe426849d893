import { formatMoment } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge, type Tone } from "~/ui/badge";
import { Select } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty, Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { MailStatus } from "~db/vocabulary";
import { failureText, mailStatuses, messages } from "../messages.pl";

export const MAIL_TONES: Record<MailStatus, Tone> = { queued: "wait", sent: "done", kept: "neutral", failed: "late" };

type Letter = {
  id: string;
  recipientName: string;
  recipientEmail: string;
  subject: string;
  status: MailStatus;
  failure: string | null;
  sentAt: Date | null;
  createdAt: Date;
};

type Props = {
  path: string;
  now: Date;
  letters: Letter[];
  counts: Partial<Record<MailStatus, number>>;
  status?: MailStatus;
  older?: string | null;
  newest?: string | null;
  isDelivered: boolean;
};

export function OutboxPage({ path, now, letters, counts, status, older, newest, isDelivered }: Props) {
  return (
    <>
      <TopBar title={messages.title} />
      {!isDelivered && (
        <div className="sub">
          <Note>{messages.keptNote}</Note>
        </div>
      )}
      <Filters label={messages.filter} action={path} clearHref={status && path}>
        <Select
          name="stan"
          label={messages.columns.status}
          defaultValue={status ?? ""}
          placeholder={messages.all}
          options={Object.entries(mailStatuses).map(([value, label]) => ({
            value,
            label: `${label} (${counts[value as MailStatus] ?? 0})`,
          }))}
        />
      </Filters>
      {letters.length === 0 ? (
        <Empty title={messages.empty}>{status ? messages.emptyFiltered : messages.emptyText}</Empty>
      ) : (
        <Panel label={messages.caption}>
          <Letters path={path} now={now} letters={letters} />
        </Panel>
      )}
      <Pager newer={newest} older={older} newerLabel={messages.newest} olderLabel={messages.older} />
    </>
  );
}

const Letters = ({ path, now, letters }: Pick<Props, "path" | "now" | "letters">) => (
  <Table
    caption={messages.caption}
    rows={letters}
    rowKey={({ id }) => id}
    columns={[
      {
        label: messages.columns.subject,
        cell: ({ id, subject }) => <Anchor href={`${path}/${id}`}>{subject}</Anchor>,
      },
      {
        label: messages.columns.recipient,
        cell: ({ recipientName, recipientEmail }) => (
          <>
            {recipientName !== recipientEmail && (
              <>
                {recipientName}
                <br />
              </>
            )}
            <span className="small muted">{recipientEmail}</span>
          </>
        ),
      },
      {
        label: messages.columns.status,
        cell: ({ status, failure }) => (
          <>
            <Badge tone={MAIL_TONES[status]}>{mailStatuses[status]}</Badge>
            {failure && status !== "sent" && <div className="small muted">{failureText(failure)}</div>}
          </>
        ),
      },
      {
        label: messages.columns.when,
        className: "nowrap",
        cell: ({ sentAt, createdAt }) => formatMoment(sentAt ?? createdAt, now),
      },
    ]}
  />
);
