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

export type PoolLimits = { timeoutMs?: number; maxQueue?: number; oldSpaceMb?: number; idleMs?: number };

/** Threads that draw, started when somebody asks and gone when nobody does: an idle service stays small. */
export function openPool({ timeoutMs = 60_000, maxQueue = 30, oldSpaceMb = 192, idleMs = 20_000 }: PoolLimits = {}) {
  const pool = new Piscina<DocumentTask, Uint8Array>({
    minThreads: 0,
    // One core stays free for the pages.
    maxThreads: Math.max(1, Math.min(2, availableParallelism() - 1)),
    maxQueue,
    idleTimeout: idleMs,
    resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: oldSpaceMb },
    // The worker sees no secret and no database.
    env: { NODE_ENV: "production" },
  });
  // A worker that dies with nothing to do would otherwise end the process.
  pool.on("error", (error) => log.warn({ error: messageOf(error) }, "a document worker has died"));

  return {
    async draw(file: string, task: DocumentTask): Promise<Buffer> {
      try {
        const bytes = await pool.run(task, { filename: file, signal: AbortSignal.timeout(timeoutMs) });
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        throw new DocumentFailed(reasonOf(error), task.name, error);
      }
    },
    close: () => pool.destroy(),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function reasonOf(error: unknown): DocumentFailure {
  if (!(error instanceof Error)) return "broken";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "timeout";
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "memory";
  return /task queue is at limit|no task queue available/i.test(error.message) ? "busy" : "broken";
}
