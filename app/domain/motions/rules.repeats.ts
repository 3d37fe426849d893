import { addMonths, startOfDay, today } from "~/platform/time";

/** So many motions about the same kind of thing at the same place, within so many years, are a problem that repeats. */
export const REPEATS_FROM = 3;
const MONTHS = 24;

/** Motions from this moment on are counted. */
export const repeatsSince = (now: Date): Date => startOfDay(addMonths(today(now), -MONTHS));

type Group = { many: number; lastAt: Date };
/** Raised while nobody has dealt with it; a motion that came later than the decision raises it again. */
export const isRaised = ({ many, lastAt }: Group, dismissedAt: Date | null) =>
  many >= REPEATS_FROM && (dismissedAt === null || lastAt > dismissedAt);
