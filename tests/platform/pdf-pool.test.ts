import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { DocumentFailed, openDocuments } from "~/platform/documents.server";
import { cachedWorker } from "../../scripts/lib/bundle-worker.mjs";

type Documents = ReturnType<typeof openDocuments>;

const bundle = cachedWorker("tests/setup/sample.worker.tsx");
const worker = () => bundle;
const folders: string[] = [];
const opened: Documents[] = [];

function open(options: Partial<Parameters<typeof openDocuments>[0]> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  folders.push(folder);
  const documents = openDocuments({ folder, worker, ...options });
  opened.push(documents);
  return { ...documents, folder };
}

/** Of a document that hangs. Long, because a document after it has no longer, and its process starts on a busy machine. */
const HANGS_FOR_MS = 15_000;

const draw = (documents: Documents, title: string) => documents.render("title", { title });
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: DocumentFailed) => error,
  );

/** A document that cannot be drawn, and says by whom. */
async function processOf(documents: Documents) {
  const error = await failureOf(documents.render("tells", {}));
  return Number(/process (\d+)/.exec(error!.message)![1]);
}

/** Fails by the time limit of the test. */
async function gone(pid: number) {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((wait) => setTimeout(wait, 20));
  }
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((documents) => documents.close()));
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the shelf", () => {
  test("the same document is drawn once, also when asked for at the same time", async () => {
    const documents = open();
    const [one, two] = await Promise.all([draw(documents, "Zażółć"), draw(documents, "Zażółć")]);
    expect(one).toBe(two);
    expect(one.subarray(0, 5).toString()).toBe("%PDF-");
    const again = await draw(documents, "Zażółć");
    expect(again.equals(one)).toBe(true);
    expect(readdirSync(documents.folder)).toHaveLength(1);
  });

  test("other props are another document", async () => {
    const documents = open();
    const [one, two] = await Promise.all([draw(documents, "A"), draw(documents, "B")]);
    expect(one.equals(two)).toBe(false);
    expect(readdirSync(documents.folder)).toHaveLength(2);
  });

  test("a file that was cut short is drawn again", async () => {
    const documents = open();
    const whole = await draw(documents, "A");
    truncateSync(join(documents.folder, readdirSync(documents.folder)[0]!), 100);
    expect(await draw(documents, "A")).toHaveLength(whole.length);
  });

  test("the oldest go when the shelf is full", async () => {
    const documents = open({ mostBytes: 1 });
    expect((await draw(documents, "A")).length).toBeGreaterThan(1_000);
    expect(readdirSync(documents.folder)).toEqual([]);
  });

  test("a shelf that cannot be written costs nobody the document", async () => {
    const documents = open({ folder: "/dev/null/documents" });
    expect((await draw(documents, "A")).length).toBeGreaterThan(1_000);
  });
});

describe("a worker that fails", () => {
  const cases = [
    ["throws", "broken"],
    ["exits", "broken"],
    ["hangs", "timeout"],
    ["eats", "memory"],
    ["swells", "memory"],
    ["unknown", "broken"],
    ["constructor", "broken"],
  ] as const;

  test.each(cases)("%s → %s, and the next document is drawn", async (name, reason) => {
    const documents = open({ timeoutMs: name === "hangs" ? HANGS_FOR_MS : 100_000, oldSpaceMb: 96 });
    let beats = 0;
    const heart = setInterval(() => beats++, 20);
    const error = await failureOf(documents.render(name, {}));
    clearInterval(heart);
    expect(error).toBeInstanceOf(DocumentFailed);
    expect(error).toMatchObject({ reason, document: name });
    if (reason === "timeout") expect(beats, "the event loop stood still").toBeGreaterThan(20);
    expect((await draw(documents, "next")).length).toBeGreaterThan(1_000);
  });

  test("that is killed from outside is replaced", async () => {
    const documents = open({ atOnce: 1 });
    const pid = await processOf(documents);
    const failing = failureOf(documents.render("hangs", {}));
    await new Promise((wait) => setTimeout(wait, 100));
    process.kill(pid, "SIGKILL");
    expect(await failing).toMatchObject({ reason: "broken" });
    expect((await draw(documents, "next")).length).toBeGreaterThan(1_000);
  });

  test("a failure is not remembered", async () => {
    const documents = open();
    await failureOf(documents.render("throws", {}));
    expect(readdirSync(documents.folder)).toEqual([]);
  });

  test("too many at once are refused, not piled up", async () => {
    const documents = open({ atOnce: 1, waitingPerUnit: 1, timeoutMs: HANGS_FOR_MS });
    const waiting = Array.from({ length: 4 }, (_, i) => failureOf(documents.render("hangs", { i })));
    const reasons = (await Promise.all(waiting)).map((error) => error?.reason);
    expect(reasons.sort()).toEqual(["busy", "busy", "timeout", "timeout"]);
    expect((await draw(documents, "next")).length).toBeGreaterThan(1_000);
  });

  test.each([
    ["hangs", "timeout"],
    ["exits", "broken"],
    ["eats", "memory"],
  ])("a document that waits behind one that %s is drawn", async (name, reason) => {
    const timeoutMs = name === "hangs" ? 2 * HANGS_FOR_MS : 100_000;
    const documents = open({ atOnce: 1, timeoutMs, oldSpaceMb: 64 });
    const failing = failureOf(documents.render(name, {}));
    // Whoever waits has to have time left when the one before has used up its own.
    await new Promise((wait) => setTimeout(wait, name === "hangs" ? HANGS_FOR_MS : 10));
    const [first, second] = [draw(documents, "first"), draw(documents, "second")];
    expect(await failing).toMatchObject({ reason });
    expect((await first).length).toBeGreaterThan(1_000);
    expect((await second).length).toBeGreaterThan(1_000);
  });
});

