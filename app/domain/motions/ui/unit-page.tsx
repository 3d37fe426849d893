import { placeOf } from "~/domain/attendance/ui/when";
import { numberOf, statuses } from "~/domain/debates/messages.pl";
import { typeset } from "~/platform/language";
import { dateParts, formatDate, formatLong, formatLongWithTime, warsawDate, weekdayName } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { DateLeaf } from "~/ui/date-leaf";
import { Stats } from "~/ui/facts";
import { Pager } from "~/ui/list-tools";
import { MotionRow } from "~/ui/motion-row";
import { Empty } from "~/ui/notes";
import { Hero, PublicPage } from "~/ui/public-page";
import { debatePage, unitPage } from "../messages.page.pl";
import type { UnitPageData } from "../queries.page.server";
import { TONES } from "./debate-hero";
import type { MatterCounts } from "./public-motions";

type Props = UnitPageData & {
  /** Of the whole unit, and of each debate by its name in addresses. */
  counts: MatterCounts;
  countsOf: Record<string, MatterCounts>;
};

export function UnitPage(props: Props) {
  const { unit } = props;
  return (
    <PublicPage
      unit={unit}
      current="debates"
      hero={
        <Hero title={typeset(unitPage.heading(unit.localityIn))}>
          <p className="lead">{typeset(unitPage.lead)}</p>
        </Hero>
      }
    >
      <div className="stack stack--l">
        <Coming {...props} />
        <Figures {...props} />
        <Earlier {...props} />
      </div>
    </PublicPage>
  );
}

function Coming({ unit, coming }: UnitPageData) {
  return (
    <section aria-labelledby="naj" className="stack">
      <h2 id="naj">{coming.length > 1 ? unitPage.coming : unitPage.next}</h2>
      {coming.length === 0 && (
        <Empty
          title={unitPage.none}
          action={<LinkButton href={`/u/${unit.slug}/calendar.ics`}>{unitPage.calendar}</LinkButton>}
        >
          <p>{unitPage.noneText}</p>
        </Empty>
      )}
      {coming.map((debate, index) => (
        <ComingCard key={debate.slug} debate={debate} unit={unit} isFirst={index === 0} />
      ))}
    </section>
  );
}

type CardProps = { debate: UnitPageData["coming"][number]; unit: UnitPageData["unit"]; isFirst: boolean };

function ComingCard({ debate, unit, isFirst }: CardProps) {
  const path = `/u/${unit.slug}/debates/${debate.slug}`;
  const day = warsawDate(debate.startsAt);
  const month = formatDate(debate.startsAt).split(/[\s\u00a0]/u)[1] ?? "";
  return (
    <article className={isFirst ? "card card--raised stack" : "card stack"}>
      {debate.status !== "announced" && (
        <p>
          <Badge tone={TONES[debate.status]}>{statuses[debate.status]}</Badge>
        </p>
      )}
      <div className="when">
        {!debate.datePending && (
          <DateLeaf weekday={weekdayName(debate.startsAt)} day={dateParts(day).day} month={month} />
        )}
        <div>
          <h3>
            <a href={path}>{typeset(debate.topic)}</a>
          </h3>
          <p className="muted">
            {debate.datePending ? debatePage.datePending : formatLongWithTime(debate.startsAt)} ·{" "}
            {typeset(placeOf(debate))}
          </p>
        </div>
      </div>
      {(debate.mayRegister || debate.maySubmit) && (
        <p className="cluster">
          {debate.mayRegister && (
            <LinkButton look={isFirst ? "primary" : undefined} href={`${path}/register`} about={debate.topic}>
              {debatePage.register}
            </LinkButton>
          )}
          {debate.maySubmit && (
            <LinkButton href={`${path}/motions/new`} about={debate.topic}>
              {debatePage.submit}
            </LinkButton>
          )}
        </p>
      )}
    </article>
  );
}

function Figures({ unit, counts }: Props) {
  if (counts.all === 0) return null;
  return (
    <section aria-labelledby="zz">
      <div className="cluster cluster--between">
        <h2 id="zz">{unitPage.tracker}</h2>
        <LinkButton look="quiet" href={`/u/${unit.slug}/tracker`}>
          {unitPage.allMatters}
        </LinkButton>
      </div>
      <Stats className="mt" items={counts.figures} />
    </section>
  );
}

const NONE = { all: 0, done: 0, open: 0 };

function Earlier({ unit, earlier, page, hasOlder, countsOf }: Props) {
  const home = `/u/${unit.slug}`;
  return (
    <section aria-labelledby="wcz">
      <h2 id="wcz">{unitPage.earlier}</h2>
      <div className="mt">
        {earlier.length === 0 && <p className="muted">{unitPage.earlierNone}</p>}
        {earlier.map((debate) => (
          <MotionRow
            key={debate.slug}
            no={unitPage.number(numberOf(debate))}
            title={typeset(debate.topic)}
            href={`${home}/debates/${debate.slug}`}
            meta={[`${formatLong(debate.startsAt)} · ${debate.venueName}`]}
          >
            <Badge tone={TONES[debate.status]}>{statuses[debate.status]}</Badge>
            {debate.status !== "cancelled" && <p>{unitPage.result(countsOf[debate.slug] ?? NONE)}</p>}
          </MotionRow>
        ))}
      </div>
      <Pager
        newer={page > 0 ? (page > 1 ? `?strona=${page}` : home) : null}
        older={hasOlder ? `?strona=${page + 2}` : null}
        newerLabel={unitPage.newer}
        olderLabel={unitPage.older}
      />
    </section>
  );
}
