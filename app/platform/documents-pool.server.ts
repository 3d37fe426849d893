import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { DocumentTask } from "./documents-worker";
import { log } from "./log.server";

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
  /** Documents drawn or waiting at the same time. */
  mostAtOnce?: number;
  oldSpaceMb?: number;
  idleMs?: number;
  threads?: number;
};

/** One core stays free for the pages. */
const THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** Threads that draw, started when somebody asks and gone when nobody does: an idle service stays small. */
export function openPool(limits: PoolLimits = {}) {
  const { timeoutMs = 60_000, mostAtOnce = 32, oldSpaceMb = 192, idleMs = 20_000, threads = THREADS } = limits;
  const pool = new Piscina<DocumentTask, Uint8Array>({
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: oldSpaceMb },
    // The worker sees no secret and no database.
    env: { NODE_ENV: "production" },
  });
  // A worker that dies with nothing to do would otherwise end the process.
  pool.on("error", (error) => log.warn({ error: messageOf(error) }, "a document worker has died"));
  const turns = queueOf(threads);
  let atOnce = 0;

  return {
    async draw(file: string, task: DocumentTask): Promise<Buffer> {
      if (atOnce >= mostAtOnce) throw new DocumentFailed("busy", task.name, `${atOnce} documents are waiting`);
      const signal = AbortSignal.timeout(timeoutMs);
      atOnce++;
      try {
        const bytes = await turns.take(() => pool.run(task, { filename: file, signal }));
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        throw new DocumentFailed(reasonOf(error), task.name, error);
      } finally {
        atOnce--;
      }
    },
    close: () => pool.destroy(),
  };
}

/**
 * A queue of our own in front of Piscina, which starts no new thread for tasks that wait behind one whose thread had
 * to be ended, and whose `maxQueue` does not count them.
 */
function queueOf(most: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async take<Value>(work: () => Promise<Value>): Promise<Value> {
      if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
      else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function reasonOf(error: unknown): DocumentFailure {
  if (!(error instanceof Error)) return "broken";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "timeout";
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "broken";
}
