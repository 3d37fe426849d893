import { existsSync, readdirSync } from "node:fs";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { withSight } from "~db/sight";
import { config } from "./config.server";
import {
  bodyInTime,
  knownMethodsOnly,
  noOldDoor,
  notTooManyAtOnce,
  notTooManyWrongKeys,
  notTooOften,
  ourHostOnly,
  ourOriginOnly,
  plainAddressOnly,
  privatePages,
  protectiveHeaders,
  smallBodyOnly,
  smallHeadOnly,
} from "./guards.server";
import { log, withoutKeys, withoutValues } from "./log.server";
import { messages } from "./messages.pl";
import { encodingFor, type PageCache } from "./page-cache.server";
import { answerSecurityTxt } from "./security-txt.server";

type Web = {
  remix: RequestHandler;
  isReady: () => Promise<boolean>;
  clientFolder?: string;
  /** Keeps public pages; what is finished is answered in front of all this. */
  pageCache?: PageCache;
  /** Public pages that are made without it. */
  plainPages?: RequestHandler;
};

/** Everything that stands between the network and Remix, in the order a request meets it; finished pages are in front of it. */
export function createWeb({ remix, isReady, clientFolder = "build/client", pageCache, plainPages }: Web) {
  const web = express().disable("x-powered-by").disable("etag").set("trust proxy", config.trustedProxies);
  web.set("query parser", false); // nobody asks Express for it, and a hostile query would keep it busy

  // Probes come by IP address, so they are answered before the guards.
  web.get("/healthz", (_request, response) => void response.type("text").send("alive\n"));
  // However many ask at once, the database is asked once.
  let probe: Promise<boolean> | undefined;
  const ask = () =>
    isReady()
      .catch(() => false)
      .finally(() => {
        probe = undefined;
      });
  web.get("/readyz", async (_request, response) => {
    probe ??= ask();
    const ready = await probe;
    response
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready\n" : "not ready\n");
  });

  web.use(requestLog, protectiveHeaders, smallHeadOnly, ourHostOnly, plainAddressOnly, ourOriginOnly, knownMethodsOnly);
  web.use(noOldDoor);
  web.use(smallBodyOnly, notTooOften, bodyInTime());
  web.use((_request, _response, next) => withSight(next));
  web.get("/.well-known/security.txt", answerSecurityTxt);
  if (pageCache) web.use(pageCache.keep);
  web.use(notTooManyAtOnce(), notTooManyWrongKeys);
  if (plainPages) web.use(plainPages);
  const assets = `${clientFolder}/assets`;
  web.use("/assets", packedFiles(assets));
  web.use(compression());
  if (pageCache) web.use(pageCache.listen);
  web.use("/assets", express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false }));
  web.use(ourFiles(clientFolder));
  web.use(privatePages);
  web.all("*", remix);
  web.use(answerBriefly);
  return web;
}

const TYPES: Record<string, string> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** What the build has packed beside its files (`.br`): smaller by a seventh than what is packed while it is sent, once for all. */
function packedFiles(folder: string): RequestHandler {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const serve = express.static(folder, {
    immutable: true,
    maxAge: "1y",
    setHeaders(response, path) {
      response.setHeader("Content-Type", TYPES[/\.(\w+)\.br$/.exec(path)?.[1] ?? ""] ?? "application/octet-stream");
      response.setHeader("Content-Encoding", "br");
      response.setHeader("Vary", "Accept-Encoding");
    },
  });
  return (request, response, next) => {
    const packed = `${request.path}.br`;
    const isAsked = request.method === "GET" || request.method === "HEAD";
    if (!isAsked || !names.has(packed.slice(1)) || encodingFor(request.headers) !== "br") return next();
    request.url = packed;
    serve(request, response, next);
  };
}

/** Only what is there is looked for: to ask the disk about each page costs more than to find most of them. */
function ourFiles(folder: string): RequestHandler {
  const names = existsSync(folder) ? new Set(readdirSync(folder)) : new Set();
  const serve = express.static(folder, { maxAge: "1h", index: false });
  return (request, response, next) =>
    names.has(request.path.split("/")[1] ?? "") ? serve(request, response, next) : next();
}

const MOST_LOGGED = 300;

/** Who asked is not written down; what was asked is, without the keys that stand in addresses. */
const requestLog: RequestHandler = ({ method, originalUrl }, response, next) => {
  const start = performance.now();
  response.on("finish", () => {
    const ms = Math.round(performance.now() - start);
    const { statusCode: status } = response;
    log[status >= 500 ? "error" : "info"]({ method, path: withoutKeys(originalUrl).slice(0, MOST_LOGGED), status, ms });
  });
  next();
};

const answerBriefly: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (status >= 500) log.error({ error: withoutValues(error) }, "a request has failed");
  response
    .status(status)
    .type("text")
    .send(`${status === 404 ? messages.notFound : messages.unexpected}\n`);
};
