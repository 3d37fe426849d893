import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type Fact = { term: string; value: ReactNode; code?: boolean };

/** Term and value; `row` puts them side by side where there is room. Facts without a value are left out. */
export function Facts({ items, row, className }: { items: readonly Fact[]; row?: boolean; className?: string }) {
  return (
    <dl className={joinClasses("facts", row && "facts--row", className)}>
      {items
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map(({ term, value, code }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={code ? "code" : undefined}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export type Stat = { label: string; value: ReactNode };

/** Big numbers with their words below; `strip` is the framed line above an office list. */
export function Stats({ items, strip, className }: { items: readonly Stat[]; strip?: boolean; className?: string }) {
  return (
    <dl className={joinClasses(strip ? "strip sub" : "stats", className)}>
      {items.map(({ label, value }) => (
        <div key={label} className="stat">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What there is, and what there is not: accessibility of a place. */
export function Ticks({ items }: { items: readonly { text: ReactNode; not?: boolean }[] }) {
  return (
    <ul className="ticks">
      {items.map(({ text, not }, index) => (
        <li key={index} className={not ? "is-no" : undefined}>
          {text}
        </li>
      ))}
    </ul>
  );
}
