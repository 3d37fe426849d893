import { Badge, type Tone } from "~/ui/badge";
import type { MotionOutcome, MotionStatus, Settlement } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { type MotionState, type Standing, standingOf, stateOf } from "../rules";

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

const LOOKS: Record<Standing, { tone: Tone; text: string }> = {
  ...looks(TONES, messages.states),
  ...looks(SETTLED, messages.settlements),
  held: { tone: "secret", text: messages.held },
  police_only: { tone: "secret", text: messages.states.police_only },
};

function looks<Word extends string>(tones: Record<Word, Tone>, texts: Record<Word, string>) {
  const words = Object.keys(tones) as Word[];
  return Object.fromEntries(words.map((word) => [word, { tone: tones[word], text: texts[word] }])) as Record<
    Word,
    { tone: Tone; text: string }
  >;
}

/** In the office: also what is held, and what only the police may read. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { tone, text } = LOOKS[standing];
  return <Badge tone={tone}>{text}</Badge>;
}

export const OfficeMotionBadge = (motion: Parameters<typeof standingOf>[0]) => (
  <StandingBadge standing={standingOf(motion)} />
);
