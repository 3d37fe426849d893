import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { config } from "./config.server";

/** A key of its own, so that nothing else made from `APP_SECRET` tells anything about it. */
const KEY = Buffer.from(hkdfSync("sha256", config.secret, "", "sealed values", 32));
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A value that the database or a form may hold and nobody can read or change (AES-256-GCM). `about` says whose it is and
 * what for: put into another row or another field, it does not open.
 */
export function seal(value: string, about: string) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, KEY, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Undefined for whatever we have not sealed ourselves, for this purpose. */
export function unseal(sealed: string, about: string) {
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  if (!sealed.startsWith("1.") || bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const tagEnds = NONCE_BYTES + TAG_BYTES;
  const cipher = createDecipheriv(ALGORITHM, KEY, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE_BYTES, tagEnds));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(tagEnds)), cipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
