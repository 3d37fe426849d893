import { Secret, TOTP } from "otpauth";

/** What every authenticator app knows (RFC 6238): SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
/** A clock may be wrong by one step either way. */
const WINDOW = 1;

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6, algorithm: "SHA1" });

/** 160 bits, as the letters an app lets people type. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

/** What a QR code tells the app. */
export const totpAddress = (secret: string, names: { issuer: string; label: string }) =>
  totpOf(secret, names).toString();

/** The step of thirty seconds that a code belongs to; undefined where it is no code of now. */
export function stepOf(secret: string, code: string, now: Date) {
  if (!/^[0-9]{6}$/.test(code)) return undefined; // the library stumbles over longer bytes
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}
