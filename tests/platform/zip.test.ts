import { createCipheriv } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type ZipEntry, zipStream } from "~/platform/zip.server";

const NOW = new Date("2026-03-20T10:00:00Z");
const END_OF_ZIP = Buffer.from("PK\x05\x06", "latin1");
/** Megabytes that cannot be pressed together; the same each time, because one in 2 000 random ones has the end of a ZIP in it. */
const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(2_000_000));
const big = (name: string, made: string[]): ZipEntry => ({
  name,
  make: async () => {
    made.push(name);
    return noise;
  },
});
const names = Array.from({ length: 8 }, (_, i) => `${i}.bin`);
const pause = () => new Promise((go) => setTimeout(go, 30));

async function readAll(stream: ReadableStream<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  try {
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
    return { bytes: Buffer.concat(chunks), error: undefined };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error };
  }
}

describe("a ZIP made while it is sent", () => {
  test("is whole at the end, and the last file knows the sums of those before", async () => {
    const sums: ZipEntry = { name: "sums", make: async (before) => Buffer.from(JSON.stringify(before)) };
    const { bytes, error } = await readAll(
      zipStream([{ name: "zażółć.txt", make: async () => Buffer.from("gęślą") }, sums], NOW),
    );
    expect(error).toBeUndefined();
    expect(bytes.includes(END_OF_ZIP)).toBe(true);
    expect(bytes.includes(Buffer.from("zażółć.txt"))).toBe(true);
  });

  test("nothing is made before somebody reads, and then one file at a time", async () => {
    const made: string[] = [];
    const reader = zipStream(
      names.map((name) => big(name, made)),
      NOW,
    ).getReader();
    await pause();
    expect(made).toEqual([]);
    let read = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.byteLength;
      await new Promise(setImmediate);
      // As many as were read, the one under way, and no more: the rest is not in memory.
      expect(made.length).toBeLessThanOrEqual(Math.floor(read / 2_000_000) + 2);
    }
    expect(made).toEqual(names);
  });

  test("a file that cannot be made is the end, and what came before is no ZIP", async () => {
    const made: string[] = [];
    const fails: ZipEntry = { name: "x", make: () => Promise.reject(new Error("no such paper")) };
    const { bytes, error } = await readAll(zipStream([big("a", made), fails, big("b", made)], NOW));
    expect(error).toMatchObject({ message: "no such paper" });
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.includes(END_OF_ZIP)).toBe(false);
    expect(made).toEqual(["a"]);
  });

  test("whoever stops reading stops the work", async () => {
    const made: string[] = [];
    const reader = zipStream(
      names.map((name) => big(name, made)),
      NOW,
    ).getReader();
    await reader.read();
    await reader.cancel();
    const before = made.length;
    await pause();
    expect(before).toBeLessThan(3);
    expect(made).toHaveLength(before);
  });
});
