import { randomBytes } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { config } from "./config.server";
import { refusalPage, refuseRaw } from "./front.server";
import { messages } from "./messages.pl";
import { networkOf } from "./networks";
import { admit, waitOf } from "./rates.server";

const { origin: OUR_ORIGIN, host: OUR_HOST, protocol } = config.publicUrl;
/** Room for a long text typed by mistake, so that the form can come back with it and a sentence. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** Where proof is sent in, a file that is too long is read and let go, so that its sentence stands beside the field. */
const ROOMY = /^\/(?:b\/[\w-]+|o\/[\w-]+\/tasks\/[\w-]+(?:\.data)?)$/;
const MAX_ROOMY_BYTES = 64 * 1024 * 1024;
const YEAR_S = 31_536_000;

/** The longest of ours, a search in the list of promises, has a few hundred letters. */
const MOST_ADDRESS_LETTERS = 4000;
const MOST_HEADERS = 100;

export const isSmallHead = (rawHeaders: readonly string[]) => rawHeaders.length <= 2 * MOST_HEADERS;

/** What no browser sends: so that what follows has little to read. */
export const smallHeadOnly: RequestHandler = ({ originalUrl, rawHeaders }, response, next) => {
  if (originalUrl.length > MOST_ADDRESS_LETTERS) return refuse(response, 414, messages.addressTooLong);
  if (!isSmallHead(rawHeaders)) return refuse(response, 431, messages.headersTooLong);
  next();
};

export function hasOneHost(rawHeaders: readonly string[]) {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  return hosts === 1;
}

