import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createStreams } from "~/platform/streams.server";

const asking = (signal?: AbortSignal) =>
  new Request("http://app.test/x/events", { signal, headers: { Accept: "text/event-stream" } });

/** Reads a stream until `text` has come. */
async function readUntil(answer: Response, text: string) {
  const reader = answer.body?.getReader();
  let got = "";
  while (!got.includes(text)) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) break;
    got += new TextDecoder().decode(value);
  }
  reader?.releaseLock();
  return got;
}

test("tells whoever listens that the pulse has changed, and late comers what it is", async () => {
  let pulse = "1";
  let looks = 0;
  const streams = createStreams({ lookMs: 5 });
  const look = async () => {
    looks++;
    return pulse;
  };
  const first = await streams.follow("a", look, asking());
  expect(first.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
  expect(first.headers.get("Cache-Control")).toContain("no-transform");
  expect(await readUntil(first, "data: 1")).toContain("event: pulse");
  const second = await streams.follow("a", look, asking());
  expect(await readUntil(second, "data: 1")).toContain("event: pulse");
  pulse = "2";
  expect(await readUntil(first, "data: 2")).not.toContain("data: 1");
  await readUntil(second, "data: 2");
  expect(streams.count()).toBe(2);

  streams.close();
  expect([await readUntil(first, "never"), streams.count()]).toEqual(["", 0]);
  expect((await streams.follow("a", look, asking())).status).toBe(503);
  const before = looks;
  await sleep(30);
  expect(looks).toBeLessThanOrEqual(before + 1); // nobody listens, nobody looks
});

test("who goes away leaves nothing behind, and there is room again", async () => {
  const streams = createStreams({ lookMs: 5, most: 3, mostOfNetwork: 2 });
  const pulse = async () => "1";
  const leaving = new AbortController();
  const first = await streams.follow("a", pulse, asking(leaving.signal), "n1");
  await readUntil(first, "data: 1");
  expect((await streams.follow("a", pulse, asking(), "n1")).status).toBe(200);
  const third = await streams.follow("a", pulse, asking(), "n1");
  expect([third.status, third.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect((await streams.follow("a", pulse, asking(), "n2")).status).toBe(200);
  expect((await streams.follow("a", pulse, asking(), "n3")).status).toBe(503);
  leaving.abort();
  expect(streams.count()).toBe(2);
  const again = await streams.follow("a", pulse, asking(), "n1");
  expect(again.status).toBe(200);
  await again.body?.cancel();
  expect(streams.count()).toBe(2);
  streams.close();
});

test("a database that fails for a moment ends no stream", async () => {
  let isBroken = false;
  const streams = createStreams({ lookMs: 5 });
  const pulse = async () => {
    if (isBroken) throw new Error("busy");
    return isBroken ? "x" : String(Number(wasBroken));
  };
  let wasBroken = false;
  const answer = await streams.follow("a", pulse, asking());
  await readUntil(answer, "data: 0");
  isBroken = true;
  await sleep(20);
  [isBroken, wasBroken] = [false, true];
  expect(await readUntil(answer, "data: 1")).toContain("data: 1");
  streams.close();
});

test("who asks without a stream gets the pulse and an end", async () => {
  const streams = createStreams();
  const answer = await streams.follow("a", async () => "7", new Request("http://app.test/x"));
  expect([answer.status, await answer.text(), streams.count()]).toEqual([200, "7", 0]);
});
