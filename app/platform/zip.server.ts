// A ZIP that is made while it is sent: one file at a time is in memory, and nothing before somebody reads.
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { Readable as NodeReadable } from "node:stream";
import { ZipFile } from "yazl";

/** `make` is called when it is this file's turn. What it is made of is known only then, e.g. the sums of those before. */
export type ZipEntry = { name: string; make: (before: readonly Packed[]) => Promise<Uint8Array> };
export type Packed = { name: string; bytes: number; sha256: string };

/**
 * A file that cannot be made ends the stream as an error, before the directory without which no program opens a ZIP:
 * half an archive never looks like a whole one. Whoever stops reading stops the work, too.
 */
export function zipStream(entries: readonly ZipEntry[], modified: Date): ReadableStream<Uint8Array> {
  const chunks = packed(entries, modified);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

async function* packed(entries: readonly ZipEntry[], mtime: Date): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const done: Packed[] = [];
  let isStopped = false;
  zip.on("error", (error) => output.destroy(error as Error));
  for (const { name, make } of entries) {
    zip.addReadStreamLazy(name, { mtime }, (open) => {
      if (isStopped) return;
      make(done).then(
        (content) => {
          done.push({ name, bytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex") });
          open(null, NodeReadable.from([Buffer.from(content.buffer, content.byteOffset, content.byteLength)]));
        },
        (error: Error) => output.destroy(error),
      );
    });
  }
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    isStopped = true;
    output.destroy();
  }
}
