import { createHash } from "node:crypto";

/** SHA-256 of a text as JSON with sorted keys: the same text has the same fingerprint, in either database. */
export function fingerprint(text: unknown) {
  const sorted = JSON.stringify(text, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("hex");
}
