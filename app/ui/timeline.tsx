import type { ReactNode } from "react";

export type Moment = {
  key: string;
  title: ReactNode;
  /** A date above the title (public pages). */
  date?: { text: string; dateTime: string };
  /** Who and when, below the title (office). */
  who?: ReactNode;
  note?: ReactNode;
  /** Not yet happened. */
  next?: boolean;
};

export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, title, date, who, note, next }) => (
        <li key={key} className={next ? "is-next" : undefined}>
          {date && (
            <>
              <time dateTime={date.dateTime}>{date.text}</time>
              <br />
            </>
          )}
          <b>{title}</b>
          {who && (
            <>
              <br />
              <span className="timeline__who">{who}</span>
            </>
          )}
          {note && <div className="small">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
