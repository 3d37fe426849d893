import { SettingsTabs } from "~/domain/organizations/ui/settings-tabs";
import type { FormErrors } from "~/platform/forms";
import { formatShortWithTime } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { FormKey, Hidden, PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { PersonRequest } from "~db/vocabulary";
import { tableName, person as text } from "../messages.person.pl";
import type { Fate } from "../rules.export";

type Request = {
  id: string;
  kind: PersonRequest;
  found: Record<string, number>;
  createdAt: Date;
  actorName: string | null;
};
type Props = {
  settings: string;
  path: string;
  requests: Request[];
  formKey: string;
  who?: string;
  errors?: FormErrors;
  /** What was found; with `isAsking` the page asks whether it shall go. */
  fates?: Fate[];
  /** What is struck out of other people's texts: a name that a resident has made up may be an ordinary word. */
  words?: string[];
  isAsking?: boolean;
  erased: number | null;
};

export function PersonsPage(props: Props) {
  const { settings, path, requests, formKey, who = "", errors = {}, fates, erased } = props;
  return (
    <>
      <ErrorSummary errors={errors} labels={{ who: text.who }} />
      <TopBar title={text.title} />
      <SettingsTabs path={settings} current="persons" />
      {erased !== null && (
        <Note tone="good" status>
          {text.done(erased)}
        </Note>
      )}
      <div className="stack stack--l">
        <p className="prose">{text.lead}</p>
        <PostForm formKey={formKey} hidden={{ do: "look" }} action={path}>
          <Field
            name="who"
            label={text.who}
            hint={text.whoHint}
            defaultValue={who}
            error={errors.who}
            maxLength={300}
            autoComplete="off"
            width="m"
          />
          <Button look="primary">{text.look}</Button>
        </PostForm>
        {fates && <Found {...props} fates={fates} who={who} />}
        <Requests requests={requests} />
      </div>
    </>
  );
}

function Found({ path, formKey, who, fates, words = [], isAsking }: Props & { fates: Fate[]; who: string }) {
  const rows = fates.reduce((sum, fate) => sum + fate.rows, 0);
  return (
    <Panel title={isAsking ? text.eraseTitle : text.foundTitle}>
      <p className="panel__body" role="status">
        {text.found(rows)} {isAsking && text.eraseNote}
      </p>
      {isAsking && fates.some(({ isMention }) => isMention) && (
        <p className="panel__body">{text.struckWords(words.map((word) => `„${word}”`).join(", "))}</p>
      )}
      <Table
        caption={text.caption}
        rows={fates}
        rowKey={({ table, isMention, stays }) => `${table} ${isMention} ${stays}`}
        columns={[
          {
            label: text.columns.where,
            cell: ({ table, isMention }) => (isMention ? `${tableName(table)}: ${text.mention}` : tableName(table)),
          },
          { label: text.columns.what, cell: (fate) => text.rows(fate.rows) },
          {
            label: text.columns.fate,
            cell: ({ stays, isMention }) => (stays ? text.stays(stays) : isMention ? text.struck : text.erased),
          },
        ]}
      />
      <div className="panel__body cluster">
        {isAsking ? (
          <>
            <PostForm className="" formKey={`${formKey}-e`} hidden={{ do: "erase", who }} action={path}>
              <Button look="danger">{text.confirm}</Button>
            </PostForm>
            <LinkButton href={path}>{text.back}</LinkButton>
          </>
        ) : (
          <>
            {/* A file is no page: without Remix's <Form>, which would wait for data. */}
            <form method="post" action={`${path}/copy`}>
              <FormKey value={`${formKey}-c`} />
              <Hidden values={{ do: "export", who }} />
              <Button>{text.export}</Button>
            </form>
            <PostForm className="" formKey={`${formKey}-a`} hidden={{ do: "ask", who }} action={path}>
              <Button look="danger">{text.erase}</Button>
            </PostForm>
          </>
        )}
      </div>
      <p className="panel__body small muted">{isAsking ? text.backups : text.exportNote}</p>
    </Panel>
  );
}

const sum = (found: Record<string, number>) => Object.values(found).reduce((all, rows) => all + rows, 0);

const Requests = ({ requests }: { requests: Request[] }) => (
  <Panel title={text.log}>
    {requests.length === 0 ? (
      <p className="panel__body">{text.logEmpty}</p>
    ) : (
      <Table
        caption={text.log}
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          { label: text.logColumns.kind, cell: ({ kind }) => text.kinds[kind] },
          { label: text.logColumns.rows, cell: ({ found }) => String(sum(found)) },
          { label: text.logColumns.who, cell: ({ actorName }) => actorName ?? "–" },
          { label: text.logColumns.when, className: "nowrap", cell: ({ createdAt }) => formatShortWithTime(createdAt) },
        ]}
      />
    )}
  </Panel>
);
