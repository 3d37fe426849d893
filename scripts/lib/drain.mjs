// SIGTERM to the built server while a stream is open, a form is only half sent, a document is being drawn and a letter is
// with a slow mail server: each is finished or closed, nothing is lost, nothing comes twice, and the process ends with 0.
import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { openService } from "./service.mjs";

const PLANTS = {
  "letters are not waited for": { find: /const jobsEnd = stopJobs\(\);/, put: "const jobsEnd = Promise.resolve();" },
  "streams are not closed": { find: /draining = true;\s*closeStreams\(\);/, put: "draining = true;" },
};
/** Of the server: longer it waits for nobody. */
const PATIENCE_MS = 8_000;
const SEATS = 4;
const ANSWER_AFTER_MS = 800;

/**
 * @param {{ databaseUrl?: string, plant?: keyof typeof PLANTS, deaf?: boolean }} [wanted]
 *   `deaf`: the mail server never answers, so the letter cannot be finished.
 */
export async function drain({ databaseUrl, plant, deaf = false } = {}) {
  const post = await openPost();
  const service = await openService({
    tool: "scripts/lib/drain-process.ts",
    databaseUrl,
    plant: plant && PLANTS[plant],
    settings: { SMTP_URL: `smtp://127.0.0.1:${post.port}` },
  });
  /** @type {string[]} */
  const faults = [];
  const fault = (/** @type {unknown} */ is, /** @type {string} */ what) => void (is && faults.push(what));
  try {
    const sheet = await service.ask("seed");
    await service.start();
    const hall = `/u/${sheet.unit}/debates/${sheet.hall.slug}`;
    post.hold();
    for (let i = 0; i < SEATS; i++) {
      const fields = { name: `Osoba ${i}`, seats: "1", email: `osoba-${i}@dom.test`, _key: crypto.randomUUID() };
      fault((await service.send(`${hall}/register`, { fields })).status !== 303, "a seat was not given");
    }
    await post.taken();
    const stream = open(service.url, `/screen/${sheet.screen}/events`, { Accept: "text/event-stream" });
    await stream.first;
    const words = { text: "Ciemno w parku", place: "park", category: "LIGHT", intent: "send" };
    const body = new URLSearchParams({ ...words, _key: crypto.randomUUID() }).toString();
    const form = open(service.url, `${hall}/motions/new`, {}, body);
    const paper = open(service.url, `${hall}/poster.pdf`);
    // Whoever asks after them is answered after they have arrived.
    await Promise.all([form.left, paper.left]);
    for (let asked = 0; asked < 3; asked++) await service.send("/readyz", { fresh: true });
    const ending = service.end("SIGTERM");
    await stream.whole.then(
      ({ isWhole }) => fault(!isWhole, "the stream was cut off"),
      () => faults.push("the stream failed"),
    );
    form.finish();
    const sent = await form.whole.catch(() => undefined);
    fault(sent?.status !== 303, `the form was answered with ${sent?.status}`);
    // With the planted fault the letter has to be what is finished last.
    if (!deaf && !plant) post.answer();
    const drawn = await paper.whole.catch(() => ({ status: 0, text: "", isWhole: false }));
    const isPdf = drawn.status === 200 && drawn.isWhole && /^%PDF-[\s\S]*%%EOF\s*$/.test(drawn.text);
    fault(!isPdf, `the document came with ${drawn.status}, ${drawn.text.length} bytes`);
    if (plant) post.answer();
    const { code, ms } = await ending;
    fault(code !== 0, `it ended with ${code}`);
    // A machine that has no time for a document in eight seconds proves nothing, but that it ended well.
    if (!deaf && !plant && ms >= PATIENCE_MS)
      return { faults: code === 0 ? [] : faults, ms: Math.round(ms), delivered: post.delivered.length, isSlow: true };

    const told = await service.ask("tell");
    fault(told.texts.length !== 1, `${told.texts.length} motions instead of one`);
    fault(told.names.length !== SEATS, `${told.names.length} seats of ${SEATS}`);
    const noted = told.letters.filter((/** @type {{ status: string }} */ { status }) => status === "sent");
    fault(
      noted.length !== post.delivered.length,
      `${post.delivered.length} letters were delivered, ${noted.length} noted`,
    );
    if (deaf) return { faults, ms: Math.round(ms), delivered: post.delivered.length, isSlow: false };

    // The next life goes on at once, and whoever wrote gets the letter once.
    await service.start();
    let unsent = SEATS;
    for (let looks = 0; looks < 30 && unsent > 0; looks++) {
      await sleep(300);
      const { letters } = await service.ask("tell");
      unsent = letters.filter((/** @type {{ status: string }} */ { status }) => status !== "sent").length;
    }
    fault(unsent > 0, `${unsent} letters wait although they could go`);
    await service.end("SIGTERM");
    fault(new Set(post.delivered).size !== SEATS, `letters came to ${new Set(post.delivered).size} of ${SEATS}`);
    fault(new Set(post.delivered).size !== post.delivered.length, "a letter came twice");
    return { faults, ms: Math.round(ms), delivered: post.delivered.length, isSlow: false };
  } finally {
    await service.close();
    post.close();
  }
}

/** A request as it goes: its first bytes, and all of it. With a body, only half is sent until `finish`. */
function open(/** @type {string} */ url, /** @type {string} */ path, headers = {}, body = "") {
  const half = Math.floor(body.length / 2);
  const all = { ...headers, Origin: url, "X-Forwarded-For": "10.0.0.1" };
  const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(body.length) };
  const asked = request(url + path, {
    agent: false,
    method: body ? "POST" : "GET",
    headers: body ? { ...all, ...form } : all,
  });
  const answered = once(asked, "response").then(([answer]) => answer);
  const first = answered.then((answer) => once(answer, "readable"));
  const whole = answered.then(async (answer) => {
    let text = "";
    answer.setEncoding("latin1").on("data", (/** @type {string} */ some) => (text += some));
    const isWhole = await new Promise((tell) => {
      answer.on("end", () => tell(true));
      answer.on("error", () => tell(false));
      answer.on("close", () => tell(false)); // after the end it says nothing new
    });
    return { status: answer.statusCode, text, isWhole };
  });
  for (const each of [first, whole]) each.catch(() => {}); // whoever waits hears of it
  asked.on("error", () => {}); // told by `whole`
  const left = once(asked, "socket").then(([socket]) => socket.connecting && once(socket, "connect"));
  if (body) asked.write(body.slice(0, half));
  else asked.end();
  return { first, whole, left, finish: () => asked.end(body.slice(half)) };
}

/** A mail server that takes a letter and thinks about it. */
async function openPost() {
  /** @type {string[]} */
  const delivered = [];
  /** @type {(() => void)[]} */
  const held = [];
  let isHolding = false;
  let hear = () => {};
  const heard = new Promise((done) => {
    hear = () => done(undefined);
  });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on("end", () => {
        const take = () => {
          delivered.push(envelope.rcptTo[0]?.address ?? "");
          done();
        };
        if (isHolding) held.push(take);
        else take();
        hear();
      });
    },
  });
  server.on("error", () => {}); // its clients are killed on purpose
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  return {
    delivered,
    port: address && typeof address === "object" ? address.port : 0,
    hold() {
      isHolding = true;
    },
    /** Resolves when it has a letter in its hands. */
    taken: () => heard,
    answer() {
      isHolding = false;
      setTimeout(() => {
        for (const take of held.splice(0)) take();
      }, ANSWER_AFTER_MS);
    },
    close: () => server.close(),
  };
}
