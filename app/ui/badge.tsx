import type { ReactNode } from "react";

/** Shape, word, and only then colour. `secret` exists in the office only. */
export type Tone =
  | "neutral"
  | "wait"
  | "go"
  | "part"
  | "done"
  | "stop"
  | "late"
  | "soon"
  | "funds"
  | "sent"
  | "secret"
  | "live";

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}
