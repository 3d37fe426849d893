import { createServer, type RequestListener, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { config } from "./config.server";
import { messages } from "./messages.pl";
import { networkOf } from "./networks";

/** Browsers send one or two kilobytes of headers. */
const MOST_HEADER_BYTES = 16 * 1024;
const HEADERS_MS = 10_000;
/** Twelve megabytes of proof over a weak phone; other bodies get less (guards.server). */
const REQUEST_MS = 120_000;
/** A proxy of our own keeps its connections longer than this browser does, and must not be the last to know of an end. */
const IDLE_MS = config.trustedProxies > 0 ? 65_000 : 5_000;
/** A reader who takes nothing of what waits for it. */
const STALLED_MS = 60_000;
const LOOK_MS = 1_000;
const LINGER_MS = 500;

const LIMITS = {
  connections: 3000,
  /** Three hundred phones behind one address, each with a stream and two or three connections for a page. */
  ofNetwork: config.trustedProxies > 0 ? Number.POSITIVE_INFINITY : 1200,
  /** Requests that one connection may send before the first is answered. No browser sends a second one. */
  pipelined: 5,
  headersMs: HEADERS_MS,
  requestMs: REQUEST_MS,
  idleMs: IDLE_MS,
  stalledMs: STALLED_MS,
  lookMs: LOOK_MS,
};

/**
 * The server below the guards: how many connections there are, how slow they may be, and a sentence for everybody
 * whom Node would cut off in silence.
 */
export function createFront(web: RequestListener, changed: Partial<typeof LIMITS> = {}) {
  const limits = { ...LIMITS, ...changed };
  const server = createServer({
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.lookMs,
    insecureHTTPParser: false,
  });
  // Node drops headers beyond a number without a word, and one of them may be Origin: the guard counts them instead.
  server.maxHeadersCount = 0;
  // Beyond this even a sentence is too much.
  server.maxConnections = Math.ceil(limits.connections * 1.2) + 20;
  const underWay = new WeakMap<Duplex, Set<ServerResponse>>();
  const unanswered = new Set<ServerResponse>();
  let isLeaving = false;
  const networks = new Map<string, number>();
  let connections = 0;

  server.on("connection", (socket) => {
    // Node takes its own ear away where it hands a connection over (CONNECT), and what nobody hears ends the process.
    socket.on("error", () => socket.destroy());
    const network = networkOf(socket.remoteAddress);
    const ofNetwork = (networks.get(network) ?? 0) + 1;
    connections++;
    networks.set(network, ofNetwork);
    socket.on("close", () => {
      connections--;
      const left = (networks.get(network) ?? 1) - 1;
      if (left > 0) networks.set(network, left);
      else networks.delete(network);
    });
    if (connections > limits.connections || ofNetwork > limits.ofNetwork) refuseRaw(socket, 503, messages.crowded);
  });

  const answer: RequestListener = (request, response) => {
    const { socket } = request;
    if (refused.has(socket)) return;
    const others = underWay.get(socket) ?? new Set();
    underWay.set(socket, others.add(response));
    unanswered.add(response);
    response.on("close", () => {
      others.delete(response);
      unanswered.delete(response);
    });
    if (isLeaving) endsWith(response);
    if (others.size <= limits.pipelined) return web(request, response);
    refused.add(socket); // what comes behind it is not looked at; the connection ends with this answer
    const page = refusalPage(messages.crowded);
    response.writeHead(503, { ...PAGE_HEADERS, "Retry-After": "5", Connection: "close" }).end(page);
  };
  server.on("request", answer);

  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const answers = [...(underWay.get(socket) ?? [])];
    // In the middle of an answer, or of the second of several, a page would be taken for a part of it.
    const isBegun = answers.length > 1 || answers.some(({ headersSent }) => headersSent);
    const isSilent = "bytesRead" in socket && socket.bytesRead === 0;
    if (isBegun || isSilent || error.code === "ECONNRESET") return void socket.destroy();
    refuseRaw(socket, ...(CLIENT_ERRORS[error.code ?? ""] ?? [400, messages.malformed]));
  });
  // Nobody's proxy.
  server.on("connect", (_request, socket) => refuseRaw(socket, 405, messages.unexpected));

  server.setTimeout(limits.stalledMs, (socket) => {
    // Who waits for a document has time; who does not take what is there has had it.
    if (socket.writableLength > 0) socket.destroy();
    else socket.setTimeout(limits.stalledMs);
  });
  /**
   * Takes no connection more, and lets each end with its next answer: kept open, a busy one would bring request after
   * request for as long as there is somebody behind it.
   */
  function leave(left: () => void) {
    isLeaving = true;
    for (const response of unanswered) endsWith(response);
    const idle = setInterval(() => server.closeIdleConnections(), 100).unref();
    server.close(() => {
      clearInterval(idle);
      left();
    });
  }
  return Object.assign(server, { leave });
}

function endsWith(response: ServerResponse) {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

const CLIENT_ERRORS: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, messages.headersTooLong],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, messages.tooLong],
  ERR_HTTP_REQUEST_TIMEOUT: [408, messages.tooSlow],
};

const PAGE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'",
};

/** Who has been refused in the middle of a request is not listened to again. */
const refused = new WeakSet<Duplex>();

/** An answer where there is no request to answer, or one that will never be whole. */
export function refuseRaw(socket: Duplex, status: number, message: string) {
  if (refused.has(socket) || !socket.writable) return void socket.destroy();
  refused.add(socket);
  const page = refusalPage(message);
  const headers = { ...PAGE_HEADERS, "Content-Length": Buffer.byteLength(page), Connection: "close" };
  const lines = Object.entries({ ...headers, ...(status === 503 && { "Retry-After": "5" }) });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map((line) => line.join(": "))];
  socket.end(`${head.join("\r\n")}\r\n\r\n${page}`);
  // Closed at once, the rest of what is being sent would take the sentence with it.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

export const refusalPage = (message: string) =>
  `<!doctype html><html lang="pl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Debata</title><p>${message}</p></html>`;
