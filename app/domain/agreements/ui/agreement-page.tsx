import type { ReactNode } from "react";
import { formatNumber, typeset } from "~/platform/language";
import { formatShortWithWeekday } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { CalendarDate, TaskState } from "~db/vocabulary";
import { messages, outcomeLine } from "../messages.pl";
import { monthName } from "../messages.report.pl";
import { byMonth, type Counts, sumOf } from "../rules";
import { type Agreement, FulfilledNote, termsOf, UsedNote } from "./agreement-panel";

export type Entry = Counts & {
  id: string;
  usedOn: CalendarDate;
  place: string;
  note: string;
  actorName: string | null;
};

type Props = {
  home: string;
  now: Date;
  agreement: Agreement & {
    report: string;
    task: { id: string; title: string; number: string; state: TaskState } | null;
  };
  entries: Entry[];
  mayFollow: boolean;
  /** The forms of those who may write here. */
  children?: ReactNode;
};

/** One agreement: what was agreed, what was served month by month, and each entry. */
export function AgreementPage({ home, now, agreement, entries, mayFollow, children }: Props) {
  const path = `${home}/tasks/agreements/${agreement.id}`;
  const { task } = agreement;
  return (
    <>
      <TopBar
        title={agreement.subject}
        crumbs={[{ label: messages.listTitle, href: `${home}/tasks/agreements` }, { label: messages.title }]}
        actions={
          <>
            <LinkButton href={`${path}/report.pdf`}>{messages.pdf}</LinkButton>
            {mayFollow && <LinkButton href={`${path}/edit`}>{messages.edit}</LinkButton>}
          </>
        }
      />
      <div className="cols">
        <div className="stack">
          {task && mayFollow && <FulfilledNote agreement={agreement} state={task.state} now={now} />}
          {children}
          <Months agreement={agreement} entries={entries} now={now} />
          <Entries entries={entries} />
          {!mayFollow && agreement.report && (
            <Panel title={messages.reportTitle} padded>
              <p className="pre">{typeset(agreement.report)}</p>
            </Panel>
          )}
        </div>
        <aside className="stack" aria-label={messages.title}>
          <Panel label={messages.title} padded>
            <UsedNote agreement={agreement} />
            <Facts
              items={[
                ...termsOf(agreement),
                {
                  term: messages.facts.task,
                  value: task && (
                    <Anchor href={`${home}/tasks/${task.id}`}>
                      {task.number}: {typeset(task.title)}
                    </Anchor>
                  ),
                },
              ]}
            />
          </Panel>
        </aside>
      </div>
    </>
  );
}

function Months({ agreement, entries, now }: Pick<Props, "agreement" | "entries" | "now">) {
  const months = byMonth(agreement, entries, now);
  if (months.length === 0) return null;
  const rows = [
    ...months.map(({ month, ...counts }) => ({ ...counts, label: monthName(month) })),
    { ...sumOf(entries), label: messages.total },
  ];
  return (
    <Panel title={messages.months}>
      <Table
        caption={messages.months}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { label: messages.month, cell: ({ label }) => label },
          { label: messages.entryColumns.services, cell: ({ services }) => formatNumber(services), className: "num" },
          { label: messages.entryColumns.outcome, cell: (row) => outcomeLine(row) || "–" },
        ]}
      />
    </Panel>
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  const { entryColumns } = messages;
  return (
    <Panel title={messages.entries} count={entries.length} padded={entries.length === 0}>
      {entries.length === 0 ? (
        <p>{messages.none_yet}</p>
      ) : (
        <Table
          caption={messages.entries}
          rows={[...entries].reverse()}
          rowKey={({ id }) => id}
          columns={[
            { label: entryColumns.day, cell: ({ usedOn }) => formatShortWithWeekday(usedOn), narrow: true },
            { label: entryColumns.services, cell: ({ services }) => formatNumber(services), className: "num" },
            { label: entryColumns.place, cell: ({ place }) => typeset(place) || "–" },
            { label: entryColumns.outcome, cell: (row) => outcomeLine(row) || "–" },
            {
              label: entryColumns.note,
              cell: ({ note }) => (note ? <span className="pre">{typeset(note)}</span> : "–"),
            },
            { label: entryColumns.who, cell: ({ actorName }) => actorName ?? "–" },
          ]}
        />
      )}
    </Panel>
  );
}
