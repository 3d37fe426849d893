import { messages as motionWords } from "~/domain/motions/messages.pl";
import { comparePolish, typeset } from "~/platform/language";
import { Panel } from "~/ui/panel";
import { ShareBar } from "~/ui/share-bar";
import { type Column, Table } from "~/ui/table";
import type { MotionCategory } from "~db/vocabulary";
import { daysOf, figures, percentOf } from "../messages.figures.pl";
import type { FigureLine } from "../rules.figures";
import type { Period } from "../rules.period";
import { Linked, tasksPath } from "./task-figures";

type Props<Line> = { home: string; period: Period; lines: Line[] };
const words = figures.lines;

/** Whose list is the longest comes first; then the alphabet. */
const byOpen =
  <Line extends FigureLine>(nameOf: (line: Line) => string) =>
  (a: Line, b: Line) =>
    b.open - a.open || comparePolish(nameOf(a), nameOf(b));

export function BodyLines({ home, period, lines }: Props<FigureLine & { name: string }>) {
  const sorted = [...lines].sort(byOpen(({ name }) => name));
  return (
    <Panel title={words.bodies}>
      <Lines
        caption={words.bodies}
        empty={words.bodiesEmpty}
        head={words.body}
        filter="body"
        nameOf={({ name }) => name}
        lines={sorted}
        {...{ home, period }}
      />
    </Panel>
  );
}

export function CategoryLines({ home, period, lines }: Props<FigureLine>) {
  const nameOf = ({ key }: FigureLine) => motionWords.categories[key as MotionCategory] ?? key;
  return (
    <Panel title={words.categories}>
      <details className="more panel__body">
        <summary>{words.table}</summary>
        <Lines
          caption={words.categories}
          empty={words.categoriesEmpty}
          note={words.categoriesLead}
          head={words.category}
          filter="category"
          nameOf={nameOf}
          lines={[...lines].sort(byOpen(nameOf))}
          {...{ home, period }}
        />
      </details>
    </Panel>
  );
}

type LinesProps<Line> = Props<Line> & {
  caption: string;
  empty: string;
  note?: string;
  head: string;
  filter: "body" | "category";
  nameOf: (line: Line) => string;
};

function Lines<Line extends FigureLine>(props: LinesProps<Line>) {
  const { home, period, lines, caption, empty, note, head, filter, nameOf } = props;
  if (lines.length === 0) return <p className="panel__body muted">{typeset(empty)}</p>;
  const most = Math.max(...lines.map(({ open }) => open));
  /** A number that leads to its rows. */
  const number = (label: string, value: (line: Line) => number, show: string): Column<Line> => ({
    label,
    className: "num",
    cell: (line) => (
      <Linked href={tasksPath(home, period, { [filter]: line.key, show })} about={`${label}, ${nameOf(line)}`}>
        {value(line)}
      </Linked>
    ),
  });
  const open = number(words.open, (line) => line.open, "open");
  return (
    <>
      <Table
        caption={caption}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { label: head, cell: (line) => typeset(nameOf(line)) },
          {
            ...open,
            cell: (line, index) => (
              <span className="nowrap">
                {open.cell(line, index)}
                {line.open > 0 && <ShareBar value={line.open} late={line.late} most={most} />}
              </span>
            ),
          },
          number(words.late, (line) => line.late, "late"),
          number(words.silent, (line) => line.silent, "silent"),
          number(words.reported, (line) => line.reported, "reported"),
          {
            label: words.done,
            className: "num",
            cell: (line) => (
              <Linked
                href={tasksPath(home, period, { [filter]: line.key }, "done")}
                about={`${words.done}, ${nameOf(line)}`}
              >
                {line.done}
              </Linked>
            ),
          },
          { label: words.onTime, className: "num", cell: (line) => percentOf(line.onTimePercent) },
          { label: words.toAnswer, className: "num", cell: (line) => daysOf(line.medianToAnswer) },
          { label: words.toDone, className: "num", cell: (line) => daysOf(line.medianToDone) },
        ]}
      />
      <p className="panel__body small muted">{typeset([words.legend, note].filter(Boolean).join(" "))}</p>
    </>
  );
}
