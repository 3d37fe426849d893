// The planted fault: a reader in front of a process that keeps each page for a while without asking how old it is.
import { createServer, request } from "node:http";

/** @returns {Promise<{ url: string, close: () => void }>} */
export function startStaleProxy(/** @type {string} */ target) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? "/";
    const known = kept.get(path);
    if (known !== undefined) return response.end(known);
    request(new URL(path, target), { headers: incoming.headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("end", () => {
        kept.set(path, text);
        response.end(text);
      });
    }).end();
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = address && typeof address === "object" ? address.port : 0;
      ready({ url: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}
