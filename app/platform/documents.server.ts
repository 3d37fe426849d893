import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { config } from "./config.server";
import { openPool, type PoolLimits } from "./documents-pool.server";
import { openShelf } from "./documents-shelf.server";
import { openTray } from "./documents-tray";
import type { DocumentFormat, DocumentTask } from "./documents-worker";

export { DocumentFailed } from "./documents-pool.server";

type WorkerFile = { file: string; version: string };

type Options = PoolLimits & {
  /** Where finished documents are kept. */
  folder: string;
  mostBytes?: number;
  worker: () => Promise<WorkerFile>;
};

/**
 * `unit`: whose queue it waits in. `patienceMs`: how long, before an answer says that it is still being drawn.
 * `format`: PDF unless told otherwise. `keep: false`: never on the shelf, because it prints keys, e.g. personal links.
 */
export type Asked = { unit?: string; patienceMs?: number; format?: DocumentFormat; keep?: boolean };

type Drawing = { bytes: Promise<Buffer>; ahead: () => number; expected: boolean };

/** Draws documents in processes of their own; what was drawn once from the same props is taken from the shelf. */
export function openDocuments({ folder, mostBytes, worker, ...limits }: Options) {
  const pool = openPool(limits);
  const shelf = openShelf(folder, mostBytes);
  const tray = openTray();
  const underWay = new Map<string, Drawing>();

  /** Who was told to come back hears how it ended, also of a failure, and also when it is not on the shelf. */
  function start(key: string, file: string, task: DocumentTask, { unit = "", keep = true }: Asked): Drawing {
    const { ended, ahead } = pool.draw(file, task, unit);
    const bytes = ended.then(async (drawn) => {
      if (keep) await shelf.keep(key, drawn);
      return drawn;
    });
    const drawing: Drawing = { bytes, ahead, expected: false };
    const forget = () => void (underWay.get(key) === drawing && underWay.delete(key));
    const settled = (size: number) => (drawing.expected ? tray.put(key, size, forget) : forget());
    bytes.then(
      ({ length }) => settled(length),
      () => settled(0),
    );
    underWay.set(key, drawing);
    return drawing;
  }

  /** The document, or how many come before it. */
  async function ask(name: string, props: unknown, asked: Asked = {}): Promise<Buffer | number> {
    const { patienceMs, format = "pdf", keep = true } = asked;
    const { file, version } = await worker();
    const json = JSON.stringify(props ?? null);
    const key = createHash("sha256")
      .update(JSON.stringify([version, name, format, json]))
      .digest("hex");
    const kept = keep && !underWay.has(key) ? await shelf.find(key) : undefined;
    if (kept) return kept;
    const drawing = underWay.get(key) ?? start(key, file, { name, json, format }, asked);
    const ended = patienceMs === undefined || (await endsWithin(patienceMs, drawing.bytes));
    if (!ended) {
      drawing.expected = true;
      return drawing.ahead();
    }
    return drawing.bytes.finally(() => {
      if (underWay.get(key) === drawing) underWay.delete(key);
      tray.take(key);
    });
  }

  return {
    ask,
    render: async (name: string, props: unknown, asked: Omit<Asked, "patienceMs"> = {}) =>
      (await ask(name, props, asked)) as Buffer,
    close: () => pool.close(),
  };
}

async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<false>((late) => {
    timer = setTimeout(late, ms, false);
  });
  const ended = work.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, isLate]).finally(() => clearTimeout(timer));
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

const opened = () => {
  documents ??= openDocuments({ folder: join(config.dataDir, "documents"), worker });
  return documents;
};

/**
 * The finished file of a document that app/entry.worker.tsx knows by this name. Props are plain JSON: text, numbers,
 * lists, objects; a date comes as the text that shall be read. `unit` is whose queue it waits in, normally
 * `scope.organizationId`. Throws DocumentFailed.
 */
export const renderDocument = <Props>(name: string, props: Props, asked?: Omit<Asked, "patienceMs">): Promise<Buffer> =>
  opened().render(name, props, asked);

/** The same for somebody who would rather see a page than wait: after `patienceMs`, how many come before it. */
export const askForDocument = <Props>(name: string, props: Props, asked: Asked): Promise<Buffer | number> =>
  opened().ask(name, props, asked);
