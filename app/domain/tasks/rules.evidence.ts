import { type FileKind, fileKindOf } from "~/platform/file-kinds";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { TaskState } from "~db/vocabulary";

/** Of one file, as it comes; photos of telephones are below it. In bytes. */
export const MOST_EVIDENCE_BYTES = 12_000_000;
export const MOST_FILES_AT_ONCE = 5;
export const MOST_FILES_OF_TASK = 20;

export type EvidenceRefusal =
  | "file_empty"
  | "file_too_large"
  | "file_wrong_type"
  | "file_heic"
  | "file_broken_pdf"
  | "broken_picture"
  | "too_many_pixels"
  | "too_many_at_once"
  | "too_many_files"
  | "file_known"
  | "file_missing"
  | "task_internal"
  | "not_possible";

/** Behind the end stands next to nothing, also where a signature was hung on: it brings an end of its own. */
const hasEnd = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(-2048)).includes("%%EOF");

/** What a file may be before anybody tries to draw it. */
export function checkFile(bytes: Uint8Array | undefined): Outcome<FileKind, EvidenceRefusal> {
  if (!bytes || bytes.length > MOST_EVIDENCE_BYTES) return refuse("file_too_large");
  if (bytes.length === 0) return refuse("file_empty");
  const kind = fileKindOf(bytes);
  if (!kind) return refuse("file_wrong_type");
  if (kind === "heic") return refuse("file_heic");
  return kind === "pdf" && !hasEnd(bytes) ? refuse("file_broken_pdf") : allow(kind);
}

/** What was passed on has its proof at the next body. The same bytes come once. */
export function decideEvidence(
  { state }: { state: TaskState },
  known: readonly { sha256: string }[],
  added: readonly { sha256: string }[],
): Outcome<true, EvidenceRefusal> {
  if (state === "transferred") return refuse("not_possible");
  if (known.length + added.length > MOST_FILES_OF_TASK) return refuse("too_many_files");
  const sums = [...known, ...added].map(({ sha256 }) => sha256);
  return new Set(sums).size === sums.length ? allow(true) : refuse("file_known");
}
