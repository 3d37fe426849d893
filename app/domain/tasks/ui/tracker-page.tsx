import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { BarChart } from "~/ui/bar-chart";
import { LinkButton } from "~/ui/button";
import { Stats } from "~/ui/facts";
import { Field, Select } from "~/ui/field";
import { Filters, Pager } from "~/ui/list-tools";
import { MotionRow } from "~/ui/motion-row";
import { Empty, Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { MOTION_CATEGORIES, type MotionCategory } from "~db/vocabulary";
import { categoryOf, figuresOf, tracker } from "../messages.tracker.pl";
import type { TrackerRow } from "../messages.tracker-list.pl";
import { sumFigures, TRACKER_STATES, type TrackerState } from "../rules.tracker";
import { textOfQuery } from "../rules.tracker-key";

type Query = {
  q?: string;
  stan?: TrackerState;
  kat?: MotionCategory;
  deb?: string;
  podmiot?: string;
  miejsce?: string;
};
type Count = { all: number; byState: Record<TrackerState, number> };

type Props = {
  unit: PublicUnit;
  query: Query;
  rows: TrackerRow[];
  /** Under the filters. */
  found: { many: number; isMore: boolean };
  /** Of the whole unit. */
  total: Count;
  debates: { id: string; number: number; year: number; topic: string }[];
  bodies: { id: string; name: string }[];
  isWide: boolean;
  newer: string | null;
  older: string | null;
};

export function TrackerPage({ unit, query, rows, found, total, debates, bodies, isWide, newer, older }: Props) {
  const path = `/u/${unit.slug}/tracker`;
  const address = (more: Record<string, string>) => path + textOfQuery({ ...query, ...more });
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
            <TrackerFilters path={path} query={query} debates={debates} bodies={bodies} />
          </div>
        )}
        {isWide && <Note>{typeset(tracker.wide)}</Note>}
        {rows.length > 0 ? (
          <section aria-labelledby="lista">
            <h2 id="lista">{tracker.found(found)}</h2>
            <div className="mt">
              {rows.map((row) => (
                <MatterRow key={row.number} row={row} path={path} />
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
          <Nothing
            unit={unit}
            path={path}
            query={query}
            further={older && address({ po: older })}
            isFirst={total.all === 0}
          />
        )}
        {total.all > 0 && <DataLinks path={path} slug={unit.slug} query={query} />}
      </div>
    </PublicPage>
  );
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

function TrackerFilters({
  path,
  query,
  debates,
  bodies,
}: { path: string } & Pick<Props, "query" | "debates" | "bodies">) {
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
          name="podmiot"
          label={filters.body}
          placeholder={tracker.all}
          defaultValue={query.podmiot ?? ""}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          name="miejsce"
          label={filters.place}
          hint={filters.placeHint}
          defaultValue={query.miejsce}
          maxLength={200}
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

function MatterRow({ row, path }: { row: TrackerRow; path: string }) {
  return (
    <MotionRow no={row.head} title={row.text} href={`${path}/${row.path}`} meta={row.meta}>
      <p className="cluster">
        <Badge tone={row.tone}>{row.label}</Badge>
        {row.priority && <Badge>{tracker.priority}</Badge>}
        {row.silent && <Badge tone="soon">{row.silent}</Badge>}
      </p>
      {row.lines.map((line) => (
        <p key={line} className="pre">
          {line}
        </p>
      ))}
    </MotionRow>
  );
}

/** The same list for spreadsheets, programs and feed readers. */
const DataLinks = ({ path, slug, query }: { path: string; slug: string; query: Query }) => (
  <p className="small">
    {tracker.data.label}: <a href={`${path}.csv${textOfQuery(query)}`}>{tracker.data.csv}</a>
    {" · "}
    <a href={`${path}.json${textOfQuery(query)}`}>{tracker.data.json}</a>
    {" · "}
    <a href={`/u/${slug}/feed.atom`}>{tracker.data.atom}</a>
  </p>
);

type NothingProps = { path: string; query: Query; isFirst: boolean; further: string | null; unit: PublicUnit };

function Nothing({ path, query, isFirst, further, unit }: NothingProps) {
  const { none, nothing } = tracker;
  if (isFirst)
    return (
      <Empty title={none.title} action={<LinkButton href={`/u/${unit.slug}`}>{none.action}</LinkButton>}>
        <p>{none.text}</p>
      </Empty>
    );
  const title = nothing.title(query.stan && tracker.states[query.stan], query.q, query.miejsce);
  const action = further ? (
    <LinkButton href={further}>{nothing.older}</LinkButton>
  ) : (
    <LinkButton href={path}>{nothing.action}</LinkButton>
  );
  return (
    <Empty title={title} action={action}>
      <p>{further ? nothing.further : nothing.text}</p>
    </Empty>
  );
}