/** A forged Host ends up in links and caches, so only ours is served, and only when nothing contradicts it. */
export const ourHostOnly: RequestHandler = (request, response, next) => {
  delete request.headers["x-forwarded-host"]; // Remix would believe it
  if (!hasOneHost(request.rawHeaders)) return refuse(response, 400, messages.malformed);
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
 * A mail service ends letters for its user by a POST from its own machine (RFC 8058): without Origin, without a page,
 * without a cookie. No page of another site can send such a request, because browsers send Origin with each form; and
 * what it may do hangs on the key in the address alone. It is marked, so that the action takes nothing but that one
 * word from it: a scanner that sends our forms by itself still confirms nothing.
 */
const ONE_CLICK_PATH = /^\/f\/[\w-]{43}$/;
const MOST_ONE_CLICK_BYTES = 1000;
export const ONE_CLICK = "x-debata-one-click";

function isOneClick({ method, originalUrl, headers }: Request) {
  const { origin, cookie, referer, "sec-fetch-site": site } = headers;
  const isBrowser = [origin, cookie, referer, site].some((header) => header !== undefined);
  const isSmall = Number(headers["content-length"] ?? 0) <= MOST_ONE_CLICK_BYTES;
  return method === "POST" && !isBrowser && isSmall && ONE_CLICK_PATH.test(originalUrl);
}

/**
 * Remix compares Origin only for page actions: resource routes, requests without Origin and `?_data=` slip past it.
 * So every request that may change something is checked here, before Remix sees it.
 */
export const ourOriginOnly: RequestHandler = (request, response, next) => {
  const { method, headers } = request;
  const { origin, "sec-fetch-site": site } = headers;
  delete headers[ONE_CLICK]; // only we say so
  if (isOneClick(request)) {
    headers[ONE_CLICK] = "1";
    return next();
  }
  const ours = origin === undefined ? site === "same-origin" : origin === OUR_ORIGIN;
  if (["GET", "HEAD"].includes(method) || ours) return next();
  refuse(response, 403, messages.foreignForm);
};

/** All behind the first question mark: another one is a letter of the query. */
const queryOf = (url: string) => (url.includes("?") ? url.slice(url.indexOf("?") + 1) : "");

/** Remix still has the door of its pages' data from before single fetch; nothing of ours asks there. */
export const noOldDoor: RequestHandler = ({ originalUrl }, response, next) => {
  if (!new URLSearchParams(queryOf(originalUrl)).has("_data")) return next();
  refuse(response, 404, messages.notFound);
};

/** Forms always come with a length; a body without one could be endless, and one that is packed could be a bomb. */
export const smallBodyOnly: RequestHandler = ({ path, headers }, response, next) => {
  if (headers["transfer-encoding"]) return refuse(response, 411, messages.lengthRequired);
  if (headers["content-encoding"]) return refuse(response, 415, messages.packed);
  const isRoomy = ROOMY.test(path);
  const most = isRoomy ? MAX_ROOMY_BYTES : MAX_BODY_BYTES;
  if (Number(headers["content-length"] ?? 0) <= most) return next();
  refuse(response, 413, isRoomy ? messages.fileTooLong : messages.tooLong);
};

/** A hall shares one address, so the limit is far above what people type and far below what a script sends. */
const WINDOW_S = 60;
const MOST_POSTS = 1200;
/** When the hall votes by phone, each has its own limit in the room of the evaluation, with a page that says so. */
const MOST_VOTES = 3000;
export const notTooOften: RequestHandler = ({ method, path, ip }, response, next) => {
  if (["GET", "HEAD"].includes(method)) return next();
  const isVote = path.startsWith("/v/");
  const [of, most] = isVote ? ["vote", MOST_VOTES] : ["post", MOST_POSTS];
  const waitS = admit({ of, who: networkOf(ip), most, windowS: WINDOW_S });
  if (waitS === 0) return next();
  response.set("Retry-After", String(waitS));
  refuse(response, 429, messages.tooMany);
};

/**
 * Codes are tried, and links made up. What is wrong costs nothing but a page, until there is more of it than a hall
 * with a wrong poster asks for; then even a right one has to wait.
 */
const KEYED = /^\/(?:m$|(?:i|b|r|m|c|f|v|d|join|reset|screen|verify)\/.)/i;
/** Remix takes /%6D/ for /m/, too. */
const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
const MOST_WRONG_KEYS = 600;
export const notTooManyWrongKeys: RequestHandler = ({ path, ip }, response, next) => {
  if (!KEYED.test(decoded(path))) return next();
  const limit = { of: "wrong key", who: networkOf(ip), most: MOST_WRONG_KEYS, windowS: WINDOW_S };
  const waitS = waitOf(limit);
  if (waitS > 0) {
    response.set("Retry-After", String(waitS));
    return refuse(response, 429, messages.tooManyKeys);
  }
  response.on("finish", () => void (response.statusCode === 404 && admit(limit)));
  next();
};

/** One network has at most so many pages made for it at the same time; streams are counted where they are kept. */
const MOST_AT_ONCE = 500;
const STREAM = /^\/(?:v|screen)\/[^/]+\/events$/;
export function notTooManyAtOnce(most = MOST_AT_ONCE): RequestHandler {
  const underWay = new Map<string, number>();
  return ({ path, ip }, response, next) => {
    if (STREAM.test(path)) return next();
    const network = networkOf(ip);
    const count = (underWay.get(network) ?? 0) + 1;
    if (count > most) {
      response.set("Retry-After", "5");
      return refuse(response, 503, messages.crowded);
    }
    underWay.set(network, count);
    response.on("close", () => {
      const left = (underWay.get(network) ?? 1) - 1;
      if (left > 0) underWay.set(network, left);
      else underWay.delete(network);
    });
    next();
  };
}

export const protectiveHeaders: RequestHandler = (_request, response, next) => {
  const nonce = randomBytes(16).toString("base64");
  response.locals.cspNonce = nonce;
  response.set(protection(`'self' 'nonce-${nonce}'`));
  next();
};

/** What every answer carries; `scripts` says where scripts may come from. */
export const protection = (scripts: string): Record<string, string> => ({
  "Content-Security-Policy": [
    "default-src 'self'",
    `script-src ${scripts}`,
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

/**
 * Pages behind a personal link and the office are for one reader: not kept by anybody, not found by searching. Remix
 * also takes /O/ and /%6F/ for /o/, so it is the public addresses that are named here, in their one spelling.
 */
export const privatePages: RequestHandler = ({ path }, response, next) => {
  if (!/^\/(?:$|[ud]\/)/.test(path)) response.set({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  next();
};

const BODY_MS = 30_000;

/** The server gives every request two minutes; what is typed needs less. */
export function bodyInTime(ms = BODY_MS): RequestHandler {
  return (request, _response, next) => {
    const { path, headers, socket } = request;
    if (Number(headers["content-length"] ?? 0) === 0 || ROOMY.test(path)) return next();
    const timer = setTimeout(() => refuseRaw(socket, 408, messages.tooSlow), ms);
    const stop = () => clearTimeout(timer);
    request.on("end", stop).on("close", stop);
    next();
  };
}

/** The body was not read, so the connection cannot be used again. */
function refuse(response: Response, status: number, message: string) {
  response.status(status).set("Connection", "close").type("html").send(refusalPage(message));
}
