// Finished documents that wait in memory for whoever was told to come back: few, small in all, and not for long.

const KEPT_FOR_MS = 60_000;
const MOST = 32;
const MOST_BYTES = 32_000_000;

type TrayLimits = { most?: number; mostBytes?: number; keptForMs?: number };

export function openTray({ most = MOST, mostBytes = MOST_BYTES, keptForMs = KEPT_FOR_MS }: TrayLimits = {}) {
  const waiting = new Map<string, { bytes: number; goes: NodeJS.Timeout; forget: () => void }>();

  function take(key: string) {
    const found = waiting.get(key);
    clearTimeout(found?.goes);
    waiting.delete(key);
    found?.forget();
  }

  const inAll = () => [...waiting.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  return {
    /** `forget` is called when nobody came in time, when too many wait, or when it was taken. The oldest go first. */
    put(key: string, bytes: number, forget: () => void) {
      take(key);
      waiting.set(key, { bytes, forget, goes: setTimeout(() => take(key), keptForMs).unref() });
      for (const oldest of waiting.keys()) {
        const fits = waiting.size <= most && inAll() <= mostBytes;
        if (fits || oldest === key) return; // the newest always stays, or whoever waits for a huge one waits for ever
        take(oldest);
      }
    },
    take,
  };
}
