import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RequestHandler, Response } from "express";

type Page = {
  revision: number;
  madeAt: number;
  headers: Record<string, string>;
  bodies: Record<"br" | "gzip" | "identity", Buffer>;
};

const MOST_PAGES = 500;
const BIGGEST_BYTES = 512 * 1024;
/** What a page says may also depend on the clock ("za 3 dni", a deadline), so it is made anew now and then. */
const OLDEST_MS = 30_000;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Answers anonymous pages from finished, compressed bytes. About nine tenths of an uncached page is React; a page is
 * made again when its unit has seen an event (`findRevision`). Only pages that are the same for everybody come here,
 * by GET, each in its one spelling: under another (/register/, /REGISTER) a form would be handed out with one key to
 * all, and with it the first sender's personal link.
 */
const KEPT =
  /^\/u\/([a-z0-9-]{1,60})(?:\/(?:tracker(?:\/[0-9-]+)?|calendar\.ics|accessibility|privacy|debates\/[a-z0-9-]+(?:\/(?:minutes|event\.ics))?))?$/;

export function pageCache(
  findRevision: (unit: string) => Promise<number | undefined>,
  now: () => number = Date.now,
): RequestHandler {
  const pages = new Map<string, Page>();
  return async ({ method, originalUrl: address, headers }, response, next) => {
    const unit = method === "GET" ? KEPT.exec(address)?.[1] : undefined;
    if (!unit) return next();

    const revision = await findRevision(unit).catch(() => undefined);
    if (revision === undefined) return next();
    const page = pages.get(address);
    if (page?.revision === revision && now() - page.madeAt < OLDEST_MS) return send(response, page, headers);

    record(response, (headers, body) => {
      void finish(headers, body, { revision, madeAt: now() }).then((made) => {
        pages.delete(address);
        pages.set(address, made);
        const [oldest] = pages.keys();
        if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest);
      });
    });
    next();
  };
}

function send(
  response: Response,
  page: Page,
  { "accept-encoding": accepted = "" }: { "accept-encoding"?: string | string[] },
) {
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
  const body = page.bodies[encoding];
  response.set(page.headers).set("Vary", "Accept-Encoding").set("Content-Length", String(body.length));
  if (encoding !== "identity") response.set("Content-Encoding", encoding);
  response.end(body);
}

/** Listens to what Remix sends, without holding it up. Compression stands behind us, so the bytes are plain. */
function record(response: Response, keep: (headers: Record<string, string>, body: Buffer) => void) {
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
    if (fit && /^text\/(html|calendar)/.test(type)) keep({ "Content-Type": type }, Buffer.concat(chunks));
    return end(...parts);
  }) as typeof response.end;
}

async function finish(
  headers: Page["headers"],
  identity: Buffer,
  made: Pick<Page, "revision" | "madeAt">,
): Promise<Page> {
  const br = asBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return { ...made, headers, bodies: { identity, br: await br, gzip: await asGzip(identity) } };
}
