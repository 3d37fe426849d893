import { messages as motionWords } from "~/domain/motions/messages.pl";
import { typeset } from "~/platform/language";
import { formatShortWithWeekday } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { BarChart } from "~/ui/bar-chart";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { HallVerdict } from "~db/vocabulary";
import { debateName, figures } from "../messages.figures.pl";
import { type CountedMotions, composeMotions, composeVerdicts, RAISED_STATES } from "../rules.motions";
import type { Period } from "../rules.period";
import { Linked } from "./task-figures";

export function MotionFigures({ period, motions }: { period: Period; motions: CountedMotions[] }) {
  const words = figures.motions;
  const { lines, all, by } = composeMotions(motions);
  const states = RAISED_STATES.filter((state) => by[state]);
  return (
    <Panel title={words.title} count={all}>
      <div className="panel__body stack">
        <p className="muted">{typeset(period.kind === "debate" ? words.leadOfDebate : words.lead)}</p>
        {all === 0 ? (
          <p>{typeset(words.none)}</p>
        ) : (
          <BarChart
            caption={words.chart}
            labelHead={words.outcome}
            valueHead={words.many}
            bars={states.map((state) => ({ label: motionWords.states[state], value: by[state] ?? 0 }))}
          />
        )}
      </div>
      {all > 0 && (
        <details className="more panel__body">
          <summary>{words.table}</summary>
          <Table
            caption={words.title}
            rows={lines}
            rowKey={({ category }) => category}
            columns={[
              { label: words.category, cell: ({ category }) => motionWords.categories[category] },
              { label: words.all, className: "num", cell: (line) => line.all },
              ...states.map((state) => ({
                label: motionWords.states[state],
                className: "num",
                cell: (line: (typeof lines)[number]) => line.by[state] ?? 0,
              })),
            ]}
          />
        </details>
      )}
    </Panel>
  );
}

type Votes = { verdict: HallVerdict | null; many: number };

export function Verdicts({ hall, residents }: { hall: Votes[]; residents: Votes[] }) {
  const words = figures.verdicts;
  const lines = composeVerdicts(hall, residents);
  const isEmpty = lines.every((line) => line.hall + line.residents === 0);
  return (
    <Panel title={words.title}>
      <p className="panel__body muted">{typeset(isEmpty ? words.none : words.lead)}</p>
      {!isEmpty && (
        <Table
          caption={words.title}
          rows={lines}
          rowKey={({ verdict }) => verdict}
          columns={[
            { label: words.verdict, cell: ({ verdict }) => words.words[verdict] },
            { label: words.hall, className: "num", cell: (line) => line.hall },
            { label: words.residents, className: "num", cell: (line) => line.residents },
          ]}
        />
      )}
    </Panel>
  );
}

type Debate = {
  id: string;
  number: number;
  year: number;
  topic: string;
  startsAt: Date;
  motions: number;
  tasks: { many: number; open: number; late: number; done: number };
};

export function PeriodDebates({ home, debates }: { home: string; debates: Debate[] }) {
  const words = figures.debates;
  const of = (debate: Debate, label: string) => `${label}, ${debate.number}/${debate.year}`;
  const tasks = (debate: Debate, query: string) => `${home}/tasks?debate=${debate.id}&${query}`;
  if (debates.length === 0)
    return (
      <Panel title={words.title} padded>
        <p className="muted">{typeset(words.none)}</p>
      </Panel>
    );
  return (
    <Panel title={words.title} count={debates.length}>
      <Table
        caption={words.title}
        rows={debates}
        rowKey={({ id }) => id}
        columns={[
          {
            label: words.debate,
            cell: (debate) => (
              <>
                <Anchor href={`${home}/debates/${debate.id}`}>{typeset(debateName(debate))}</Anchor>
                <br />
                <span className="small muted">{formatShortWithWeekday(debate.startsAt)}</span>
              </>
            ),
          },
          {
            label: words.motions,
            className: "num",
            cell: (debate) => (
              <Linked href={`${home}/debates/${debate.id}/motions`} about={of(debate, words.motions)}>
                {debate.motions}
              </Linked>
            ),
          },
          ...(
            [
              [words.tasks, "show=all", "many"],
              [words.open, "show=open", "open"],
              [words.late, "show=late", "late"],
              [words.done, "state=confirmed", "done"],
            ] as const
          ).map(([label, query, name]) => ({
            label,
            className: "num",
            cell: (debate: Debate) => (
              <Linked href={tasks(debate, query)} about={of(debate, label)}>
                {debate.tasks[name]}
              </Linked>
            ),
          })),
        ]}
      />
    </Panel>
  );
}
