import { describe, expect, test } from "vitest";
import { checkFile, decideEvidence, MOST_EVIDENCE_BYTES, MOST_FILES_OF_TASK } from "~/domain/tasks/rules.evidence";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const reasonOf = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? null : outcome.reason);

test.each([
  ["a PDF", bytes("%PDF-1.7 … %%EOF\n"), null],
  ["a JPEG", bytes("\xff\xd8\xff\xe0"), null],
  ["a PNG", bytes("\x89PNG"), null],
  ["a WebP", bytes("RIFF\0\0\0\0WEBPVP8 "), null],
  ["a sound, in the same frame as a WebP", bytes("RIFF\0\0\0\0WAVEfmt "), "file_wrong_type"],
  ["what an iPhone keeps", bytes("\0\0\0\x18ftypheic"), "file_heic"],
  ["nothing", bytes(""), "file_empty"],
  ["a PDF that breaks off", bytes("%PDF-1.7 …"), "file_broken_pdf"],
  ["a page called .png", bytes("<!doctype html><script>"), "file_wrong_type"],
  ["a program", bytes("MZ\x90\0"), "file_wrong_type"],
  ["one byte too much", new Uint8Array(MOST_EVIDENCE_BYTES + 1), "file_too_large"],
  ["what was too long to be held", undefined, "file_too_large"],
])("%s: %s", (_, content, reason) => {
  expect(reasonOf(checkFile(content))).toBe(reason);
});

describe("beside a task", () => {
  const sums = (many: number) => Array.from({ length: many }, (_, i) => ({ sha256: String(i) }));
  test.each([
    ["new", [], sums(2), null],
    ["confirmed", [], sums(1), null],
    ["transferred", [], sums(1), "not_possible"],
    ["new", sums(MOST_FILES_OF_TASK), [{ sha256: "x" }], "too_many_files"],
    ["new", sums(MOST_FILES_OF_TASK - 1), [{ sha256: "x" }], null],
    ["new", sums(2), [{ sha256: "1" }], "file_known"],
    ["new", [], [{ sha256: "1" }, { sha256: "1" }], "file_known"],
  ] as const)("%s", (state, known, added, reason) => {
    expect(reasonOf(decideEvidence({ state }, known, added))).toBe(reason);
  });
});
