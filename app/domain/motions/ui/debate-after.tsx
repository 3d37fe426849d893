import { untilWhen } from "~/domain/invitations/messages.letters.pl";
import { typeset } from "~/platform/language";
import { formatDate, formatLong, formatOn, warsawDate } from "~/platform/time";
import { LinkButton } from "~/ui/button";
import { Stats } from "~/ui/facts";
import { Empty } from "~/ui/notes";
import { Card } from "~/ui/panel";
import { type Moment, Timeline } from "~/ui/timeline";
import { debatePage } from "../messages.page.pl";
import type { DebatePageData } from "../queries.page.server";
import { type MatterCounts, type Progress, SettledMotions } from "./public-motions";

type Props = DebatePageData & { path: string; counts: MatterCounts; progress?: Progress };

/** What became of each matter, and what comes next. */
export function DebateAfter(props: Props) {
  const { motions, counts, now, progress } = props;
  return (
    <div className="split">
      <div className="stack stack--l">
        <section aria-labelledby="wyn">
          <h2 id="wyn">{debatePage.outcomes}</h2>
          {motions.length === 0 ? (
            <div className="mt">
              <Empty title={debatePage.outcomesNone}>
                <p>{debatePage.outcomesNoneText}</p>
              </Empty>
            </div>
          ) : (
            <>
              <p className="prose muted mt">{typeset(debatePage.outcomesNote(formatOn(now).replace(/^we?\s/u, "")))}</p>
              <SettledMotions motions={motions} progress={progress} />
              {counts.all > 200 && <p className="muted small">{debatePage.newest(motions.length, counts.all)}</p>}
            </>
          )}
        </section>
        <Next {...props} />
      </div>
      <Side {...props} />
    </div>
  );
}

function Next({ debate, counts, now }: Props) {
  const { timeline } = debatePage;
  const day = (date: Date) => ({ text: formatDate(date), dateTime: warsawDate(date) });
  const items: Moment[] = [
    {
      key: "debate",
      date: day(debate.startsAt),
      title: `${timeline.debate}${debatePage.debateHeld(counts.all)}`,
    },
    { key: "here", date: day(now), title: `${timeline.here}${debatePage.weAreHere(counts.done, counts.all)}` },
  ];
  if (debate.evaluationOn && debate.evaluationOn > warsawDate(now))
    items.push({
      key: "evaluation",
      date: { text: formatLong(debate.evaluationOn), dateTime: debate.evaluationOn },
      title: `${timeline.evaluation}${debatePage.evaluation}`,
      next: true,
    });
  return (
    <section className="stack" aria-labelledby="dalej">
      <h2 id="dalej">{debatePage.next}</h2>
      <Timeline items={items} />
    </section>
  );
}

function Side({ unit, debate, counts, maySubmit, path }: Props) {
  return (
    <aside className="split__side stack" aria-label={debatePage.inShort}>
      {counts.all > 0 && (
        <Card>
          <h2>{debatePage.inShort}</h2>
          <Stats items={counts.figures} />
        </Card>
      )}
      <Card>
        <h2>{debatePage.newMatter}</h2>
        <p className="small">
          {maySubmit
            ? typeset(`${debatePage.newMatterStill(untilWhen(debate.motionsCloseAt))}`)
            : debatePage.newMatterNext}
        </p>
        <p>
          {maySubmit ? (
            <LinkButton wide href={`${path}/motions/new`}>
              {debatePage.submit}
            </LinkButton>
          ) : (
            <LinkButton wide href={`/u/${unit.slug}`}>
              {debatePage.nextDebates}
            </LinkButton>
          )}
        </p>
      </Card>
    </aside>
  );
}
