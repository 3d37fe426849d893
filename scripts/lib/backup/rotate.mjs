/** How many are kept of each: the newest of a day, of a week, of a month. */
export const KEPT = { days: 7, weeks: 5, months: 12 };

const DAY_MS = 86_400_000;
/** Monday is the first day of a week; 1 January 1970 was a Thursday. */
const weekOf = (/** @type {Date} */ at) => String(Math.floor((at.getTime() / DAY_MS + 3) / 7));
const PERIODS = {
  days: (/** @type {Date} */ at) => at.toISOString().slice(0, 10),
  weeks: weekOf,
  months: (/** @type {Date} */ at) => at.toISOString().slice(0, 7),
};

/**
 * Which backups may go. The newest always stays, whatever the numbers say; days without a backup do not count, so that
 * a service that stood still for a month does not lose its last ones.
 * @param {{ name: string, at: Date }[]} backups
 */
export function decideRotation(backups, kept = KEPT) {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime());
  const staying = new Set(newestFirst.slice(0, 1));
  for (const [period, ofPeriod] of Object.entries(PERIODS)) {
    const seen = new Set();
    for (const backup of newestFirst) {
      const key = ofPeriod(backup.at);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > kept[/** @type {keyof typeof KEPT} */ (period)]) break;
      staying.add(backup);
    }
  }
  return newestFirst.filter((backup) => !staying.has(backup)).map(({ name }) => name);
}
