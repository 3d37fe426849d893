// Slow and malformed clients, each with the answers that are right for it. The campaign plays them against the built
// server, `npm test` against the same guards in its own process.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { asked, open, posted, talk, together, visit } from "./raw-http.mjs";

/**
 * @typedef {import("./raw-http.mjs").Target} Target
 * @typedef {{ name: string, answers: RegExp, play: (target: Target) => Promise<string>,
 *   words?: (target: Target) => (string | Buffer)[] }} Attack
 *   `play` says what was answered: status codes or „closed”; several different ones stand in order with commas.
 *   `words`: all that is sent, where that is all there is to it.
 */

/** @param {import("./raw-http.mjs").Said[]} said */
const statuses = (said) => [...new Set(said.map(({ status }) => status))].sort().join();

/**
 * One request, sent as it stands.
 * @param {string} name
 * @param {RegExp} answers
 * @param {(target: Target) => string | Buffer | (string | Buffer)[]} words
 * @param {Parameters<typeof talk>[2]} [how]
 * @returns {Attack}
 */
const says = (name, answers, words, how) => ({
  name,
  answers,
  words: (target) => [words(target)].flat(),
  play: async (target) => (await talk(target, [words(target)].flat(), how)).status,
});

const MULTIPART = "Content-Type: multipart/form-data; boundary=x";
const part = (/** @type {string} */ name, /** @type {string} */ value) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const GREETING_OF_TLS = Buffer.from("16030100050100000103030000000000", "hex");
/** What is no form, or not a whole one: the page comes back with a sentence. */
const NO_FORM = /^(400|409|413|415|422)$/;

