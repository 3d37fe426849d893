import { messages as motionWords } from "~/domain/motions/messages.pl";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty, Note } from "~/ui/notes";
import { Tabs, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { type CalendarDate, MOTION_CATEGORIES, type MotionCategory, type TaskState } from "~db/vocabulary";
import { debateNo, list } from "../messages.page.pl";
import { messages } from "../messages.pl";
import { TASK_VIEWS, type TaskView } from "../rules";
import { DueCell, StateBadge } from "./task-badges";

export type TaskRow = {
  id: string;
  sequence: number;
  title: string;
  state: TaskState;
  dueOn: CalendarDate;
  heardAt: Date | null;
  createdAt: Date;
  budgetYear: number | null;
  proposedDueOn: CalendarDate | null;
  proposedAt: Date | null;
  disownedAt: Date | null;
  priority: boolean;
  internal: boolean;
  ownerName: string;
  debateNumber: number;
  debateYear: number;
  /** „mieszkańcy: jeszcze nie”, beside what the body says; a later room knows it. */
  doubt?: string;
};

/** A chosen state looks into all views. */
type Filter = {
  show: TaskView | "all";
  state?: TaskState;
  body?: string;
  debate?: string;
  q?: string;
  category?: MotionCategory;
} & Happened;
type Happened = { what?: "answered" | "done"; from?: CalendarDate; to?: CalendarDate };

type Props = {
  home: string;
  now: Date;
  rows: TaskRow[];
  counts: Record<TaskView, number>;
  filter: Filter;
  happened: Required<Happened> | null;
  options: {
    bodies: { id: string; name: string }[];
    debates: { id: string; number: number; year: number; topic: string }[];
  };
  older: string | null;
  newest: string | null;
};

export function TasksPage({ home, now, rows, counts, filter, happened, options, older, newest }: Props) {
  const path = `${home}/tasks`;
  const { show, ...others } = filter;
  const isFiltered = Object.values(others).some(Boolean);
  return (
    <>
      <TopBar
        title={list.title}
        sub={list.sub(now)}
        actions={
          <>
            <LinkButton href={`${path}/reminders`}>{list.reminders}</LinkButton>
            <LinkButton href={`${path}/agreements`}>{list.agreements}</LinkButton>
            <LinkButton href={`${path}/import${taskQuery(filter)}`}>{list.sheet}</LinkButton>
          </>
        }
      />
      <Tabs label={list.tabsLabel} items={tabsOf(path, filter, counts)} />
      <TaskFilters path={path} filter={filter} options={options} isFiltered={isFiltered} />
      {happened && <Note>{list.happened(happened.what, happened.from, happened.to)}</Note>}
      {rows.length > 0 ? (
        <Panel label={list.title}>
          <TaskTable rows={rows} home={home} now={now} />
        </Panel>
      ) : (
        <NoTasks
          home={home}
          isFirst={!isFiltered && (show === "all" || Object.values(counts).every((many) => many === 0))}
        />
      )}
      <Pager newer={newest} older={older} newerLabel={list.first} olderLabel={list.next} />
    </>
  );
}

export const taskQuery = (filter: Filter & { after?: string }) => {
  const query = new URLSearchParams(
    Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return query.size > 0 ? `?${query}` : "";
};

/** What is empty most of the time stands there when it is not, or when somebody is in it. */
const EXCEPTIONS: readonly TaskView[] = ["long_late", "proposed", "disowned", "silent"];

const tabsOf = (path: string, filter: Filter, counts: Props["counts"]) => [
  ...TASK_VIEWS.filter((show) => counts[show] > 0 || show === filter.show || !EXCEPTIONS.includes(show)).map(
    (show) => ({
      href: path + taskQuery({ ...filter, state: undefined, show }),
      label: list.views[show],
      count: counts[show],
      current: filter.show === show,
    }),
  ),
  { href: path + taskQuery({ ...filter, show: "all" }), label: list.all, current: filter.show === "all" },
];

type FiltersProps = Pick<Props, "filter" | "options"> & { path: string; isFiltered: boolean };

function TaskFilters({ path, filter, options, isFiltered }: FiltersProps) {
  return (
    <Filters label={list.filters} action={path} clearHref={isFiltered ? path : undefined}>
      <input type="hidden" name="show" value={filter.show} />
      {(["what", "from", "to"] as const).map(
        (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
      )}
      <Field name="q" type="search" label={list.q} defaultValue={filter.q} maxLength={200} />
      <Select
        name="body"
        label={list.body}
        placeholder={list.all}
        defaultValue={filter.body ?? ""}
        options={options.bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="debate"
        label={list.debate}
        placeholder={list.all}
        defaultValue={filter.debate ?? ""}
        options={options.debates.map((debate) => ({ value: debate.id, label: list.debateOption(debate) }))}
      />
      <Select
        name="category"
        label={list.category}
        placeholder={list.all}
        defaultValue={filter.category ?? ""}
        options={MOTION_CATEGORIES.map((value) => ({ value, label: motionWords.categories[value] }))}
      />
      <Select
        name="state"
        label={list.state}
        placeholder={list.all}
        defaultValue={filter.state ?? ""}
        options={Object.entries(messages.states).map(([value, label]) => ({ value, label }))}
      />
    </Filters>
  );
}

export const TaskTable = ({ rows, home, now }: Pick<Props, "rows" | "home" | "now">) => (
  <Table
    caption={list.title}
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { label: list.columns.task, cell: (row) => <Name row={row} href={`${home}/tasks/${row.id}`} /> },
      { label: list.columns.body, cell: ({ ownerName }) => ownerName },
      { label: list.columns.state, cell: (row) => <StateCell row={row} /> },
      { label: list.columns.due, cell: (row) => <DueCell task={row} now={now} /> },
    ]}
  />
);

const StateCell = ({ row }: { row: TaskRow }) => (
  <div className="cluster">
    <StateBadge {...row} />
    {row.doubt && <Badge tone="part">{row.doubt}</Badge>}
  </div>
);

function Name({ row, href }: { row: TaskRow; href: string }) {
  return (
    <>
      <Anchor href={href}>{row.title}</Anchor>
      <br />
      <span className="small muted">
        Z{row.sequence} · {debateNo(row)}
        {row.priority && ` · ${list.priority}`}
      </span>{" "}
      {row.internal && <Badge tone="secret">{list.internal}</Badge>}
    </>
  );
}

function NoTasks({ home, isFirst }: { home: string; isFirst: boolean }) {
  const [words, href] = isFirst ? [list.empty, `${home}/debates`] : [list.nothing, `${home}/tasks?show=all`];
  return (
    <Empty title={words.title} action={<LinkButton href={href}>{words.action}</LinkButton>}>
      <p>{words.text}</p>
    </Empty>
  );
}
