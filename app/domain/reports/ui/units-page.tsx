import { typeset } from "~/platform/language";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Stats } from "~/ui/facts";
import { Select } from "~/ui/field";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import { daysOf, percentOf, periodName } from "../messages.figures.pl";
import { units as words } from "../messages.units.pl";
import type { Period } from "../rules.period";
import { type composeUnits, isHighFirst, type UnitLine, type UnitSort, unitSorts } from "../rules.units";
import { PeriodChooser } from "./period-chooser";

type Sort = { by: UnitSort; isTurned: boolean };
export type UnitsProps = ReturnType<typeof composeUnits> & {
  home: string;
  now: Date;
  period: Period;
  years: number[];
  sort: Sort;
};

const CELLS: Record<Exclude<UnitSort, "name">, (line: UnitLine) => string | number> = {
  debates: ({ debates }) => debates,
  motions: ({ motions }) => motions,
  open: ({ open }) => open,
  late: ({ late }) => late,
  silent: ({ silent }) => silent,
  medianToAnswer: ({ medianToAnswer }) => daysOf(medianToAnswer),
  medianToDone: ({ medianToDone }) => daysOf(medianToDone),
  onTimePercent: ({ onTimePercent }) => percentOf(onTimePercent),
  minutesLate: ({ minutesLate }) => minutesLate,
  lastDebateOn: ({ lastDebateOn }) => (lastDebateOn ? words.last(lastDebateOn) : words.never),
};

export function UnitsPage({ home, now, period, years, sort, lines, totals }: UnitsProps) {
  const path = `${home}/reports/units`;
  const year = "year" in period ? period.year : years[0];
  return (
    <>
      <TopBar
        crumbs={[{ label: words.back, href: `${home}/reports` }, { label: words.title }]}
        title={words.title}
        sub={words.sub(lines.length, periodName(period), now)}
        actions={
          <LinkButton look="primary" href={`${home}/reports/year/${year}?whose=units`}>
            {words.yearSheet}
          </LinkButton>
        }
      />
      <PeriodChooser path={path} period={period} years={years}>
        <Select
          name="sort"
          label={words.sort}
          defaultValue={sort.by}
          options={unitSorts.map((value) => ({ value, label: words.columns[value] }))}
        />
      </PeriodChooser>
      <div className="stack">
        <p className="muted">{typeset(words.lead)}</p>
        <Panel title={words.total} padded>
          <Totals totals={totals} />
        </Panel>
        <Panel label={words.caption}>
          <Table
            caption={words.caption}
            rows={lines}
            rowKey={({ id }) => id}
            columns={unitSorts.map((by) => columnOf(by, sort, sortPath(path, period, by, sort)))}
          />
        </Panel>
      </div>
    </>
  );
}

function Totals({ totals }: Pick<UnitsProps, "totals">) {
  const { totals: labels } = words;
  return (
    <Stats
      items={[
        { label: labels.debates, value: totals.debates },
        { label: labels.motions, value: totals.motions },
        { label: labels.open, value: totals.open },
        { label: labels.late, value: totals.late },
        { label: labels.onTime, value: percentOf(totals.onTimePercent) },
        { label: labels.toDone, value: daysOf(totals.medianToDone) },
        { label: labels.minutesLate, value: totals.minutesLate },
        { label: labels.quiet, value: totals.quiet },
      ]}
    />
  );
}

/** The same page in another order; a second click on a column turns it. */
function sortPath(path: string, period: Period, by: UnitSort, sort: Sort) {
  const isTurned = sort.by === by && !sort.isTurned;
  const asked = period.kind === "months_12" ? "12" : "year" in period ? String(period.year) : "";
  return `${path}?${new URLSearchParams({ period: asked, sort: by, ...(isTurned && { order: "turned" }) })}`;
}

function columnOf(by: UnitSort, sort: Sort, href: string): Column<UnitLine> {
  const word = words.columns[by];
  const isChosen = sort.by === by;
  const head = (
    <Anchor href={href} aria-label={isChosen ? words.turn(word) : words.sortBy(word)}>
      {word}
      {isChosen && <span aria-hidden="true">{isHighFirst(sort) ? " ↓" : " ↑"}</span>}
    </Anchor>
  );
  const isSorted = isChosen ? (isHighFirst(sort) ? "descending" : "ascending") : undefined;
  if (by === "name") return { label: word, head, isSorted, cell: UnitName };
  return { label: word, head, isSorted, className: "num", cell: CELLS[by] };
}

const UnitName = ({ name, slug, isQuiet }: UnitLine) => (
  <>
    <a href={`/u/${slug}`}>{typeset(name)}</a>
    {isQuiet && (
      <>
        <br />
        <Badge tone="late">{words.isQuiet}</Badge>
      </>
    )}
  </>
);
