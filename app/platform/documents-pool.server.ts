import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { openQueue, type Place, QueueIsFull } from "./documents-queue";
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
  /** Documents of one unit that may wait for their turn, and of all units. */
  waitingPerUnit?: number;
  waitingInAll?: number;
  oldSpaceMb?: number;
  idleMs?: number;
  threads?: number;
};

/** One core stays free for the pages. */
const THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** Threads that draw, started when somebody asks and gone when nobody does: an idle service stays small. */
export function openPool({
  timeoutMs = 60_000,
  waitingPerUnit = 24,
  waitingInAll = 96,
  oldSpaceMb = 192,
  idleMs = 20_000,
  threads = THREADS,
}: PoolLimits = {}) {
  const pool = new Piscina<DocumentTask, Uint8Array>({
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: oldSpaceMb },
    // The worker sees no secret and no database.
    env: { NODE_ENV: "production" },
  });
  // A worker that dies with nothing to do would otherwise end the process.
  pool.on("error", (error) => log.warn({ error: messageOf(error) }, "a document worker has died"));
  // Piscina starts no new thread for tasks that wait behind one whose thread had to be ended: it gets one a thread.
  const queue = openQueue({ running: threads, waitingPerUnit, waitingInAll });

  return {
    draw(file: string, task: DocumentTask, unit: string): Place<Buffer> {
      const signal = AbortSignal.timeout(timeoutMs);
      const failed = (error: unknown) => new DocumentFailed(reasonOf(error), task.name, error);
      try {
        const { ended, ahead } = queue.take(unit, () => pool.run(task, { filename: file, signal }), signal);
        const bytes = ended.then(
          ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength),
          (error: unknown) => Promise.reject(failed(error)),
        );
        return { ended: bytes, ahead };
      } catch (error) {
        throw failed(error);
      }
    },
    close: () => pool.destroy(),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function reasonOf(error: unknown): DocumentFailure {
  if (!(error instanceof Error)) return "broken";
  if (error instanceof QueueIsFull) return "busy";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "timeout";
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "broken";
}
