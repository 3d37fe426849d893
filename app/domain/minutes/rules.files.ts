import { type FileKind, fileKindOf } from "~/platform/file-kinds";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { MinutesStatus } from "~db/vocabulary";
import { isFrozen } from "./rules";
import { withoutJpegMetadata, withoutPngMetadata } from "./rules.pictures";

/** Below the limit of a whole form, so that the answer is a sentence and not the server's refusal. */
export const MOST_BYTES = 2_500_000;
export const MOST_FILES = 40;

export type FileRefusal = "frozen" | "empty" | "too_large" | "wrong_type" | "broken_picture" | "too_many" | "duplicate";
export type Attachment = { bytes: Uint8Array; mediaType: string; ending: string };

const TYPES: Partial<
  Record<FileKind, { mediaType: string; ending: string; clean: (bytes: Uint8Array) => Uint8Array | undefined }>
> = {
  pdf: { mediaType: "application/pdf", ending: "pdf", clean: (bytes) => bytes },
  jpeg: { mediaType: "image/jpeg", ending: "jpg", clean: withoutJpegMetadata },
  png: { mediaType: "image/png", ending: "png", clean: withoutPngMetadata },
};

export function readAttachment(bytes: Uint8Array): Outcome<Attachment, FileRefusal> {
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > MOST_BYTES) return refuse("too_large");
  const kind = fileKindOf(bytes);
  const type = kind && TYPES[kind];
  if (!type) return refuse("wrong_type");
  const clean = type.clean(bytes);
  return clean ? allow({ bytes: clean, mediaType: type.mediaType, ending: type.ending }) : refuse("broken_picture");
}

/**
 * The approved text names its attachments, so none comes or goes after approval: what was forgotten is added with a
 * correction.
 */
export function decideAdding(
  { status, sums }: { status: MinutesStatus; sums: readonly string[] },
  sha256: string,
): Outcome<"added", FileRefusal> {
  if (isFrozen(status)) return refuse("frozen");
  if (sums.includes(sha256)) return refuse("duplicate");
  return sums.length >= MOST_FILES ? refuse("too_many") : allow("added");
}

/** „01-protokol-odbioru.pdf”: safe in every folder. `slug` is the title without Polish letters. */
export const fileNameOf = (no: number, slug: string, ending: string) =>
  `${String(no).padStart(2, "0")}-${slug || "zalacznik"}.${ending}`;
