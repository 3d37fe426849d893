import { counted } from "~/platform/language";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty } from "~/ui/notes";
import { Tabs, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import type { DebateKind, DebateStatus } from "~db/vocabulary";
import { list } from "../messages.form.pl";
import { kinds, numberOf } from "../messages.pl";
import { DEBATE_VIEWS, type DebateView } from "../rules.views";
import { DebateBadge } from "./status-badge";

export type DebateRow = {
  id: string;
  topic: string;
  number: number;
  year: number;
  kind: DebateKind;
  status: DebateStatus;
  statusReason: string;
  /** Already written, because the server knows the time zone. */
  term: string;
  evaluates?: string;
  answers?: { answered: number; of: number };
  motions?: number;
  lateTasks?: number;
};

type Props = {
  base: string;
  rows: DebateRow[];
  counts: Record<DebateView, number>;
  view: DebateView;
  q: string;
  since?: number;
  isFirst: boolean;
  /** The place after which the next page begins. */
  next: string | null;
  mayCreate: boolean;
};

export function DebatesPage({ base, rows, counts, view, q, since, isFirst, next, mayCreate }: Props) {
  const here = { ...(view !== "all" && { stan: view }), ...(q && { q }) };
  const addressOf = (more: Record<string, string>) => `${base}?${new URLSearchParams({ ...here, ...more })}`;
  const tabs = DEBATE_VIEWS.map((name) => ({
    href: name === "all" ? base : `${base}?stan=${name}`,
    label: list.views[name],
    current: name === view,
    count: counts[name],
  }));
  return (
    <>
      <TopBar
        title={list.title}
        sub={since && list.sub(counted(counts.all, "debate"), since)}
        actions={
          mayCreate && (
            <LinkButton look="primary" href={`${base}/new`}>
              {list.create}
            </LinkButton>
          )
        }
      />
      {counts.all > 0 && (
        <>
          <Tabs label={list.tabsLabel} items={tabs} />
          <SearchLine q={q} view={view} base={base} />
        </>
      )}
      {rows.length > 0 ? (
        <>
          <Panel label={list.caption}>
            <Table caption={list.caption} columns={columnsOf(base)} rows={rows} rowKey={({ id }) => id} />
          </Panel>
          <Pager newer={isFirst ? null : addressOf({})} older={next && addressOf({ po: next })} />
        </>
      ) : (
        <NoDebates base={base} isFirst={counts.all === 0} mayCreate={mayCreate} />
      )}
    </>
  );
}

function SearchLine({ q, view, base }: { q: string; view: DebateView; base: string }) {
  return (
    <Filters label={list.searchLabel} action={base} clearHref={q ? base : undefined}>
      {view !== "all" && <input type="hidden" name="stan" value={view} />}
      <Field
        key={q}
        name="q"
        type="search"
        label={list.search}
        hint={list.placeholder}
        defaultValue={q}
        maxLength={200}
      />
    </Filters>
  );
}

const NoDebates = ({ base, isFirst, mayCreate }: Pick<Props, "base" | "isFirst" | "mayCreate">) =>
  isFirst ? (
    <Empty
      title={list.empty.title}
      action={mayCreate && <LinkButton href={`${base}/new`}>{list.empty.action}</LinkButton>}
    >
      <p>{list.empty.text}</p>
    </Empty>
  ) : (
    <Empty title={list.nothing.title} action={<LinkButton href={base}>{list.nothing.action}</LinkButton>}>
      <p>{list.nothing.text}</p>
    </Empty>
  );

function columnsOf(base: string): Column<DebateRow>[] {
  const { columns } = list;
  return [
    { label: columns.debate, cell: (row) => <Name row={row} href={`${base}/${row.id}`} /> },
    { label: columns.term, cell: ({ term }) => term },
    {
      label: columns.status,
      cell: ({ status, statusReason }) => <DebateBadge status={status} reason={statusReason} />,
    },
    { label: columns.answers, cell: ({ answers }) => (answers?.of ? list.answers(answers.answered, answers.of) : "–") },
    { label: columns.motions, cell: ({ motions }) => motions ?? "–" },
    {
      label: columns.late,
      cell: ({ lateTasks }) => (lateTasks ? <Badge tone="late">{lateTasks}</Badge> : (lateTasks ?? "–")),
    },
  ];
}

function Name({ row, href }: { row: DebateRow; href: string }) {
  return (
    <>
      <Anchor href={href}>{row.topic}</Anchor>
      <br />
      <span className="muted small">
        {numberOf(row)} · {row.evaluates ? list.evaluates(row.evaluates) : kinds[row.kind]}
      </span>
    </>
  );
}