describe("the processes", () => {
  test("see no secret and no database", async () => {
    const { message } = (await failureOf(open().render("tells", {})))!;
    expect(message).toContain("NODE_ENV");
    expect(message).not.toMatch(/SECRET|DATABASE|SMTP|DATA_DIR/);
  });

  test("draw one after another, and go when nobody asks any more", async () => {
    const documents = open({ atOnce: 1, idleMs: 300 });
    const pid = await processOf(documents);
    expect(await processOf(documents)).toBe(pid);
    await gone(pid);
  });

  test("go when the documents are closed, in the middle of one", async () => {
    const documents = open({ atOnce: 1 });
    const pid = await processOf(documents);
    const failing = failureOf(documents.render("hangs", {}));
    await new Promise((wait) => setTimeout(wait, 100));
    await documents.close();
    expect(await failing).toMatchObject({ reason: "broken" });
    await gone(pid);
  });

  test.each([
    ["ends while one draws without end", "exit"],
    ["is killed", "kill"],
  ])("go with a service that %s", async (_, end) => {
    const [entry, { file }] = await Promise.all([cachedWorker("tests/setup/documents-service.ts"), bundle]);
    const service = fork(entry.file, [file, end], { execArgv: [] });
    const [pid] = (await once(service, "message")) as [number];
    if (end === "kill") service.kill("SIGKILL");
    else service.send("end");
    await once(service, "exit");
    await gone(pid);
  });
});

describe("somebody who was told to come back", () => {
  const tillDrawn = async (ask: () => Promise<Buffer | number>) => {
    for (;;) {
      const drawn = await ask();
      if (typeof drawn !== "number") return drawn;
    }
  };

  test("gets the document, drawn once, also when the shelf could not keep it", async () => {
    const documents = open({ folder: "/dev/null/documents" });
    const ask = () => documents.ask("title", { title: "A" }, { unit: "a", patienceMs: 0 });
    expect(await ask()).toBe(0);
    expect((await tillDrawn(ask)).length).toBeGreaterThan(1_000);
  });

  test("gets it from memory when it may not be kept as a file", async () => {
    const documents = open();
    const ask = () => documents.ask("title", { title: "A" }, { unit: "a", patienceMs: 0, keep: false });
    expect(await ask()).toBe(0);
    expect((await tillDrawn(ask)).length).toBeGreaterThan(1_000);
    expect(readdirSync(documents.folder)).toEqual([]);
  });

  test("hears that it failed, and may try again", async () => {
    const documents = open();
    const ask = () => documents.ask("throws", {}, { unit: "a", patienceMs: 0 });
    expect(await ask()).toBe(0);
    for (let again = 0; again < 2; again++) {
      expect(await failureOf(tillDrawn(ask))).toMatchObject({ reason: "broken" });
    }
  });

  test("is told how many come before", async () => {
    const documents = open({ atOnce: 1 });
    const long = documents.render("sample", { people: 200, motions: 60, points: 10 }, { unit: "a" });
    await new Promise((started) => setTimeout(started, 20));
    expect(await documents.ask("title", { title: "B" }, { unit: "b", patienceMs: 0 })).toBe(1);
    await long;
  });
});

test("the document's own text does not get into the message of a failure", async () => {
  const error = await failureOf(open().render("throws", { secret: "numer telefonu" }));
  expect(error?.message).not.toContain("numer telefonu");
});

test("the event loop stays free while a long document is drawn", async () => {
  const documents = open();
  let beats = 0;
  const heart = setInterval(() => beats++, 10);
  await documents.render("sample", { people: 200, motions: 60, points: 10 });
  clearInterval(heart);
  expect(beats).toBeGreaterThan(10);
});
