import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";
import { resultPlace } from "./result-place";

type NoteProps = { tone?: "good" | "warn" | "bad" | "secret"; status?: boolean; children: ReactNode };

/** Something to know. `status`: the answer to a form, „Zapisano o godz. 12.41.”; one on a page. */
export const Note = ({ tone, status, children }: NoteProps) => (
  <div className={joinClasses("note", tone && `note--${tone}`)} {...(status && { role: "status", ...resultPlace })}>
    {children}
  </div>
);

/** Something that went wrong and is not about a single field; those go into `ErrorSummary`. */
export const Alert = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="alert" role="alert">
    <h2>{title}</h2>
    {children}
  </div>
);

/** Says what will appear here and offers one way on. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <div>{children}</div>}
      {action && <p>{action}</p>}
    </div>
  );
}

/** A bar and the sentence that says the same; `label` is heard, `children` are seen. */
export function ProgressNote(props: { label: string; value: number; max: number; children?: ReactNode }) {
  const { label, value, max, children } = props;
  return (
    <div className="stack stack--s">
      {children && <p className="small muted">{children}</p>}
      <progress max={max} value={value} aria-label={label} />
    </div>
  );
}
