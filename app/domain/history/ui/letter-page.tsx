import type { FormErrors } from "~/platform/forms";
import { formatShortWithTime } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import type { MailStatus } from "~db/vocabulary";
import { failureText, mailStatuses, messages } from "../messages.pl";
import { MAIL_TONES } from "./outbox-page";

type Part = { text: string } | { href: string } | { masked: true };

export type LetterView = {
  recipientName: string;
  recipientEmail: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  failure: string | null;
  sentAt: Date | null;
  createdAt: Date;
  nextAttemptAt: Date | null;
  hasCalendar: boolean;
  parts: Part[];
};

type Props = { letter: LetterView; outbox: string; formKey: string; errors?: FormErrors };

export function LetterPage({ letter, outbox, formKey, errors }: Props) {
  const { status, failure, subject, parts } = letter;
  return (
    <>
      <ErrorSummary errors={errors} />
      <TopBar
        title={subject}
        crumbs={[{ label: messages.title, href: outbox }, { label: subject }]}
        sub={<Badge tone={MAIL_TONES[status]}>{mailStatuses[status]}</Badge>}
      />
      <div className="cols">
        <Panel title={messages.body} padded>
          <div className="pre prose">
            {parts.map((part, index) => (
              <LetterPart key={index} part={part} />
            ))}
          </div>
        </Panel>
        <aside className="stack" aria-label={messages.columns.status}>
          <Panel title={messages.columns.status} padded>
            {failure && status !== "sent" && <Note tone="warn">{failureText(failure)}</Note>}
            <Facts items={factsOf(letter)} />
            {status === "failed" && (
              <PostForm formKey={formKey} label={messages.retry}>
                <Button look="primary">{messages.retry}</Button>
              </PostForm>
            )}
            {parts.some((part) => "masked" in part) && <p className="small muted">{messages.maskedNote}</p>}
          </Panel>
        </aside>
      </div>
    </>
  );
}

function LetterPart({ part }: { part: Part }) {
  if ("text" in part) return part.text;
  if ("href" in part) return <a href={part.href}>{part.href}</a>;
  return <em className="muted">{messages.masked}</em>;
}

function factsOf({ recipientName, recipientEmail, ...letter }: LetterView) {
  const to = recipientName === recipientEmail ? recipientEmail : `${recipientName} <${recipientEmail}>`;
  return [
    { term: messages.to, value: to },
    { term: messages.created, value: formatShortWithTime(letter.createdAt) },
    {
      term: letter.status === "kept" ? messages.kept : messages.sent,
      value: letter.sentAt && formatShortWithTime(letter.sentAt),
    },
    { term: messages.attempts, value: letter.attempts > 1 ? letter.attempts : undefined },
    { term: messages.nextAttempt, value: letter.nextAttemptAt && formatShortWithTime(letter.nextAttemptAt) },
    { term: messages.attachment, value: letter.hasCalendar ? messages.calendar : undefined },
  ];
}
