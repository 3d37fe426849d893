import { availableParallelism } from "node:os";
import { type Drawer, DrawerDied, startDrawer } from "./documents-process.server";
import { openQueue, type Place, QueueIsFull } from "./documents-queue";
import type { DocumentTask } from "./documents-worker";

/** busy: too many are waiting; timeout, memory: this document asks too much; broken: it cannot be drawn as it is. */
export type DocumentFailure = "busy" | "timeout" | "memory" | "broken";

/** A document that could not be drawn. The service goes on, and so does the next document. */
export class DocumentFailed extends Error {
  override name = "DocumentFailed";
  constructor(
    readonly reason: DocumentFailure,
    readonly document: string,
    cause: unknown,
  ) {
    super(`The document „${document}” could not be drawn (${reason}): ${messageOf(cause)}`, { cause });
  }
}

export type PoolLimits = {
  /** Of a document, from the question to the answer. */
  timeoutMs?: number;
  /** Documents of one unit that may wait for their turn, and of all units. */
  waitingPerUnit?: number;
  waitingInAll?: number;
  oldSpaceMb?: number;
  idleMs?: number;
  atOnce?: number;
};

/** One core stays free for the pages. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));

/** Processes that draw, started when somebody asks and gone when nobody does: an idle service stays small. */
export function openPool({
  timeoutMs = 60_000,
  waitingPerUnit = 24,
  waitingInAll = 96,
  oldSpaceMb = 192,
  idleMs = 20_000,
  atOnce = AT_ONCE,
}: PoolLimits = {}) {
  const queue = openQueue({ running: atOnce, waitingPerUnit, waitingInAll });
  const drawers = new Set<Drawer>();
  /** Those with nothing to do, and when they go home. */
  const idle = new Map<Drawer, NodeJS.Timeout>();
  let isClosed = false;

  /** Of a file that is not drawn from any more (a new build in development), nobody waits for work. */
  async function hire(file: string): Promise<Drawer> {
    for (const [drawer, goesHome] of idle) {
      clearTimeout(goesHome);
      idle.delete(drawer);
      if (drawer.file === file && drawer.isAlive()) return drawer;
      await dismiss(drawer);
    }
    if (isClosed) throw new Error("no documents are drawn any more");
    const drawer = startDrawer(file, oldSpaceMb);
    drawers.add(drawer);
    return drawer;
  }

  async function dismiss(drawer: Drawer) {
    idle.delete(drawer);
    drawers.delete(drawer);
    await drawer.end();
  }

  async function drawWith(file: string, task: DocumentTask, signal: AbortSignal) {
    const drawer = await hire(file);
    try {
      return await drawer.draw(task, signal);
    } finally {
      if (drawer.isAlive()) idle.set(drawer, setTimeout(() => void dismiss(drawer), idleMs).unref());
      else drawers.delete(drawer);
    }
  }

  return {
    draw(file: string, task: DocumentTask, unit: string): Place<Buffer> {
      const signal = AbortSignal.timeout(timeoutMs);
      const failed = (error: unknown) => new DocumentFailed(reasonOf(error), task.name, error);
      try {
        const { ended, ahead } = queue.take(unit, () => drawWith(file, task, signal), signal);
        return { ended: ended.catch((error: unknown) => Promise.reject(failed(error))), ahead };
      } catch (error) {
        throw failed(error);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...drawers].map(dismiss));
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function reasonOf(error: unknown): DocumentFailure {
  if (error instanceof QueueIsFull) return "busy";
  if (error instanceof DrawerDied) return error.isMemory ? "memory" : "broken";
  return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "broken";
}
