// Whose document is drawn next: units take turns, so that fifty documents of one do not hold up the only one of another.

export type QueueLimits = {
  /** Drawn at the same time. */
  running: number;
  waitingPerUnit: number;
  waitingInAll: number;
};

/** Too many are waiting: nobody is helped by a longer queue. */
export class QueueIsFull extends Error {
  override name = "QueueIsFull";
}

type Waiting = { start: () => void };

/** `ended` settles with the work; `ahead` counts the documents that come before this one, those being drawn included. */
export type Place<Value> = { ended: Promise<Value>; ahead: () => number };

export function openQueue({ running: most, waitingPerUnit, waitingInAll }: QueueLimits) {
  const lines = new Map<string, Waiting[]>();
  /** When a unit had its last turn; kept while anybody waits, so that coming back at once is no way to the front. */
  const turns = new Map<string, number>();
  let turn = 0;
  let running = 0;

  const lastTurn = (unit: string) => turns.get(unit) ?? 0;
  const inAll = () => [...lines.values()].reduce((sum, { length }) => sum + length, 0);

  function next() {
    const [unit] = [...lines.keys()].sort((a, b) => lastTurn(a) - lastTurn(b));
    if (unit === undefined) turns.clear();
    if (unit === undefined || running >= most) return;
    const line = lines.get(unit) ?? [];
    const first = line.shift();
    if (!line.length) lines.delete(unit);
    turns.set(unit, ++turn);
    running++;
    first?.start();
  }

  function leave(unit: string, place: Waiting) {
    const line = lines.get(unit) ?? [];
    const at = line.indexOf(place);
    if (at < 0) return false;
    line.splice(at, 1);
    if (!line.length) lines.delete(unit);
    return true;
  }

  /** In each round every unit has one turn; those whose last turn was longer ago have it before us. */
  function ahead(unit: string, place: Waiting) {
    const at = lines.get(unit)?.indexOf(place) ?? -1;
    if (at < 0) return 0;
    const others = [...lines].filter(([name]) => name !== unit);
    const before = others.map(([name, line]) => Math.min(line.length, at + (lastTurn(name) < lastTurn(unit) ? 1 : 0)));
    return running + at + before.reduce((sum, count) => sum + count, 0);
  }

  return {
    /** Whoever gives up while waiting leaves the queue at once. */
    take<Value>(unit: string, work: () => Promise<Value>, signal: AbortSignal): Place<Value> {
      const line = lines.get(unit) ?? [];
      if (running >= most && (line.length >= waitingPerUnit || inAll() >= waitingInAll))
        throw new QueueIsFull(`${line.length} documents of one unit are waiting, ${inAll()} in all`);
      const place: Waiting = { start: () => undefined };
      const ended = new Promise<void>((start, giveUp) => {
        place.start = start;
        signal.addEventListener("abort", () => leave(unit, place) && giveUp(signal.reason), { once: true });
      })
        .then(async () => {
          try {
            return await work();
          } finally {
            running--;
          }
        })
        .finally(next);
      lines.set(unit, [...line, place]);
      next();
      return { ended, ahead: () => ahead(unit, place) };
    },
  };
}
