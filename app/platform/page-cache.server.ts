import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { config } from "./config.server";
import { hasOneHost, isSmallHead, protection } from "./guards.server";
import { log } from "./log.server";
import type { Revisions } from "./revisions.server";

export type Encoding = "br" | "gzip" | "identity";
type Sent = { etag: string; headers: Record<string, string>; body: Buffer };
type Page = {
  unit: string;
  revision: number;
  madeAt: number;
  type: string;
  identity: Buffer;
  hash: string;
  sent: Partial<Record<Encoding, Sent>>;
};

const MOST_PAGES = 500;
const BIGGEST_BYTES = 512 * 1024;
/** What a page says may also depend on the clock ("za 3 dni", a deadline), so it is made anew now and then. */
const OLDEST_MS = 30_000;

/**
 * Answers anonymous pages from finished, compressed bytes. About nine tenths of an uncached page is React; a page is
 * made again when its unit has seen an event (`revisions`). Only pages that are the same for everybody come here,
 * by GET, each in its one spelling: under another (/register/, /REGISTER) a form would be handed out with one key to
 * all, and with it the first sender's personal link.
 */
const KEPT =
  /^\/u\/([a-z0-9-]{1,60})(?:\/(?:tracker(?:\/[0-9-]+)?|calendar\.ics|accessibility|privacy|debates\/[a-z0-9-]+(?:\/(?:minutes|event\.ics))?))?$/;

const unitOfKept = (address: string) => KEPT.exec(address)?.[1];

/** Such pages have no script at all, so their policy needs no word that changes with each answer. */
const PROTECTION = protection("'none'");
/** A browser may keep the page, and asks each time whether it is still the one. */
const ASK_AGAIN = "no-cache";

export type PageCache = {
  /** Answers what is finished before the guards are asked, and leaves the rest to them. */
  inFrontOf(web: RequestListener): RequestListener;
  /** Says of which revision a page is that is made behind it. */
  keep: RequestHandler;
  /** Stands behind compression. */
  listen: RequestHandler;
};
type FinishPage = (type: string, body: Buffer) => Sent;

export function pageCache(revisionOf: Revisions, now: () => number = Date.now): PageCache {
  const pages = new Map<string, Page>();

  const inFrontOf =
    (web: RequestListener): RequestListener =>
    (request, response) => {
      const next = () => web(request, response);
      const page = isPlainGet(request) ? pages.get(request.url as string) : undefined;
      if (!page || now() - page.madeAt >= OLDEST_MS) return next();
      const answer = (revision: number | undefined) =>
        revision === page.revision ? sendFinished(request, response, page) : next();
      try {
        const revision = revisionOf(page.unit);
        if (typeof revision === "object") revision.then(answer, next);
        else answer(revision);
      } catch {
        next();
      }
    };

  function remember(address: string, page: Page) {
    pages.delete(address);
    pages.set(address, page);
    const [oldest] = pages.keys();
    if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest);
  }

  const keep: RequestHandler = async ({ method, originalUrl: address, headers: asked }, response, next) => {
    const unit = method === "GET" ? unitOfKept(address) : undefined;
    // Read before the page is made: what is saved meanwhile makes it older than it is, never newer.
    const revision = unit === undefined ? undefined : await Promise.resolve(unit).then(revisionOf).catch(unknown);
    if (unit !== undefined && revision !== undefined) {
      response.setHeader("Cache-Control", ASK_AGAIN);
      response.locals.finishPage = ((type, identity) => {
        const hash = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
        const page = { unit, revision, madeAt: now(), type, identity, hash, sent: {} };
        remember(address, page);
        return inEncoding(page, encodingFor(asked));
      }) satisfies FinishPage;
    }
    next();
  };

  return { inFrontOf, keep, listen };
}

/** A page that is made in one piece is finished and sent; what is nobody else's is compressed and forgotten. */
export function sendPage(request: Request, response: Response, type: string, text: string) {
  // Only what is well is kept.
  const finish = response.statusCode === 200 ? (response.locals.finishPage as FinishPage | undefined) : undefined;
  const bytes = Buffer.from(text);
  const encoding = encodingFor(request.headers);
  const { headers, body } = finish ? finish(type, bytes) : { headers: undefined, body: ONCE[encoding](bytes) };
  response.setHeader("Content-Type", type);
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("Content-Length", body.length);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  if (headers?.ETag) response.setHeader("ETag", headers.ETag);
  response.end(body);
}

