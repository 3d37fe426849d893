import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "./config.server";

const YEAR_S = 365 * 24 * 60 * 60;
/** Of one account; the next one makes the oldest a stranger. */
const MOST_BROWSERS = 20;

/** `knownBrowsers`: how many there have been. */
export type BrowserOwner = { email: string; passwordHash: string; knownBrowsers: number };

/** Does the request bring something under the name of this account's browsers? Costs nothing to ask. */
export const bringsBrowser = (request: Request, email: string) => cookieOf(request, email) !== undefined;

/**
 * A browser in which somebody once signed in is known for that account. Its wrong passwords are counted by themselves,
 * and nobody else's stand in its way: so a stranger, or a whole network of them, cannot lock a colleague out. The key
 * opens nothing; whoever steals it has a few guesses of a password in a quarter of an hour, until the password is another.
 */
export function knownBrowser(request: Request, owner: BrowserOwner) {
  const [no = "", seal = ""] = cookieOf(request, owner.email) ?? [];
  const isOurs = seal.length > 0 && timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(owner, no)));
  return isOurs && Number(no) > owner.knownBrowsers - MOST_BROWSERS ? no : undefined;
}

/** The Set-Cookie header for the newest browser of an account; it comes back to the sign-in pages alone. */
export function rememberBrowser(owner: BrowserOwner) {
  const no = String(owner.knownBrowsers);
  const secure = config.publicUrl.protocol === "https:" ? "; Secure" : "";
  return `${nameOf(owner.email)}=${no}.${sealOf(owner, no)}; Path=/login; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieOf(request: Request, email: string) {
  const pattern = new RegExp(`(?:^|;\\s*)${nameOf(email)}=(\\d{1,9})\\.([\\w-]{43})(?:;|$)`);
  return pattern.exec(request.headers.get("Cookie") ?? "")?.slice(1);
}

const hashed = (what: string, email: string) =>
  createHmac("sha256", config.secret).update(`${what}\n${email.toLowerCase()}`).digest("base64url");
/** Several colleagues may share a browser. */
const nameOf = (email: string) => `znana-${hashed("browsers of", email).slice(0, 12)}`;
const sealOf = ({ email, passwordHash }: BrowserOwner, no: string) =>
  hashed(`known browser ${no} ${passwordHash}`, email);
