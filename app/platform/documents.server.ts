import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { config } from "./config.server";
import { openPool, type PoolLimits } from "./documents-pool.server";
import { openShelf } from "./documents-shelf.server";

export { DocumentFailed } from "./documents-pool.server";

type WorkerFile = { file: string; version: string };

type Options = PoolLimits & {
  /** Where finished documents are kept. */
  folder: string;
  mostBytes?: number;
  worker: () => Promise<WorkerFile>;
};

/** Draws documents in threads of their own; what was drawn once from the same props is taken from the shelf. */
export function openDocuments({ folder, mostBytes, worker, ...limits }: Options) {
  const pool = openPool(limits);
  const shelf = openShelf(folder, mostBytes);
  const underWay = new Map<string, Promise<Buffer>>();

  const make = async (key: string, file: string, name: string, json: string) => {
    const kept = await shelf.find(key);
    if (kept) return kept;
    const bytes = await pool.draw(file, { name, json });
    await shelf.keep(key, bytes);
    return bytes;
  };

  return {
    async render(name: string, props: unknown): Promise<Buffer> {
      const { file, version } = await worker();
      const json = JSON.stringify(props ?? null);
      const key = createHash("sha256")
        .update(JSON.stringify([version, name, json]))
        .digest("hex");
      const drawing = underWay.get(key) ?? make(key, file, name, json).finally(() => underWay.delete(key));
      underWay.set(key, drawing);
      return drawing;
    },
    close: () => pool.close(),
  };
}

/** Built beside the server. Its content is its version: a new build draws anew. */
async function builtWorker(): Promise<WorkerFile> {
  const file = resolve("build/server/documents-worker.mjs");
  return {
    file,
    version: createHash("sha256")
      .update(await readFile(file))
      .digest("hex"),
  };
}

/** Without a build, the worker is bundled from the sources as they are now; esbuild is there in development only. */
async function bundledWorker(): Promise<WorkerFile> {
  const { cachedWorker } = await import("../../scripts/lib/bundle-worker.mjs");
  return cachedWorker();
}

let built: Promise<WorkerFile> | undefined;
const worker = import.meta.env.PROD
  ? () => {
      built ??= builtWorker();
      return built;
    }
  : bundledWorker;

let documents: ReturnType<typeof openDocuments> | undefined;

/**
 * The finished PDF of a document that app/entry.worker.tsx knows by this name. Props are plain JSON: text, numbers,
 * lists, objects; a date comes as the text that shall be read. Throws DocumentFailed.
 */
export async function renderDocument<Props>(name: string, props: Props): Promise<Buffer> {
  documents ??= openDocuments({ folder: join(config.dataDir, "documents"), worker });
  return documents.render(name, props);
}
