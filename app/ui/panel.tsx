import { type ReactNode, useId } from "react";
import { Anchor } from "./anchor";
import { Badge, type Tone } from "./badge";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";
import { typesetNode } from "./typeset-node";

type PanelProps = {
  title?: ReactNode;
  /** For links to this place; without it React makes one up. */
  id?: string;
  /** Without a title: what the region is called. */
  label?: string;
  count?: ReactNode;
  /** On the right of the heading: a link, a badge. */
  aside?: ReactNode;
  /** Padding around; leave it out for `Rows`, `Table` and `Checklist`, which reach the edges. */
  padded?: boolean;
  className?: string;
  children: ReactNode;
};

export function Panel({ title, id, label, count, aside, padded, className, children }: PanelProps) {
  const ownId = useId();
  const headingId = id ?? ownId;
  return (
    <section
      className={joinClasses("panel", className)}
      aria-labelledby={title ? headingId : undefined}
      aria-label={title ? undefined : label}
    >
      {title && (
        <div className="panel__head">
          <h2 id={headingId}>
            {title}
            {count !== undefined && <span className="count"> {count}</span>}
          </h2>
          {aside}
        </div>
      )}
      {padded ? <div className="panel__body stack">{children}</div> : children}
    </section>
  );
}

export const Rows = ({ children }: { children: ReactNode }) => <ul className="rows">{children}</ul>;

type RowProps = {
  /** State first: shape and word. */
  badge?: { tone: Tone; text: ReactNode };
  title: ReactNode;
  href?: string;
  sub?: ReactNode;
  action?: ReactNode;
};

export function Row({ badge, title, href, sub, action }: RowProps) {
  return (
    <li className={badge ? undefined : "is-plain"}>
      {badge && (
        <div>
          <Badge tone={badge.tone}>{badge.text}</Badge>
        </div>
      )}
      <div>
        <p className="rows__title">{href ? <Anchor href={href}>{typesetNode(title)}</Anchor> : typesetNode(title)}</p>
        {sub && <p className="rows__sub">{typesetNode(sub)}</p>}
      </div>
      {action && <div className="cluster">{action}</div>}
    </li>
  );
}

export const Checklist = ({ children }: { children: ReactNode }) => <ul className="check">{children}</ul>;

type CheckRowProps = {
  state: keyof typeof messages.checks;
  title: ReactNode;
  href?: string;
  sub?: ReactNode;
  aside?: ReactNode;
};

/** One step: tick, triangle, half ring, ring or dash, and the same in a word that is heard. */
export function CheckRow({ state, title, href, sub, aside }: CheckRowProps) {
  return (
    <li className={state === "todo" ? undefined : `is-${state}`}>
      <p className="rows__title">
        <span className="vh">{messages.checks[state]}</span>
        {href ? <Anchor href={href}>{typesetNode(title)}</Anchor> : typesetNode(title)}
      </p>
      {aside && <span className="small muted nowrap num">{aside}</span>}
      {sub && <p className="rows__sub">{typesetNode(sub)}</p>}
    </li>
  );
}

type CardProps = { raised?: boolean; label?: string; className?: string; children: ReactNode };

export const Card = ({ raised, label, className, children }: CardProps) =>
  label ? (
    <section aria-label={label} className={cardClass(raised, className)}>
      {children}
    </section>
  ) : (
    <div className={cardClass(raised, className)}>{children}</div>
  );

const cardClass = (raised?: boolean, more?: string) => joinClasses("card stack", raised && "card--raised", more);