/** Hears what Remix sends, without holding it up. Compression stands behind it, so the bytes are plain. */
const listen: RequestHandler = (_request, response, next) => {
  const finish = response.locals.finishPage as FinishPage | undefined;
  if (finish) record(response, finish);
  next();
};

const unknown = () => undefined;

const { host } = config.publicUrl;

/** Whatever has a body, another host, a second one, too many headers or another method meets the guards first. */
const isPlainGet = ({ method, headers, rawHeaders }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") &&
  headers.host === host &&
  isSmallHead(rawHeaders) &&
  hasOneHost(rawHeaders) &&
  headers["content-length"] === undefined &&
  headers["transfer-encoding"] === undefined;

function sendFinished({ method, url, headers: asked }: IncomingMessage, response: ServerResponse, page: Page) {
  const { etag, headers, body } = inEncoding(page, encodingFor(asked));
  const isKnown = asked["if-none-match"]?.includes(etag) === true;
  response.writeHead(isKnown ? 304 : 200, isKnown ? unchanged(headers) : headers);
  if (isKnown || method === "HEAD") response.end();
  else response.end(body);
  log.info({ method, path: url, status: isKnown ? 304 : 200, ms: 0 });
}

function unchanged({ "Content-Length": _, "Content-Type": __, "Content-Encoding": ___, ...headers }: Sent["headers"]) {
  return headers;
}

/** Each encoding is made when it is first asked for. */
function inEncoding(page: Page, encoding: Encoding): Sent {
  const known = page.sent[encoding];
  if (known) return known;
  const body = KEEP[encoding](page.identity);
  const etag = `"${page.hash}-${encoding}"`;
  const headers = {
    "Content-Type": page.type,
    "Content-Length": String(body.length),
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    ETag: etag,
    Vary: "Accept-Encoding",
    "Cache-Control": ASK_AGAIN,
    ...PROTECTION,
  };
  const sent = { etag, headers, body };
  page.sent[encoding] = sent;
  return sent;
}

/** A page that is nobody else's, for an answer that is made elsewhere: what was accepted, and the bytes in it. */
export function packed(accepted: string | null, text: string) {
  const encoding = encodingFor({ "accept-encoding": accepted ?? "" });
  return { encoding, bytes: ONCE[encoding](Buffer.from(text)) };
}

/** At once instead of through a stream, which costs more than the compressing of so small a page. */
const compressing = (brotli: number, gzip: number): Record<Encoding, (bytes: Buffer) => Buffer> => ({
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotli } }),
  gzip: (bytes) => gzipSync(bytes, { level: gzip }),
  identity: (bytes) => bytes,
});
const KEEP = compressing(5, 6);
/** What is sent once: a twentieth larger for less than half the time. */
const ONCE = compressing(3, 2);

type Asked = { "accept-encoding"?: string | string[] };

/** Named, and not with the weight of zero that refuses it. */
const TAKES = (["br", "gzip"] as const).map(
  (name) => [name, new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`)] as const,
);

export const encodingFor = ({ "accept-encoding": accepted = "" }: Asked): Encoding =>
  TAKES.find(([, asked]) => asked.test(String(accepted)))?.[0] ?? "identity";

function record(response: Response, finish: FinishPage) {
  const chunks: Buffer[] = [];
  let length = 0;
  const listen = (chunk: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    length += chunk.length;
    if (length <= BIGGEST_BYTES) chunks.push(Buffer.from(chunk));
  };
  const write = response.write.bind(response) as (...parts: unknown[]) => boolean;
  const end = response.end.bind(response) as (...parts: unknown[]) => Response;
  response.write = ((...parts: unknown[]) => {
    listen(parts[0]);
    return write(...parts);
  }) as typeof response.write;
  response.end = ((...parts: unknown[]) => {
    listen(parts[0]);
    const type = String(response.getHeader("Content-Type") ?? "");
    const fit =
      response.statusCode === 200 && length > 0 && length <= BIGGEST_BYTES && !response.hasHeader("Set-Cookie");
    if (fit && /^text\/(html|calendar)/.test(type)) finish(type, Buffer.concat(chunks));
    return end(...parts);
  }) as typeof response.end;
}
