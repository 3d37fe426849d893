import type { ReactNode } from "react";
import { typeset } from "~/platform/language";
import { Anchor } from "~/ui/anchor";
import { BarChart } from "~/ui/bar-chart";
import { Stats } from "~/ui/facts";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { daysOf, percentOf, figures as words } from "../messages.figures.pl";
import type { Speed, Standing } from "../rules.figures";
import type { Period } from "../rules.period";

/** Where the tasks behind a number stand: the list with the same question. */
export function tasksPath(home: string, period: Period, query: Record<string, string>, happened?: "answered" | "done") {
  const days: Record<string, string> =
    happened && period.kind !== "debate" ? { what: happened, from: period.from, to: period.to } : {};
  const debate: Record<string, string> = period.kind === "debate" ? { debate: period.debateId } : {};
  const state: Record<string, string> = happened === "done" ? { state: "confirmed" } : {};
  const show: Record<string, string> = happened ? { show: "all" } : {};
  return `${home}/tasks?${new URLSearchParams({ ...show, ...state, ...debate, ...days, ...query })}`;
}

/** Nothing to see behind a zero. */
export const Linked = ({ href, about, children }: { href: string; about: string; children: number }) =>
  children === 0 ? (
    0
  ) : (
    <Anchor href={href}>
      {children}
      <span className="vh"> – {about}</span>
    </Anchor>
  );

type StandingProps = { home: string; period: Period; standing: Standing };

export function StandingPanel({ home, period, standing }: StandingProps) {
  const { standing: labels } = words;
  const { open, late, longLate, silent, reported, funds } = standing;
  const link = (value: number, show: string, label: string) => ({
    label,
    value: (
      <Linked href={tasksPath(home, period, { show })} about={label}>
        {value}
      </Linked>
    ),
  });
  return (
    <Panel title={period.kind === "debate" ? labels.titleOfDebate : labels.title} padded>
      {period.kind !== "debate" && <p className="muted">{typeset(labels.lead)}</p>}
      <div className="split">
        <Stats
          items={[
            link(open, "open", labels.open),
            link(late, "late", labels.late),
            link(longLate, "long_late", labels.longLate),
            link(silent, "silent", labels.silent),
            link(reported, "reported", labels.reported),
            {
              label: labels.funds,
              value: (
                <Linked href={tasksPath(home, period, { state: "needs_funds" })} about={labels.funds}>
                  {funds}
                </Linked>
              ),
            },
          ]}
        />
        {open > 0 ? <OpenTasks standing={standing} /> : <p className="muted">{typeset(labels.none)}</p>}
      </div>
    </Panel>
  );
}

/** The open tasks in four parts that add up to all of them. */
function OpenTasks({ standing: { open, late, longLate, reported } }: { standing: Standing }) {
  const { bars, chart, state, many } = words.standing;
  return (
    <BarChart
      caption={chart}
      labelHead={state}
      valueHead={many}
      bars={[
        { label: bars.inTime, value: open - late - reported, tone: "good" },
        { label: bars.late, value: late - longLate, tone: "warn" },
        { label: bars.longLate, value: longLate, tone: "bad" },
        { label: bars.reported, value: reported, tone: "accent" },
      ]}
    />
  );
}

type SpeedProps = { home: string; period: Period; speed: Speed };

export function SpeedPanel({ home, period, speed }: SpeedProps) {
  const { speed: labels } = words;
  const { answered, done, onTime, onTimePercent, medianToAnswer, medianToDone } = speed;
  const notes: ReactNode[] = [labels.lead];
  if (done > 0) notes.push(labels.onTimeNote({ onTime, done }));
  if (answered > 0) notes.push(labels.answeredNote(answered));
  return (
    <Panel title={labels.title} padded>
      {done === 0 && answered === 0 ? (
        <Empty title={labels.none}>
          <p>{typeset(labels.noneText)}</p>
        </Empty>
      ) : (
        <Stats
          items={[
            {
              label: labels.done,
              value: (
                <Linked href={tasksPath(home, period, {}, "done")} about={labels.done}>
                  {done}
                </Linked>
              ),
            },
            { label: labels.onTime, value: percentOf(onTimePercent) },
            { label: labels.toAnswer, value: daysOf(medianToAnswer) },
            { label: labels.toDone, value: daysOf(medianToDone) },
          ]}
        />
      )}
      {notes.map((note, index) => (
        <p key={index} className="small muted">
          {typeset(String(note))}
        </p>
      ))}
    </Panel>
  );
}
