import { Badge, type Tone } from "~/ui/badge";
import type { MotionOutcome, MotionStatus, Sensitivity, Settlement } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { type MotionState, stateOf } from "../rules";

const TONES = {
  submitted: "wait",
  returned: "stop",
  open: "wait",
  answered_on_spot: "done",
  task: "go",
  referred: "sent",
  merged: "sent",
  out_of_scope: "stop",
  police_only: "sent",
} as const satisfies Record<MotionState, Tone>;

const SETTLED = { done: "done", partly: "part", refused: "stop" } as const satisfies Record<Settlement, Tone>;

type Stands = { status: MotionStatus; outcome: MotionOutcome | null; settlement: Settlement | null };

/** Beside a matter for everybody: the result where there is one, else where it stands. */
export function PublicMotionBadge(motion: Stands) {
  if (motion.settlement)
    return <Badge tone={SETTLED[motion.settlement]}>{messages.settlements[motion.settlement]}</Badge>;
  const state = stateOf(motion);
  return <Badge tone={TONES[state]}>{messages.publicStates[state]}</Badge>;
}

/** In the office: also what is held, and what only the police may read. */
export function OfficeMotionBadge({
  flags,
  sensitivity,
  ...motion
}: Stands & { flags: string[]; sensitivity: Sensitivity }) {
  if (flags.length > 0) return <Badge tone="secret">{messages.held}</Badge>;
  if (sensitivity === "police_only") return <Badge tone="secret">{messages.states.police_only}</Badge>;
  if (motion.settlement)
    return <Badge tone={SETTLED[motion.settlement]}>{messages.settlements[motion.settlement]}</Badge>;
  const state = stateOf(motion);
  return <Badge tone={TONES[state]}>{messages.states[state]}</Badge>;
}
