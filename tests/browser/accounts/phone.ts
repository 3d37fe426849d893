import { Secret, TOTP } from "otpauth";

/** What an authenticator app shows; `steps` of half a minute later. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
