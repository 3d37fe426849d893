import type { AuditRow } from "~/domain/history/queries.audit.server";
import { AUDIT_ACTIONS, type AuditAction } from "~/domain/history/rules.audit";
import { SettingsTabs } from "~/domain/organizations/ui/settings-tabs";
import { formatShortWithTime } from "~/platform/time";
import { Field, Select } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { auditActions, auditDetails, audit as text, whoActed } from "../messages.audit.pl";

type Props = {
  settings: string;
  path: string;
  file: string;
  rows: AuditRow[];
  people: { userId: string; name: string }[];
  filter: { userId?: string; action?: AuditAction };
  typed: string;
  problem?: { message: string };
  isFiltered: boolean;
  older?: string | null;
  newest?: string | null;
};

export function AuditPage(props: Props) {
  const { settings, rows, isFiltered, older, newest, file } = props;
  return (
    <>
      <TopBar title={text.title} />
      <SettingsTabs path={settings} current="audit" />
      <div className="stack">
        <p className="prose">{text.lead}</p>
        <AuditFilters {...props} />
      </div>
      <div className="stack">
        {rows.length === 0 ? (
          <Empty title={text.empty}>{isFiltered ? text.emptyFiltered : text.emptyText}</Empty>
        ) : (
          <Panel label={text.caption}>
            <Entries rows={rows} />
          </Panel>
        )}
        <Pager newer={newest} older={older} newerLabel={text.newest} olderLabel={text.older} />
        <p className="small">
          <a href={file}>{text.takeOut}</a>. {text.takeOutNote}
        </p>
      </div>
    </>
  );
}

const AuditFilters = ({ path, people, filter, typed, problem, isFiltered }: Props) => (
  <Filters label={text.filter} action={path} clearHref={isFiltered ? path : undefined}>
    <Select
      name="osoba"
      label={text.person}
      defaultValue={filter.userId ?? ""}
      placeholder={text.everybody}
      options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
    />
    <Select
      name="co"
      label={text.action}
      defaultValue={filter.action ?? ""}
      placeholder={text.all}
      options={AUDIT_ACTIONS.map((value) => ({ value, label: auditActions[value] }))}
    />
    <Field
      name="dzien"
      label={text.day}
      hint={text.dayHint}
      defaultValue={typed}
      error={problem?.message}
      width="s"
      maxLength={60}
    />
  </Filters>
);

const Entries = ({ rows }: Pick<Props, "rows">) => (
  <Table
    caption={text.caption}
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { label: text.columns.what, cell: ({ action }) => auditActions[action as AuditAction] ?? action },
      { label: text.columns.about, cell: auditDetails },
      { label: text.columns.who, cell: whoActed },
      { label: text.columns.when, className: "nowrap", cell: ({ at }) => formatShortWithTime(at) },
    ]}
  />
);
