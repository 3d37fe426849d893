import { DocumentFailed, renderDocument } from "./documents.server";
import { foldForSearch } from "./language";
import { log } from "./log.server";

type Options = {
  /** As people shall find it in their folder: „Protokół nr 3/2026.pdf”. */
  fileName: string;
  cacheControl: string;
  /** What to say when the document cannot be drawn just now. */
  failure: string;
};

/** A document as the answer to a request. Browsers that read only ASCII get the name without Polish letters. */
export async function pdfResponse<Props>(name: string, props: Props, { fileName, cacheControl, failure }: Options) {
  try {
    const bytes = await renderDocument(name, props);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": disposition(fileName),
        "Content-Length": String(bytes.length),
        "Cache-Control": cacheControl,
      },
    });
  } catch (error) {
    if (!(error instanceof DocumentFailed)) throw error;
    log.error({ document: name, reason: error.reason }, "a document could not be drawn");
    return new Response(sorry(failure), {
      status: 503,
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "30" },
    });
  }
}

const sorry = (sentence: string) =>
  `<!doctype html><html lang="pl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Debata</title><p>${sentence}</p></html>`;

/** A slash would name a folder; RFC 6266 wants the real name percent-encoded beside one in ASCII. */
export function disposition(fileName: string) {
  const safe = fileName.replace(/[/\\]/g, "-").replace(/[\p{Cc}"<>:|?*]/gu, "");
  const ascii = foldForSearch(safe).replace(/[^\x20-\x7e]/g, "-");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