/** @type {Attack[]} */
const SLOW = [
  {
    name: "headers, a letter at a time, from many",
    answers: /^(408|closed)(,closed)?$/,
    play: async (target) => {
      const letters = [...asked(target, `GET ${target.page}`, ["X-Slow: ".padEnd(4000, "x")])];
      const everyMs = target.patienceMs / 1000;
      return statuses(await together(target.many(200), () => talk(target, letters, { everyMs })));
    },
  },
  {
    name: "connections that say nothing",
    answers: /^closed$/,
    play: async (target) => statuses(await together(target.many(1000), () => talk(target, []))),
  },
  says("a body, a letter at a time", /^408$/, (t) => [posted(t, "x".repeat(50_000)).slice(0, -49_990), "x"], {
    everyMs: 50,
    keep: true,
  }),
  says("a body that stops in the middle", /^408$/, (t) => posted(t, "text=abc").slice(0, -4)),
  says(
    "a body that never ends",
    /^411$/,
    (t) => [asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Transfer-Encoding: chunked"]), "4\r\naaaa\r\n"],
    { keep: true },
  ),
  {
    name: "readers who take nothing of a long answer",
    answers: /^200$/,
    play: async (target) => {
      const sockets = await together(target.many(50), () => open(target));
      for (const socket of sockets) socket.pause().write(asked(target, `GET ${target.big}`));
      const { status } = await visit(target);
      for (const socket of sockets) socket.destroy();
      return status;
    },
  },
  {
    name: "streams opened and left, again and again",
    answers: /^200$/,
    play: async (target) => {
      for (let round = 0; round < target.many(10); round++) {
        const sockets = await together(target.many(200), () => open(target));
        for (const socket of sockets)
          socket.write(asked(target, `GET ${target.stream}`, ["Accept: text/event-stream"]));
        await sleep(100);
        for (const socket of sockets) socket.resetAndDestroy();
      }
      await sleep(200);
      return (await talk(target, [asked(target, `GET ${target.stream}`, ["Accept: text/event-stream"])])).status;
    },
  },
  {
    name: "three hundred phones behind one address, each with its stream and its page",
    answers: /^200$/,
    play: async (target) => {
      const phones = await together(target.many(300), async () => {
        const socket = await open(target);
        socket.write(asked(target, `GET ${target.stream}`, ["Accept: text/event-stream"]));
        const [head] = await Promise.race([once(socket, "data"), sleep(target.patienceMs, ["nothing"])]);
        return { socket, status: /^HTTP\/1\.1 (\d+)/.exec(String(head))?.[1] ?? "nothing" };
      });
      const pages = await together(phones.length, () => visit(target));
      for (const { socket } of phones) socket.destroy();
      return [...new Set([...phones, ...pages].map(({ status }) => status))].sort().join();
    },
  },
  {
    name: "connections cut in the middle of the answer",
    answers: /^200$/,
    play: async (target) => {
      await together(target.many(300), async () => {
        const socket = await open(target);
        socket.write(asked(target, `GET ${target.big}`));
        socket.once("data", () => socket.resetAndDestroy());
        await sleep(50);
        socket.resetAndDestroy();
      });
      return (await visit(target)).status;
    },
  },
];

/** @type {Attack[]} */
const SMUGGLED = [
  says("chunked and a length", /^400$/, (t) =>
    asked(
      t,
      `POST ${t.form}`,
      [`Origin: ${t.origin}`, "Content-Length: 4", "Transfer-Encoding: chunked"],
      "0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    ),
  ),
  says("two lengths", /^400$/, (t) => posted(t, "a=b", ["Content-Length: 30"])),
  says("one length twice", /^400$/, (t) => posted(t, "a=b", ["Content-Length: 3"])),
  says("a length below zero", /^400$/, (t) =>
    asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Content-Length: -1"]),
  ),
  says("a length in letters", /^400$/, (t) =>
    asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Content-Length: 0x10"]),
  ),
  says("an odd transfer encoding", /^(400|411)$/, (t) =>
    asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Transfer-Encoding: xchunked"]),
  ),
  says("chunked in another case, twice", /^(400|411)$/, (t) =>
    asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Transfer-Encoding: ChuNked", "Transfer-Encoding: identity"]),
  ),
  says("a space before the colon", /^400$/, (t) => asked(t, `GET ${t.page}`, ["X-Odd : x"])),
  says("a folded header", /^400$/, (t) => asked(t, `GET ${t.page}`, ["X-Odd: x\r\n y"])),
  says("lines that end with LF alone", /^400$/, (t) => asked(t, `GET ${t.page}`).replaceAll("\r", "")),
  says(
    "a body longer than its length",
    /^(4\d\d)$/,
    (t) => `${posted(t, "a=b")}GET http://evil.test/ HTTP/1.1\r\n\r\n`,
  ),
  says("a body shorter than its length, then the end", /^(400|closed)$/, (t) => posted(t, "text=abc").slice(0, -4), {
    end: true,
  }),
  says("a form without a length", NO_FORM, (t) => asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`])),
  {
    name: "fifty requests before the first answer",
    answers: /^(200 × [1-5], )?503, closed$/,
    play: async (target) => {
      const { text, isClosed } = await talk(target, [asked(target, `GET ${target.page}`).repeat(50)]);
      const codes = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, code]) => code);
      const good = codes.filter((code) => code === "200").length;
      return [
        ...(good ? [`200 × ${good}`] : []),
        ...codes.filter((code) => code !== "200"),
        isClosed ? "closed" : "open",
      ].join(", ");
    },
  },
];

/** @type {Attack[]} */
const MALFORMED = [
  says("a header of 64 kB", /^431$/, (t) => asked(t, `GET ${t.page}`, [`X-Big: ${"x".repeat(65_536)}`])),
  says("a thousand headers", /^431$/, (t) =>
    asked(
      t,
      `GET ${t.page}`,
      Array.from({ length: 1000 }, (_, i) => `X-${i}: 1`),
    ),
  ),
  says("an address of 10 kB", /^414$/, (t) => asked(t, `GET ${t.page}?q=${"x".repeat(10_000)}`)),
  says("a query of a thousand brackets", /^200$/, (t) => asked(t, `GET ${t.page}?a${"[x]".repeat(1000)}=1`)),
  says("NUL in the path", /^400$/, (t) => asked(t, "GET /u/\0x")),
  says("NUL as %00", /^400$/, (t) => asked(t, `GET ${t.page}%00`)),
  says("NUL in a header", /^400$/, (t) => asked(t, `GET ${t.page}`, ["X-Odd: a\0b"])),
  says("a broken percent sign", /^(400|404)$/, (t) => asked(t, "GET /u/%E0%A4%A")),
  says("dots that climb", /^(400|404)$/, (t) => asked(t, "GET /assets/../../../../etc/passwd")),
  says("dots that climb, written with %", /^(400|403|404)$/, (t) =>
    asked(t, "GET /assets/%2e%2e%2f%2e%2e%2fpackage.json"),
  ),
  says("an address with another host in it", /^400$/, (t) => asked(t, "GET http://evil.test/")),
  says("a star for an address", /^40\d$/, (t) => asked(t, "OPTIONS *")),
  says("another Host", /^421$/, () => "GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n"),
  says("no Host", /^400$/, () => "GET / HTTP/1.1\r\n\r\n"),
  says("two Hosts", /^400$/, (t) => asked(t, `GET ${t.page}`, ["Host: evil.test"])),
  says("HTTP/0.9", /^(400|421|closed)$/, () => "GET /\r\n\r\n"),
  says("HTTP/1.0 without Host", /^400$/, () => "GET / HTTP/1.0\r\n\r\n"),
  says("the greeting of HTTP/2", /^(400|closed)$/, () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  says("the greeting of TLS", /^(400|closed)$/, () => GREETING_OF_TLS),
  says("an upgrade to a web socket", /^200$/, (t) =>
    asked(t, `GET ${t.page}`, ["Connection: Upgrade", "Upgrade: websocket"]),
  ),
  says("a wish to go on, for a body too long", /^(100|413)$/, (t) =>
    asked(t, `POST ${t.form}`, [`Origin: ${t.origin}`, "Expect: 100-continue", "Content-Length: 99999999"]),
  ),
  says("a wish that nobody knows", /^417$/, (t) => asked(t, `GET ${t.page}`, ["Expect: the-unexpected"])),
  says("half a connection: asked, then closed", /^(200|closed)$/, (t) => asked(t, `GET ${t.page}`), { end: true }),
  says("a thousand ranges of a file", /^(200|206|416)$/, (t) =>
    asked(t, `GET ${t.asset}`, [`Range: bytes=${Array.from({ length: 900 }, (_, i) => `${i}-${i}`).join()}`]),
  ),
  says("TRACE", /^40[35]$/, (t) => asked(t, `TRACE ${t.page}`)),
  says("CONNECT", /^405$/, (t) => asked(t, "CONNECT evil.test:443")),
  says("another method in a header", /^200$/, (t) => asked(t, `GET ${t.page}`, ["X-HTTP-Method-Override: DELETE"])),
];

/** @type {Attack[]} */
const FORGED = [
  says("a bomb of zeros, packed", /^415$/, (t) => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    return [posted(t, "", ["Content-Encoding: gzip"]).replace("Length: 0", `Length: ${bomb.length}`), bomb];
  }),
  says("ten thousand parts", NO_FORM, (t) => posted(t, `${part("a", "b").repeat(10_000)}--x--\r\n`, [MULTIPART])),
  says("parts without an end", NO_FORM, (t) => posted(t, part("text", "abc"), [MULTIPART])),
  says("parts without a boundary", NO_FORM, (t) => posted(t, part("a", "b"), ["Content-Type: multipart/form-data"])),
  says("a part with a name of a megabyte", NO_FORM, (t) =>
    posted(t, `${part("n".repeat(1_000_000), "b")}--x--\r\n`, [MULTIPART]),
  ),
  says("a hundred thousand fields", NO_FORM, (t) => posted(t, "a=b&".repeat(100_000))),
  says("a form of JSON", NO_FORM, (t) => posted(t, "[".repeat(100_000), ["Content-Type: application/json"])),
  says("fifteen kilobytes of cookies", /^200$/, (t) => asked(t, `GET ${t.page}`, [`Cookie: ${"a=b; ".repeat(3000)}`])),
  says("sixty kilobytes of cookies", /^431$/, (t) => asked(t, `GET ${t.page}`, [`Cookie: ${"a=b; ".repeat(12_000)}`])),
  says("a session that hides another", /^302$/, (t) => {
    const [one, two] = ["a".repeat(40), "b".repeat(40)];
    return asked(t, `GET ${t.office}`, [
      `Cookie: __Host-session=${one}; session=${one}; session=${two}; =session=${two}`,
    ]);
  }),
  ...["null", "http://evil.test", "ORIGIN.evil.test"].map((origin) =>
    says(`a form from ${origin}`, /^403$/, (t) => {
      const body = posted(t, "a=b");
      return body.replace(`Origin: ${t.origin}`, `Origin: ${origin.replace("ORIGIN", t.origin)}`);
    }),
  ),
  says("a form from nowhere", /^403$/, (t) => posted(t, "a=b").replace(`Origin: ${t.origin}\r\n`, "")),
  says("a form past the page, by ?_data=", /^40[34]$/, (t) =>
    posted(t, "a=b", [], `${t.form}?_data=routes%2Flogin`).replace(`Origin: ${t.origin}\r\n`, ""),
  ),
  says("data of a page that does not exist", /^4\d\d$/, (t) => asked(t, "GET /u/x?_data=routes%2Fnothing")),
  {
    name: "another host, by X-Forwarded-Host",
    answers: /^200$/,
    play: async (target) => {
      const forged = ["X-Forwarded-Host: evil.test", "X-Forwarded-Proto: https", "Forwarded: host=evil.test"];
      const { status, text } = await talk(target, [asked(target, `GET ${target.page}`, forged)]);
      return text.includes("evil.test") ? "evil.test stands in the page" : status;
    },
  },
  {
    name: "a header of one's own, by a redirect",
    answers: /^(200|302|400)$/,
    play: async (target) => {
      const { status, text } = await talk(target, [asked(target, "GET /login?dalej=%2Fo%2Fx%0d%0aSet-Cookie:%20a=b")]);
      return /^set-cookie: a=b/im.test(text) ? "a cookie of the attacker's" : status;
    },
  },
];

export const ATTACKS = [...SMUGGLED, ...MALFORMED, ...FORGED, ...SLOW];
