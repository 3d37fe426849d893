import type { FormErrors, FormFields } from "~/platform/forms";
import { formatMoment, formatShort } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { Role } from "~db/vocabulary";
import { roles, members as text } from "../messages.pl";
import { EditMember, InviteForm } from "./member-forms";
import { SettingsTabs } from "./settings-tabs";

export type Member = {
  id: string;
  userId: string;
  name: string;
  rank: string;
  email: string;
  role: Role;
  disabledAt: Date | null;
  secondFactorAt: Date | null;
  lastSeenAt: Date | null;
};
export type OpenInvite = { id: string; email: string; role: Role; expiresAt: Date };

type Props = {
  path: string;
  outbox: string;
  now: Date;
  myId: string;
  members: Member[];
  invites: OpenInvite[];
  /** The member whose form stands at the side. */
  chosen?: Member;
  isSent: boolean;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

export function MembersPage({ path, outbox, now, chosen, isSent, formKey, fields, errors, ...lists }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <TopBar title={text.title} />
      <SettingsTabs path={path} current="members" />
      {isSent && (
        <Note tone="good" status>
          {text.inviteSent} <Anchor href={outbox}>{text.toOutbox}</Anchor>
        </Note>
      )}
      <div className="cols">
        <Panel label={text.caption}>
          <MemberTable path={path} now={now} formKey={formKey} {...lists} />
        </Panel>
        <aside className="stack" aria-label={chosen ? text.edit(chosen.name) : text.invite}>
          {chosen ? (
            <EditMember key={chosen.id} member={chosen} path={path} formKey={formKey} errors={errors} />
          ) : (
            <InviteForm path={path} formKey={formKey} fields={fields} errors={errors} />
          )}
        </aside>
      </div>
    </>
  );
}

type Line = { key: string; member: Member; invite?: never } | { key: string; invite: OpenInvite; member?: never };
type TableProps = Pick<Props, "path" | "now" | "myId" | "members" | "invites" | "formKey">;

function MemberTable({ path, now, myId, members, invites, formKey }: TableProps) {
  const lines: Line[] = [
    ...members.map((member) => ({ key: member.id, member })),
    ...invites.map((invite) => ({ key: invite.id, invite })),
  ];
  return (
    <Table
      caption={text.caption}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          label: text.columns.person,
          cell: ({ member, invite }) =>
            member ? <Person member={member} isMe={member.userId === myId} /> : invite.email,
        },
        { label: text.columns.role, cell: ({ member, invite }) => roles[(member ?? invite).role] },
        {
          label: text.columns.factor,
          cell: ({ member }) => member && <Factor member={member} />,
        },
        {
          label: text.columns.seen,
          cell: ({ member, invite }) => (member ? <Seen member={member} now={now} /> : <Invited invite={invite} />),
        },
        {
          label: text.columns.action,
          cell: ({ member, invite }) =>
            member ? (
              <LinkButton small href={`${path}/members?osoba=${member.id}`} about={member.name}>
                {text.change}
              </LinkButton>
            ) : (
              <InviteActions path={path} invite={invite} formKey={formKey} />
            ),
        },
      ]}
    />
  );
}

const Person = ({ member: { rank, name, email }, isMe }: { member: Member; isMe: boolean }) => (
  <>
    {[rank, name].filter(Boolean).join(" ")} {isMe && <span className="muted">{text.you}</span>}
    <br />
    <span className="small muted">{email}</span>
  </>
);

const Factor = ({ member: { secondFactorAt } }: { member: Member }) =>
  secondFactorAt ? <Badge tone="done">{text.hasFactor.yes}</Badge> : <span className="muted">{text.hasFactor.no}</span>;

const Seen = ({ member: { disabledAt, lastSeenAt }, now }: { member: Member; now: Date }) => {
  if (disabledAt) return <Badge tone="stop">{text.disabled}</Badge>;
  return lastSeenAt ? formatMoment(lastSeenAt, now) : <span className="muted">{text.notSeen}</span>;
};

const Invited = ({ invite }: { invite: OpenInvite }) => (
  <>
    <Badge tone="sent">{text.invited}</Badge>
    <div className="small muted">{text.validUntil(formatShort(invite.expiresAt))}</div>
  </>
);

function InviteActions({ path, invite, formKey }: { path: string; invite: OpenInvite; formKey: string }) {
  const { id, email, role } = invite;
  const action = `${path}/members`;
  return (
    <div className="cluster">
      <PostForm
        className=""
        action={action}
        formKey={`${formKey}-a-${id.slice(0, 8)}`}
        hidden={{ intent: "invite", email, role }}
      >
        <Button small about={email}>
          {text.again}
        </Button>
      </PostForm>
      <PostForm
        className=""
        action={action}
        formKey={`${formKey}-r-${id.slice(0, 8)}`}
        hidden={{ intent: "revoke", id }}
      >
        <Button small look="quiet" about={email}>
          {text.revoke}
        </Button>
      </PostForm>
    </div>
  );
}
