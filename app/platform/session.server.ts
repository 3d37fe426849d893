import { Lucia, TimeSpan } from "lucia";
import { config } from "./config.server";
import { luciaAdapter } from "./lucia-adapter.server";

const secure = config.publicUrl.protocol === "https:";
const IDLE = new TimeSpan(30, "m");
const LONGEST = new TimeSpan(12, "h");
const PROLONG_AFTER_MS = 60_000;

/** The only file that knows Lucia: replacing it means rewriting this page and the adapter. */
const lucia = new Lucia(luciaAdapter, {
  sessionExpiresIn: IDLE,
  sessionCookie: {
    // __Host- needs https; Strict would lose the session on the first click from a mail.
    name: secure ? "__Host-session" : "session",
    // The server alone decides when a session ends, so the cookie carries no date of its own.
    expires: false,
    attributes: { secure, sameSite: "lax" },
  },
  getSessionAttributes: ({ startedAt }) => ({ startedAt }),
});

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { startedAt: Date };
  }
}

/** Only what can be one of ours reaches the database: PostgreSQL fails on a NUL byte. */
function sessionIdIn(request: Request) {
  const id = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  return id && /^[a-z0-9]{40}$/.test(id) ? id : undefined;
}

/** Who is signed in, if anybody. Ends after 30 idle minutes, and after 12 hours in any case. */
export async function findUserId(request: Request, now = new Date()) {
  const id = sessionIdIn(request);
  if (!id) return undefined;
  const { session, user } = await lucia.validateSession(id);
  if (!session) return undefined;
  if (now.getTime() - session.startedAt.getTime() >= LONGEST.milliseconds()) {
    await lucia.invalidateSession(id);
    return undefined;
  }
  // Lucia itself prolongs only in the second half, so sixteen idle minutes could end a session. A write a minute is enough.
  const ends = now.getTime() + IDLE.milliseconds();
  if (ends - session.expiresAt.getTime() > PROLONG_AFTER_MS)
    await luciaAdapter.updateSessionExpiration(id, new Date(ends));
  return user.id;
}

/** Returns the Set-Cookie header of a new session. Call it after the password has been verified. */
export async function startSession(userId: string) {
  const { id } = await lucia.createSession(userId, { startedAt: new Date() });
  return lucia.createSessionCookie(id).serialize();
}

/** Signs this browser out; returns the Set-Cookie header that forgets the session. */
export async function endSession(request: Request) {
  const id = sessionIdIn(request);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs a person out everywhere: after a new password, a changed role, or on request. */
export const endSessions = (userId: string) => lucia.invalidateUserSessions(userId);

export const { sessionCookieName } = lucia;

export const forgetExpiredSessions = () => lucia.deleteExpiredSessions();
