import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { config } from "./config.server";
import {
  knownMethodsOnly,
  notTooOften,
  ourHostOnly,
  ourOriginOnly,
  plainAddressOnly,
  privatePages,
  protectiveHeaders,
  smallBodyOnly,
} from "./guards.server";
import { log, withoutKeys } from "./log.server";
import { messages } from "./messages.pl";

type Web = {
  remix: RequestHandler;
  isReady: () => Promise<boolean>;
  clientFolder?: string;
  /** Finished public pages, answered before Remix is asked. */
  pageCache?: RequestHandler;
};

/** Everything that stands between the network and Remix, in the order a request meets it. */
export function createWeb({ remix, isReady, clientFolder = "build/client", pageCache }: Web) {
  const web = express().disable("x-powered-by").disable("etag").set("trust proxy", config.trustedProxies);

  // Probes come by IP address, so they are answered before the guards.
  web.get("/healthz", (_request, response) => void response.type("text").send("alive\n"));
  web.get("/readyz", async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready\n" : "not ready\n");
  });

  web.use(requestLog, protectiveHeaders, ourHostOnly, plainAddressOnly, ourOriginOnly, knownMethodsOnly);
  web.use(notTooOften(), smallBodyOnly);
  // Behind compression, so that it hears pages before they are compressed.
  web.use(compression());
  if (pageCache) web.use(pageCache);
  web.use("/assets", express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }));
  web.use(express.static(clientFolder, { maxAge: "1h", index: false }));
  web.use(privatePages);
  web.all("*", remix);
  web.use(answerBriefly);
  return web;
}

/** Who asked is not written down; what was asked is, without the keys that stand in addresses. */
const requestLog: RequestHandler = ({ method, originalUrl }, response, next) => {
  const start = performance.now();
  response.on("finish", () => {
    const ms = Math.round(performance.now() - start);
    const { statusCode: status } = response;
    log[status >= 500 ? "error" : "info"]({ method, path: withoutKeys(originalUrl), status, ms });
  });
  next();
};

const answerBriefly: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (status >= 500) console.error(error);
  response
    .status(status)
    .type("text")
    .send(`${status === 404 ? messages.notFound : messages.unexpected}\n`);
};
