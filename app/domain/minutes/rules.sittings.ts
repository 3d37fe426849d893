/** One saved text of a part, by whom and when. */
type Save = { editedBy: string; at: Date };

const SITTING_MS = 10 * 60 * 1000;

/**
 * The editor saves by itself every few seconds, and every text is kept. People think in sittings: what one person saved
 * without a break of ten minutes is one entry of the history and one event.
 */
export const isSameSitting = (earlier: Save | undefined, later: Save) =>
  earlier !== undefined &&
  earlier.editedBy === later.editedBy &&
  Math.abs(later.at.getTime() - earlier.at.getTime()) < SITTING_MS;

/** Newest first, as they come: the last text of each sitting, and the ones on the way to it. */
export function sittingsOf<T extends Save>(texts: readonly T[]): { last: T; earlier: T[] }[] {
  const sittings: { last: T; earlier: T[] }[] = [];
  let previous: T | undefined;
  for (const text of texts) {
    const current = sittings.at(-1);
    if (current && isSameSitting(text, previous ?? text)) current.earlier.push(text);
    else sittings.push({ last: text, earlier: [] });
    previous = text;
  }
  return sittings;
}
