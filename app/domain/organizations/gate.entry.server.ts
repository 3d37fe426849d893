import { redirect } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { endSessions, startSessionOf } from "~/platform/session.server";
import { users } from "~db/schema";
import { noteBrowser } from "./commands.browsers.server";
import { beginEntry } from "./commands.entry.server";
import { challengeCookie } from "./gate.account.server";

/** `passwordHash`: what the password was found right against. */
type Proved = { userId: string; passwordHash?: string };

/** Lets somebody in whose password was right: to `goTo`, or first to the question for a code. `remembers`: the browser is known from now on. */
export async function letIn(
  request: Request,
  { userId, passwordHash }: Proved,
  goTo: string,
  { remembers = false } = {},
) {
  const { token } = await beginEntry(userId);
  if (token !== undefined) return openTo(`/login/code?dalej=${encodeURIComponent(goTo)}`, challengeCookie(token));
  const session = await startSessionOf(request, userId);
  if (await isStillProved(userId, passwordHash))
    return openTo(goTo, session, ...(remembers ? await noteBrowser(request, userId) : []));
  await endSessions(userId);
  throw redirect("/login", 303);
}

/**
 * A new password, and a second factor, end the sessions that there are; one that the old password alone has opened in the
 * same moment would outlive them. It is looked at once more when the session is there, so one of the two sees the other.
 */
async function isStillProved(userId: string, passwordHash: string | undefined) {
  const { passwordHash: hash, totpConfirmedAt: code } = users;
  const [account] = await read.select({ hash, code }).from(users).where(eq(users.id, userId));
  return account !== undefined && !account.code && (passwordHash === undefined || account.hash === passwordHash);
}

/** The same after the code. */
export const letInWithCode = async (request: Request, userId: string, goTo: string) =>
  openTo(goTo, await startSessionOf(request, userId), challengeCookie(), ...(await noteBrowser(request, userId)));

function openTo(goTo: string, ...cookies: string[]) {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(goTo, { status: 303, headers });
}
