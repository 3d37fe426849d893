import type { ReactNode } from "react";
import { typesetNode } from "./typeset-node";

type Leaf = { weekday: string; day: string | number; month: string };

/** The tear-off leaf is a picture: the words beside it say the same in full. */
export const DateLeaf = ({ weekday, day, month }: Leaf) => (
  <div className="leaf" aria-hidden="true">
    <span>{weekday}</span>
    <b>{day}</b>
    <i>{month}</i>
  </div>
);

type Props = { leaf: Leaf; dateTime: string; text: string; children?: ReactNode };

/** Leaf, date in full, and what follows (place) below it. */
export function When({ leaf, dateTime, text, children }: Props) {
  return (
    <div className="when">
      <DateLeaf {...leaf} />
      <div>
        <p className="when__main">
          <time dateTime={dateTime}>{typesetNode(text)}</time>
        </p>
        {children && <p>{typesetNode(children)}</p>}
      </div>
    </div>
  );
}
