import { createHash } from "node:crypto";
import { and, eq, lte, ne, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { troubleOf } from "~db/errors";
import { sessions, users } from "~db/schema";
import { inTransaction, read, write } from "./db.server";
import { prepared } from "./prepared.server";

type SessionRow = typeof sessions.$inferSelect;

const toSession = ({ startedAt, device, lastSeenAt, ...row }: SessionRow): DatabaseSession => ({
  ...row,
  attributes: { startedAt, device, lastSeenAt },
});

/** What is kept of the key in the cookie: whoever reads the table cannot be anybody with it. */
export const sessionHash = (key: string) => createHash("sha256").update(key).digest("base64url");

const sessionOf = prepared((from) =>
  from
    .select({ session: sessions, user: { id: users.id, disabledAt: users.disabledAt } })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sql.placeholder("id"))),
);

/** Our own, because the published adapter stores whole seconds and knows one dialect at a time. */
export const luciaAdapter: Adapter = {
  async getSessionAndUser(key) {
    const [found] = await sessionOf({ id: sessionHash(key) });
    if (!found || found.user.disabledAt) return [null, null];
    return [toSession({ ...found.session, id: key }), { id: found.user.id, attributes: {} } satisfies DatabaseUser];
  },
  async getUserSessions(userId) {
    return (await read.select().from(sessions).where(eq(sessions.userId, userId))).map(toSession);
  },
  setSession: ({ id: key, userId, expiresAt, attributes }) =>
    change(() => write.insert(sessions).values({ ...attributes, id: sessionHash(key), userId, expiresAt })),
  updateSessionExpiration: (key, expiresAt) => update(sessionHash(key), { expiresAt }),
  deleteSession: (key) => change(() => write.delete(sessions).where(eq(sessions.id, sessionHash(key)))),
  deleteUserSessions: (userId) => change(() => write.delete(sessions).where(eq(sessions.userId, userId))),
  deleteExpiredSessions: () => change(() => write.delete(sessions).where(lte(sessions.expiresAt, new Date()))),
};

const change = (query: () => PromiseLike<unknown>) => inTransaction(async () => void (await query()));

/** Prolonging comes along with reading, and who only reads goes on reading while nothing can be written. */
function unlessInTrouble(error: unknown) {
  if (!troubleOf(error)) throw error;
}

const update = (id: string, columns: Partial<SessionRow>) =>
  change(() => write.update(sessions).set(columns).where(eq(sessions.id, id))).catch(unlessInTrouble);

/** What Lucia has no word for. Here a session is named by its hash, which opens nothing. */
export const sessionRows = {
  seen: (id: string, columns: { expiresAt: Date; lastSeenAt: Date; device: string }) => update(id, columns),
  end: (userId: string, id: string) =>
    change(() => write.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, id)))),
  endOthers: (userId: string, id: string) =>
    change(() => write.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, id)))),
};
