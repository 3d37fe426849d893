import { disposition } from "./pdf-response.server";
import { type ZipEntry, zipStream } from "./zip.server";

/** Without a length: how long it is, is known when the last file has been made. */
export const zipResponse = ({ entries, fileName }: { entries: readonly ZipEntry[]; fileName: string }) =>
  new Response(zipStream(entries, new Date()), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": disposition(fileName, "attachment"),
      "Cache-Control": "no-store",
    },
  });
