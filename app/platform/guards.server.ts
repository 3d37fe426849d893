import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { config } from "./config.server";
import { messages } from "./messages.pl";

const { origin: OUR_ORIGIN, host: OUR_HOST, protocol } = config.publicUrl;
/** Room for a long text typed by mistake, so that the form can come back with it and a sentence. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
const YEAR_S = 31_536_000;

/** A forged Host ends up in links and caches, so only ours is served. */
export const ourHostOnly: RequestHandler = (request, response, next) => {
  delete request.headers["x-forwarded-host"]; // Remix would believe it
  if (request.headers.host === OUR_HOST) return next();
  refuse(response, 421, messages.foreignHost);
};

/**
 * An address in another spelling than the browser's own (dot segments, another host in front, a NUL byte, which
 * PostgreSQL takes for no text) would be one page for us and another for Remix.
 */
export const plainAddressOnly: RequestHandler = ({ originalUrl }, response, next) => {
  const [path = ""] = originalUrl.split("?");
  const isPlain = path.startsWith("/") && !originalUrl.includes("%00") && pathOf(path) === path;
  if (isPlain) return next();
  refuse(response, 400, messages.notFound);
};

const pathOf = (path: string) => URL.canParse(OUR_ORIGIN + path) && new URL(OUR_ORIGIN + path).pathname;

/** What people's browsers send. Node itself fails on some of the others. */
export const knownMethodsOnly: RequestHandler = ({ method }, response, next) => {
  if (["GET", "HEAD", "POST"].includes(method)) return next();
  response.set("Allow", "GET, HEAD, POST");
  refuse(response, 405, messages.unexpected);
};

/**
 * Remix compares Origin only for page actions: resource routes, requests without Origin and `?_data=` slip past it.
 * So every request that may change something is checked here, before Remix sees it.
 */
export const ourOriginOnly: RequestHandler = ({ method, headers }, response, next) => {
  const { origin, "sec-fetch-site": site } = headers;
  const ours = origin === undefined ? site === "same-origin" : origin === OUR_ORIGIN;
  if (["GET", "HEAD"].includes(method) || ours) return next();
  refuse(response, 403, messages.foreignForm);
};

/** Forms always come with a length; a body without one could be endless. */
export const smallBodyOnly: RequestHandler = ({ headers }, response, next) => {
  if (headers["transfer-encoding"]) return refuse(response, 411, messages.lengthRequired);
  if (Number(headers["content-length"] ?? 0) <= MAX_BODY_BYTES) return next();
  refuse(response, 413, messages.tooLong);
};

/** A hall shares one address, so the limit is far above what people type and far below what a script sends. */
const WINDOW_MS = 60_000;
const MOST_POSTS = 600;
export function notTooOften(now = Date.now): RequestHandler {
  let counts = new Map<string, number>();
  let since = now();
  return ({ method, ip = "" }, response, next) => {
    if (["GET", "HEAD"].includes(method)) return next();
    if (now() - since > WINDOW_MS) [counts, since] = [new Map(), now()];
    const count = (counts.get(ip) ?? 0) + 1;
    counts.set(ip, count);
    if (count <= MOST_POSTS) return next();
    response.set("Retry-After", "60");
    refuse(response, 429, messages.tooMany);
  };
}

export const protectiveHeaders: RequestHandler = (_request, response, next) => {
  const nonce = randomBytes(16).toString("base64");
  response.locals.cspNonce = nonce;
  response.set({
    "Content-Security-Policy": [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    ...(protocol === "https:" && { "Strict-Transport-Security": `max-age=${YEAR_S}; includeSubDomains` }),
  });
  next();
};

/**
 * Pages behind a personal link and the office are for one reader: not kept by anybody, not found by searching. Remix
 * also takes /O/ and /%6F/ for /o/, so it is the public addresses that are named here, in their one spelling.
 */
export const privatePages: RequestHandler = ({ path }, response, next) => {
  if (!/^\/(?:$|[ud]\/)/.test(path)) response.set({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  next();
};

/** The body was not read, so the connection cannot be used again. */
function refuse(response: Response, status: number, message: string) {
  const page = `<!doctype html><html lang="pl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Debata</title><p>${message}</p></html>`;
  response.status(status).set("Connection", "close").type("html").send(page);
}
