// The process that draws, from inside: app/entry.worker.tsx starts it, documents-process.server.ts asks.
import type { Book, List } from "./lists";
import type { Sheet } from "./pdf/sheet";

type Render = (document: Sheet & List & Book) => Promise<Uint8Array>;

/** One sheet is drawn as a tagged PDF, or written for Word or as a page; a list or a book of lists as a file for Excel. Each is read when it is needed. */
const FORMATS = {
  pdf: async (): Promise<Render> => (await import("./pdf/render")).renderSheet,
  docx: async (): Promise<Render> => (await import("./docx/render")).renderDocx,
  html: async (): Promise<Render> => (await import("./docx/html")).renderHtml,
  xlsx: async (): Promise<Render> => (await import("./xlsx")).renderXlsx,
};
export type DocumentFormat = keyof typeof FORMATS;

/** What crosses to the worker is exactly what the finished document is remembered by. */
export type DocumentTask = { name: string; json: string; format: DocumentFormat };
export type DocumentAnswer = { bytes: Uint8Array } | { error: string };

/** Rooms know the shape of their own props; here they are what came out of JSON. */
type DocumentComponents = Record<string, (props: never) => Sheet | List | Book>;

const MOST_WORDS = 300;

/** Draws what it is asked for, one after another, until the service ends it or is gone. */
export function serveDocuments(components: DocumentComponents) {
  process.on("message", async (task: DocumentTask) => {
    const answer: DocumentAnswer = await draw(components, task).then(
      (bytes) => ({ bytes }),
      (error: unknown) => ({ error: String(error instanceof Error ? error.message : error).slice(0, MOST_WORDS) }),
    );
    process.send?.(answer);
  });
  process.once("disconnect", () => process.exit());
  // Ctrl+C and systemd tell the whole group; the service lets the document under way be finished, and ends us then.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
}

async function draw(components: DocumentComponents, { name, json, format }: DocumentTask) {
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!component) throw new Error(`No document is called ${name}: add it to app/entry.worker.tsx`);
  const render = await FORMATS[format]();
  return render(component(JSON.parse(json) as never) as Sheet & List & Book);
}
