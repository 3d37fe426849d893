import { messages as attendance } from "~/domain/attendance/messages.pl";
import { plural } from "~/platform/language";
import { formatTime } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { PostForm } from "~/ui/form-pieces";
import { messages } from "../messages.pl";
import type { Evening } from "../queries.server";

const minutes = (count: number) => `${count} ${plural(count, ["minuta", "minuty", "minut"])}`;

/** Further from the plan it is no delay: somebody is trying the screen on another day. */
const MOST_MINUTES = 180;

/** The agenda beside the hall: what was, what is, what comes, and whether the evening is late. */
export function Plan({ evening }: { evening: Evening }) {
  const late = evening.current?.minutesLate ?? 0;
  const isTried = Math.abs(late) > MOST_MINUTES;
  const pace = isTried
    ? ""
    : late > 0
      ? messages.late(minutes(late))
      : late < 0
        ? messages.early(minutes(-late))
        : messages.onTime;
  return (
    <section className="panel live__plan" aria-labelledby="plan">
      <div className="panel__head">
        <h2 id="plan">Porządek</h2>
        {evening.current && <span className="small muted">{pace}</span>}
      </div>
      <ol className="steps">
        {evening.items.map(({ id, title, startsAt, state }) => (
          <li
            key={id}
            className={state === "over" ? "is-past" : undefined}
            aria-current={state === "running" ? "step" : undefined}
          >
            <time dateTime={new Date(startsAt).toISOString()}>{formatTime(startsAt)}</time>
            <span>
              {title}
              {state === "over" && <span className="vh">{messages.past}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { evening: Evening; formKey: string; attendanceHref: string };

/** Head counts by group: residents are counted, never listed. */
export function HeadCounts({ evening, formKey, attendanceHref }: Props) {
  const total = evening.headCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="panel" aria-labelledby="obecni">
      <div className="panel__head">
        <h2 id="obecni">{messages.present}</h2>
        <b className="num">{total}</b>
      </div>
      <div className="panel__body stack">
        {evening.headCounts.map(({ group, count }) => {
          const name = attendance.groups[group];
          return (
            <PostForm key={group} formKey={formKey} className="stepper" hidden={{ intent: "count", group }}>
              <span>{name}</span>
              <span className="cluster">
                <button
                  type="submit"
                  className="btn btn--small btn--icon"
                  name="by"
                  value="-1"
                  aria-label={messages.remove(name)}
                  disabled={count === 0}
                >
                  −
                </button>
                <b>{count}</b>
                <button
                  type="submit"
                  className="btn btn--small btn--icon"
                  name="by"
                  value="1"
                  aria-label={messages.add(name)}
                >
                  +
                </button>
              </span>
            </PostForm>
          );
        })}
        <p className="small">
          <Anchor href={attendanceHref}>{messages.officials}</Anchor>
        </p>
      </div>
    </section>
  );
}
