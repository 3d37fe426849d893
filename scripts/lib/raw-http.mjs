// Speaks to a server in ways that no browser does.
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {{ port: number, host: string, origin: string, patienceMs: number, many: (most: number) => number,
 *   page: string, form: string, stream: string, big: string, office: string, asset: string }} Target
 *   `host` is what stands in Host, `page` a public page, `form` where a resident's form is sent, `stream` an endless
 *   answer, `big` a long one, `office` a page behind the sign-in. `many(1000)` is 1000, or less in the quick form.
 * @typedef {{ status: string, text: string, isClosed: boolean }} Said
 */

/**
 * Sends pieces one after the other and listens until the other side closes, a second of silence follows an answer, or
 * patience ends.
 * @param {Target} target
 * @param {(string | Buffer)[]} pieces
 * @param {{ everyMs?: number, end?: boolean, keep?: boolean }} [how] `keep`: go on sending the last piece for ever.
 * @returns {Promise<Said>} status: the first status code, „closed” without one, or „hung” when nothing happened
 */
export async function talk({ port, patienceMs }, pieces, { everyMs = 0, end = false, keep = false } = {}) {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  /** @type {Buffer[]} */
  const heard = [];
  let isClosed = false;
  let last = performance.now();
  socket.on("data", (data) => {
    heard.push(data);
    last = performance.now();
  });
  for (const event of ["close", "end", "error"]) socket.on(event, () => (isClosed = true));
  await Promise.race([once(socket, "connect").catch(() => {}), sleep(patienceMs)]);
  const deadline = performance.now() + patienceMs;
  const waits = () => !isClosed && performance.now() < deadline;
  const hasHeard = () => heard.length > 0 && performance.now() - last > 1000;
  for (let index = 0; waits() && index < pieces.length; index += keep && index === pieces.length - 1 ? 0 : 1) {
    socket.write(pieces[index] ?? "");
    if (everyMs) await sleep(everyMs);
    else if (keep) await sleep(1);
    if (keep && hasHeard()) break;
  }
  if (end) socket.end();
  while (waits() && !hasHeard()) await sleep(20);
  socket.destroy();
  const text = Buffer.concat(heard).toString("latin1");
  const [, code] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  return { status: code ?? (isClosed ? "closed" : "hung"), text, isClosed };
}

const NO_WORD_MS = 300;

/**
 * Sends it and breaks the connection off: at once, or with the first byte of an answer.
 * @param {Target} target
 * @param {(string | Buffer)[]} pieces
 * @param {"asked" | "answered"} when
 */
export async function leave({ port }, pieces, when) {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.on("error", () => {});
  const gone = once(socket, "close");
  await Promise.race([once(socket, "connect").catch(() => {}), gone]);
  for (const piece of pieces) socket.write(piece);
  if (when === "answered") await Promise.race([once(socket, "data").catch(() => {}), gone, sleep(NO_WORD_MS)]);
  socket.resetAndDestroy();
  await gone;
}

/**
 * A request as text.
 * @param {Target} target
 * @param {string} line e.g. „GET /x”
 * @param {string[]} [headers]
 * @param {string} [body]
 */
export const asked = ({ host }, line, headers = [], body = "") =>
  [`${line} HTTP/1.1`, `Host: ${host}`, ...headers, "", body].join("\r\n");

/**
 * A form as a browser would send it, with what differs.
 * @param {Target} target
 * @param {string} body
 * @param {string[]} [headers]
 * @param {string} [path]
 */
export const posted = (target, body, headers = [], path = target.form) =>
  asked(
    target,
    `POST ${path}`,
    [
      `Origin: ${target.origin}`,
      ...(headers.some((line) => /^content-type/i.test(line))
        ? []
        : ["Content-Type: application/x-www-form-urlencoded"]),
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...headers,
    ],
    body,
  );

/**
 * @template T
 * @param {number} count
 * @param {(index: number) => Promise<T>} work
 */
export const together = (count, work) => Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** @param {Target} target */
export async function open({ port }) {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.on("error", () => {});
  await Promise.race([once(socket, "connect").catch(() => {}), once(socket, "close")]);
  return socket;
}

/**
 * A stranger's ordinary visit on a connection of its own.
 * @param {Target} target
 * @param {string} [path]
 */
export const visit = (target, path = target.page) =>
  talk(target, [asked(target, `GET ${path}`, ["Connection: close"])]);
