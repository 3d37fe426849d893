import { daysBetween, formatLong, formatLongWithTime, relativeDays, warsawDate } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Stats } from "~/ui/facts";
import { Empty } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import type { Matter, TaskFigures } from "../rules";
import { Matters } from "./matters";

type Next = {
  debateId: string;
  topic: string;
  startsAt: Date;
  endsAt: Date;
  asked: number;
  unanswered: number;
  motions: number;
  seats: number;
};
type Figures = { open: number; overdue: number } & TaskFigures;
type Props = { home: string; now: Date; matters: Matter[]; next?: Next; figures: Figures; mayPlan: boolean };

export function TodayPage({ home, now, matters, next, figures, mayPlan }: Props) {
  return (
    <>
      <TopBar
        title={messages.title}
        sub={`${formatLong(now)} · ${messages.matters(matters.length)}`}
        actions={
          mayPlan && (
            <LinkButton look="primary" href={`${home}/debates/new`}>
              {messages.newDebate}
            </LinkButton>
          )
        }
      />
      <div className="cols">
        <div className="stack">
          {matters.length === 0 && <Empty title={messages.nothing}>{messages.nothingText}</Empty>}
          {(["late", "today", "week"] as const).map((group) => (
            <Matters key={group} group={group} matters={matters} home={home} now={now} />
          ))}
        </div>
        <aside className="stack" aria-label={messages.side}>
          <NextDebate home={home} now={now} next={next} />
          <Promises home={home} figures={figures} />
        </aside>
      </div>
    </>
  );
}

function NextDebate({ home, now, next }: Pick<Props, "home" | "now" | "next">) {
  if (!next) {
    return (
      <Panel title={messages.next} padded>
        <p className="muted">{messages.noNext}</p>
      </Panel>
    );
  }
  const { startsAt, endsAt, topic, asked, unanswered, motions, seats } = next;
  const words = messages.nextFigures;
  const days = relativeDays(startsAt, now);
  const isSoon = daysBetween(warsawDate(now), warsawDate(startsAt)) <= 14;
  return (
    <Panel title={messages.next} padded aside={<Badge tone={isSoon ? "soon" : "neutral"}>{capital(days)}</Badge>}>
      <div>
        <p className="rows__title">
          <Anchor href={`${home}/debates/${next.debateId}`}>{topic}</Anchor>
        </p>
        <p className="rows__sub">{formatLongWithTime(startsAt, endsAt)}</p>
      </div>
      <Stats
        items={[
          { label: words.answers(asked - unanswered, asked), value: asked - unanswered },
          { label: words.motions(motions), value: motions },
          { label: words.seats(seats), value: seats },
        ]}
      />
    </Panel>
  );
}

function Promises({ home, figures }: Pick<Props, "home" | "figures">) {
  const { open, overdue, done, onTimePercent } = figures;
  const words = messages.figures;
  const onTime = onTimePercent === null ? messages.noFigure : `${onTimePercent}%`;
  return (
    <Panel
      title={messages.tasks}
      padded
      aside={
        <Anchor className="small" href={`${home}/tasks`}>
          {messages.allTasks}
        </Anchor>
      }
    >
      <Stats
        items={[
          { label: words.open(open), value: open },
          { label: words.overdue, value: overdue },
          { label: words.done(done), value: done },
          { label: words.onTime, value: onTime },
        ]}
      />
    </Panel>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
