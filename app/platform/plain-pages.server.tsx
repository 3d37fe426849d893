import { buffer } from "node:stream/consumers";
import type { ServerBuild } from "@remix-run/node";
import type { Request as Incoming, Response as Outgoing, RequestHandler } from "express";
import { config } from "./config.server";
import { privatePages } from "./guards.server";
import { networkOf } from "./networks";
import { sendPage } from "./page-cache.server";
import { type Answer, answerRoute, type PlainRoute, plainRoutes } from "./plain-routes.server";

/**
 * Answers pages whose route says `handle.plain` without Remix, and the forms on them: the same loader, action, `meta`
 * and page, but no matching against all routes, and nothing written down for a browser that gets no script anyway. HEAD,
 * other spellings, and addresses that are none of these go to Remix.
 */
export function plainPages(build: ServerBuild): RequestHandler {
  const find = findPlain(build);
  return async (request, response, next) => {
    const { method, originalUrl: address } = request;
    const found = method === "GET" || method === "POST" ? find(method, address) : undefined;
    if (!found) return next();
    try {
      // A page that is kept for all sees no header of whoever asked first.
      const isShared = response.locals.finishPage !== undefined;
      const asked = isShared ? new Request(config.publicUrl.origin + address) : await requestOf(request);
      const network = isShared ? undefined : networkOf(request.ip);
      privatePages(request, response, () => {});
      send(request, response, await answerRoute(build, { ...found, request: asked, network }));
    } catch (error) {
      build.entry.module.handleError?.(error, {
        request: new Request(config.publicUrl.origin),
        params: {},
        context: {},
      });
      if (response.headersSent) return next(error);
      const failed = { ...found, route: FAILED };
      send(request, response, await answerRoute(build, { ...failed, request: new Request("http://x"), network: "" }));
    }
  };
}

/** Whatever went wrong, the page says that something did, and no more. */
const FAILED: PlainRoute = {
  pattern: /^$/,
  names: [],
  handle: {},
  draw: () => null,
  takesForms: false,
  module: {
    default: () => null,
    loader: () => {
      throw new Response(null, { status: 500 });
    },
  },
};

export function findPlain(build: ServerBuild) {
  const plain = plainRoutes(build);
  return (method: string, address: string) => {
    const [path = ""] = address.split("?");
    for (const route of plain) {
      const values = route.pattern.exec(path)?.slice(1);
      if (values) return method === "GET" || route.takesForms ? { route, values } : undefined;
    }
    return undefined;
  };
}

/** The guards have seen to it that a body is small and comes in time. */
async function requestOf(incoming: Incoming) {
  const { method, originalUrl, headers } = incoming;
  const given = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(", ") : value);
  const body = method === "POST" ? new Uint8Array(await buffer(incoming)) : undefined;
  return new Request(config.publicUrl.origin + originalUrl, { method, headers: given, body });
}

function send(request: Incoming, response: Outgoing, { status, headers, html }: Answer) {
  response.status(status);
  for (const [name, value] of headers) response.append(name, value);
  if (html === undefined) response.setHeader("Content-Length", 0);
  if (html === undefined || html === "") response.end();
  else sendPage(request, response, "text/html; charset=utf-8", html);
}
