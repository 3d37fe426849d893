/** How many events a unit has seen: at once where it is known, later where the database has to be asked. */
export type Revisions = (unit: string) => number | undefined | Promise<number | undefined>;

const MOST_UNITS = 1000;

/**
 * What a unit's revision is now, whoever has changed it, in this process or another. Where the database can say cheaply
 * that nobody has committed anything (`version`), what was read before stays true and nothing is asked. Elsewhere each
 * answer comes from a question that was asked after the request came in; requests that wait at the same time share one.
 */
export function revisions(
  find: (unit: string) => Promise<number | undefined>,
  version?: () => number | undefined,
): Revisions {
  return version ? knownRevisions(find, version) : askedRevisions(find);
}

function knownRevisions(find: (unit: string) => Promise<number | undefined>, version: () => number | undefined) {
  const known = new Map<string, number>();
  let seen: number | undefined;
  return (unit: string) => {
    const now = version();
    if (now === undefined || now !== seen) known.clear();
    seen = now;
    return known.get(unit) ?? ask(unit, now);
  };

  async function ask(unit: string, before: number | undefined) {
    const revision = await find(unit);
    // A commit between the two would make this an answer about nobody knows when.
    const isStill = before !== undefined && before === seen && before === version();
    if (revision !== undefined && isStill && known.size < MOST_UNITS) known.set(unit, revision);
    return revision;
  }
}

function askedRevisions(find: (unit: string) => Promise<number | undefined>) {
  type Turn = { asked: Promise<number | undefined>; next?: Promise<number | undefined> };
  const turns = new Map<string, Turn>();
  return function ask(unit: string): Promise<number | undefined> {
    const turn = turns.get(unit);
    // What is under way was asked before us, and may have been answered before somebody else's write.
    if (turn) {
      turn.next ??= turn.asked.then(again, again);
      return turn.next;
    }
    const mine: Turn = { asked: find(unit) };
    turns.set(unit, mine);
    const end = () => void (turns.get(unit) === mine && turns.delete(unit));
    mine.asked.then(end, end);
    return mine.asked;

    function again() {
      return ask(unit);
    }
  };
}
