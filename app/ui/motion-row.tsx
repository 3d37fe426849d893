import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { joinClasses } from "./join-classes";
import { typesetNode } from "./typeset-node";

type Props = {
  no: ReactNode;
  title: ReactNode;
  href?: string;
  meta?: readonly ReactNode[];
  /** `cols`: result beside the text; `act`: a button beside it. */
  layout?: "cols" | "act";
  /** A badge and a paragraph, or a form with a button. */
  children?: ReactNode;
};

/** One matter in a public list: number and category, title, place and owner, result. */
export function MotionRow({ no, title, href, meta = [], layout = "cols", children }: Props) {
  return (
    <article className={joinClasses("motion", `motion--${layout}`)}>
      <p className="motion__no">{no}</p>
      <h3 className="motion__title">{href ? <Anchor href={href}>{typesetNode(title)}</Anchor> : typesetNode(title)}</h3>
      {meta.some(Boolean) && (
        <p className="motion__meta">
          {meta.filter(Boolean).map((part, index) => (
            <span key={index}>{part}</span>
          ))}
        </p>
      )}
      {children && <div className="motion__result">{children}</div>}
    </article>
  );
}
