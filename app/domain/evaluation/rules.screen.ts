import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { DebateStatus, ScreenMode } from "~db/vocabulary";
import type { BallotState } from "./rules.ballot";

export type ScreenRefusal = "called_off" | "no_slide" | "no_ballot" | "no_result";

type Chosen = { isForHall: boolean; ballot: BallotState };

/** What the big screen may show. `motion` is the chosen one, null where none was named. */
export function decideScreen(
  status: DebateStatus,
  mode: ScreenMode,
  motion: Chosen | null,
): Outcome<{ withMotion: boolean }, ScreenRefusal> {
  if (status === "cancelled") return refuse("called_off");
  if (mode === "agenda" || mode === "blank") return allow({ withMotion: false });
  if (!motion?.isForHall) return refuse("no_slide");
  if (mode === "ballot" && motion.ballot !== "open") return refuse("no_ballot");
  if (mode === "result" && motion.ballot !== "closed") return refuse("no_result");
  return allow({ withMotion: true });
}

/** The slides before and after the one that is shown; before any, the first one comes next. */
export function neighbours<T extends { id: string }>(slides: readonly T[], shown: string | null) {
  const at = slides.findIndex(({ id }) => id === shown);
  return { previous: at > 0 ? slides[at - 1] : undefined, next: slides[at + 1] };
}
