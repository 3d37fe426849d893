import type { ReactNode } from "react";
import { Brand } from "./brand";
import { SkipLink } from "./skip-link";

type Props = {
  title: string;
  /** The error summary; it stands before the heading. */
  problem?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** Login, joining a unit, a new password. Its route has `handle.bodyClass = "office"` and needs no scripts. */
export function GatePage({ title, problem, foot, children }: Props) {
  return (
    <>
      <SkipLink />
      <main className="gate" id="tresc" tabIndex={-1}>
        <div className="gate__card stack stack--l">
          <Brand />
          <div className="card card--raised stack">
            {problem}
            <h1>{title}</h1>
            {children}
          </div>
          {foot && <div className="small muted">{foot}</div>}
        </div>
      </main>
    </>
  );
}
