import { Lucia, TimeSpan } from "lucia";
import { config } from "./config.server";
import { deviceOf } from "./device";
import { luciaAdapter, sessionHash, sessionRows } from "./lucia-adapter.server";

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
  getSessionAttributes: ({ startedAt, device, lastSeenAt }) => ({ startedAt, device, lastSeenAt }),
});

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { startedAt: Date; device: string; lastSeenAt: Date | null };
  }
}

/**
 * Only what can be one of ours reaches the database: PostgreSQL fails on a NUL byte. Lucia's own reader decodes every
 * cookie and throws at „%”, whoever has set it, so each page would fail.
 */
function sessionIdIn(request: Request) {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim().split("="));
  const [, id] = cookies.find(([name]) => name === lucia.sessionCookieName) ?? [];
  return id && /^[a-z0-9]{40}$/.test(id) ? id : undefined;
}

/** Who is signed in, if anybody, and by which session. Ends after 30 idle minutes, and after 12 hours in any case. */
export async function findSession(request: Request, now = new Date()) {
  const key = sessionIdIn(request);
  if (!key) return undefined;
  const { session, user } = await lucia.validateSession(key);
  if (!session) return undefined;
  if (now.getTime() - session.startedAt.getTime() >= LONGEST.milliseconds()) {
    await lucia.invalidateSession(key);
    return undefined;
  }
  const id = sessionHash(key);
  // Lucia itself prolongs only in the second half, so sixteen idle minutes could end a session. A write a minute is enough.
  // What a clock that was ahead has promised is taken back.
  const ends = now.getTime() + IDLE.milliseconds();
  if (Math.abs(ends - session.expiresAt.getTime()) > PROLONG_AFTER_MS)
    await sessionRows.seen(id, { expiresAt: new Date(ends), lastSeenAt: now, device: deviceIn(request) });
  return { id, userId: user.id };
}

export const findUserId = async (request: Request, now = new Date()) => (await findSession(request, now))?.userId;

const deviceIn = (request: Request) => deviceOf(request.headers.get("User-Agent"));

/** Returns the Set-Cookie header of a new session. Call it after everything that was asked for has been proved. */
export async function startSession(userId: string, device = "") {
  const now = new Date();
  const { id } = await lucia.createSession(userId, { startedAt: now, lastSeenAt: now, device });
  return lucia.createSessionCookie(id).serialize();
}

/** The same for whoever sent this request. A session that the browser had before ends: nobody takes one over. */
export async function startSessionOf(request: Request, userId: string) {
  await endSession(request);
  return startSession(userId, deviceIn(request));
}

/** Signs this browser out; returns the Set-Cookie header that forgets the session. */
export async function endSession(request: Request) {
  const key = sessionIdIn(request);
  if (key) await lucia.invalidateSession(key);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs a person out everywhere: after a new password, a changed role, or on request. */
export const endSessions = (userId: string) => lucia.invalidateUserSessions(userId);

/** A person's sessions that are alive, the newest first. `id` is a hash: it names a session and opens none. */
export async function listSessions(userId: string, now = new Date()) {
  const alive = (await luciaAdapter.getUserSessions(userId)).filter(
    ({ expiresAt, attributes: { startedAt } }) =>
      expiresAt > now && now.getTime() - startedAt.getTime() < LONGEST.milliseconds(),
  );
  const rows = alive.map(({ id, attributes }) => ({ id, ...attributes }));
  return rows.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** Ends one session of this person, named by its hash. */
export const endOneSession = sessionRows.end;
/** Ends all sessions of this person but this one. */
export const endOtherSessions = sessionRows.endOthers;

export const { sessionCookieName } = lucia;

export const forgetExpiredSessions = () => lucia.deleteExpiredSessions();
