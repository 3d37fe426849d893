import { Badge, type Tone } from "~/ui/badge";
import type { DebateStatus } from "~db/vocabulary";
import { statuses } from "../messages.pl";

const TONES = {
  draft: "neutral",
  announced: "wait",
  live: "live",
  held: "go",
  closed: "done",
  postponed: "soon",
  cancelled: "stop",
} as const satisfies Record<DebateStatus, Tone>;

/** In lists the reason stands beside „Odwołana”, because a refusal without one looks like a mistake. */
export function DebateBadge({ status, reason }: { status: DebateStatus; reason?: string }) {
  return (
    <Badge tone={TONES[status]}>
      {statuses[status]}
      {reason && ` – ${reason}`}
    </Badge>
  );
}
