import { failedPage, preparingPage } from "./document-page.server";
import { askForDocument, DocumentFailed } from "./documents.server";
import type { DocumentFormat } from "./documents-worker";
import { foldForSearch } from "./language";
import { log } from "./log.server";

type Options = {
  /** As people shall find it in their folder: „Protokół nr 3/2026.pdf”. */
  fileName: string;
  cacheControl: string;
  /** What to say when the document cannot be drawn just now. */
  failure: string;
  /** Whose queue it waits in: `scope.organizationId`. */
  unit?: string;
  /** A browser that opens the document sees a page while it is drawn; everybody else waits. */
  request?: Request;
  /** The page that leads to the document; without it, the first page of the unit. */
  back?: string;
  format?: DocumentFormat;
  /** False for what prints personal links: it is drawn anew each time. */
  keep?: boolean;
};

const MEDIA_TYPES: Record<DocumentFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const PATIENCE_MS = 1_000;
const COME_BACK_AFTER_S = 2;
const RETRY_AFTER_S = 30;

/** A document as the answer to a request. Browsers that read only ASCII get the name without Polish letters. */
export async function pdfResponse<Props>(name: string, props: Props, options: Options) {
  const { fileName, cacheControl, failure, unit, request, back, format = "pdf", keep } = options;
  const address = request ? addressOf(request) : "";
  try {
    const patienceMs = opensInTab(format) && request && wantsPage(request) ? PATIENCE_MS : undefined;
    const drawn = await askForDocument(name, props, { unit, patienceMs, format, keep });
    if (typeof drawn === "number")
      return html(preparingPage({ ahead: drawn, address }), 202, { Refresh: String(COME_BACK_AFTER_S) });
    return new Response(new Uint8Array(drawn), {
      headers: {
        "Content-Type": MEDIA_TYPES[format],
        "Content-Disposition": disposition(fileName, opensInTab(format) ? "inline" : "attachment"),
        "Content-Length": String(drawn.length),
        "Cache-Control": cacheControl,
      },
    });
  } catch (error) {
    if (!(error instanceof DocumentFailed)) throw error;
    log.error({ document: name, reason: error.reason }, "a document could not be drawn");
    const page = failedPage({ sentence: failure, address, back: back ?? homeOf(address) });
    return html(page, 503, { "Retry-After": String(RETRY_AFTER_S) });
  }
}

/** What is saved leaves the tab as it is: a page that says „wait” would stay there for ever. */
const opensInTab = (format: DocumentFormat) => format === "pdf";

/** Nobody keeps it: the next answer from this address is the document. */
const html = (page: string, status: number, headers: Record<string, string>) =>
  new Response(page, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

/** A tab that was opened; not a download, a script, or a frame, which would save the page under the document's name. */
function wantsPage({ headers }: Request) {
  const destination = headers.get("Sec-Fetch-Dest") ?? "document";
  return destination === "document" && (headers.get("Accept") ?? "").includes("text/html");
}

const addressOf = ({ url }: Request) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

const homeOf = (address: string) => /^\/[ou]\/[a-z0-9-]+(?=\/)/.exec(address)?.[0] ?? "/";

/** A slash would name a folder; RFC 6266 wants the real name percent-encoded beside one in ASCII. */
export function disposition(fileName: string, how: "inline" | "attachment" = "inline") {
  const safe = fileName.replace(/[/\\]/g, "-").replace(/[\p{Cc}"<>:|?*]/gu, "");
  const ascii = foldForSearch(safe).replace(/[^\x20-\x7e]/g, "-");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
