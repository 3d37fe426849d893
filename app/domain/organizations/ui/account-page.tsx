import type { FormErrors } from "~/platform/forms";
import { formatMoment } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { Button, LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { Role } from "~db/vocabulary";
import { secondFactor, account as text } from "../messages.account.pl";
import { roles } from "../messages.pl";

export type AccountSession = { id: string; device: string; startedAt: Date; lastSeenAt: Date | null };
type Props = {
  me: { name: string; email: string; passwordChangedAt: Date | null; secondFactorAt: Date | null };
  units: { name: string; role: Role }[];
  sessions: AccountSession[];
  mine: string;
  now: Date;
  done?: string;
  formKey: string;
  errors?: FormErrors;
};

/** Where the forms of this page go: the page is the index of its layout. */
const ACCOUNT_ACTION = "/account?index";

export function AccountPage({ me, units, sessions, mine, now, done, formKey, errors }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} kept={false} />
      <TopBar title={text.title} />
      <div className="stack">
        {done && (
          <Note tone="good" status>
            {done}
          </Note>
        )}
        <Panel title={text.person} padded>
          <Facts
            items={[
              { term: text.name, value: me.name },
              { term: text.email, value: me.email },
              { term: text.units, value: units.map(({ name, role }) => `${name} (${roles[role]})`).join(", ") },
            ]}
          />
        </Panel>
        <Panel title={secondFactor.short} padded>
          <p>
            <Badge tone={me.secondFactorAt ? "done" : "neutral"}>
              {me.secondFactorAt ? secondFactor.on : secondFactor.off}
            </Badge>
          </p>
          <p>
            <LinkButton href="/account/second-factor">{secondFactor.toPage}</LinkButton>
          </p>
        </Panel>
        <Panel title={text.password.title} padded>
          {me.passwordChangedAt && (
            <p className="small muted">{text.password.since(formatMoment(me.passwordChangedAt, now))}</p>
          )}
          <PasswordForm email={me.email} formKey={formKey} errors={errors} />
        </Panel>
        <Panel title={text.sessions.title}>
          <Sessions sessions={sessions} mine={mine} now={now} />
        </Panel>
      </div>
    </>
  );
}

type FormProps = { email: string; formKey: string; errors?: FormErrors };

const PasswordForm = ({ email, formKey, errors }: FormProps) => (
  <PostForm formKey={formKey} action={ACCOUNT_ACTION} hidden={{ do: "password" }}>
    <input type="hidden" name="username" autoComplete="username" value={email} />
    <CurrentPassword label={text.password.current} errors={errors} />
    <NewPassword labels={text.password} errors={errors} />
    <p className="small muted">{text.password.note}</p>
    <Button look="primary">{text.password.submit}</Button>
  </PostForm>
);

export const CurrentPassword = ({ label, errors }: { label: string; errors?: FormErrors }) => (
  <Field
    name="current"
    type="password"
    label={label}
    autoComplete="current-password"
    error={errors?.current}
    width="m"
    required
  />
);

type NewPasswordProps = { labels: { next: string; hint: string; again: string }; errors?: FormErrors };
export const NewPassword = ({ labels, errors }: NewPasswordProps) => (
  <>
    <Field
      name="password"
      type="password"
      label={labels.next}
      hint={labels.hint}
      autoComplete="new-password"
      error={errors?.password}
      width="m"
      required
    />
    <Field
      name="again"
      type="password"
      label={labels.again}
      autoComplete="new-password"
      error={errors?.again}
      width="m"
      required
    />
  </>
);

const Sessions = ({ sessions, mine, now }: Pick<Props, "sessions" | "mine" | "now">) => (
  <>
    <Table
      caption={text.sessions.title}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: text.sessions.device,
          cell: ({ id, device }) => (
            <>
              {device || text.sessions.unknown} {id === mine && <Badge tone="go">{text.sessions.mine}</Badge>}
            </>
          ),
        },
        { label: text.sessions.since, cell: ({ startedAt }) => formatMoment(startedAt, now) },
        { label: text.sessions.seen, cell: ({ startedAt, lastSeenAt }) => formatMoment(lastSeenAt ?? startedAt, now) },
        {
          label: text.sessions.action,
          hideLabel: true,
          cell: ({ id, device }) =>
            id !== mine && (
              <LinkButton small href={`?koniec=${id}`} about={device || text.sessions.unknown}>
                {text.sessions.end}
              </LinkButton>
            ),
        },
      ]}
    />
    {sessions.length > 1 && (
      <div className="panel__body">
        <LinkButton href="?koniec=inne">{text.sessions.endOthers}</LinkButton>
      </div>
    )}
  </>
);

/** One session, or all others: the password says that it is their owner who ends them. */
export function EndSessions({
  session,
  formKey,
  errors,
}: {
  session?: AccountSession;
  formKey: string;
  errors?: FormErrors;
}) {
  const { sessions } = text;
  return (
    <ConfirmPage
      title={session ? sessions.endTitle(session.device || sessions.unknown) : sessions.endOthersTitle}
      problem={<ErrorSummary errors={errors} kept={false} />}
      submit={session ? sessions.end : sessions.endOthers}
      backHref="/account"
      formKey={formKey}
      hidden={session ? { do: "end", id: session.id } : { do: "end_others" }}
      action={`${ACCOUNT_ACTION}&koniec=${session?.id ?? "inne"}`}
      fields={<CurrentPassword label={text.password.current} errors={errors} />}
    >
      <p>{sessions.endNote}</p>
    </ConfirmPage>
  );
}
