import type { ReactNode } from "react";

export type HallEntry = { no: string | number; title: string; sub?: ReactNode; isNew?: boolean };

type Props = {
  eyebrow: ReactNode;
  title: string;
  timer?: { label: string; value: string };
  listLabel: string;
  list: readonly HallEntry[];
  side: ReactNode;
  sideLabel: string;
};

/** The screen in the hall; its route has `handle.bodyClass = "hall"`. Everything is sized by the screen itself. */
export function HallPage({ eyebrow, title, timer, listLabel, list, side, sideLabel }: Props) {
  return (
    <main>
      <header className="hall__now">
        <div>
          <p>{eyebrow}</p>
          <h1>{title}</h1>
        </div>
        {timer && (
          <div className="hall__time">
            <p>{timer.label}</p>
            <b role="timer">{timer.value}</b>
          </div>
        )}
      </header>
      <ol className="hall__list" aria-label={listLabel}>
        {list.map(({ no, title, sub, isNew }) => (
          <li key={no} className={isNew ? "is-new" : undefined}>
            <b>{no}</b>
            <div>
              <strong>{title}</strong>
              {sub && <span>{sub}</span>}
            </div>
          </li>
        ))}
      </ol>
      <aside className="hall__side" aria-label={sideLabel}>
        {side}
      </aside>
    </main>
  );
}
