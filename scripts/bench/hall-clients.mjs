// The built service with the demo and an open hall, and clients that do what follow.js does: hear the pulse, wait their own
// short moment, ask for the page, and have seen the change when the page carries a new pulse. For the benches of an evening.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { freePort } from "../lib/free-port.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";

const TICKS_PER_S = 100;
const SCREENS = 10;
const PHONES_SPREAD_MS = 500; // data-spread of the vote page

/** Starts it, opens the hall of the demo's evaluation, gives `work` what it needs, and ends it. */
export async function withHall(work) {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const folder = mkdtempSync(join(tmpdir(), "bench-hall-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, "debata.db")}`,
    DEMO: "auto",
    LOG_LEVEL: "error",
  };
  const server = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  server.stdout.on("data", (text) => (said += text));
  try {
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(50);
    while (!/kont: \S+/.test(said)) await sleep(50);
    const cookie = await signIn();
    const hall = `/o/kpp-wierzbinow/debates/${openHall()}/hall`;
    const desk = (await send(hall, { cookie })).text;
    const [screen, vote] = [/\/screen\/[0-9A-Z-]+/.exec(desk)?.[0], /\/v\/[0-9A-Z-]+/.exec(desk)?.[0]];
    const [, motionId] = /name="motionId" value="([^"]+)"/.exec(desk) ?? [];
    if (!screen || !vote || !motionId) throw new Error("The desk shows no addresses or no motion");
    /** What the desk does at its nth press: a vote is opened, or closed. */
    const press = async (i) => {
      const fields = i % 2 === 0 ? { intent: "open", motionId } : { intent: "close", motionId, "heads-done": "3" };
      const { status, text } = await send(hall, { cookie, fields: { _key: randomUUID(), ...fields } });
      if (status !== 303) throw new Error(`The desk answered ${status}: ${text.slice(0, 500)}`);
    };
    const gather = async (phones) => {
      const clients = [
        ...Array.from({ length: SCREENS }, () => follow(screen, 0)),
        ...Array.from({ length: phones }, () => follow(vote, PHONES_SPREAD_MS)),
      ];
      while (clients.some(({ pulse }) => pulse === "")) await sleep(50);
      return clients;
    };
    await work({
      cookie,
      signIn,
      send,
      press,
      gather,
      folder,
      cpu: () => cpuOf(server.pid),
      memory: () => memoryOf(server.pid),
    });
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }

  /** One open page. */
  function follow(path, spreadMs) {
    const client = { pulse: "", heardAt: 0, seenAt: 0, stream: undefined };
    const headers = { Accept: "text/event-stream" };
    client.stream = request(new URL(`${path}/events`, url), { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) throw new Error(`A stream was answered ${response.statusCode}`);
      let rest = "";
      response.setEncoding("utf8").on("data", (text) => {
        const parts = (rest + text).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          const [, pulse] = /^data: (.*)$/m.exec(part) ?? [];
          if (pulse) void hear(pulse).catch((error) => Object.assign(client, { failure: error }));
        }
      });
      response.on("error", () => {});
    });
    client.stream.on("error", () => {});
    client.stream.end();

    async function hear(pulse) {
      const isFirst = client.pulse === "";
      client.pulse = pulse;
      if (isFirst || client.heardAt) return;
      client.heardAt = performance.now();
      await sleep(50 + Math.random() * spreadMs);
      const known = client.pulse;
      const { text } = await send(path, {});
      // Another change meanwhile makes the page newer than the pulse, which comes after it.
      const isOlder = !text.includes(`data-pulse="${known}"`) && client.pulse === known;
      if (isOlder) throw new Error("The page is older than its pulse");
      client.seenAt = performance.now();
    }
    return client;
  }

  /** The evaluation of the demo is to come; here its hall is open. Raw, because this is a bench and no history. */
  function openHall() {
    const database = new BetterSqlite3(join(folder, "debata.db"));
    const { id } = database
      .prepare(
        "select d.id from debates d join organizations o on o.id = d.organization_id where o.slug = 'kpp-wierzbinow' and d.kind = 'evaluation' and d.status = 'announced'",
      )
      .get();
    database.prepare("update debates set status = 'live' where id = ?").run(id);
    database.close();
    return id;
  }

  async function signIn(unit = "kpp-wierzbinow") {
    const [, password] = /kont: (\S+)/.exec(said) ?? [];
    const fields = { _key: randomUUID(), email: `debaty@${unit}.example`, password };
    const answer = await send("/login", { fields });
    const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
    if (!cookie) throw new Error(`No session: ${answer.status}`);
    return cookie;
  }

  function send(path, { cookie, fields }) {
    return new Promise((resolve, reject) => {
      const body = fields && new URLSearchParams(fields).toString();
      const headers = {
        ...(cookie && { Cookie: cookie }),
        ...(body && {
          Origin: url,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(body),
        }),
      };
      const sent = request(new URL(path, url), { method: body ? "POST" : "GET", agent, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => (text += part));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}

function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

function memoryOf(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}
