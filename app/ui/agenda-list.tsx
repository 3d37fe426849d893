import type { ReactNode } from "react";
import { typesetNode } from "./typeset-node";

export type AgendaEntry = { key: string; time: string; dateTime: string; title: ReactNode; detail?: ReactNode };

export function AgendaList({ items }: { items: readonly AgendaEntry[] }) {
  return (
    <ol className="agenda">
      {items.map(({ key, time, dateTime, title, detail }) => (
        <li key={key}>
          <time dateTime={dateTime}>{time}</time>
          <span className="agenda__title">{typesetNode(title)}</span>
          {detail && <p>{detail}</p>}
        </li>
      ))}
    </ol>
  );
}
