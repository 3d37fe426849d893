import { SettingsTabs } from "~/domain/organizations/ui/settings-tabs";
import type { FormErrors, FormFields } from "~/platform/forms";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Savebar, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { retentionKinds, retention as text } from "../messages.retention.pl";
import { RETENTION, RETENTION_KINDS, type RetentionKind } from "../rules.retention";

type Line = { kind: RetentionKind; months: number; rows: number };
type Props = {
  settings: string;
  path: string;
  lines: Line[];
  next: string;
  last: number | null;
  formKey: string;
  version: number;
  fields?: FormFields;
  errors?: FormErrors;
  isSaved: boolean;
};

const LABELS = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, retentionKinds[kind].what]));

export function RetentionPage({ settings, path, lines, formKey, version, fields, errors = {}, ...props }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} labels={LABELS} />
      <TopBar title={text.title} />
      <SettingsTabs path={settings} current="retention" />
      {props.isSaved && (
        <Note tone="good" status>
          {text.saved}
        </Note>
      )}
      <div className="prose stack">
        <p>{text.lead}</p>
        <p>{text.law}</p>
        <p>
          {props.next} {props.last !== null && text.last(props.last)}
        </p>
      </div>
      <PostForm formKey={formKey} version={version} className="stack" action={path}>
        <Panel label={text.caption}>
          <Lines lines={lines} fields={fields} errors={errors} />
          <p className="panel__body small muted">{text.preview}</p>
        </Panel>
        <Savebar>
          <Button look="primary">{text.save}</Button>
        </Savebar>
      </PostForm>
      <div className="stack">
        <Items title={text.kept} items={text.keptItems} />
        <Items title={text.technical} items={text.technicalItems} />
      </div>
    </>
  );
}

const Lines = ({ lines, fields, errors = {} }: Pick<Props, "lines" | "fields" | "errors">) => (
  <Table
    caption={text.caption}
    rows={lines}
    rowKey={({ kind }) => kind}
    columns={[
      {
        label: text.columns.what,
        cell: ({ kind }) => (
          <>
            {retentionKinds[kind].what}
            <div className="small muted">{retentionKinds[kind].why}</div>
          </>
        ),
      },
      {
        label: text.columns.months,
        cell: ({ kind, months }) => (
          <>
            <Field
              name={kind}
              label={`${text.columns.months}: ${retentionKinds[kind].what}`}
              hideLabel
              inputMode="numeric"
              width="xs"
              maxLength={4}
              defaultValue={String(fields?.[kind] ?? months)}
              error={errors[kind]}
            />
            <div className="small muted">
              {text.from[retentionKinds[kind].from]}.{" "}
              {text.range(RETENTION[kind].least, RETENTION[kind].most, RETENTION[kind].usual)}
            </div>
          </>
        ),
      },
      { label: text.columns.now, cell: ({ rows }) => text.due(rows) },
    ]}
  />
);

const Items = ({ title, items }: { title: string; items: readonly string[] }) => (
  <Panel title={title} padded>
    <ul className="list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </Panel>
);
