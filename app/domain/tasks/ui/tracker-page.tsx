import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { BarChart } from "~/ui/bar-chart";
import { LinkButton } from "~/ui/button";
import { Stats } from "~/ui/facts";
import { Field, Select } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { MotionRow } from "~/ui/motion-row";
import { Empty } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { MOTION_CATEGORIES, type MotionCategory } from "~db/vocabulary";
import { categoryOf, describeMatter, figuresOf, type Matter, tracker } from "../messages.tracker.pl";
import { numberInPath, sumFigures, TRACKER_STATES, type TrackerState } from "../rules.tracker";

type Row = Matter & { id: string; place: string; text: string; askedBy: number };
export type TrackerQuery = { q?: string; stan?: TrackerState; kat?: MotionCategory; deb?: string };
type Count = { all: number; byState: Record<TrackerState, number> };

type Props = {
  unit: PublicUnit;
  now: Date;
  query: TrackerQuery;
  rows: Row[];
  /** Under the filters. */
  found: number;
  /** Of the whole unit. */
  total: Count;
  debates: { id: string; number: number; year: number; topic: string }[];
  newer: string | null;
  older: string | null;
};

export function TrackerPage({ unit, now, query, rows, found, total, debates, newer, older }: Props) {
  const path = `/u/${unit.slug}/tracker`;
  const address = (more: Record<string, string>) => path + queryText({ ...query, ...more });
  return (
    <PublicPage unit={unit} current="tracker">
      <div className="stack stack--l">
        <div className="stack">
          <h1>{typeset(tracker.title)}</h1>
          <p className="lead">{typeset(tracker.lead)}</p>
        </div>
        {total.all > 0 && (
          <div className="stack">
            <Figures total={total} />
            <TrackerFilters path={path} query={query} debates={debates} />
          </div>
        )}
        {rows.length > 0 ? (
          <section aria-labelledby="lista">
            <div className="cluster cluster--between">
              <h2 id="lista">{tracker.found(found)}</h2>
              <p className="small">
                <a href={`${path}.csv${queryText(query)}`}>{tracker.csv}</a>
              </p>
            </div>
            <div className="mt">
              {rows.map((row) => (
                <MatterRow key={row.id} row={row} path={path} now={now} />
              ))}
            </div>
            <Pager
              newer={newer && address({ przed: newer })}
              older={older && address({ po: older })}
              newerLabel={tracker.later}
              olderLabel={tracker.earlier}
            />
          </section>
        ) : (
          <Nothing unit={unit} path={path} query={query} isFirst={total.all === 0} />
        )}
      </div>
    </PublicPage>
  );
}

function queryText(query: Record<string, string | undefined>) {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}

const BARS = { done: "good", partly: "good", late: "bad", funds: "warn", refused: "bad" } as const;
const toneOf = (state: TrackerState) => (BARS as Partial<Record<TrackerState, "good" | "warn" | "bad">>)[state];

/** The sums first, then each state by itself; both add up to the number of matters. */
function Figures({ total: { all, byState } }: { total: Count }) {
  const bars = TRACKER_STATES.filter((state) => byState[state] > 0).map((state) => ({
    label: tracker.states[state],
    value: byState[state],
    tone: toneOf(state),
  }));
  return (
    <div className="split">
      <Stats items={figuresOf(sumFigures(all, byState))} />
      <details className="more">
        <summary>{tracker.chart.more}</summary>
        <BarChart
          caption={tracker.chart.caption}
          labelHead={tracker.chart.state}
          valueHead={tracker.chart.many}
          bars={bars}
        />
      </details>
    </div>
  );
}

function TrackerFilters({ path, query, debates }: { path: string } & Pick<Props, "query" | "debates">) {
  const { filters } = tracker;
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <details className="more" open={isFiltered}>
      <summary>{filters.open}</summary>
      <Filters label={filters.label} action={path} clearHref={isFiltered ? path : undefined} card>
        <Field name="q" type="search" label={filters.q} defaultValue={query.q} maxLength={200} />
        <Select
          name="stan"
          label={filters.state}
          placeholder={tracker.all}
          defaultValue={query.stan ?? ""}
          options={TRACKER_STATES.map((value) => ({ value, label: tracker.states[value] }))}
        />
        <Select
          name="kat"
          label={filters.category}
          placeholder={tracker.all}
          defaultValue={query.kat ?? ""}
          options={MOTION_CATEGORIES.map((value) => ({ value, label: categoryOf(value) }))}
        />
        <Select
          name="deb"
          label={filters.debate}
          placeholder={tracker.all}
          defaultValue={query.deb ?? ""}
          options={debates.map((debate) => ({ value: debate.id, label: tracker.debateOption(debate) }))}
        />
      </Filters>
    </details>
  );
}

function MatterRow({ row, path, now }: { row: Row; path: string; now: Date }) {
  const { tone, label, owners, lines } = describeMatter(row, now);
  return (
    <MotionRow
      no={`${row.number} · ${categoryOf(row.category)}`}
      title={row.text}
      href={`${path}/${numberInPath(row.number)}`}
      meta={[typeset(row.place), owners.length > 0 && typeset(tracker.owner(owners)), tracker.askedBy(row.askedBy)]}
    >
      <Badge tone={tone}>{label}</Badge>
      {lines.map((line) => (
        <p key={line} className="pre">
          {typeset(line)}
        </p>
      ))}
    </MotionRow>
  );
}

type NothingProps = { path: string; query: TrackerQuery; isFirst: boolean; unit: PublicUnit };

function Nothing({ path, query, isFirst, unit }: NothingProps) {
  const { none, nothing } = tracker;
  if (isFirst)
    return (
      <Empty title={none.title} action={<LinkButton href={`/u/${unit.slug}`}>{none.action}</LinkButton>}>
        <p>{none.text}</p>
      </Empty>
    );
  const title = nothing.title(query.stan && tracker.states[query.stan], query.q);
  return (
    <Empty title={title} action={<LinkButton href={path}>{nothing.action}</LinkButton>}>
      <p>{nothing.text}</p>
    </Empty>
  );
}
