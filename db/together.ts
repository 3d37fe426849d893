import { AsyncResource } from "node:async_hooks";
import { setImmediate as turnOfLoop } from "node:timers/promises";

/** So many share a commit at most: the first of them has to wait for the last. */
const MOST = 16;

type Writer = { exec(statement: string): unknown; readonly inTransaction: boolean };
type Work = () => Promise<unknown>;
type Waiting = {
  work: Work;
  isUndone: (result: unknown) => boolean;
  deadline: number;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
};
type Answer = () => void;

/**
 * Transactions one after another, but those that wait at the same time share a commit: to write its pages and to sync
 * them costs more than most commands. Each keeps its own savepoint, so what fails or is refused takes nothing else with
 * it, and nobody is answered before the commit that holds it. `begin` takes the lock.
 */
export function together(writer: Writer, begin: (deadline: number) => Promise<unknown>) {
  const waiting: Waiting[] = [];

  /** One turn: whoever waits by now, in the order in which they came. Never fails: those who asked are told. */
  async function serve() {
    const first = waiting.shift();
    if (!first) return; // somebody took it along
    const answers: Answer[] = [];
    const group = [first];
    try {
      await begin(first.deadline);
      const result = await first.work();
      if (first.isUndone(result)) {
        writer.exec("ROLLBACK");
        return first.resolve(result);
      }
      answers.push(() => first.resolve(result));
      while (group.length < MOST) {
        const next = await another();
        if (!next) break;
        group.push(next);
        answers.push(await attempt(next));
      }
      writer.exec("COMMIT");
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      for (const { reject } of group) reject(error);
      return;
    }
    for (const tell of answers) tell();
  }

  /** A commit keeps the loop from reading; what the network has brought meanwhile comes along, if it is ready in a turn. */
  async function another() {
    if (waiting.length === 0) await turnOfLoop();
    return waiting.shift();
  }

  async function attempt({ work, isUndone, resolve, reject }: Waiting): Promise<Answer> {
    writer.exec("SAVEPOINT one");
    try {
      const result = await work();
      writer.exec(isUndone(result) ? "ROLLBACK TO one; RELEASE one" : "RELEASE one");
      return () => resolve(result);
    } catch (error) {
      // A full or broken disk undoes everything at once, and then it is everybody's failure.
      if (!writer.inTransaction) throw error;
      writer.exec("ROLLBACK TO one; RELEASE one");
      return () => reject(error);
    }
  }

  /** Asks for a turn; `serve` has to be run once for each. */
  function ask<T>(work: () => Promise<T>, isUndone: (result: T) => boolean, deadline: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // Whoever runs it, it runs as the request that has asked.
      const own = AsyncResource.bind(work) as Work;
      const { isUndone: undone, resolve: tell } = { isUndone, resolve } as unknown as Waiting;
      waiting.push({ work: own, isUndone: undone, deadline, resolve: tell, reject });
    });
  }

  return { ask, serve };
}
