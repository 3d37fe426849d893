import { useEffect, useState } from "react";
import { formatHours } from "~/platform/time";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form-pieces";
import { messages } from "../messages.pl";
import type { Evening } from "../queries.server";

type Props = { evening: Evening; formKey: string };

/** What is on now, how long it may take, and the one button that leads on. */
export function CurrentItem({ evening, formKey }: Props) {
  const { current, items, nextItemId } = evening;
  const begin = items.every(({ state }) => state === "waiting");
  return (
    <section className="now" aria-label={messages.title}>
      <div>
        {current ? (
          <>
            <p>
              {messages.item(current.no, items.length)} · {formatHours(current.startsAt, current.endsAt)}
            </p>
            <h2>{current.title}</h2>
          </>
        ) : (
          <h2>{nextItemId ? messages.noItem : messages.allDone}</h2>
        )}
      </div>
      {current && <Clock key={current.id} seconds={current.secondsLeft} />}
      <div className="cluster">
        {nextItemId ? (
          <PostForm formKey={formKey} className="cluster" hidden={{ intent: "start", itemId: nextItemId }}>
            <Button kbd="N">{begin ? messages.begin : messages.next}</Button>
          </PostForm>
        ) : (
          current && (
            <PostForm formKey={formKey} className="cluster" hidden={{ intent: "finish", itemId: current.id }}>
              <Button kbd="N">{messages.finish}</Button>
            </PostForm>
          )
        )}
      </div>
    </section>
  );
}

/** Without scripts it shows the time of the last request; with them it runs. */
function Clock({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.round((until - Date.now()) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  const text = `${left < 0 ? "−" : ""}${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
  const label = left < 0 ? messages.overTime(text.slice(1)) : messages.left(text);
  return (
    <p>
      <span className="clock" role="timer" aria-label={label}>
        {text}
      </span>
    </p>
  );
}
