import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "./config.server";

const COOKIE = "urzadzenie";
const EVENING_S = 12 * 60 * 60;

/**
 * A device that has sent a resident's form once is told apart from the others behind its address for an evening. The
 * key is ours and dated, so nobody can make up devices; it says nothing about anybody, and only a POST brings it, so
 * that pages for everybody carry none.
 */
export function deviceOf(request: Request, now = Date.now()) {
  const pattern = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{22})\\.([0-9a-z]{1,8})\\.([\\w-]{43})(?:;|$)`);
  const [, id = "", day = "", seal = ""] = pattern.exec(request.headers.get("Cookie") ?? "") ?? [];
  const isOurs = seal.length > 0 && timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(id, day)));
  const ageS = now / 1000 - Number.parseInt(day, 36);
  return isOurs && ageS < EVENING_S ? id : undefined;
}

/** The Set-Cookie header of a new device. */
export function giveDevice(now = Date.now()) {
  const id = randomBytes(16).toString("base64url");
  const day = Math.floor(now / 1000).toString(36);
  const secure = config.publicUrl.protocol === "https:" ? "; Secure" : "";
  return `${COOKIE}=${id}.${day}.${sealOf(id, day)}; Path=/u; Max-Age=${EVENING_S}; HttpOnly; SameSite=Lax${secure}`;
}

const sealOf = (id: string, day: string) =>
  createHmac("sha256", config.secret).update(`device:${id}:${day}`).digest("base64url");
