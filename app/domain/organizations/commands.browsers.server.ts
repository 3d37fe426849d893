import { eq, sql } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { bringsBrowser, knownBrowser, rememberBrowser } from "~/platform/known-browser.server";
import { users } from "~db/schema";

const OWNER = { email: users.email, passwordHash: users.passwordHash, knownBrowsers: users.knownBrowsers };

/** Which known browser of this account the request comes from, if any. */
export async function findKnownBrowser(request: Request, typed: string) {
  const email = typed.toLowerCase();
  if (!bringsBrowser(request, email)) return undefined;
  const [owner] = await read.select(OWNER).from(users).where(eq(users.email, email));
  return owner && knownBrowser(request, owner);
}

/** Cookies for whoever has just signed in: a browser that is known already keeps what it has. */
export async function noteBrowser(request: Request, userId: string) {
  const [owner] = await read.select(OWNER).from(users).where(eq(users.id, userId));
  if (!owner || knownBrowser(request, owner)) return [];
  return inTransaction(async () => {
    const mine = eq(users.id, userId);
    await write
      .update(users)
      .set({ knownBrowsers: sql`${users.knownBrowsers} + 1` })
      .where(mine);
    return (await read.select(OWNER).from(users).where(mine)).map(rememberBrowser);
  });
}
