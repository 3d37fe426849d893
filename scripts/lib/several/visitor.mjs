// A visitor who may knock at the proxy or at one process behind it, always by the name that people know.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

/** @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, text: string }} Answer */

/** @param {string} known the address that people know */
export function openVisitor(known) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  /**
   * @param {string} base
   * @param {string} path
   * @param {{ cookie?: string, fields?: Record<string, string>, fresh?: boolean }} [more] with `fields` a form is sent;
   *   `fresh` takes a connection of its own
   * @returns {Promise<Answer>}
   */
  function send(base, path, { cookie, fields: given, fresh = false } = {}) {
    const fields = given && { _key: randomUUID(), ...given };
    const body = fields && new URLSearchParams(fields).toString();
    const headers = {
      Host: new URL(known).host,
      ...(cookie && { Cookie: cookie }),
      ...(body && {
        Origin: known,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
      }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, base),
        { method: body ? "POST" : "GET", agent: fresh ? false : agent, headers },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part) => (text += part));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
          response.on("error", reject);
        },
      );
      sent.on("error", (error) => {
        // nginx that is told to read its list anew closes connections nobody uses: a browser takes another one, too.
        if (sent.reusedSocket && !fresh) resolve(send(base, path, { cookie, fields, fresh: true }));
        else reject(error);
      });
      sent.end(body);
    });
  }

  /** What the demo printed, wherever it was loaded. */
  async function signIn(/** @type {string} */ base, /** @type {string} */ email, /** @type {string} */ password) {
    const answer = await send(base, "/login", { fields: { email, password } });
    const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
    if (!cookie) throw new Error(`No session for ${email}: ${answer.status}`);
    return cookie;
  }

  /** Opens a page with one large form, changes some of its fields and sends it. */
  async function fillIn(
    /** @type {string} */ base,
    /** @type {string} */ path,
    /** @type {string} */ cookie,
    /** @type {Record<string, string>} */ changes,
  ) {
    const { text } = await send(base, path, { cookie });
    return send(base, path, { cookie, fields: { ...fieldsOf(text), ...changes } });
  }

  /** Listens to a stream of pulses until `leave`. */
  function listen(/** @type {string} */ base, /** @type {string} */ path) {
    /** @type {string[]} */
    const heard = [];
    const headers = { Host: new URL(known).host, Accept: "text/event-stream" };
    const stream = request(new URL(path, base), { headers, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", (text) => heard.push(...(text.match(/^data: .*$/gm) ?? [])));
      response.on("error", () => {});
    });
    stream.on("error", () => {});
    stream.end();
    return { heard, leave: () => stream.destroy() };
  }

  return { send, signIn, fillIn, listen, close: () => agent.destroy() };
}

const NAMED = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };
const plain = (/** @type {string} */ html) =>
  html.replace(/&(quot|amp|lt|gt|#x27|#39);/g, (_, name) => NAMED[/** @type {keyof typeof NAMED} */ (name)]);

/** Fields of a page as a browser would send them untouched; ticked boxes, no buttons. */
function fieldsOf(/** @type {string} */ html) {
  /** @type {Record<string, string>} */
  const fields = {};
  const attribute = (/** @type {string} */ tag, /** @type {string} */ name) =>
    plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    const isLeft = (type === "checkbox" || type === "radio") && !/\schecked/.test(tag);
    if (name && !isLeft && type !== "file") fields[name] = attribute(tag, "value") || (type === "checkbox" ? "on" : "");
  }
  for (const [, tag = "", text = ""] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, "name")] = plain(text).replace(/^\n/, "");
  for (const [, tag = "", options = ""] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? "";
    fields[attribute(tag, "name")] = attribute(chosen, "value");
  }
  return fields;
}
